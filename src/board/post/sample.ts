/** The sample posts of a fresh clone, which must look alive however old the clone is. */
import type { BoardConfig } from "../config.ts";
import type { Day, Instant } from "../days.ts";
import { addDays, dayOf, daysBetween } from "../days.ts";
import type { Job } from "../job/schema.ts";

/**
 * The job as it would be had its sample been written today: every day in it moved forward by the
 * days that have gone since the samples were written. Posts dated later are somebody's own, and stay.
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
    ...(job.approved && { approved: { ...job.approved, on: move(job.approved.on) } }),
    ...(job.renewed && { renewed: job.renewed.map(move) }),
    ...(job.expires && { expires: move(job.expires) }),
    ...(job.closed && { closed: { ...job.closed, on: move(job.closed.on) } }),
  };
}

/** Whether a post came with the project; what is dated later than the samples is somebody's own. */
export function isSample(
  job: Pick<Job, "submitted">,
  { demo }: Pick<BoardConfig, "demo">,
): boolean {
  return demo !== null && job.submitted <= demo;
}

/** Today by the samples' calendar: a day written into a sample is moved forward like its others. */
export function sampleToday(config: Pick<BoardConfig, "demo">, now: Instant): Day {
  return addDays(dayOf(now), -daysGone(config, now));
}

/** How many days the samples are older than when they were written. */
function daysGone({ demo }: Pick<BoardConfig, "demo">, now: Instant): number {
  return demo ? Math.max(0, daysBetween(demo, dayOf(now))) : 0;
}
