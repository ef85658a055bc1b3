/**
 * What the bot has not answered yet, by the marks that it leaves: a reaction to each comment with a command, and a
 * status on each head. So one run can answer what others were started for, and these need not look again.
 */
import type { BoardConfig } from "../config.ts";
import type { Instant } from "../days.ts";
import { isSameLogin } from "../login.ts";
import { readCommands } from "./commands.ts";
import type { Comment, Login, Moment } from "./facts.ts";
import { listed } from "./permissions.ts";
import { readDelayedMail, readMailed } from "./tags.ts";
import { momentOf, secondsFrom } from "./timestamps.ts";

/** A pull request to the board’s branch, as far as it shows what waits for the bot. */
export type RecentPull = {
  number: number;
  isOpen: boolean;
  openedAt: Moment;
  updatedAt: Moment;
  head: {
    sha: string;
    /** When the bot last set its status; `null` if it has not. */
    statusAt: Moment | null;
  };
  /** When somebody last submitted a review; `null` if nobody has. */
  lastReviewAt: Moment | null;
  /** The latest ones. */
  comments: readonly (Comment & {
    /** When it was edited last; `null` if never. */
    editedAt: Moment | null;
    /** Whether GitHub says that the author works here. */
    isMember: boolean;
  })[];
};

/** The event that a run was started by, by what the bot marks: a comment, or the commit that was the head then. */
export type Cause = { comment: number } | { pushedAt: Moment };

/**
 * How long a pull request is reviewed again by the runs for others. Some never get a mark, such as one that Git cannot
 * read within the limits; a stranger could make every run try again. The hourly sweep tries them as well.
 */
const hoursToTry = 1;

/** So few that a run stays short if each of them takes as long as the limits allow. */
const newHeadsAtMost = 10;

/**
 * The numbers of the pull requests to review, in order: those in which somebody has given a command, then those that
 * the run was started for, then some with a new head; each the longest waiting first.
 */
export function pendingPulls(
  own: readonly number[],
  pulls: readonly RecentPull[],
  { config, now }: { config: BoardConfig; now: Instant },
): number[] {
  const since = momentOf(now.minus({ hours: hoursToTry }));
  const commanded = pulls.flatMap((pull) => {
    const [first] = unansweredCommands(pull, config).filter(({ at }) => at >= since);
    return first ? [{ pull, at: first.at }] : [];
  });
  const pushed = pulls
    .filter(({ isOpen, head, updatedAt }) => isOpen && head.statusAt === null && updatedAt >= since)
    .map((pull) => ({ pull, at: pull.openedAt }));
  const newHeads = numbersOf(pushed).slice(0, newHeadsAtMost);
  return [...new Set([...numbersOf(commanded), ...own, ...newHeads])];
}

function numbersOf(found: readonly { pull: RecentPull; at: Moment }[]): number[] {
  return found
    .toSorted((one, other) => (one.at < other.at ? -1 : Number(one.at > other.at)))
    .map(({ pull }) => pull.number);
}

/** The comments with commands that wait for an answer. Those of strangers get none, so they do not count. */
export function unansweredCommands(
  { comments }: RecentPull,
  config: BoardConfig,
): RecentPull["comments"] {
  return comments.filter(({ author, body, isMember, reactions }) => {
    const worksHere = isMember || listed(author, config) !== undefined;
    return worksHere && reactions.length === 0 && readCommands(body, config).length > 0;
  });
}

/** The numbers of those with a commit as their head. */
export function pullsWithHead(sha: string, pulls: readonly RecentPull[]): number[] {
  return pulls.filter(({ head }) => head.sha === sha).map(({ number }) => number);
}

/** Whether the bot has answered an event already. Without a mark that it has, it has not. */
export function isAnsweredEvent(
  { pull: number, cause }: { pull: number; cause?: Cause },
  pulls: readonly RecentPull[],
): boolean {
  const pull = pulls.find((other) => other.number === number);
  if (!pull || !cause) return false;
  if ("pushedAt" in cause) {
    const { statusAt } = pull.head;
    return statusAt !== null && statusAt > cause.pushedAt;
  }
  return pull.comments.some(({ id, reactions }) => id === cause.comment && reactions.length > 0);
}

/** Seconds in which the bot makes its last changes, after those to its comments. */
const lastChanges = 15;

/**
 * Whether a sweep can leave a pull request out: all that the bot marks is answered, nothing has happened since the bot
 * last wrote there, and nobody has said anything since the last sweep, which mail may have to be sent about.
 */
export function isQuiet(
  pull: RecentPull,
  { since, bot }: { since: Moment; bot: Login },
  config: BoardConfig,
): boolean {
  const { comments, head, lastReviewAt, updatedAt } = pull;
  if (head.statusAt === null || unansweredCommands(pull, config).length > 0) return false;
  const own = comments.filter(({ author }) => isSameLogin(author, bot));
  const wroteAt = own
    .map(({ at, editedAt }) => editedAt ?? at)
    .sort()
    .at(-1);
  if (wroteAt === undefined || secondsFrom(wroteAt, updatedAt) > lastChanges) return false;
  const isSaid = comments.some(
    ({ author, at, reactions }) =>
      !isSameLogin(author, bot) && reactions.length === 0 && at >= since,
  );
  const isReviewed = lastReviewAt !== null && lastReviewAt >= since;
  return !isSaid && !isReviewed && !isMailDelayed(own);
}

/** Whether the last attempt to send a mail failed, so that it is tried again. */
function isMailDelayed(comments: readonly { body: string }[]): boolean {
  const sent = new Set(comments.flatMap(({ body }) => readMailed(body)));
  return comments
    .map(({ body }) => readDelayedMail(body))
    .some((name) => name !== undefined && !sent.has(name));
}
