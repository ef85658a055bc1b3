/** Comments on issues and pull requests, and reactions to them. */
import { editComment } from "../issue-updates.ts";
import { may, readable, writable } from "../permissions.ts";
import { reactionContents, serializeComment, serializeReaction } from "../serializers/issues.ts";
import type { Comment, Issue, Repository } from "../state.ts";
import { emitCommentEvent } from "../webhooks.ts";
import type { Answer, Call, Operations } from "./call.ts";
import { created, list, noContent, ok, parameter } from "./call.ts";
import { forbidden, invalidField, notForIntegration, notFound } from "./errors.ts";
import { appPermissions, changeableIssue, issueInPath } from "./issues.ts";

const comments = "/repos/{owner}/{repo}/issues/comments/{comment_id}";

export const commentOperations: Operations = {
  "GET /repos/{owner}/{repo}/issues/{issue_number}/comments": (call) => {
    const repository = readable(call);
    const issue = issueInPath(call, repository);
    const since = call.query.get("since") ?? "";
    const found = issue.comments.filter(({ updatedAt }) => updatedAt >= since);
    return list(call, found, (comment) => serializeComment(call.core, repository, issue, comment));
  },
  "POST /repos/{owner}/{repo}/issues/{issue_number}/comments": write,
  [`GET ${comments}`]: (call) => {
    const repository = readable(call);
    const { issue, comment } = commentInPath(call, repository);
    return ok(serializeComment(call.core, repository, issue, comment));
  },
  [`PATCH ${comments}`]: edit,
  [`DELETE ${comments}`]: remove,
  [`GET ${comments}/reactions`]: (call) => {
    const { comment } = commentInPath(call, readable(call));
    const content = call.query.get("content");
    const found = comment.reactions.filter((known) => !content || known.content === content);
    return list(call, found, (reaction) => serializeReaction(call.core, reaction));
  },
  [`POST ${comments}/reactions`]: react,
  [`DELETE ${comments}/reactions/{reaction_id}`]: (call) => {
    const { comment, caller } = changeableComment(call);
    const id = Number(parameter(call, "reaction_id"));
    const reaction = comment.reactions.find((known) => known.id === id);
    if (!reaction || reaction.user !== caller.user.login) throw notFound();
    comment.reactions.splice(comment.reactions.indexOf(reaction), 1);
    return noContent();
  },
};

/** GitHub's own limit, in characters. */
const longestBody = 65_536;

function write(call: Call): Answer {
  const { core } = call;
  const { repository, caller, issue } = changeableIssue(call, "read");
  const now = core.store.moment();
  const comment: Comment = {
    id: core.store.nextId(),
    author: caller.user.login,
    body: readBody(call),
    createdAt: now,
    updatedAt: now,
    reactions: [],
  };
  issue.comments.push(comment);
  issue.updatedAt = now;
  emitCommentEvent(core, repository, caller, { issue, comment, action: "created" });
  return created(serializeComment(core, repository, issue, comment));
}

function edit(call: Call): Answer {
  const { core } = call;
  const { repository, caller, issue, comment } = editableComment(call);
  editComment(core, repository, caller, { issue, comment }, readBody(call));
  return ok(serializeComment(core, repository, issue, comment));
}

function remove(call: Call): Answer {
  const { core } = call;
  const { repository, caller, issue, comment } = editableComment(call);
  issue.comments.splice(issue.comments.indexOf(comment), 1);
  emitCommentEvent(core, repository, caller, { issue, comment, action: "deleted" });
  return noContent();
}

/** Each person's reaction exists once: 201 if it is new, 200 if it already existed. */
function react(call: Call): Answer {
  const { comment, caller } = changeableComment(call);
  const content = call.body.requiredText("content");
  if (!reactionContents.some((known) => known === content)) {
    throw invalidField("Reaction", "content");
  }
  const user = caller.user.login;
  const known = comment.reactions.find((other) => other.user === user && other.content === content);
  if (known) return ok(serializeReaction(call.core, known));
  const { store } = call.core;
  const reaction = { id: store.nextId(), user, content, createdAt: store.moment() };
  comment.reactions.push(reaction);
  return created(serializeReaction(call.core, reaction));
}

function readBody({ body }: Call): string {
  const text = body.requiredText("body");
  if (!text.trim()) throw invalidField("IssueComment", "body", "missing_field");
  if (text.length > longestBody) throw invalidField("IssueComment", "body", "too_long");
  return text;
}

function commentInPath(call: Call, repository: Repository): { issue: Issue; comment: Comment } {
  const id = Number(parameter(call, "comment_id"));
  for (const issue of repository.issues) {
    const comment = issue.comments.find((known) => known.id === id);
    if (comment) return { issue, comment };
  }
  throw notFound();
}

function changeableComment(call: Call) {
  const found = commentInPath(call, readable(call));
  const need = { role: "read", app: appPermissions(found.issue) } as const;
  return { ...found, ...writable(call, need) };
}

/** A comment can be changed by its author and by people with write access. */
function editableComment(call: Call) {
  const found = changeableComment(call);
  const { caller, comment, repository, issue } = found;
  const isOwn = comment.author === caller.user.login;
  if (!isOwn && !may(caller, repository, { role: "write", app: appPermissions(issue) })) {
    throw caller.kind === "installation" ? notForIntegration() : forbidden();
  }
  return found;
}
