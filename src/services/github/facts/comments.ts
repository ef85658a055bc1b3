/**
 * Reads comments: as a part of queries, and by the REST API before something is written twice. Reads the bot’s reactions
 * for others than the bot.
 */
import type { Comment, Reaction } from "../../../board/review/facts.ts";
import type { Answer, GitHub } from "../client.ts";
import { unlessStatus } from "../errors.ts";
import type { Account } from "./accounts.ts";
import { account, loginOf } from "./accounts.ts";
import { isBot } from "./permissions.ts";

/** The fields of a `GivenComment`. */
export const commentFields = `id databaseId author { ${account} } body createdAt lastEditedAt
  reactionGroups { content viewerHasReacted }`;

export type GivenComment = {
  id: string;
  databaseId: number;
  author: Account;
  body: string;
  createdAt: string;
  lastEditedAt: string | null;
  reactionGroups: ReactionGroups;
};
type ReactionGroups = readonly { content: string; viewerHasReacted: boolean }[] | null;

export function commentOf(given: GivenComment, github: Pick<GitHub, "app">): Comment {
  return {
    id: given.databaseId,
    author: loginOf(given.author, github),
    body: given.body,
    at: given.createdAt,
    edited: given.lastEditedAt !== null,
    reactions: ownReactions(given.reactionGroups),
  };
}

/** Those of whoever asks. */
function ownReactions(groups: ReactionGroups): Reaction[] {
  return (groups ?? []).flatMap(({ content, viewerHasReacted }) => {
    const reaction = reactionNames[content];
    return viewerHasReacted && reaction ? [reaction] : [];
  });
}

const reactionNames: Readonly<Record<string, Reaction>> = {
  THUMBS_UP: "+1",
  CONFUSED: "confused",
};

export type ListedComment = Answer<"issues", "listComments">[number];

/** The comments on an issue or a pull request. */
export async function listComments(github: GitHub, issue: number): Promise<ListedComment[]> {
  const { paginate, rest, at } = github;
  return await paginate(rest.issues.listComments, { ...at, issue_number: issue, per_page: 100 });
}

/** The bot’s reactions to a comment; none if it was deleted. */
export async function readReactions(github: GitHub, comment: number): Promise<Reaction[]> {
  const { paginate, rest, at } = github;
  const all = await unlessStatus(
    [404],
    paginate(rest.reactions.listForIssueComment, { ...at, comment_id: comment, per_page: 100 }),
  );
  return (all ?? [])
    .filter(({ user }) => isBot(user, github))
    .flatMap(({ content }) => (content === "+1" || content === "confused" ? [content] : []));
}
