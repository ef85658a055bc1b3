/** Decides what to do about a pull request: facts in, plan out. */

import { commitTitles } from "#words/labels.ts";
import type { CityNames } from "../cities/city-names.ts";
import type { BoardConfig } from "../config.ts";
import { dayOf } from "../days.ts";
import type { Job } from "../job/schema.ts";
import { isSameLogin } from "../login.ts";
import type { ReviewersWords } from "./author-tasks.ts";
import { nextInTurn } from "./claim.ts";
import { isOver, statusComment } from "./comment.ts";
import type { ReviewContext } from "./context.ts";
import { readContext } from "./context.ts";
import { byTime, statusCommentOf } from "./current-commits.ts";
import type { Facts, Login } from "./facts.ts";
import { featureActions } from "./featuring.ts";
import { desiredLabels, isKindLabel, isManaged } from "./label-plan.ts";
import { markLabels } from "./labels.ts";
import type { Notice } from "./notices.ts";
import { noticesFor, rejectionOf } from "./notices.ts";
import type { Action, Plan } from "./plan.ts";
import type { PostChange } from "./post-change.ts";
import { mergeTitle, pullTitle } from "./pull-title.ts";
import type { ReviewOutcome } from "./review-session.ts";
import { applyReviewerEvents } from "./reviewer-events.ts";
import type { ReviewStatus } from "./status.ts";
import { commitStatusFor, statusOf } from "./status.ts";
import { isAnswered, noticeTag, readMailed } from "./tags.ts";
import { momentOf } from "./timestamps.ts";

/**
 * The plan for a pull request: facts, then what they say so far (context), then what new events lead to
 * (outcome), then the status and the actions that make GitHub show it. The same facts always give the same
 * plan, and once a plan is applied the next one is empty.
 *
 * @param cities whose names advice is based on
 */
export function decide(given: Facts, config: BoardConfig, cities?: CityNames): Plan {
  const context = readContext(given, config, cities);
  const outcome = readOutcome(given, context, config);
  const facts = outcome.decision?.to === "reopen" ? asReopened(given) : given;
  const status = statusOf(facts, context, outcome, config);
  const labels = desiredLabels({ facts, context, outcome, status });
  const { missing, superfluous } = compareLabels(facts, context, labels);
  // Once it is merged, only the label tells what it was.
  const first = new Set(outcome.decision ? missing.filter(isKindLabel) : []);
  const actions = [
    ...statusActions(facts, context, status),
    ...titleActions(facts, context),
    ...addLabels([...first]),
    ...decisionActions(facts, context, outcome, labels, config),
    ...superfluous.map((label) => ({ do: "remove-label" as const, label })),
    ...addLabels(missing.filter((label) => !first.has(label))),
    ...assigneeActions(facts, context, outcome),
    ...commentActions(facts, context, { outcome, status, labels }, config),
    ...noticeActions(facts, noticesFor(facts, context, outcome, { status, labels }, config)),
    ...outcome.reactions.map((reaction) => ({ do: "react" as const, ...reaction })),
  ];
  return { kind: context.kind, post: context.post, status, actions };
}

/** What people have done, and what follows without them: an owner’s own closing, and the next reviewer’s turn. */
function readOutcome(facts: Facts, context: ReviewContext, config: BoardConfig): ReviewOutcome {
  const applied = applyReviewerEvents(facts, context, config);
  const outcome = { ...applied, decision: applied.decision ?? ownDecision(facts, context) };
  const isFree = statusOf(facts, context, outcome, config).state === "waiting";
  const claim = isFree && config.review.rota ? nextInTurn(facts, context, config) : undefined;
  return claim ? { ...outcome, claim } : outcome;
}

/** Owners may close their own posts without a review, unless a reviewer has closed the pull request before. */
function ownDecision(facts: Facts, { kind, problems }: ReviewContext): ReviewOutcome["decision"] {
  const { pull } = facts;
  const isOpen = pull.state === "open" && !pull.draft && pull.mergeable !== false;
  const isUndisputed = !pull.events.some(({ event }) => event === "reopened");
  if (kind.kind !== "closing" || !kind.proven || !isOpen || !isUndisputed) return undefined;
  const isSound = problems.length === 0;
  return isSound ? { to: "merge", by: pull.author.login } : undefined;
}

/** The facts after a closed pull request is reopened. */
function asReopened(facts: Facts): Facts {
  const { pull, bot } = facts;
  const reopened = { id: Number.MAX_SAFE_INTEGER, event: "reopened" as const, actor: bot };
  const events = [...pull.events, { ...reopened, at: momentOf(facts.now) }];
  return { ...facts, pull: { ...pull, state: "open", events } };
}

/** On the commit that was checked. Closed and merged pull requests need none. */
function statusActions(
  { pull, duplicateHead }: Facts,
  context: ReviewContext,
  status: ReviewStatus,
): Action[] {
  // The earlier of two pull requests with the same head sets its commit status.
  if (pull.state !== "open" || status.state === "rejected" || duplicateHead !== null) return [];
  const desired = commitStatusFor(status, context);
  const actual = pull.commitStatuses
    .filter(({ sha }) => sha === pull.head)
    .sort(byTime)
    .at(-1);
  const isCurrent = actual?.state === desired.state && actual.description === desired.description;
  const { kind, head } = context;
  // Its date tells when the bot first judged the head, so an old commit that is pushed again needs a new one.
  const isJudged = kind.kind === "other" || head.judgedAt !== undefined;
  return isCurrent && isJudged ? [] : [{ do: "set-status", sha: pull.head, ...desired }];
}

