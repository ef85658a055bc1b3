/** Reads the open pull requests in which something happened most recently. One query, one point. */
import { isSameLogin } from "../../../board/login.ts";
import type { Moment } from "../../../board/review/facts.ts";
import type { OpenPull } from "../../../board/review/pending.ts";
import type { GitHub } from "../client.ts";
import type { Account, Viewer } from "./accounts.ts";
import { account, isViewerBot, loginOf, viewer } from "./accounts.ts";
import type { ReactionGroups } from "./comments.ts";
import { ownReactions } from "./comments.ts";
import { statusContext } from "./commit-statuses.ts";
import { botLogin } from "./permissions.ts";
import { isOwnChange } from "./pull-request.ts";

/** So many that the query still takes one point. */
const pullsAtMost = 30;

const question = `query ($owner: String!, $repo: String!, $branch: String!, $context: String!) {
  ${viewer}
  repository(owner: $owner, name: $repo) {
    pullRequests(
      first: ${pullsAtMost}, states: OPEN, baseRefName: $branch,
      orderBy: { field: UPDATED_AT, direction: DESC }
    ) {
      nodes {
        number createdAt author { ${account} }
        headRefOid headRefName headRepository { nameWithOwner }
        commits(last: 1) {
          nodes { commit { oid status { context(name: $context) { createdAt creator { ${account} } } } } }
        }
        comments(last: 30) {
          nodes {
            databaseId author { ${account} } authorAssociation body createdAt
            reactionGroups { content viewerHasReacted }
          }
        }
      }
    }
  }
}`;

type GivenPull = {
  number: number;
  createdAt: Moment;
  author: Account;
  headRefOid: string;
  headRefName: string;
  headRepository: { nameWithOwner: string } | null;
  commits: { nodes: readonly { commit: GivenCommit }[] };
  comments: { nodes: readonly GivenComment[] };
};
type GivenCommit = {
  oid: string;
  status: { context: { createdAt: Moment; creator: Account } | null } | null;
};
type GivenComment = {
  databaseId: number;
  author: Account;
  authorAssociation: string;
  body: string;
  createdAt: Moment;
  reactionGroups: ReactionGroups;
};

type Answer = {
  viewer: Viewer;
  repository: { pullRequests: { nodes: readonly GivenPull[] } };
};

/**
 * The submissions, the most recently updated first.
 *
 * @returns `isBot`: whether the bot asks, so that the marks are its own
 */
export async function readRecentPulls(
  github: Pick<GitHub, "graphql" | "at" | "branch">,
): Promise<{ isBot: boolean; pulls: OpenPull[] }> {
  const { graphql, at, branch } = github;
  const answer = await graphql<Answer>(question, { ...at, branch, context: statusContext });
  return {
    isBot: isViewerBot(answer.viewer),
    pulls: answer.repository.pullRequests.nodes
      .filter((given) => !isOwn(given, github))
      .map(pullOf),
  };
}

function isOwn(given: GivenPull, github: Pick<GitHub, "at">): boolean {
  const { author, headRefName: branch, headRepository } = given;
  const from = { branch, repository: headRepository?.nameWithOwner };
  return isOwnChange({ author: loginOf(author), from }, github);
}

function pullOf({ number, createdAt, headRefOid, commits, comments }: GivenPull): OpenPull {
  const status = commits.nodes.find(({ commit }) => commit.oid === headRefOid)?.commit.status;
  const context = status?.context;
  const isByBot = context && isSameLogin(loginOf(context.creator), botLogin);
  return {
    number,
    openedAt: createdAt,
    head: { sha: headRefOid, statusAt: isByBot ? context.createdAt : null },
    comments: comments.nodes.map((comment) => ({
      id: comment.databaseId,
      author: loginOf(comment.author),
      isMember: memberships.includes(comment.authorAssociation),
      body: comment.body,
      at: comment.createdAt,
      reactions: ownReactions(comment.reactionGroups),
    })),
  };
}

/** https://docs.github.com/graphql/reference/enums#commentauthorassociation */
const memberships: readonly string[] = ["OWNER", "MEMBER", "COLLABORATOR"];
