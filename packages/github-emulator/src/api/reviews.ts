/** Reviews of pull requests, and merging them. */
import type { AuthenticatedCaller } from "../authentication.ts";
import type { Core } from "../core.ts";
import { resolve } from "../git.ts";
import { readRef } from "../git-refs.ts";
import { recordIssueEvent } from "../issue-updates.ts";
import { readable, writable } from "../permissions.ts";
import { markMerged, writeMerge } from "../pull-updates.ts";
import { refMoved, writeRef } from "../refs.ts";
import { mergeViolations, violationText } from "../rules.ts";
import { serializeReview, simplePull } from "../serializers/pulls.ts";
import type { MergeMethod, PullIssue, Repository, Review } from "../state.ts";
import { emit } from "../webhooks.ts";
import { refuseWorkflows } from "../workflow-files.ts";
import type { Answer, Call, Operations } from "./call.ts";
import { list, ok, parameter } from "./call.ts";
import { ApiError, invalidField, notFound, unprocessable, unprocessableEntity } from "./errors.ts";
import { pullInPath, refuseActions } from "./pulls.ts";

const reviews = "/repos/{owner}/{repo}/pulls/{pull_number}/reviews";

export const reviewOperations: Operations = {
  [`GET ${reviews}`]: (call) => {
    const repository = readable(call);
    const issue = pullInPath(call, repository);
    return list(call, issue.pull.reviews, (review) =>
      serializeReview(call.core, repository, issue, review),
    );
  },
  [`GET ${reviews}/{review_id}`]: (call) => {
    const repository = readable(call);
    const issue = pullInPath(call, repository);
    return ok(serializeReview(call.core, repository, issue, reviewInPath(call, issue)));
  },
  [`POST ${reviews}`]: submit,
  [`PUT ${reviews}/{review_id}/dismissals`]: dismiss,
  "PUT /repos/{owner}/{repo}/pulls/{pull_number}/merge": merge,
  "GET /repos/{owner}/{repo}/pulls/{pull_number}/merge": (call) => {
    const { pull } = pullInPath(call, readable(call));
    if (!pull.merged) throw notFound();
    return { status: 204 };
  },
};

const verdicts = {
  APPROVE: { state: "APPROVED", own: "Review Can not approve your own pull request" },
  REQUEST_CHANGES: {
    state: "CHANGES_REQUESTED",
    own: "Review Can not request changes on your own pull request",
  },
  COMMENT: { state: "COMMENTED", own: undefined },
} as const;

async function submit(call: Call): Promise<Answer> {
  const { core, body } = call;
  const { repository, caller } = writable(call, { role: "read", app: "pull_requests" });
  const issue = pullInPath(call, repository);
  const event = body.text("event");
  // A review without an event is a draft that only its author can see, which is not supported.
  if (event !== "APPROVE" && event !== "REQUEST_CHANGES" && event !== "COMMENT") {
    throw invalidField("PullRequestReview", "event");
  }
  const { state, own } = verdicts[event];
  if (own && caller.user.login === issue.author) throw unprocessableEntity(own);
  if (state === "APPROVED") refuseActions(repository, caller);
  const text = body.text("body") ?? "";
  if (!text && state !== "APPROVED") throw unprocessableEntity("Review body can't be blank");
  const wanted = body.text("commit_id");
  const commit = wanted && (await resolve(core.store.pathOf(repository), wanted));
  if (wanted && !commit) throw unprocessable("The commit_id is not part of the pull request");
  const review: Review = {
    id: core.store.nextId(),
    author: caller.user.login,
    body: text,
    state,
    commit: commit || issue.pull.headSha,
    submittedAt: core.store.moment(),
  };
  issue.pull.reviews.push(review);
  issue.updatedAt = review.submittedAt;
  emitReviewEvent(core, repository, caller, issue, review, "submitted");
  return ok(serializeReview(core, repository, issue, review));
}

