import { describe, expect, it } from "vitest";
import { subjectOf } from "./event-subject.ts";

describe("an event is about", () => {
  const sha = "0123456789abcdef0123456789abcdef01234567";

  it.each([
    ["pull_request", { action: "opened", pull_request: { number: 12 } }, { pull: 12 }],
    ["pull_request_target", { pull_request: { number: 12 } }, { pull: 12 }],
    ["pull_request_review", { pull_request: { number: 12 }, review: {} }, { pull: 12 }],
    ["issue_comment", { issue: { number: 7, pull_request: { url: "…" } } }, { pull: 7 }],
    ["workflow_run", { workflow_run: { head_sha: sha, pull_requests: [] } }, { head: sha }],
    ["workflow_dispatch", { inputs: { pr: "31" } }, { pull: 31 }],
  ])("the pull request that %s names", (name, payload, subject) => {
    expect(subjectOf(name, payload)).toEqual(subject);
  });

  it("what the bot marks once it is answered: a comment, or a head from a moment on", () => {
    const issue = { number: 7, pull_request: {} };
    expect(subjectOf("issue_comment", { issue, comment: { id: 5 } })).toEqual({
      ...{ pull: 7, cause: { comment: 5 } },
    });
    const pull = { number: 7, updated_at: "2026-11-22T09:00:00Z" };
    for (const action of ["opened", "synchronize"]) {
      expect(subjectOf("pull_request_target", { action, pull_request: pull })).toEqual({
        ...{ pull: 7, cause: { pushedAt: "2026-11-22T09:00:00Z" } },
      });
    }
    const labeled = { action: "labeled", pull_request: pull };
    expect(subjectOf("pull_request_target", labeled)).toEqual({ pull: 7 });
  });

  it.each([
    ["schedule", { schedule: "17 4 * * *" }],
    ["workflow_dispatch", { inputs: { pr: "" } }],
    ["workflow_dispatch", { inputs: null }],
    ["workflow_dispatch", {}],
  ])("all of them: %s %j", (name, payload) => {
    expect(subjectOf(name, payload)).toBe("all");
  });

  it("none for a comment on an issue", () => {
    expect(subjectOf("issue_comment", { issue: { number: 7 } })).toBe("none");
  });

  it.each([
    ["issue_comment", { issue: { pull_request: {} } }, "issue.number"],
    ["pull_request", { number: 3 }, "pull_request.number"],
    ["workflow_dispatch", { inputs: { pr: "12; rm -rf /" } }, "inputs.pr"],
    ["workflow_dispatch", { inputs: { pr: "-1" } }, "inputs.pr"],
    ["workflow_run", { workflow_run: { head_sha: "main" } }, "workflow_run.head_sha"],
    ["pull_request", null, "pull_request.number"],
    ["pull_request", "text", "pull_request.number"],
  ])("unknown if a part is missing or wrong: %s %j", (name, payload, part) => {
    expect(() => subjectOf(name, payload)).toThrow(part);
  });

  it("an error for any other event", () => {
    expect(() => subjectOf("push", {})).toThrow(/“push” is not an event/);
  });
});
