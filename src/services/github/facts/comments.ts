/** Reads comments and the bot’s reactions by the REST API, for issues and before something is written twice. */
import { isSameLogin } from "../../../board/login.ts";
import type { Comment, Reaction } from "../../../board/review/facts.ts";
import type { Answer, GitHub } from "../client.ts";
import { unlessStatus } from "../errors.ts";
import { botLogin, loginOf } from "./permissions.ts";

export type ListedComment = Answer<"issues", "listComments">[number];

/** The comments on an issue or a pull request. */
export async function listComments(github: GitHub, issue: number): Promise<ListedComment[]> {
  const { paginate, rest, at } = github;
  return await paginate(rest.issues.listComments, { ...at, issue_number: issue, per_page: 100 });
}

/** The comments on an issue, without reactions. */
export async function readComments(github: GitHub, issue: number): Promise<Comment[]> {
  const comments = await listComments(github, issue);
  return comments.map((given) => ({
    id: given.id,
    author: loginOf(given.user),
    body: given.body ?? "",
    at: given.created_at,
    edited: given.updated_at !== given.created_at,
    reactions: [],
  }));
}

/** The bot’s reactions to a comment; none if it was deleted. */
export async function readReactions(github: GitHub, comment: number): Promise<Reaction[]> {
  const { paginate, rest, at } = github;
  const all = await unlessStatus(
    [404],
    paginate(rest.reactions.listForIssueComment, { ...at, comment_id: comment, per_page: 100 }),
  );
  return (all ?? [])
    .filter(({ user }) => isSameLogin(loginOf(user), botLogin))
    .flatMap(({ content }) => (content === "+1" || content === "confused" ? [content] : []));
}