function dismiss(call: Call): Answer {
  const { core } = call;
  const { repository, caller } = writable(call, { role: "write", app: "pull_requests" });
  const issue = pullInPath(call, repository);
  const review = reviewInPath(call, issue);
  call.body.requiredText("message");
  if (review.state !== "APPROVED" && review.state !== "CHANGES_REQUESTED") {
    throw unprocessableEntity("Can not dismiss a commented pull request review");
  }
  review.state = "DISMISSED";
  recordIssueEvent(core, issue, caller.user.login, { event: "review_dismissed" });
  emitReviewEvent(core, repository, caller, issue, review, "dismissed");
  return ok(serializeReview(core, repository, issue, review));
}

function reviewInPath(call: Call, { pull }: PullIssue): Review {
  const id = Number(parameter(call, "review_id"));
  const review = pull.reviews.find((known) => known.id === id);
  if (!review) throw notFound();
  return review;
}

/** Webhooks have the state in lowercase, responses in uppercase. */
function emitReviewEvent(
  core: Core,
  repository: Repository,
  caller: AuthenticatedCaller,
  issue: PullIssue,
  review: Review,
  action: "submitted" | "dismissed",
): void {
  const shape = serializeReview(core, repository, issue, review);
  emit(core, repository, caller, {
    name: "pull_request_review",
    action,
    payload: {
      review: { ...shape, state: shape.state.toLowerCase() },
      pull_request: simplePull(core, repository, issue, caller),
    },
  });
}

async function merge(call: Call): Promise<Answer> {
  const { core, body } = call;
  const { repository, caller } = writable(call, { role: "write", app: "contents" });
  const issue = pullInPath(call, repository);
  const { pull } = issue;
  const method = readMethod(call, repository);
  if (issue.state === "closed") throw new ApiError(405, "Pull Request is not mergeable");
  if (pull.draft) throw new ApiError(405, "Pull Request is still a draft");
  const sha = body.text("sha");
  if (sha !== undefined && sha !== pull.headSha) {
    throw new ApiError(409, "Head branch was modified. Review and try the merge again.");
  }
  const ref = `refs/heads/${pull.baseRef}`;
  const base = readRef(core.store.pathOf(repository), ref);
  if (!base) throw new ApiError(405, "Pull Request is not mergeable");
  const early = core.timing.refusal(pull, base);
  if (early) throw new ApiError(405, early);
  const violations = await mergeViolations(core, repository, pull, caller, method);
  if (violations.length > 0) throw new ApiError(405, violationText(violations));
  await refuseWorkflows(core, repository, caller, pull.headSha);
  const words = { title: body.text("commit_title"), message: body.text("commit_message") };
  const commit = await writeMerge(core, repository, caller, issue, { base, method, words });
  await writeRef(core, repository, { ref, before: base, after: commit });
  pull.baseSha = base;
  await markMerged(core, repository, caller, issue, commit);
  await refMoved(core, repository, caller, { ref, before: base, after: commit });
  await tidy(core, repository, caller, issue);
  return ok({ sha: commit, merged: true, message: "Pull Request successfully merged" });
}

/** Deletes the branch if the settings say so, but never a fork's. */
async function tidy(
  core: Core,
  repository: Repository,
  caller: AuthenticatedCaller,
  { pull }: PullIssue,
): Promise<void> {
  if (!repository.settings.delete_branch_on_merge) return;
  if (pull.headRepositoryId !== repository.id || pull.headRef === repository.defaultBranch) return;
  const move = { ref: `refs/heads/${pull.headRef}`, before: pull.headSha, after: null };
  await writeRef(core, repository, move);
  await refMoved(core, repository, caller, move);
}

function readMethod({ body }: Call, repository: Repository): MergeMethod {
  const method = body.text("merge_method") ?? "merge";
  const { allow_merge_commit, allow_squash_merge } = repository.settings;
  if (method === "merge" && allow_merge_commit) return method;
  if (method === "squash" && allow_squash_merge) return method;
  const names: Readonly<Record<string, string>> = {
    merge: "Merge commits",
    squash: "Squash merges",
    rebase: "Rebase merges",
  };
  throw new ApiError(405, `${names[method] ?? "Such merges"} are not allowed on this repository.`);
}
