/**
 * What the facts say before anything new is applied: what the pull request is, what is wrong with it, who has
 * claimed it, what its author was asked to change. Everything is read from GitHub’s timestamps, so lost and repeated
 * events change nothing.
 */
import type { CityNames } from "../cities/city-names.ts";
import type { BoardConfig } from "../config.ts";
import type { Job } from "../job/schema.ts";
import { isSameLogin } from "../login.ts";
import type { Problem } from "../problem.ts";
import { checkSubmission } from "./check.ts";
import type { Claim } from "./claim.ts";
import { readClaims } from "./claim.ts";
import type { Kind } from "./classify.ts";
import { classify } from "./classify.ts";
import { readCommands } from "./commands.ts";
import type { Head } from "./current-commits.ts";
import { byTime, headOf } from "./current-commits.ts";
import type { Facts, Login, Moment, PullEvent, Review } from "./facts.ts";
import type { GivenCommand } from "./given-commands.ts";
import { askedBy, givenCommands } from "./given-commands.ts";
import type { PostOwner } from "./permissions.ts";
import { isReviewer, mayDecide } from "./permissions.ts";
import type { Asked } from "./plan.ts";
import { isAnswered, reviewKey } from "./tags.ts";
import { momentOf } from "./timestamps.ts";

/** What an author was asked to change. Only requests by command have a reason. */
export type ChangeRequest = { by: Login; reason: string | null; text: string; at: Moment };

export type ReviewContext = {
  kind: Kind;
  owner: PostOwner;
  /** What could be read of the post, if it is about one. */
  post: Partial<Job> | undefined;
  problems: readonly Problem[];
  head: Head;
  claim: Claim | undefined;
  /** Reviewers who are still assigned, but whose claim has lapsed. */
  lapsed: readonly Login[];
  /** Open requests for changes: several reviewers may ask before the bot runs. */
  requests: readonly ChangeRequest[];
  /** When the author answered earlier requests for changes, whether or not others are open. */
  earlierAnsweredAt: Moment | undefined;
  /** When a reviewer last gave it up or was unassigned. Earlier reviews no longer claim it. */
  freedAt: Moment;
  /** Reviews given with GitHub’s buttons that the bot has not answered. */
  reviews: readonly Review[];
  /** Who asked by an earlier command that the post is featured. */
  featureAsked: Asked | undefined;
  /** Whether GitHub has refused all that was asked for by such commands. */
  isFeatureRefused: boolean;
  now: Moment;
};

export function readContext(facts: Facts, config: BoardConfig, cities?: CityNames): ReviewContext {
  const kind = classify(facts, config);
  const isRead = kind.kind !== "other" && kind.kind !== "refused";
  const checked = isRead
    ? checkSubmission(kind, facts, config, cities)
    : { post: undefined, problems: [] };
  const before = "before" in kind ? [kind.before] : [];
  const jobs = [...before, ...(checked.post ? [checked.post] : [])];
  const owner = { author: facts.pull.author.login, jobs };
  return { kind, owner, ...checked, ...readReview(facts, owner, config) };
}

type ReviewSoFar = Omit<ReviewContext, "kind" | "owner" | "post" | "problems">;

