/** Lists the pull requests that an event, a whole sweep, or a report is about. */
import type { Instant } from "../../board/days.ts";
import type { ReportedPull } from "../../board/mail/reports.ts";
import { momentOf } from "../../board/review/timestamps.ts";
import type { GitHub } from "./client.ts";
import type { EventSubject } from "./event-subject.ts";
import type { ListedPull } from "./facts/pull-lists.ts";
import { isOwnPull, listOpenPulls, listTouchedSince, saysHowItEnded } from "./facts/pull-lists.ts";

/** Days after closing during which a pull request’s labels are checked. */
const lookBack = 14;
/** Days during which any activity on a closed one is handled: one day, and one more for outages. */
const lastDays = 2;

/** The numbers of the pull requests that an event is about. Their target branch is only checked when they are read. */
export async function pullsToReview(
  github: GitHub,
  subject: EventSubject,
  now: Instant,
): Promise<number[]> {
  if (subject === "none") return [];
  if (subject === "all") return await pullsToSweep(github, now);
  if ("head" in subject) {
    const open = await listOpenPulls(github);
    return open
      .filter(({ head, base }) => head.sha === subject.head && base.ref === github.branch)
      .map(({ number }) => number);
  }
  return [subject.pull];
}

/**
 * All open pull requests, and the recently closed ones that were updated within two days or whose labels do not
 * show the outcome. Oldest first.
 */
async function pullsToSweep(github: GitHub, now: Instant): Promise<number[]> {
  const [open, closed] = await Promise.all([
    listOpenPulls(github),
    listClosedSince(github, momentOf(now.minus({ days: lookBack }))),
  ]);
  const touched = momentOf(now.minus({ days: lastDays }));
  const unfinished = closed.filter((pull) => pull.updated_at >= touched || !saysHowItEnded(pull));
  const reviewed = [...open, ...unfinished].filter(
    (pull) => pull.base.ref === github.branch && !isOwnPull(pull, github),
  );
  return reviewed.map(({ number }) => number).sort((a, b) => a - b);
}

/**
 * The numbers of the pull requests that an event may send mail about and that were updated since a given time. Closed
 * ones too: the run that an approval started may already have merged its pull request.
 */
export async function pullsToNotify(
  github: GitHub,
  subject: EventSubject,
  since: Instant,
): Promise<number[]> {
  if (subject === "none") return [];
  if (subject !== "all" && "pull" in subject) return [subject.pull];
  const touched = await listTouchedSince(github, "all", momentOf(since));
  return touched
    .filter(({ head }) => subject === "all" || head.sha === subject.head)
    .map(({ number }) => number)
    .sort((a, b) => a - b);
}

/** For reports: the pull requests to the board’s branch that are open or were updated since a given time. */
export async function listForReport(github: GitHub, since: Instant): Promise<ReportedPull[]> {
  const [open, touched] = await Promise.all([
    listOpenPulls(github),
    listTouchedSince(github, "all", momentOf(since)),
  ]);
  const known = new Map([...open, ...touched].map((pull) => [pull.number, pull]));
  return [...known.values()]
    .filter(({ base }) => base.ref === github.branch)
    .map(({ number, title, labels, created_at: createdAt, closed_at: closedAt }) => ({
      ...{ number, title, createdAt, closedAt },
      labels: labels.map(({ name }) => name),
    }));
}

/** Reads only those updated since then, because closing is an update. */
async function listClosedSince(github: GitHub, since: string): Promise<ListedPull[]> {
  const found = await listTouchedSince(github, "closed", since);
  return found.filter(({ closed_at }) => closed_at !== null && closed_at >= since);
}
