/** Situations for tests: a pull request, what people do to it, and what the bot’s plan makes of it. */
import type { BoardConfig } from "../config.ts";
import type { JobChanges } from "../fixtures.ts";
import { at, changeJob, soundJob, testConfig } from "../fixtures.ts";
import { writeJobFile } from "../job/file.ts";
import type { Job } from "../job/schema.ts";
import type { JobSource } from "../listing/read-board.ts";
import { decide } from "./decide.ts";
import type { ChangedFile, Commit, Facts, Login, Moment, PullRequest, Review } from "./facts.ts";
import { changePull, factsAfter, factsAfterMerge, happened } from "./facts-after.ts";
import type { Action, Plan } from "./plan.ts";
import { momentOf } from "./timestamps.ts";

export const bot = "github-actions[bot]";
export const file = "jobs/2026-11-22-example-analytics-senior-django-developer.md";
export const opened: Moment = "2026-11-22T09:00:00Z";

/** A board with a listed reviewer who is affiliated with somebody, and one who is not. */
export const reviewConfig: BoardConfig = {
  ...testConfig,
  review: {
    ...testConfig.review,
    claimDays: 7,
    rota: false,
    reviewers: [
      { login: "rosa", colleagues: ["colin"], domains: ["example.net"] },
      { login: "ravi" },
    ],
  },
};

export const submittedJob: Job = changeJob(soundJob, {
  submitted: "2026-11-22",
  submitted_by: "anna",
});

export function textOf(job: Job, path = file): string {
  const written = writeJobFile(path, job, reviewConfig);
  if (!written.ok) throw new Error(written.problems[0]?.message);
  return written.text;
}

export function bytes(text: string): Uint8Array {
  return new TextEncoder().encode(text);
}

/** A post on the board. */
export function onBoard(changes: JobChanges = {}, path = file): JobSource {
  return { file: path, content: bytes(textOf(changeJob(submittedJob, changes), path)) };
}

/** A file that a pull request adds or changes. */
export function changed(
  content: JobChanges | string = {},
  change: Partial<ChangedFile> = {},
): ChangedFile {
  const text = typeof content === "string" ? content : textOf(changeJob(submittedJob, content));
  return { path: file, change: "added", mode: "100644", content: bytes(text), ...change };
}

export function pullWith(changes: Partial<PullRequest> = {}): PullRequest {
  const files = changes.files ?? [changed()];
  return {
    number: 12,
    title: "Add a post",
    state: "open",
    draft: false,
    author: { login: "anna", id: 7 },
    head: "h1",
    branch: "patch-1",
    mergeable: true,
    openedAt: opened,
    mergedBy: null,
    labels: [],
    assignees: [],
    changedFiles: files.length,
    commits: [commit("h1", "anna")],
    comments: [],
    reviews: [],
    events: [],
    commitStatuses: [],
    ...changes,
    files,
  };
}

export function commit(sha: string, author: Login | null): Commit {
  return { sha, author };
}

export type FactChanges = Partial<Omit<Facts, "pull">> & { pull?: Partial<PullRequest> };

/** Reviewers are rita and rolf (write access), mona (maintain), and rosa and ravi (listed in the settings). */
export function factsWith({ pull, ...changes }: FactChanges = {}): Facts {
  const facts: Facts = {
    now: at("2026-11-22T10:00:00Z"),
    bot,
    pull: pullWith(pull),
    permissions: { rita: "write", rolf: "write", mona: "maintain", anna: "read", mallory: "none" },
    posts: [],
    others: [],
    addedBy: null,
    duplicateHead: null,
    ...changes,
  };
  // As it was sent from the form, so that only tests of titles see them change.
  const named = pull?.title === undefined ? decide(facts, reviewConfig).actions : [];
  return named.reduce(
    (so, action) => (action.do === "set-title" ? factsAfter(so, action, reviewConfig) : so),
    facts,
  );
}

/** Something that happens to a pull request. */
export type Step = (facts: Facts) => Facts;

