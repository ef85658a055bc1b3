/**
 * Asks GitHub about a pull request: its state, what was said and done in it, and which others came before it. One query,
 * one point.
 */
import type { PullEvent, PullRequest, Review } from "../../../board/review/facts.ts";
import type { GitHub } from "../client.ts";
import type { Account, Viewer } from "./accounts.ts";
import { account, loginOf, personOf, viewer } from "./accounts.ts";
import type { GivenComment } from "./comments.ts";
import { commentFields, commentOf } from "./comments.ts";
import type { LastStatuses } from "./commit-statuses.ts";
import { statusContext } from "./commit-statuses.ts";
import type { OpenPull, OpenPullLists } from "./open-pulls.ts";
import { openBefore, openPullFields } from "./open-pulls.ts";
import { isBot } from "./permissions.ts";

/** A pull request as GitHub knows it, without its files and commit statuses. */
export type Discussion = Omit<PullRequest, "files" | "commitStatuses"> & {
  /** The branch that it comes from, and in which repository; `undefined` if that was deleted. */
  from: { branch: string; repository: string | undefined };
  /** The branch that it goes to, and its commit when GitHub last compared them. */
  base: { branch: string; sha: string };
  updatedAt: string;
  /** Whether the bot asks, so that `reactions` are its own. */
  isBot: boolean;
  /** Of the bot’s name. */
  lastStatuses: LastStatuses;
  /** The open pull requests with a smaller number, oldest first. */
  earlier: readonly OpenPull[];
  nodeIds: NodeIds;
};

/** The names of things in the GraphQL API, which changes need. */
export type NodeIds = {
  pull: string;
  /** By the name of the label. */
  labels: ReadonlyMap<string, string>;
  /** By the id of the comment. */
  comments: ReadonlyMap<number, string>;
};

/** The lists that may have more than one page of 100, the most that GitHub gives. */
const lists = {
  comments: `comments(first: 100, after: $comments) {
    pageInfo { hasNextPage endCursor }
    nodes { ${commentFields} }
  }`,
  reviews: `reviews(first: 100, after: $reviews) {
    pageInfo { hasNextPage endCursor }
    nodes { databaseId author { ${account} } state body submittedAt commit { oid } }
  }`,
  events: `events: timelineItems(
    first: 100, after: $events,
    itemTypes: [ASSIGNED_EVENT, UNASSIGNED_EVENT, CLOSED_EVENT, REOPENED_EVENT]
  ) {
    pageInfo { hasNextPage endCursor }
    nodes {
      __typename
      ... on AssignedEvent { createdAt actor { ${account} } assignee { ... on Actor { ${account} } } }
      ... on UnassignedEvent { createdAt actor { ${account} } assignee { ... on Actor { ${account} } } }
      ... on ClosedEvent { createdAt actor { ${account} } }
      ... on ReopenedEvent { createdAt actor { ${account} } }
    }
  }`,
  commits: `commits(first: 100, after: $commits) {
    pageInfo { hasNextPage endCursor }
    nodes { commit { oid author { user { login } } status { context(name: "${statusContext}") { id } } } }
  }`,
} as const;

type ListName = keyof typeof lists;

const listNames = Object.keys(lists) as ListName[];

function questionAbout(names: readonly ListName[], others = ""): string {
  const cursors = names.map((name) => `$${name}: String`).join(", ");
  return `query ($owner: String!, $repo: String!, $number: Int!, ${cursors}) {
    ${viewer}
    repository(owner: $owner, name: $repo) {
      ${others}
      pullRequest(number: $number) {
        id number title state isDraft mergeable createdAt updatedAt changedFiles
        author { ${account} } mergedBy { ${account} }
        headRefOid headRefName headRepository { nameWithOwner } baseRefName baseRefOid
        labels(first: 100) { nodes { name } }
        assignees(first: 100) { nodes { login } }
        ${names.map((name) => lists[name]).join("\n")}
      }
    }
  }`;
}

export type Page<Node> = {
  pageInfo: { hasNextPage: boolean; endCursor: string | null };
  nodes: readonly Node[];
};

type GivenReview = {
  databaseId: number;
  author: Account;
  state: string;
  body: string;
  submittedAt: string | null;
  commit: { oid: string } | null;
};
type GivenEvent = { __typename: string; createdAt: string; actor: Account; assignee?: Account };
type GivenCommit = {
  commit: {
    oid: string;
    author: { user: { login: string } | null } | null;
    status: { context: { id: string } | null } | null;
  };
};

type Given = {
  id: string;
  number: number;
  title: string;
  state: "OPEN" | "CLOSED" | "MERGED";
  isDraft: boolean;
  mergeable: "MERGEABLE" | "CONFLICTING" | "UNKNOWN";
  createdAt: string;
  updatedAt: string;
  changedFiles: number;
  author: Account;
  mergedBy: Account;
  headRefOid: string;
  headRefName: string;
  headRepository: { nameWithOwner: string } | null;
  baseRefName: string;
  baseRefOid: string;
  labels: { nodes: readonly { name: string }[] } | null;
  assignees: { nodes: readonly { login: string }[] };
};

type Lists = {
  comments: GivenComment[];
  reviews: GivenReview[];
  events: GivenEvent[];
  commits: GivenCommit[];
};

/** Fields of the repository that are read once. */
const firstFields = `${openPullFields}
  labels(first: 100) { nodes { id name } }`;

type Answer<Others> = {
  viewer: Viewer;
  repository: Others &
    OpenPullLists & {
      labels: { nodes: readonly { id: string; name: string }[] } | null;
      pullRequest: Given & { [Name in ListName]?: Page<Lists[Name][number]> };
    };
};

