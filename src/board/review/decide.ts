/** A pull request’s facts in, what is to be done about it out. Decides; does nothing. */
import type { BoardConfig } from "../config.ts";
import { dayOf } from "../days.ts";
import { readJobFile } from "../job/file.ts";
import { parseJobPath } from "../job/path.ts";
import type { Job } from "../job/schema.ts";
import type { Progress, Subject } from "./acts.ts";
import { hearActs } from "./acts.ts";
import { checkSubmission } from "./check.ts";
import { classify } from "./classify.ts";
import { isOver, statusComment } from "./comment.ts";
import type { CommitState, Facts, Login } from "./facts.ts";
import { statusCommentOf } from "./head.ts";
import type { Kind } from "./kind.ts";
import { desiredLabels, isManaged } from "./label-plan.ts";
import { markLabels } from "./labels.ts";
import { daysLater, momentOf } from "./moments.ts";
import { featuredKey, noticesFor } from "./notices.ts";
import { outcomeOf } from "./outcome.ts";
import { isSame, rotaFor } from "./people.ts";
import type { Action, Plan } from "./plan.ts";
import type { PostChange } from "./post-change.ts";
import type { Claim } from "./standing.ts";
import { isAnswered, standingOf, waitingSince } from "./standing.ts";
import type { ReviewState } from "./state.ts";
import { noticeTag, readMailed } from "./tags.ts";
import { commitStatusText } from "./texts.ts";

/**
 * The plan for a pull request. The same facts always give the same plan, and a plan that has been
 * carried out leaves an empty one.
 */
export function decide(given: Facts, config: BoardConfig): Plan {
  const subject = subjectOf(given, config);
  const progress = progressOf(given, subject, config);
  const { kind } = subject;
  const facts = progress.decision?.to === "reopen" ? asReopened(given) : given;
  const state = outcomeOf(facts, subject, progress, config);
  const labels = desiredLabels({
    facts,
    kind,
    state,
    progress,
    since: waitsSince(state, facts, subject),
  });
  const actions = [
    ...statusActions(facts, subject, state),
    ...decisionActions(facts, subject, progress, labels, config),
    ...labelActions(facts, labels),
    ...assigneeActions(facts, subject, progress),
    ...commentActions(facts, subject, state, labels, config),
    ...noticesFor(facts, subject, progress, { state, labels }, config)
      .filter(({ key }) => !isAnswered(facts, key))
      .map(({ key, body }) => ({
        do: "post-comment" as const,
        key,
        body: `${body}\n\n${noticeTag(key)}`,
      })),
    ...progress.reactions.map((reaction) => ({ do: "react" as const, ...reaction })),
  ];
  return { kind, state, actions };
}

function subjectOf(facts: Facts, config: BoardConfig): Subject {
  const kind = classify(facts, config);
  const isRead = kind.kind !== "other" && kind.kind !== "refused";
  const checked = isRead ? checkSubmission(kind, facts, config) : { post: undefined, problems: [] };
  const before = "before" in kind ? [kind.before] : [];
  const jobs = [...before, ...(checked.post ? [checked.post] : [])];
  const owner = { author: facts.pull.author.login, jobs };
  return { kind, owner, checked, standing: standingOf(facts, owner, config) };
}

/** What people have said, and what follows without their saying it. */
function progressOf(facts: Facts, subject: Subject, config: BoardConfig): Progress {
  const heard = hearActs(facts, subject, config);
  const progress = { ...heard, decision: heard.decision ?? ownDecision(facts, subject) };
  const isFree = outcomeOf(facts, subject, progress, config).state === "waiting";
  const claim = isFree && config.review.rota ? nextInTurn(facts, subject, config) : undefined;
  return claim ? { ...progress, claim } : progress;
}

