/** What was said and done in a pull request. */
import type { Comment, Commit, PullEvent, Reaction, Review } from "../../../board/review/facts.ts";
import type { Answer, GitHub } from "../client.ts";
import { unlessStatus } from "../errors.ts";
import { botLogin, loginOf, sameLogin } from "./people.ts";

export type ListedComment = Answer<"issues", "listComments">[number];

/** The comments below a pull request. */
export async function listComments(github: GitHub, pull: number): Promise<ListedComment[]> {
  const { paginate, rest, at } = github;
  return await paginate(rest.issues.listComments, { ...at, issue_number: pull, per_page: 100 });
}

/** The comments, with the bot's reactions to those that may be commands. */
export async function readComments(github: GitHub, pull: number): Promise<Comment[]> {
  const comments = await listComments(github, pull);
  return await Promise.all(
    comments.map(async (comment) => ({
      id: comment.id,
      author: loginOf(comment.user),
      body: comment.body ?? "",
      at: comment.created_at,
      edited: comment.updated_at !== comment.created_at,
      reactions:
        mayBeCommand(comment) && comment.reactions?.total_count !== 0
          ? await readReactions(github, comment.id)
          : [],
    })),
  );
}

/** Whether a comment begins as commands do. */
export function mayBeCommand({ body }: { body?: string }): boolean {
  return body?.trimStart().startsWith("/") ?? false;
}

/** The bot's own reactions to a comment; none if it is gone. */
export async function readReactions(github: GitHub, comment: number): Promise<Reaction[]> {
  const { paginate, rest, at } = github;
  const all = await unlessStatus(
    [404],
    paginate(rest.reactions.listForIssueComment, { ...at, comment_id: comment, per_page: 100 }),
  );
  return (all ?? [])
    .filter(({ user }) => sameLogin(loginOf(user), botLogin))
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
  return commits.map(({ sha, author, commit }) => ({
    sha,
    author: author && "login" in author ? author.login : null,
    at: commit.committer?.date ?? commit.author?.date ?? "",
  }));
}
