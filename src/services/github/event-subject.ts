/** Which pull requests an event is about. https://docs.github.com/webhooks/webhook-events-and-payloads */

import * as words from "#words/github.ts";
import type { Cause } from "../../board/review/pending.ts";

/**
 * One pull request by number; those with a commit as their head; all that may need attention; none. `cause`: if the
 * bot leaves a mark once it has answered the event.
 */
export type EventSubject = { pull: number; cause?: Cause } | { head: string } | "all" | "none";

/**
 * Reads a webhook’s payload. Throws an Error if pull requests are not reviewed for such an event, or if the payload
 * is incomplete.
 *
 * @param name as in GITHUB_EVENT_NAME
 */
export function subjectOf(name: string, payload: unknown): EventSubject {
  switch (name) {
    case "pull_request":
    case "pull_request_target":
    case "pull_request_review":
      return { pull: numberAt(payload, "pull_request", "number"), ...causeOf(pushIn(payload)) };
    case "issue_comment":
    case "issues":
      // Comments on issues trigger the same event. Only pull requests have this property.
      if (valueAt(payload, "issue", "pull_request") === undefined) return "none";
      return { pull: numberAt(payload, "issue", "number"), ...causeOf(commentIn(payload)) };
    case "workflow_run":
      return { head: shaAt(payload, "workflow_run", "head_sha") };
    case "workflow_dispatch": {
      const wanted = valueAt(payload, "inputs", "pr");
      return wanted === undefined || wanted === null || wanted === ""
        ? "all"
        : { pull: numberAt(payload, "inputs", "pr") };
    }
    case "schedule":
      return "all";
    default:
      throw new Error(words.unknownEvent(name));
  }
}

function causeOf(cause: Cause | undefined): { cause?: Cause } {
  return cause ? { cause } : {};
}

/** If the event is that there are new commits. */
function pushIn(payload: unknown): Cause | undefined {
  const action = valueAt(payload, "action");
  const pushedAt = valueAt(payload, "pull_request", "updated_at");
  const isPush = action === "opened" || action === "synchronize";
  return isPush && typeof pushedAt === "string" ? { pushedAt } : undefined;
}

function commentIn(payload: unknown): Cause | undefined {
  const comment = valueAt(payload, "comment", "id");
  return typeof comment === "number" ? { comment } : undefined;
}

function numberAt(payload: unknown, ...path: string[]): number {
  const value = valueAt(payload, ...path);
  if (!/^[1-9]\d{0,9}$/.test(String(value))) throw lacking(path);
  return Number(value);
}

function shaAt(payload: unknown, ...path: string[]): string {
  const value = valueAt(payload, ...path);
  if (typeof value !== "string" || !/^[0-9a-f]{40}$/.test(value)) throw lacking(path);
  return value;
}

function valueAt(payload: unknown, ...path: string[]): unknown {
  return path.reduce<unknown>(
    (value, key) =>
      typeof value === "object" && value !== null && Object.hasOwn(value, key)
        ? (value as Record<string, unknown>)[key]
        : undefined,
    payload,
  );
}

function lacking(path: readonly string[]): Error {
  return new Error(words.incompleteEvent(path.join(".")));
}
