/**
 * How a submission stood before what is new: who looks after it, and whether its author was asked to
 * change something. Read from what GitHub has dated, so that lost and doubled events change nothing.
 */
import type { BoardConfig } from "../config.ts";
import type { Command } from "./commands.ts";
import { readCommand } from "./commands.ts";
import type { Comment, Facts, Login, Moment, PullEvent, Review } from "./facts.ts";
import type { Head } from "./head.ts";
import { byTime, headOf } from "./head.ts";
import { daysLater, momentOf } from "./moments.ts";
import type { PostOwner } from "./people.ts";
import { conflictOf, isReviewer, isSame } from "./people.ts";
import { noticeTag } from "./tags.ts";

export type Claim = { by: Login; since: Moment; until: Moment };

/** What an author was asked to change. Only requests by command have a reason. */
export type ChangeRequest = { by: Login; reason: string | null; text: string; at: Moment };

export type Standing = {
  head: Head;
  claim: Claim | undefined;
  /** Reviewers who are assigned and hold it no longer. */
  stale: readonly Login[];
  /** Open requests for changes: several reviewers may ask before the bot runs. */
  requests: readonly ChangeRequest[];
  /** Since when the author’s answer to the last request is there. */
  answeredAt: Moment | undefined;
  /** When a reviewer last left it, or was unassigned: what was done before claims it no longer. */
  freedAt: Moment;
  /** What reviewers have said with GitHub’s own buttons, and the bot has not answered. */
  reviews: readonly Review[];
  now: Moment;
};

export function standingOf(facts: Facts, owner: PostOwner, config: BoardConfig): Standing {
  const now = momentOf(facts.now);
  const head = headOf(facts, config);
  const mayReview = (login: Login) =>
    isReviewer(login, facts, config) && conflictOf(login, owner, config) === undefined;

  // What was said of a pull request before it was closed is over.
  const openedAt = waitingSince(facts.pull);
  const all = facts.pull.reviews
    .filter(({ author, at }) => at >= openedAt && isReviewer(author, facts, config))
    .sort(byTime);
  const reviews = all.filter(({ id }) => !isAnswered(facts, reviewKey(id)));
  const requests = reviews.filter(
    ({ author, state }) => state === "changes-requested" && mayReview(author),
  );
  const commands = facts.pull.comments
    .filter(
      (comment) =>
        comment.at >= openedAt && isReviewer(comment.author, facts, config) && wasApplied(comment),
    )
    .sort(byTime)
    .flatMap((comment) => givenCommand(comment, config));
  const requestsByCommand = commands.flatMap(requestByCommand);

  const lastCommand = requestsByCommand.at(-1);
  const byCommand =
    lastCommand && head.requested && lastCommand.at <= head.requested.at ? lastCommand : undefined;
  const open = [
    ...requests.flatMap((review) => byReview(review, all, head)),
    ...(byCommand ? [byCommand] : []),
  ];
  const wasRequested = requestsByCommand.length + requests.length > 0;
  const answeredAt = wasRequested && open.length === 0 ? (head.seenAt ?? now) : undefined;

  const freed = freedAt(facts.pull, commands);
  const assigned = facts.pull.assignees.filter(mayReview);
  const [claim] = assigned
    .map((login) => claimOf(login, facts, config))
    .filter(({ by, since, until }) => {
      // As long as its author is asked to change something, nobody waits for the reviewer.
      const isTheirTurn = open.some((one) => isSame(one.by, by) || one.at <= since);
      const hasLapsed = until <= now && !isTheirTurn;
      return !hasLapsed && !(answeredAt && since < answeredAt);
    })
    .sort((a, b) => compare(b.since, a.since) || compare(a.by, b.by));
  const stale = assigned.filter((login) => !isSame(login, claim?.by));
  return { head, claim, stale, requests: open, answeredAt, freedAt: freed, reviews, now };
}

/** Since when it is open. */
export function waitingSince({ events, openedAt }: Facts["pull"]): Moment {
  return events
    .filter(({ event }) => event === "reopened")
    .reduce((last, { at }) => (at > last ? at : last), openedAt);
}

/** Who closed it, and when. */
export function closingEvent({ events }: Facts["pull"]): PullEvent | undefined {
  return events
    .filter(({ event }) => event === "closed")
    .sort(byTime)
    .at(-1);
}

/** Names the answer to a review or to a command, so that it is given once. */
export function reviewKey(id: number): string {
  return `answer-review-${id}`;
}

export function commentKey(id: number): string {
  return `answer-${id}`;
}

/** Whether the bot has written a comment under a key. */
export function isAnswered({ pull, bot }: Pick<Facts, "pull" | "bot">, key: string): boolean {
  const tag = noticeTag(key);
  return pull.comments.some(
    ({ author, body }) => isSame(author, bot) && body.trimEnd().endsWith(tag),
  );
}

/** A release of a claim that never led to an assignment leaves no event, only the command. */
function freedAt({ events }: Facts["pull"], commands: readonly GivenCommand[]): Moment {
  const freeing = [
    ...events.filter(({ event }) => event === "unassigned"),
    ...commands.filter(({ command }) => command.name === "release"),
  ];
  return freeing.reduce((last, { at }) => (at > last ? at : last), "");
}

function wasApplied({ reactions }: Comment): boolean {
  return reactions.includes("+1");
}

type GivenCommand = Pick<Comment, "author" | "at"> & { command: Command };

function givenCommand({ author, at, body }: Comment, config: BoardConfig): GivenCommand[] {
  const read = readCommand(body, config);
  return read && "command" in read ? [{ author, at, command: read.command }] : [];
}

function requestByCommand({ author: by, at, command }: GivenCommand): ChangeRequest[] {
  if (command.name !== "request-changes") return [];
  return [{ by, reason: command.reason.slug, text: command.text, at }];
}

/**
 * A review asks for changes until its author approves or dismisses, or the submitter pushes. An approval counts
 * here even if the bot refused to merge on it: its author no longer asks for changes.
 */
function byReview(review: Review, all: readonly Review[], head: Head): ChangeRequest[] {
  const { author: by, body: text, at, sha } = review;
  const isWithdrawn = all.some(
    (later) =>
      isSame(later.author, by) &&
      (later.state === "approved" || later.state === "dismissed") &&
      byTime(later, review) > 0,
  );
  return head.current.has(sha) && !isWithdrawn ? [{ by, reason: null, text, at }] : [];
}

/** The one that the author is shown. Of two in the same second, the command counts: it names a reason. */
export function newest(requests: readonly ChangeRequest[]): ChangeRequest | undefined {
  return requests.toSorted((a, b) => compare(a.at, b.at)).at(-1);
}

function compare(a: string, b: string): number {
  return a < b ? -1 : Number(a > b);
}

/** Each thing that somebody does about a post renews their claim to it. */
function claimOf(by: Login, { pull }: Facts, { review }: BoardConfig): Claim {
  const since = pull.events
    .filter(({ event, assignee }) => event === "assigned" && isSame(assignee, by))
    .reduce((last, { at }) => (at > last ? at : last), pull.openedAt);
  const active = [...pull.comments, ...pull.reviews]
    .filter(({ author }) => isSame(author, by))
    .reduce((last, { at }) => (at > last ? at : last), since);
  return { by, since, until: daysLater(active, review.claimDays) };
}