/**
 * Asks about a pull request. Throws an Error if there is none.
 *
 * @param others fields of the repository to ask for in the same query
 * @returns `undefined` if it changed between two pages of a list
 */
export async function readDiscussion<Others = unknown>(
  github: Pick<GitHub, "graphql" | "at" | "app">,
  number: number,
  others = "",
): Promise<{ discussion: Discussion; others: Others } | undefined> {
  const { graphql, at } = github;
  const found: Lists = { comments: [], reviews: [], events: [], commits: [] };
  const cursors: Record<string, string | null> = {};
  let first: Answer<Others> | undefined;
  for (let left = listNames; left.length > 0; ) {
    const question = questionAbout(left, first ? "" : `${firstFields} ${others}`);
    const answer = await graphql<Answer<Others>>(question, { ...at, number, ...cursors });
    first ??= answer;
    const given = answer.repository.pullRequest;
    const { updatedAt, headRefOid } = first.repository.pullRequest;
    if (given.updatedAt !== updatedAt || given.headRefOid !== headRefOid) return undefined;
    found.comments.push(...(given.comments?.nodes ?? []));
    found.reviews.push(...(given.reviews?.nodes ?? []));
    found.events.push(...(given.events?.nodes ?? []));
    found.commits.push(...(given.commits?.nodes ?? []));
    for (const name of left) cursors[name] = given[name]?.pageInfo.endCursor ?? null;
    left = left.filter((name) => given[name]?.pageInfo.hasNextPage);
  }
  if (!first) return undefined;
  const discussion = {
    ...pullOf(first.repository.pullRequest, github),
    ...listsOf(found, github),
    isBot: isBot(first.viewer, github),
    lastStatuses: lastStatusesOf(found.commits),
    earlier: await openBefore(github, number, first.repository),
    nodeIds: nodeIdsOf(first, found),
  };
  return { discussion, others: first.repository };
}

function pullOf(
  given: Given,
  github: Pick<GitHub, "app">,
): Omit<Discussion, keyof Lists | "isBot" | "lastStatuses" | "earlier" | "nodeIds"> {
  const { number, title, headRefName, headRepository, baseRefName, baseRefOid } = given;
  return {
    ...{ number, title },
    state: states[given.state],
    draft: given.isDraft,
    author: personOf(given.author, github),
    head: given.headRefOid,
    branch: headRefName,
    from: { branch: headRefName, repository: headRepository?.nameWithOwner },
    base: { branch: baseRefName, sha: baseRefOid },
    mergeable: mergeables[given.mergeable],
    openedAt: given.createdAt,
    updatedAt: given.updatedAt,
    mergedBy: given.state === "MERGED" ? loginOf(given.mergedBy, github) : null,
    labels: given.labels?.nodes.map(({ name }) => name) ?? [],
    assignees: given.assignees.nodes.map(({ login }) => login),
    changedFiles: given.changedFiles,
  };
}

const states = { OPEN: "open", CLOSED: "closed", MERGED: "merged" } as const;
const mergeables = { MERGEABLE: true, CONFLICTING: false, UNKNOWN: null } as const;

function listsOf(
  { comments, reviews, events, commits }: Lists,
  github: Pick<GitHub, "app">,
): Pick<Discussion, keyof Lists> {
  return {
    comments: comments.map((given) => commentOf(given, github)),
    reviews: reviews.flatMap((given) => reviewOf(given, github)),
    events: events.flatMap((given, id) => eventOf(given, id, github)),
    commits: commits.map(({ commit }) => ({
      sha: commit.oid,
      author: commit.author?.user?.login ?? null,
    })),
  };
}

function nodeIdsOf({ repository }: Answer<unknown>, { comments }: Lists): NodeIds {
  return {
    pull: repository.pullRequest.id,
    labels: new Map(repository.labels?.nodes.map(({ name, id }) => [name, id])),
    comments: new Map(comments.map(({ databaseId, id }) => [databaseId, id])),
  };
}

function lastStatusesOf(commits: readonly GivenCommit[]): LastStatuses {
  return new Map(commits.map(({ commit: { oid, status } }) => [oid, status?.context?.id ?? null]));
}

function reviewOf(
  { databaseId, author: by, body, commit, ...given }: GivenReview,
  github: Pick<GitHub, "app">,
): Review[] {
  const state = reviewStates[given.state];
  // Its author has not submitted it yet.
  if (!state || given.submittedAt === null) return [];
  const sha = commit?.oid ?? "";
  const author = loginOf(by, github);
  return [{ id: databaseId, author, state, body, sha, at: given.submittedAt }];
}

const reviewStates: Readonly<Record<string, Review["state"]>> = {
  APPROVED: "approved",
  CHANGES_REQUESTED: "changes-requested",
  COMMENTED: "commented",
  DISMISSED: "dismissed",
};

function eventOf(given: GivenEvent, id: number, github: Pick<GitHub, "app">): PullEvent[] {
  const event = eventNames[given.__typename];
  if (!event) return [];
  const assignee = given.assignee && loginOf(given.assignee, github);
  return [
    {
      id,
      event,
      actor: loginOf(given.actor, github),
      ...(assignee && { assignee }),
      at: given.createdAt,
    },
  ];
}

const eventNames: Readonly<Record<string, PullEvent["event"]>> = {
  AssignedEvent: "assigned",
  UnassignedEvent: "unassigned",
  ClosedEvent: "closed",
  ReopenedEvent: "reopened",
};
