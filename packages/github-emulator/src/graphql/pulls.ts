/** Pull requests. */
import type {
  PullRequest,
  PullRequestChangedFile,
  PullRequestCommit,
  PullRequestReview,
} from "@octokit/graphql-schema";
import { mostCommits, mostFiles } from "../api/pulls.ts";
import type { Commit } from "../commits.ts";
import { readCommits } from "../commits.ts";
import { readRef } from "../git-refs.ts";
import { mergeabilityOf } from "../mergeability.ts";
import { changeCounts, changedFiles, commitsOf, pullRange } from "../pull-changes.ts";
import { nodeId, repositoryPage } from "../serializers/addresses.ts";
import { association } from "../serializers/users.ts";
import type { PullIssue, Repository, Review } from "../state.ts";
import { sameName } from "../store.ts";
import { actor } from "./actors.ts";
import { connection } from "./connection.ts";
import type { Arguments, Fields, Viewer } from "./fields.ts";
import { once } from "./fields.ts";
import { conversation } from "./issues.ts";
import { commit, commitNamed, refFields } from "./objects.ts";
import type { TimelineItem } from "./timeline.ts";
import { timeline } from "./timeline.ts";

export function pullFields(viewer: Viewer, repository: Repository, issue: PullIssue) {
  const { core } = viewer;
  const { pull } = issue;
  const page = `/pull/${issue.number}`;
  const head = core.store.repositoryById(pull.headRepositoryId);
  const range = once(() => pullRange(core, repository, pull));
  const counts = once(async () => changeCounts(core, repository, await range()));
  // A query counts as one look, however many fields it has.
  const mergeability = once(async () => {
    const found = await mergeabilityOf(core, repository, issue);
    core.timing.look(pull);
    return found;
  });
  const commits = once(async () => {
    const shas = await commitsOf(core, repository, await range());
    return await readCommits(core, repository, shas.slice(0, mostCommits));
  });
  const ref = (of: Repository | undefined, name: string) => {
    const sha = of && readRef(core.store.pathOf(of), `refs/heads/${name}`);
    return of && sha ? refFields(viewer, of, `refs/heads/${name}`, sha) : null;
  };
  return {
    __typename: "PullRequest",
    ...conversation(viewer, repository, issue),
    id: nodeId("PullRequest", issue.id),
    state: pull.merged ? "MERGED" : issue.state.toUpperCase(),
    isDraft: pull.draft,
    headRefName: pull.headRef,
    headRefOid: pull.headSha,
    headRef: () => ref(head, pull.headRef),
    headRepository: () => (head ? viewer.repositoryFields(head) : null),
    headRepositoryOwner: () => actor(viewer, pull.headOwner),
    isCrossRepository: pull.headRepositoryId !== repository.id,
    baseRefName: pull.baseRef,
    baseRefOid: pull.baseSha,
    baseRef: () => ref(repository, pull.baseRef),
    baseRepository: () => viewer.repositoryFields(repository),
    maintainerCanModify: pull.maintainerCanModify,
    permalink: repositoryPage(core, repository, page),
    mergeable: async () => mergeableNames[String((await mergeability()).mergeable)],
    mergeStateStatus: async () => (await mergeability()).mergeable_state.toUpperCase(),
    async potentialMergeCommit() {
      const { mergeable } = await mergeability(); // This creates the commit.
      if (mergeable === null || !pull.testMerge) return null;
      return await commitNamed(viewer, repository, pull.testMerge.commit);
    },
    merged: pull.merged !== null,
    mergedAt: pull.merged?.at ?? null,
    mergedBy: pull.merged ? actor(viewer, pull.merged.by) : null,
    mergeCommit: () => (pull.merged ? commitNamed(viewer, repository, pull.merged.commit) : null),
    autoMergeRequest: null,
    additions: async () => (await counts()).additions,
    deletions: async () => (await counts()).deletions,
    changedFiles: async () => (await counts()).changed_files,
    async files(given: Arguments) {
      const files = await changedFiles(core, repository, await range());
      return connection(given, {
        items: files.slice(0, mostFiles),
        positionOf: (_, index) => [index],
        node: ({ path, status, additions, deletions }) =>
          ({
            path,
            changeType: status === "removed" ? "DELETED" : status.toUpperCase(),
            additions,
            deletions,
          }) satisfies Fields<PullRequestChangedFile>,
      });
    },
    async commits(given: Arguments) {
      return connection(given, {
        items: await commits(),
        positionOf: (_, index) => [index],
        node: (known) => commitFields(viewer, repository, issue, known),
      });
    },
    reviews(given: Arguments) {
      const states = given.texts("states");
      const author = given.text("author");
      return connection(given, {
        items: pull.reviews.filter(
          (review) =>
            (!states || states.includes(review.state)) &&
            (!author || sameName(review.author, author)),
        ),
        positionOf: ({ id }) => [id],
        node: (review) => reviewFields(viewer, repository, issue, review),
      });
    },
    async timelineItems(given: Arguments) {
      const reviews = pull.reviews.map((review) => ({
        at: review.submittedAt,
        order: review.id,
        type: "PullRequestReview",
        node: () => reviewFields(viewer, repository, issue, review),
      }));
      const pushed = (await commits()).map((known, order) => ({
        at: known.committer.date,
        order,
        type: "PullRequestCommit",
        node: () => commitFields(viewer, repository, issue, known),
      }));
      const more: TimelineItem[] = [...reviews, ...pushed];
      return timeline(viewer, repository, issue, given, more);
    },
  } satisfies Fields<PullRequest>;
}

const mergeableNames: Readonly<Record<string, string>> = {
  true: "MERGEABLE",
  false: "CONFLICTING",
  null: "UNKNOWN",
};

function commitFields(viewer: Viewer, repository: Repository, issue: PullIssue, known: Commit) {
  return {
    __typename: "PullRequestCommit",
    id: nodeId("PullRequestCommit", `${issue.id}:${known.sha}`),
    commit: () => commit(viewer, repository, known),
  } satisfies Fields<PullRequestCommit>;
}

function reviewFields(viewer: Viewer, repository: Repository, issue: PullIssue, review: Review) {
  const page = `/pull/${issue.number}#pullrequestreview-${review.id}`;
  return {
    __typename: "PullRequestReview",
    id: nodeId("PullRequestReview", review.id),
    databaseId: review.id,
    fullDatabaseId: String(review.id),
    author: actor(viewer, review.author),
    authorAssociation: association(viewer.core, repository, review.author),
    state: review.state,
    body: review.body,
    createdAt: review.submittedAt,
    submittedAt: review.submittedAt,
    updatedAt: review.submittedAt,
    lastEditedAt: null,
    url: repositoryPage(viewer.core, repository, page),
    commit: () => commitNamed(viewer, repository, review.commit),
  } satisfies Fields<PullRequestReview>;
}
