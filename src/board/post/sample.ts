/** Shifts the dates of sample posts, so that they look current however old the clone is. */
import type { BoardConfig } from "../config.ts";
import type { Day, Instant } from "../days.ts";
import { addDays, dayIn, dayOf, daysBetween } from "../days.ts";
import type { Job } from "../job/schema.ts";

/**
 * A sample as if it had been written today: every date moves forward by the days since the samples were
 * written. Later posts are real and stay unchanged.
 */
export function moveSample(job: Job, config: Pick<BoardConfig, "demo">, now: Instant): Job {
  if (!isSample(job, config)) return job;
  const gone = daysGone(config, now);
  if (gone === 0) return job;
  const move = (day: Day) => addDays(day, gone);
  return {
    ...job,
    submitted: move(job.submitted),
    ...(job.published && { published: move(job.published) }),
    ...(job.published_at && {
      published_at: move(dayIn(job.published_at)) + job.published_at.slice(10),
    }),
    ...(job.approved && { approved: { ...job.approved, on: move(job.approved.on) } }),
    ...(job.renewed && { renewed: job.renewed.map(move) }),
    ...(job.expires && { expires: move(job.expires) }),
    ...(job.closed && { closed: { ...job.closed, on: move(job.closed.on) } }),
  };
}

/** Whether a post came with the project; posts dated later than the samples are real. */
export function isSample(
  job: Pick<Job, "submitted">,
  { demo }: Pick<BoardConfig, "demo">,
): boolean {
  return demo !== null && job.submitted <= demo;
}

/** Today in the samples' calendar: a day written into a sample is shifted like its others. */
export function sampleToday(config: Pick<BoardConfig, "demo">, now: Instant): Day {
  return addDays(dayOf(now), -daysGone(config, now));
}

/** Days since the samples were written. */
function daysGone({ demo }: Pick<BoardConfig, "demo">, now: Instant): number {
  return demo ? Math.max(0, daysBetween(demo, dayOf(now))) : 0;
}