function readReview(facts: Facts, owner: PostOwner, config: BoardConfig): ReviewSoFar {
  const now = momentOf(facts.now);
  const head = headOf(facts, config);
  const decides = (login: Login) => mayDecide(login, owner, facts, config);

  // Nothing from before a pull request was closed and reopened counts.
  const openedAt = waitingSince(facts.pull);
  const all = facts.pull.reviews
    .filter(({ author, at }) => at >= openedAt && isReviewer(author, facts, config))
    .sort(byTime);
  const reviews = all.filter(({ id }) => !isAnswered(facts, reviewKey(id)));
  const requests = reviews.filter(
    ({ author, state }) => state === "changes-requested" && decides(author),
  );
  const applied = facts.pull.comments.filter(
    ({ author, at, reactions }) =>
      at >= openedAt && isReviewer(author, facts, config) && reactions.includes("+1"),
  );
  const commands = givenCommands(facts, applied, config);
  const requestsByCommand = commands.flatMap(requestByCommand);

  const lastCommand = requestsByCommand.at(-1);
  const byCommand =
    lastCommand && head.requested && lastCommand.at <= head.requested.at ? lastCommand : undefined;
  const open = [
    ...requests.flatMap((review) => byReview(review, all, head)),
    ...(byCommand ? [byCommand] : []),
  ];
  const hasEarlier = requestsByCommand.length + requests.length > open.length;
  const earlierAnsweredAt = hasEarlier ? (head.seenAt ?? now) : undefined;

  const assigned = facts.pull.assignees.filter(decides);
  const { claim, lapsed } = readClaims(assigned, { open, earlierAnsweredAt }, facts, config);
  const freedAt = lastFreed(facts.pull, commands);
  const featureAsked = commands.findLast(({ command }) => command.name === "feature");
  return {
    ...{ head, claim, lapsed, requests: open, earlierAnsweredAt, freedAt, reviews, now },
    featureAsked: featureAsked && askedBy(featureAsked),
    isFeatureRefused: !featureAsked && applied.some(({ body }) => hasFeature(body, config)),
  };
}

function hasFeature(body: string, config: BoardConfig): boolean {
  return readCommands(body, config).some(
    (read) => "command" in read && read.command.name === "feature",
  );
}

/** When the author answered the last request for changes, if none is open. */
export function answeredBy(
  open: readonly ChangeRequest[],
  earlierAnsweredAt: Moment | undefined,
): Moment | undefined {
  return open.length === 0 ? earlierAnsweredAt : undefined;
}

/** When it was opened or last reopened. */
export function waitingSince({ events, openedAt }: Facts["pull"]): Moment {
  return events
    .filter(({ event }) => event === "reopened")
    .reduce((last, { at }) => (at > last ? at : last), openedAt);
}

/** Whether something was said before the pull request was closed and reopened, so it no longer counts. */
export function isOutdated({ at }: { at: Moment }, { pull }: Pick<Facts, "pull">): boolean {
  return pull.state === "open" && at < waitingSince(pull);
}

/** Whether the bot has reopened the pull request since: it may have been interrupted before it could say so. */
export function hasReopened(
  { at }: { at: Moment },
  { pull, bot }: Pick<Facts, "pull" | "bot">,
): boolean {
  const [closed, reopened] = stateEvents(pull).slice(-2);
  const isByBot = reopened?.event === "reopened" && isSameLogin(reopened.actor, bot);
  return isByBot && at > (closed?.at ?? "") && at <= reopened.at;
}

/** The latest event that closed it, unless it was reopened since. */
export function closingEvent(pull: Facts["pull"]): PullEvent | undefined {
  const last = stateEvents(pull).at(-1);
  return last?.event === "closed" ? last : undefined;
}

/** When it was closed and reopened, oldest first. */
function stateEvents({ events }: Facts["pull"]): PullEvent[] {
  return events.filter(({ event }) => event === "closed" || event === "reopened").sort(byTime);
}

/** A release of a claim that never led to an assignment leaves no event, only the command. */
function lastFreed({ events }: Facts["pull"], commands: readonly GivenCommand[]): Moment {
  const freeing = [
    ...events.filter(({ event }) => event === "unassigned"),
    ...commands.filter(({ command }) => command.name === "release"),
  ];
  return freeing.reduce((last, { at }) => (at > last ? at : last), "");
}

function requestByCommand({ by, at, command }: GivenCommand): ChangeRequest[] {
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
      isSameLogin(later.author, by) &&
      (later.state === "approved" || later.state === "dismissed") &&
      byTime(later, review) > 0,
  );
  return head.current.has(sha) && !isWithdrawn ? [{ by, reason: null, text, at }] : [];
}

/** The one to show to the author. Of two in the same second, the command counts, because it has a reason. */
export function newest(requests: readonly ChangeRequest[]): ChangeRequest | undefined {
  return requests.toSorted((a, b) => (a.at < b.at ? -1 : Number(a.at > b.at))).at(-1);
}
