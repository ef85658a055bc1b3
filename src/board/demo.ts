/** The sample posts of a fresh clone, which must look alive however old the clone is. */
import type { BoardConfig } from "./config.ts";
import type { Day, Instant } from "./days.ts";
import { addDays, dayOf, daysBetween } from "./days.ts";
import type { Job } from "./job-schema.ts";

/**
 * The job as it would be had its sample been written today: every day in it moved forward by the
 * days that have gone since the samples were written. Posts dated later are somebody's own, and stay.
 */
export function moveSample(job: Job, config: Pick<BoardConfig, "demo">, now: Instant): Job {
  const { demo } = config;
  if (!demo || job.submitted > demo) return job;
  const gone = Math.max(0, daysBetween(demo, dayOf(now)));
  const move = (day: Day) => addDays(day, gone);
  return {
    ...job,
    submitted: move(job.submitted),
    ...(job.published && { published: move(job.published) }),
    ...(job.renewed && { renewed: job.renewed.map(move) }),
    ...(job.expires && { expires: move(job.expires) }),
    ...(job.closed && { closed: { ...job.closed, on: move(job.closed.on) } }),
  };
}
