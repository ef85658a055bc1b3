/** Which pull requests an event is about. https://docs.github.com/webhooks/webhook-events-and-payloads */

/** By number; those with a commit as their head; all that may need something. */
export type EventSubject = { pull: number } | { head: string } | "all" | "none";

/**
 * Reads a webhook's payload. Throws an Error where the event is none that pull requests come from, or
 * lacks what it should have.
 *
 * @param name as in GITHUB_EVENT_NAME
 */
export function subjectOf(name: string, payload: unknown): EventSubject {
  switch (name) {
    case "pull_request":
    case "pull_request_target":
    case "pull_request_review":
      return { pull: numberAt(payload, "pull_request", "number") };
    case "issue_comment":
    case "issues":
      // An issue has comments too; only that of a pull request has a part of this name.
      if (valueAt(payload, "issue", "pull_request") === undefined) return "none";
      return { pull: numberAt(payload, "issue", "number") };
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
      throw new Error(
        `The event “${name}” is none that pull requests are looked at for. GITHUB_EVENT_NAME has to name the one that the file tells of.`,
      );
  }
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
  return new Error(`The event’s file has no fitting “${path.join(".")}”.`);
}
