/** Reads what people and the bot did on a pull request: comments, reviews, events, commits. */

import { isSameLogin } from "../../../board/login.ts";
import type { Comment, Commit, PullEvent, Reaction, Review } from "../../../board/review/facts.ts";
import type { Answer, GitHub } from "../client.ts";
import { unlessStatus } from "../errors.ts";
import { botLogin, loginOf } from "./permissions.ts";

export type ListedComment = Answer<"issues", "listComments">[number];

/** The comments on a pull request. */
export async function listComments(github: GitHub, pull: number): Promise<ListedComment[]> {
  const { paginate, rest, at } = github;
  return await paginate(rest.issues.listComments, { ...at, issue_number: pull, per_page: 100 });
}

/**
 * The comments, with the bot’s reactions to commands.
 *
 * @param isCommand whether a comment is a command by somebody who may give it. Reactions to other comments are not
 * read, because then anybody could keep the bot busy.
 */
export async function readComments(
  github: GitHub,
  pull: number,
  isCommand: (comment: Comment) => Promise<boolean>,
): Promise<Comment[]> {
  const comments = await listComments(github, pull);
  return await Promise.all(
    comments.map(async (given): Promise<Comment> => {
      const comment = {
        id: given.id,
        author: loginOf(given.user),
        body: given.body ?? "",
        at: given.created_at,
        edited: given.updated_at !== given.created_at,
        reactions: [],
      };
      if (given.reactions?.total_count === 0 || !(await isCommand(comment))) return comment;
      return { ...comment, reactions: await readReactions(github, given.id) };
    }),
  );
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

const reviewStates: Readonly<Record<string, Review["state"]>> = {
  APPROVED: "approved",
  CHANGES_REQUESTED: "changes-requested",
  COMMENTED: "commented",
  DISMISSED: "dismissed",
};

/** The submitted reviews. */
export async function readReviews(github: GitHub, pull: number): Promise<Review[]> {
  const { paginate, rest, at } = github;
  const reviews = await paginate(rest.pulls.listReviews, {
    ...at,
    pull_number: pull,
    per_page: 100,
  });
  return reviews.flatMap((review) => {
    const { id, body, commit_id, submitted_at } = review;
    const state = reviewStates[review.state];
    if (!state || submitted_at === undefined) return []; // Still pending.
    return [
      { id, author: loginOf(review.user), state, body, sha: commit_id ?? "", at: submitted_at },
    ];
  });
}

/** Who was assigned and unassigned, and who closed and reopened it. */
export async function readEvents(github: GitHub, pull: number): Promise<PullEvent[]> {
  const { paginate, rest, at } = github;
  const all = await paginate(rest.issues.listEvents, { ...at, issue_number: pull, per_page: 100 });
  return all.flatMap((given): PullEvent[] => {
    const event = eventNames.find((name) => name === given.event);
    if (!event) return [];
    const assigned = "assignee" in given ? given.assignee : undefined;
    // For assignments, `actor` may be the assignee.
    const assigner = "assigner" in given ? given.assigner : undefined;
    return [
      {
        id: given.id,
        event,
        actor: loginOf(assigner ?? given.actor),
        ...(assigned && { assignee: assigned.login }),
        at: given.created_at,
      },
    ];
  });
}

const eventNames = ["assigned", "unassigned", "closed", "reopened"] as const;

/** The commits, oldest first. GitHub lists at most 250. */
export async function readCommits(github: GitHub, pull: number): Promise<Commit[]> {
  const { paginate, rest, at } = github;
  const commits = await paginate(rest.pulls.listCommits, {
    ...at,
    pull_number: pull,
    per_page: 100,
  });
  return commits.map(({ sha, author }) => ({
    sha,
    author: author && "login" in author ? author.login : null,
  }));
}