/** Also after somebody has edited it. */
function titleActions({ pull }: Facts, { kind, post }: ReviewContext): Action[] {
  const title = pullTitle(kind, post, pull.title);
  return pull.state === "open" && title !== pull.title ? [{ do: "set-title", title }] : [];
}

function decisionActions(
  facts: Facts,
  { kind }: ReviewContext,
  outcome: ReviewOutcome,
  labels: ReadonlySet<string>,
  config: BoardConfig,
): Action[] {
  const { pull } = facts;
  const { decision } = outcome;
  const asked = decision?.asked && { asked: decision.asked };
  if (decision?.to === "reject") return [{ do: "close", ...asked }];
  if (decision?.to === "reopen") return [{ do: "reopen", ...asked }];
  if (decision?.to === "merge") {
    if (kind.kind === "closing" && kind.deleted) {
      return [
        { do: "change-post", change: removalOf(kind.file, kind.before, facts), ...asked },
        { do: "close", ...asked },
      ];
    }
    const merge: Action = {
      ...{ do: "merge", sha: pull.head, approvedBy: decision.by, title: mergeTitle(kind) },
      ...asked,
    };
    return [merge, ...featureActions(facts, outcome, labels, config)];
  }
  return pull.state === "merged" ? featureActions(facts, outcome, labels, config) : [];
}

function removalOf(file: string, before: Job, { now }: Facts): PostChange {
  const today = dayOf(now);
  const on = today < before.submitted ? before.submitted : today;
  return {
    file,
    set: { closed: { on, reason: "removed" } },
    title: commitTitles.removal(file),
  };
}

function compareLabels(
  { pull }: Facts,
  { isFeatureRefused }: ReviewContext,
  desired: ReadonlySet<string>,
) {
  const actual = new Set(pull.labels);
  const isRefused = (label: string) => isFeatureRefused && label === markLabels.featured.name;
  const superfluous = [...actual].filter(
    (label) => (isManaged(label) || isRefused(label)) && !desired.has(label),
  );
  const missing = [...desired].filter((label) => !actual.has(label));
  return { missing: missing.sort(), superfluous: superfluous.sort() };
}

function addLabels(labels: readonly string[]): Action[] {
  return labels.length === 0 ? [] : [{ do: "add-labels", labels }];
}

function assigneeActions(
  { pull }: Facts,
  context: ReviewContext,
  { claim, claimAsked }: ReviewOutcome,
): Action[] {
  if (pull.state !== "open") return [];
  const isIn = (logins: readonly Login[], login: Login) =>
    logins.some((other) => isSameLogin(other, login));
  const gone = [context.claim?.by ?? []].flat().filter((login) => !isSameLogin(login, claim?.by));
  // A lapsed claim is assigned again, so that GitHub dates the new one.
  const leaving = [...context.lapsed, ...gone];
  const staying = pull.assignees.filter((login) => !isIn(leaving, login));
  return [
    ...leaving.sort().map((login) => ({ do: "unassign" as const, login })),
    ...(claim && !isIn(staying, claim.by)
      ? [{ do: "assign" as const, login: claim.by, ...(claimAsked && { asked: claimAsked }) }]
      : []),
  ];
}

function commentActions(
  facts: Facts,
  context: ReviewContext,
  {
    outcome,
    status,
    labels,
  }: { outcome: ReviewOutcome; status: ReviewStatus; labels: ReadonlySet<string> },
  config: BoardConfig,
): Action[] {
  const { kind, post, problems, head } = context;
  const { pull } = facts;
  const actual = statusCommentOf(facts);
  // Unless it was about a post before.
  if (kind.kind === "other" && !actual) return [];
  // Decided before the bot ever saw it: a comment would explain nothing.
  if (!actual && pull.state !== "open" && isOver(status)) return [];
  const earlier = actual?.body.replaceAll("\r\n", "\n").trimEnd();
  const requests = wordsForAuthor(status, outcome, rejectionOf(facts, context, outcome, config));
  const about = {
    ...{ kind, status, post, problems, requests },
    ...{ look: head.look, labels: [...labels], earlier },
  };
  const body = statusComment({ ...about, mailed: readMailed(earlier ?? "") }, facts, config);
  const isCurrent = earlier === body;
  return isCurrent ? [] : [{ do: "write-comment", id: actual?.id ?? null, body }];
}

/** What reviewers wrote to the author, as far as it still counts. */
function wordsForAuthor(
  { state }: ReviewStatus,
  { requests }: ReviewOutcome,
  rejection: ReviewersWords | undefined,
): readonly ReviewersWords[] {
  if (state === "changes-requested") {
    // Of commands only the last one is still known at the next run.
    const byCommand = requests.findLast(({ reason }) => reason !== null);
    const byReview = requests.filter(({ reason }) => reason === null);
    return [...byReview, ...(byCommand ? [byCommand] : [])].toSorted(
      (a, b) => Number(a.at > b.at) - Number(a.at < b.at),
    );
  }
  return state === "rejected" && rejection ? [rejection] : [];
}

/** GitHub emails nobody about an edited comment, so each of these is posted once, as a separate comment. */
function noticeActions(facts: Facts, notices: readonly Notice[]): Action[] {
  return notices
    .filter(({ key }) => !isAnswered(facts, key))
    .map(({ key, body }) => ({ do: "post-comment", key, body: `${body}\n\n${noticeTag(key)}` }));
}
