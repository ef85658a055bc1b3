import { describe, expect, it } from "vitest";
import type { JobStatus } from "./expression.ts";
import { isTrue } from "./expression.ts";

const github = {
  event_name: "issue_comment",
  event: { issue: { number: 7 } },
  ref: "refs/heads/main",
};

function judge(expression: string, jobStatus: JobStatus = "success"): boolean {
  return isTrue(expression, {
    contexts: { github, needs: { a: { result: "failure" } } },
    jobStatus,
  });
}

describe("an expression", () => {
  it.each([
    ["github.event_name == 'ISSUE_COMMENT'", true],
    ["github.event_name != 'issue_comment' || github.event.issue.pull_request", false],
    ["github.event_name != 'push' || github.event.issue.pull_request", true],
    ["github.event.issue", true],
    ["github.event.nothing.there", false],
    ["startsWith(github.ref, 'refs/heads/') && github.event.issue.number == '7'", true],
    ["needs.a.result == 'failure'", true],
    ["!contains(fromJSON('[1, 2]'), 2)", false],
  ])("%s: %s", (expression, expected) => {
    expect(judge(expression)).toBe(expected);
  });

  it.each<[string, JobStatus, boolean]>([
    ["success()", "success", true],
    ["success()", "failure", false],
    ["success()", "skipped", false],
    ["failure()", "failure", true],
    ["failure()", "skipped", false],
    ["cancelled()", "cancelled", true],
    ["always()", "cancelled", true],
    ["!cancelled()", "failure", true],
  ])("%s, with job status %s: %s", (expression, jobStatus, expected) => {
    expect(judge(expression, jobStatus)).toBe(expected);
  });

  it.each(["env.A", "hashFiles('a')", "github.", "1 ="])("is rejected: %s", (expression) => {
    expect(() => judge(expression)).toThrow();
  });
});