/** The facts after several steps. */
export function following(facts: Facts, ...steps: Step[]): Facts {
  return steps.reduce((so, step) => step(so), facts);
}

/** Applies the bot’s plans until nothing is left to do. */
export function reconciled(facts: Facts, config = reviewConfig): Facts {
  const plan = decide(facts, config);
  return plan.actions.length === 0 ? facts : reconciled(applied(facts, plan), config);
}

/** A step in which the bot runs. */
export function botRuns(facts: Facts): Facts {
  return reconciled(facts);
}

/** Time passes. */
export function waits(period: { days?: number; hours?: number; minutes?: number }): Step {
  return (facts) => ({ ...facts, now: facts.now.plus(period) });
}

/** Somebody comments, a minute after everything else. */
export function says(author: Login, body: string, { id = 100, edited = false } = {}): Step {
  return (given) => {
    const facts = waits({ minutes: 1 })(given);
    const comment = { id, author, body, edited, at: momentOf(facts.now), reactions: [] };
    return changePull(facts, { comments: [...facts.pull.comments, comment] });
  };
}

/** Somebody submits a review with GitHub’s buttons. */
export function reviews(
  author: Login,
  state: Review["state"],
  changes: Partial<Review> = {},
): Step {
  return (given) => {
    const facts = waits({ minutes: 1 })(given);
    const { head } = facts.pull;
    const review = { id: 200, author, state, body: "", sha: head, at: momentOf(facts.now) };
    return changePull(facts, { reviews: [...facts.pull.reviews, { ...review, ...changes }] });
  };
}

/** Somebody pushes a commit. */
export function pushes(author: Login, sha: string, files?: readonly ChangedFile[]): Step {
  return (given) => {
    const facts = waits({ minutes: 1 })(given);
    const commits = [...facts.pull.commits, commit(sha, author)];
    return changePull(facts, {
      head: sha,
      commits,
      ...(files && { files, changedFiles: files.length }),
    });
  };
}

/** Somebody assigns or unassigns a person in GitHub’s sidebar. */
export function assigns(actor: Login, assignee: Login): Step {
  return (given) => {
    const facts = waits({ minutes: 1 })(given);
    const assignees = [...facts.pull.assignees, assignee];
    return happened(facts, { event: "assigned", actor, assignee }, { assignees });
  };
}

/** Somebody presses “Close”. */
export function closes(actor: Login): Step {
  return (given) => {
    const facts = waits({ minutes: 1 })(given);
    return happened(facts, { event: "closed", actor }, { state: "closed" });
  };
}

/** Somebody presses “Merge”. */
export function merges(actor: Login): Step {
  return (given) => factsAfterMerge(waits({ minutes: 1 })(given), actor);
}

/** A summary of a plan: a few words for each action and each label, in order. */
export function brief({ actions }: Plan): string[] {
  return actions.flatMap(briefly);
}

function briefly(action: Action): string | string[] {
  switch (action.do) {
    case "set-status":
      return `status ${action.state} on ${action.sha}`;
    case "add-labels":
      return action.labels.map((label) => `+ ${label}`);
    case "remove-label":
      return `- ${action.label}`;
    case "assign":
      return `assign ${action.login}`;
    case "unassign":
      return `unassign ${action.login}`;
    case "merge":
      return `merge ${action.sha}, approved by ${action.approvedBy}`;
    case "set-title":
      return `title ${action.title}`;
    case "change-post":
      return `change ${JSON.stringify(action.change.set)}`;
    case "write-comment":
      return action.id === null ? "write the comment" : "change the comment";
    case "post-comment":
      return `post ${action.key}`;
    case "react":
      return `${action.reaction} to ${action.comment}`;
    default:
      return action.do;
  }
}

/** The facts after a plan is applied. */
export function applied(facts: Facts, plan: Plan): Facts {
  return plan.actions.reduce((so, action) => factsAfter(so, action, reviewConfig), facts);
}
