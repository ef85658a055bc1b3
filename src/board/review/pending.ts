/**
 * What the bot has not answered yet, by the marks that it leaves: a reaction to each comment with a command, and a
 * status on each head. So one run can answer what others were started for, and these need not look again.
 */
import type { BoardConfig } from "../config.ts";
import { readCommands } from "./commands.ts";
import type { Comment, Moment } from "./facts.ts";
import { listed } from "./permissions.ts";

/** An open pull request to the board’s branch, as far as it shows what waits for the bot. */
export type OpenPull = {
  number: number;
  openedAt: Moment;
  head: {
    sha: string;
    /** When the bot last set its status; `null` if it has not. */
    statusAt: Moment | null;
  };
  /** The latest ones. */
  comments: readonly (Omit<Comment, "edited"> & {
    /** Whether GitHub says that the author works here. */
    isMember: boolean;
  })[];
};

/** The event that a run was started by, by what the bot marks: a comment, or the commit that was the head then. */
export type Cause = { comment: number } | { pushedAt: Moment };

/**
 * The numbers of the pull requests to review, in order: those in which somebody has given a command, then those that
 * the run was started for, then those with a new head; each the longest waiting first.
 */
export function pendingPulls(
  own: readonly number[],
  pulls: readonly OpenPull[],
  config: BoardConfig,
): number[] {
  const commanded = pulls.flatMap((pull) => {
    const [first] = unansweredCommands(pull, config);
    return first ? [{ pull, at: first.at }] : [];
  });
  const pushed = pulls
    .filter((pull) => pull.head.statusAt === null)
    .map((pull) => ({ pull, at: pull.openedAt }));
  return [...new Set([...numbersOf(commanded), ...own, ...numbersOf(pushed)])];
}

function numbersOf(found: readonly { pull: OpenPull; at: Moment }[]): number[] {
  return found
    .toSorted((one, other) => (one.at < other.at ? -1 : Number(one.at > other.at)))
    .map(({ pull }) => pull.number);
}

/** The comments with commands that wait for an answer. Those of strangers get none, so they do not count. */
export function unansweredCommands(
  { comments }: OpenPull,
  config: BoardConfig,
): OpenPull["comments"] {
  return comments.filter(({ author, body, isMember, reactions }) => {
    const worksHere = isMember || listed(author, config) !== undefined;
    return worksHere && reactions.length === 0 && readCommands(body, config).length > 0;
  });
}

/** The numbers of those with a commit as their head. */
export function pullsWithHead(sha: string, pulls: readonly OpenPull[]): number[] {
  return pulls.filter(({ head }) => head.sha === sha).map(({ number }) => number);
}

/** Whether the bot has answered an event already. Without a mark that it has, it has not. */
export function isAnsweredEvent(
  { pull: number, cause }: { pull: number; cause?: Cause },
  pulls: readonly OpenPull[],
): boolean {
  const pull = pulls.find((other) => other.number === number);
  if (!pull || !cause) return false;
  if ("pushedAt" in cause) {
    const { statusAt } = pull.head;
    return statusAt !== null && statusAt > cause.pushedAt;
  }
  return pull.comments.some(({ id, reactions }) => id === cause.comment && reactions.length > 0);
}
