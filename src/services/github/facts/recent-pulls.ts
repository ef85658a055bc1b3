/** Reads the pull requests in which something happened most recently, open or closed. One point. */
import { isSameLogin } from "../../../board/login.ts";
import type { Moment } from "../../../board/review/facts.ts";
import type { RecentPull } from "../../../board/review/pending.ts";
import type { GitHub } from "../client.ts";
import { RateLimitError } from "../rate-limit.ts";
import type { Account, Viewer } from "./accounts.ts";
import { account, loginOf, restLogin, viewer } from "./accounts.ts";
import type { GivenComment } from "./comments.ts";
import { commentFields, commentOf } from "./comments.ts";
import { statusContext } from "./commit-statuses.ts";
import type { Discussion } from "./discussion.ts";
import { readDiscussion } from "./discussion.ts";
import { isBot, statusLogin } from "./permissions.ts";
import { isOwnChange } from "./pull-request.ts";

/** So many that the query still takes one point. */
const pullsAtMost = 25;

/** Fields of the repository. */
export function recentPullFields({ branch }: Pick<GitHub, "branch">): string {
  return `recent: pullRequests(
    first: ${pullsAtMost}, baseRefName: ${JSON.stringify(branch)},
    orderBy: { field: UPDATED_AT, direction: DESC }
  ) {
    nodes {
      number state createdAt updatedAt author { ${account} }
      headRefOid headRefName headRepository { nameWithOwner }
      commits(last: 1) {
        nodes {
          commit {
            oid status { context(name: "${statusContext}") { createdAt creator { ${account} } } }
          }
        }
      }
      reviews(last: 1) { nodes { submittedAt } }
      comments(last: 10) {
        nodes { ${commentFields} authorAssociation }
      }
    }
  }`;
}

type GivenPull = {
  number: number;
  state: string;
  createdAt: Moment;
  updatedAt: Moment;
  author: Account;
  headRefOid: string;
  headRefName: string;
  headRepository: { nameWithOwner: string } | null;
  commits: { nodes: readonly { commit: GivenCommit }[] };
  reviews: { nodes: readonly { submittedAt: Moment | null }[] } | null;
  comments: { nodes: readonly (GivenComment & { authorAssociation: string })[] };
};
type GivenCommit = {
  oid: string;
  status: { context: { createdAt: Moment; creator: Account } | null } | null;
};

/** The answer to `recentPullFields`. */
export type RecentPulls = { recent: { nodes: readonly GivenPull[] } };

/** The submissions among them, the most recently updated first. */
export function submissionsIn(
  { recent }: RecentPulls,
  github: Pick<GitHub, "at" | "app">,
): RecentPull[] {
  return recent.nodes
    .filter((given) => !isOwn(given, github))
    .map((given) => pullOf(given, github));
}

/**
 * Asks for them alone.
 *
 * @returns `isBot`: whether the bot asks, so that the marks are its own
 */
export async function readRecentPulls(
  github: Pick<GitHub, "graphql" | "at" | "branch" | "app">,
): Promise<{ isBot: boolean; pulls: RecentPull[] }> {
  const question = `query ($owner: String!, $repo: String!) {
    ${viewer}
    repository(owner: $owner, name: $repo) { ${recentPullFields(github)} }
  }`;
  type Answer = { viewer: Viewer; repository: RecentPulls };
  const answer = await github.graphql<Answer>(question, github.at);
  return {
    isBot: isBot(answer.viewer, github),
    pulls: submissionsIn(answer.repository, github),
  };
}

/** Asks for them with what was said and done in one of them, by one query. */
export async function readRecentPullsAndDiscussion(
  github: Pick<GitHub, "graphql" | "at" | "branch" | "app">,
  number: number,
): Promise<{ isBot: boolean; pulls: RecentPull[]; discussion?: Discussion }> {
  const read = await readDiscussion<RecentPulls>(github, number, recentPullFields(github));
  if (!read) return await readRecentPulls(github);
  const { discussion, others } = read;
  return { isBot: discussion.isBot, pulls: submissionsIn(others, github), discussion };
}

/**
 * The answer to one of these questions; `undefined` if GitHub can’t answer that much, because strangers decide how long
 * their comments are. Without it, the bot only has more to do. The hourly limit stops everything.
 *
 * @param report is called with the failure
 */
export async function answerIfPossible<Answer>(
  question: Promise<Answer>,
  report?: (failure: unknown) => void,
): Promise<Answer | undefined> {
  try {
    return await question;
  } catch (error) {
    if (error instanceof RateLimitError) throw error;
    report?.(error);
    return undefined;
  }
}

function isOwn(given: GivenPull, github: Pick<GitHub, "at" | "app">): boolean {
  const { author, headRefName: branch, headRepository } = given;
  const from = { branch, repository: headRepository?.nameWithOwner };
  return isOwnChange({ author: loginOf(author, github), from }, github);
}

function pullOf(given: GivenPull, github: Pick<GitHub, "app">): RecentPull {
  const { number, state, createdAt, updatedAt, headRefOid, commits, reviews, comments } = given;
  const status = commits.nodes.find(({ commit }) => commit.oid === headRefOid)?.commit.status;
  const context = status?.context;
  const isByBot = context && isSameLogin(restLogin(context.creator), statusLogin(github));
  return {
    number,
    isOpen: state === "OPEN",
    openedAt: createdAt,
    updatedAt,
    head: { sha: headRefOid, statusAt: isByBot ? context.createdAt : null },
    lastReviewAt: reviews?.nodes[0]?.submittedAt ?? null,
    comments: comments.nodes.map((comment) => ({
      ...commentOf(comment, github),
      editedAt: comment.lastEditedAt,
      isMember: memberships.includes(comment.authorAssociation),
    })),
  };
}

/** https://docs.github.com/graphql/reference/enums#commentauthorassociation */
const memberships: readonly string[] = ["OWNER", "MEMBER", "COLLABORATOR"];