/** Whose turn it is: the next on the list, each time somebody's claim has lapsed. */
function nextInTurn(
  { pull, now }: Facts,
  { owner, standing }: Subject,
  config: BoardConfig,
): Claim | undefined {
  const able = rotaFor(owner, config).filter(
    (login) => !standing.stale.some((other) => isSame(other, login)),
  );
  const turns = pull.events.filter(({ event }) => event === "assigned").length;
  const by = able[(pull.number + turns) % able.length];
  const since = momentOf(now);
  return by ? { by, since, until: daysLater(since, config.review.claimDays) } : undefined;
}

/**
 * An owner who closes a post of their own, and does nothing else, needs nobody’s leave, unless a
 * reviewer has closed the pull request before.
 */
function ownDecision(facts: Facts, { kind, checked }: Subject): Progress["decision"] {
  const { pull } = facts;
  const isOpen = pull.state === "open" && !pull.draft && pull.mergeable !== false;
  const isUndisputed = !pull.events.some(({ event }) => event === "reopened");
  if (kind.kind !== "closing" || !kind.proven || !isOpen || !isUndisputed) return undefined;
  const isSound = checked.problems.length === 0;
  return isSound ? { to: "merge", by: pull.author.login } : undefined;
}

/** Since when its author has waited for a reviewer, if it is a reviewer's turn. */
function waitsSince({ state }: ReviewState, facts: Facts, { standing }: Subject) {
  const isTheirTurn = state === "waiting" || state === "claimed";
  return isTheirTurn ? (standing.answeredAt ?? waitingSince(facts.pull)) : undefined;
}

/** The facts as they will be once a closed pull request is open again. */
function asReopened(facts: Facts): Facts {
  const { pull, bot } = facts;
  const reopened = { id: Number.MAX_SAFE_INTEGER, event: "reopened" as const, actor: bot };
  const events = [...pull.events, { ...reopened, at: momentOf(facts.now) }];
  return { ...facts, pull: { ...pull, state: "open", events } };
}

const commitStatuses: Readonly<Partial<Record<ReviewState["state"], CommitState>>> = {
  draft: "pending",
  invalid: "failure",
  "changes-requested": "failure",
  refused: "failure",
};

/** Given on the very commit that was looked at. What is closed or merged needs none. */
function statusActions(
  { pull, duplicateHead }: Facts,
  { kind, standing }: Subject,
  state: ReviewState,
): Action[] {
  // That of a commit which two pull requests share is the earlier one's.
  if (pull.state !== "open" || state.state === "rejected" || duplicateHead !== null) return [];
  // A merge by GitHub’s button would delete the file and its address, so the button stays locked.
  const isDeletion = kind.kind === "closing" && kind.deleted;
  const desired = {
    state: commitStatuses[state.state] ?? (isDeletion ? "pending" : "success"),
    description: commitStatusText(state, isDeletion),
  };
  const actual = pull.commitStatuses
    .filter(({ sha }) => sha === pull.head)
    .reduce((a, b) => (b.at > a.at || (b.at === a.at && b.id > a.id) ? b : a), {
      ...{ at: "", id: 0, state: "", description: "" },
    });
  const isSaid = actual.state === desired.state && actual.description === desired.description;
  const force = isSaid && kind.kind !== "other" && standing.head.judgedAt === undefined;
  return isSaid && !force
    ? []
    : [{ do: "set-status", sha: pull.head, ...desired, ...(force && { force }) }];
}

function decisionActions(
  facts: Facts,
  { kind }: Subject,
  { decision }: Progress,
  labels: ReadonlySet<string>,
  config: BoardConfig,
): Action[] {
  const { pull } = facts;
  if (decision?.to === "reject") return [{ do: "close" }];
  if (decision?.to === "reopen") return [{ do: "reopen" }];
  if (decision?.to === "merge") {
    if (kind.kind === "closing" && kind.deleted) {
      return [
        { do: "change-post", change: removalOf(kind.file, kind.before, facts) },
        { do: "close" },
      ];
    }
    const merge: Action = {
      ...{ do: "merge", sha: pull.head, approvedBy: decision.by, title: mergeTitle(kind) },
    };
    return [merge, ...featureActions(facts, labels, config)];
  }
  return pull.state === "merged" ? featureActions(facts, labels, config) : [];
}

