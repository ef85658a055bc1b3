/** What was said and done in a pull request. */

import { isSameLogin } from "../../../board/login.ts";
import type { Comment, Commit, PullEvent, Reaction, Review } from "../../../board/review/facts.ts";
import type { Answer, GitHub } from "../client.ts";
import { unlessStatus } from "../errors.ts";
import { botLogin, loginOf } from "./permissions.ts";

export type ListedComment = Answer<"issues", "listComments">[number];

/** The comments below a pull request. */
export async function listComments(github: GitHub, pull: number): Promise<ListedComment[]> {
  const { paginate, rest, at } = github;
  return await paginate(rest.issues.listComments, { ...at, issue_number: pull, per_page: 100 });
}

/**
 * The comments, with the bot's reactions to those that it may have to act upon.
 *
 * @param isCommand whether the bot listens to a comment: to ask about each that only looks like a command
 * would let anybody keep it busy
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

/** The bot's own reactions to a comment; none if it is gone. */
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

/** The reviews that were sent. */
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
    if (!state || submitted_at === undefined) return []; // One that its author still writes.
    return [
      { id, author: loginOf(review.user), state, body, sha: commit_id ?? "", at: submitted_at },
    ];
  });
}

/** Who assigned, closed and reopened. */
export async function readEvents(github: GitHub, pull: number): Promise<PullEvent[]> {
  const { paginate, rest, at } = github;
  const all = await paginate(rest.issues.listEvents, { ...at, issue_number: pull, per_page: 100 });
  return all.flatMap((given): PullEvent[] => {
    const event = eventNames.find((name) => name === given.event);
    if (!event) return [];
    const assigned = "assignee" in given ? given.assignee : undefined;
    // Of an assignment, `actor` can be the person that it is about.
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

/** The commits, the oldest first; GitHub lists up to 250. */
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
