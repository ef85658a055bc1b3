/** Records events in the format of GitHub's webhooks. https://docs.github.com/webhooks/webhook-events-and-payloads */
import type { AuthenticatedCaller } from "./authentication.ts";
import { isActions } from "./authentication.ts";
import type { Core } from "./core.ts";
import type { EventName, Payload } from "./events.ts";
import { fullName } from "./serializers/addresses.ts";
import { serializeComment, serializeIssue } from "./serializers/issues.ts";
import { fullPull } from "./serializers/pulls.ts";
import { simpleRepository } from "./serializers/repositories.ts";
import { simpleUser } from "./serializers/users.ts";
import type { Comment, Issue, Repository } from "./state.ts";
import { isPull } from "./state.ts";

/** The events that start workflows even if caused by a workflow's own token. */
const alwaysTriggering: readonly EventName[] = ["workflow_dispatch", "repository_dispatch"];

type WebhookEvent = { name: EventName; action?: string; payload: Payload };

/** Records an event, with the repository and the sender. */
export function emit(
  core: Core,
  repository: Repository,
  caller: AuthenticatedCaller,
  { name, action, payload }: WebhookEvent,
): void {
  core.events.add({
    name,
    ...(action && { action }),
    repository: fullName(repository),
    actor: caller.user.login,
    triggers: !isActions(caller) || alwaysTriggering.includes(name),
    payload: {
      ...(action && { action }),
      ...payload,
      repository: simpleRepository(core, repository, caller),
      sender: simpleUser(core, caller.user),
    },
  });
}

/** Records an event on an issue or a pull request, which have different names. */
export async function emitIssueEvent(
  core: Core,
  repository: Repository,
  caller: AuthenticatedCaller,
  issue: Issue,
  action: string,
  more: Payload = {},
): Promise<void> {
  const payload = isPull(issue)
    ? { number: issue.number, pull_request: await fullPull(core, repository, issue, caller) }
    : { issue: serializeIssue(core, repository, issue) };
  const name = isPull(issue) ? "pull_request" : "issues";
  emit(core, repository, caller, { name, action, payload: { ...payload, ...more } });
}

/** Records that a comment was created, edited or deleted. */
export function emitCommentEvent(
  core: Core,
  repository: Repository,
  caller: AuthenticatedCaller,
  { issue, comment, action, changes }: CommentChange,
): void {
  emit(core, repository, caller, {
    name: "issue_comment",
    action,
    payload: {
      issue: serializeIssue(core, repository, issue),
      comment: serializeComment(core, repository, issue, comment),
      ...(changes && { changes }),
    },
  });
}

type CommentChange = {
  issue: Issue;
  comment: Comment;
  action: "created" | "edited" | "deleted";
  changes?: Payload;
};