function removalOf(file: string, before: Job, { now }: Facts): PostChange {
  const today = dayOf(now);
  const on = today < before.submitted ? before.submitted : today;
  return {
    file,
    set: { closed: { on, reason: "removed" } },
    title: `Close ${file} at its owner’s request`,
  };
}

/**
 * Only the board may set the mark, so it comes after the merge, in a change of its own. Once: whoever
 * takes it off the post again has the last word.
 */
function featureActions(facts: Facts, labels: ReadonlySet<string>, config: BoardConfig): Action[] {
  const { pull, posts } = facts;
  if (!labels.has(markLabels.featured.name) || isAnswered(facts, featuredKey)) return [];
  return pull.files.flatMap(({ path: file, content }): Action[] => {
    const onBoard = posts.find((post) => post.file === file)?.content;
    const bytes = pull.state === "merged" ? onBoard : content;
    if (!bytes || "refused" in bytes) return [];
    const read = readJobFile(file, bytes, config);
    if (!read.ok || read.job.featured || read.job.closed) return [];
    const change = { file, set: { featured: true }, title: `Feature ${file}` };
    return [{ do: "change-post", change }];
  });
}

const verbs: Readonly<Record<string, string>> = { new: "Add", closing: "Close" };

/** By the post's file: what a stranger has written could close issues from a commit's message. */
function mergeTitle(kind: Kind): string {
  const path = "file" in kind ? parseJobPath(kind.file) : undefined;
  const name = path && "slug" in path ? path.slug : "of a pull request";
  return `${verbs[kind.kind] ?? "Change"} the post ${name}`;
}

function labelActions({ pull }: Facts, desired: ReadonlySet<string>): Action[] {
  const actual = new Set(pull.labels);
  const toRemove = [...actual].filter((label) => isManaged(label) && !desired.has(label));
  const toAdd = [...desired].filter((label) => !actual.has(label));
  return [
    ...toRemove.sort().map((label) => ({ do: "remove-label" as const, label })),
    ...toAdd.sort().map((label) => ({ do: "add-label" as const, label })),
  ];
}

function assigneeActions({ pull }: Facts, { standing }: Subject, { claim }: Progress): Action[] {
  if (pull.state !== "open") return [];
  const isIn = (logins: readonly Login[], login: Login) =>
    logins.some((other) => isSame(other, login));
  const gone = [standing.claim?.by ?? []].flat().filter((login) => !isSame(login, claim?.by));
  // A lapsed claim is assigned again, so that GitHub dates the new one.
  const leaving = [...standing.stale, ...gone];
  const staying = pull.assignees.filter((login) => !isIn(leaving, login));
  return [
    ...leaving.sort().map((login) => ({ do: "unassign" as const, login })),
    ...(claim && !isIn(staying, claim.by) ? [{ do: "assign" as const, login: claim.by }] : []),
  ];
}

function commentActions(
  facts: Facts,
  { kind, checked, standing }: Subject,
  state: ReviewState,
  labels: ReadonlySet<string>,
  config: BoardConfig,
): Action[] {
  if (kind.kind === "other") return [];
  const { pull } = facts;
  const actual = statusCommentOf(facts);
  // What was decided before the bot ever saw it needs no explanation by a bot.
  if (!actual && pull.state !== "open" && isOver(state)) return [];
  const { look } = standing.head;
  const mailed = readMailed(actual?.body ?? "");
  const source = { kind, state, ...checked, look, mailed, labels: [...labels] };
  const body = statusComment(source, facts, config);
  const isSaid = actual?.body.replaceAll("\r\n", "\n").trimEnd() === body;
  return isSaid ? [] : [{ do: "write-comment", id: actual?.id ?? null, body }];
}
