/** What a pull request’s facts become by an action of the bot, so that they need not be read again. */
import type { BoardConfig } from "../config.ts";
import { readJobFile, writeJobFile } from "../job/file.ts";
import type { JobSource } from "../listing/read-board.ts";
import type { Facts, Login, PullEvent, PullRequest } from "./facts.ts";
import type { Action } from "./plan.ts";
import type { PostChange } from "./post-change.ts";
import { changedJob } from "./post-change.ts";
import { momentOf } from "./timestamps.ts";

/** The facts after an action was applied. What GitHub numbers has a made-up id. */
export function factsAfter(facts: Facts, action: Action, config: BoardConfig): Facts {
  const { pull, bot } = facts;
  switch (action.do) {
    case "set-status": {
      const { sha, state, description } = action;
      const [id, at] = [nextId(pull.commitStatuses), momentOf(facts.now)];
      const commitStatuses = [...pull.commitStatuses, { id, sha, state, description, at }];
      return changePull(facts, { commitStatuses });
    }
    case "set-title":
      return changePull(facts, { title: action.title });
    case "add-labels":
      return changePull(facts, { labels: [...pull.labels, ...action.labels] });
    case "remove-label":
      return changePull(facts, { labels: pull.labels.filter((label) => label !== action.label) });
    case "assign":
      return happened(
        facts,
        { event: "assigned", actor: bot, assignee: action.login },
        {
          assignees: [...pull.assignees, action.login],
        },
      );
    case "unassign":
      return happened(
        facts,
        { event: "unassigned", actor: bot, assignee: action.login },
        {
          assignees: pull.assignees.filter((login) => login !== action.login),
        },
      );
    case "merge":
      return factsAfterMerge(facts, bot);
    case "close":
      return happened(facts, { event: "closed", actor: bot }, { state: "closed" });
    case "reopen":
      return happened(facts, { event: "reopened", actor: bot }, { state: "open" });
    case "change-post": {
      const posts = facts.posts.map((post) => withChange(post, action.change, config));
      return { ...facts, posts };
    }
    case "write-comment":
      return commented(facts, action.id, action.body);
    case "post-comment":
      return commented(facts, null, action.body);
    case "react": {
      const comments = pull.comments.map((comment) =>
        comment.id === action.comment
          ? { ...comment, reactions: [...comment.reactions, action.reaction] }
          : comment,
      );
      return changePull(facts, { comments });
    }
  }
}

/** The facts after somebody has merged the pull request. */
export function factsAfterMerge(facts: Facts, by: Login): Facts {
  const { files } = facts.pull;
  const touched = new Set(files.map(({ path }) => path));
  const brought = files.flatMap(({ path, content }) => (content ? [{ file: path, content }] : []));
  // Merging closes a pull request.
  const merged = { state: "merged", mergedBy: by } as const;
  return {
    ...happened(facts, { event: "closed", actor: by }, merged),
    posts: [...facts.posts.filter((post) => !touched.has(post.file)), ...brought],
  };
}

/** The facts with an event of the pull request, and with what it changes. */
export function happened(
  facts: Facts,
  event: Omit<PullEvent, "id" | "at">,
  changes: Partial<PullRequest>,
): Facts {
  const { events } = facts.pull;
  const dated = { id: nextId(events), ...event, at: momentOf(facts.now) };
  return changePull(facts, { ...changes, events: [...events, dated] });
}

export function changePull(facts: Facts, changes: Partial<PullRequest>): Facts {
  return { ...facts, pull: { ...facts.pull, ...changes } };
}

function commented(facts: Facts, id: number | null, body: string): Facts {
  const { comments } = facts.pull;
  const isKnown = comments.some((comment) => comment.id === id);
  const written = isKnown
    ? comments.map((comment) => (comment.id === id ? { ...comment, body, edited: true } : comment))
    : [
        ...comments,
        {
          ...{ id: nextId(comments), author: facts.bot, body },
          ...{ at: momentOf(facts.now), edited: false, reactions: [] },
        },
      ];
  return changePull(facts, { comments: written });
}

/** What is newer has the greater id. */
function nextId(things: readonly { id: number }[]): number {
  return Math.max(0, ...things.map(({ id }) => id)) + 1;
}

/** A post that cannot be read or written stays as it is: then the change was not made either. */
function withChange(post: JobSource, change: PostChange, config: BoardConfig): JobSource {
  const { file, content } = post;
  if (file !== change.file || "refused" in content) return post;
  const read = readJobFile(file, content, config);
  if (!read.ok) return post;
  const written = writeJobFile(file, changedJob(read.job, change), config);
  return written.ok ? { file, content: new TextEncoder().encode(written.text) } : post;
}
