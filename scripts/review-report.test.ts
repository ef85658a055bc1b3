import { describe, expect, it } from "vitest";
import type { Action, Plan } from "../src/board/review/plan.ts";
import type { Outcome } from "../src/services/github/actions/outcome.ts";
import { reportFailure, reportPlan, reportResult, reportStanding } from "./review-report.ts";

const kind = { kind: "new", file: "jobs/2026-11-22-x.md" } as const;
const sha = "0123456789abcdef0123456789abcdef01234567";

describe("the status of a pull request", () => {
  const standing = (status: Plan["status"], about: Plan["kind"] = kind) =>
    reportStanding({ number: 7, title: "A post" }, { kind: about, status, actions: [] });

  it.each<[Plan["status"], string]>([
    [{ state: "draft" }, "draft"],
    [{ state: "invalid", problems: [] }, "0 problems to fix"],
    [
      { state: "waiting", since: "2026-11-22T12:00:00Z", answered: true },
      "waiting for review since 2026-11-22T12:00:00Z, answered",
    ],
    [
      { state: "changes-requested", by: "rita", reason: "spam", text: "x" },
      "changes requested by rita (spam)",
    ],
    [{ state: "rejected", by: "rita", reason: null }, "rejected by rita"],
    [{ state: "approved", by: "rita", closes: false }, "approved by rita"],
  ])("is one line: %j", (status, words) => {
    expect(standing(status)).toBe(`#7 “A post” (new post, jobs/2026-11-22-x.md): ${words}`);
  });

  it("includes the reasons of a refusal", () => {
    const reasons = ["It changes two posts.", "It changes a workflow."];
    expect(standing({ state: "refused", reasons }, { kind: "refused", reasons })).toBe(
      "#7 “A post” (refused): It changes two posts. It changes a workflow.",
    );
  });
});

describe("a plan", () => {
  it("has one action per line, with comments in full", () => {
    const actions: Action[] = [
      { do: "set-status", sha, state: "success", description: "Fine" },
      { do: "merge", sha, approvedBy: "rita", title: "A post" },
      { do: "post-comment", key: "approved", body: "@bob, it is there.\n\nThanks." },
      { do: "change-post", change: { file: kind.file, set: { featured: true }, title: "x" } },
    ];
    expect(
      reportPlan({ kind, status: { state: "draft" }, actions }),
    ).toBe(`  To do: set the status of 01234567 to “success”: Fine
  To do: merge 01234567, approved by rita
  To do: write a comment (approved)
    | @bob, it is there.
    | 
    | Thanks.
  To do: change jobs/2026-11-22-x.md: {"featured":true}`);
  });

  it("may be empty", () => {
    expect(reportPlan({ kind, status: { state: "draft" }, actions: [] })).toBe("  Nothing to do.");
  });
});

describe("the outcome of an action", () => {
  it.each<[Outcome, string]>([
    [{ outcome: "done" }, "  Done: close the pull request"],
    [{ outcome: "already" }, "  Already done: close the pull request"],
    [
      { outcome: "overtaken", because: "its head is new" },
      "  Skipped: close the pull request (its head is new)",
    ],
    [{ outcome: "refused", because: "No." }, "  Not done: close the pull request. No."],
    [
      { outcome: "not-merged", pull: 7, head: "0".repeat(40), because: "No." },
      "  Not done: close the pull request. No.",
    ],
  ])("%j", (outcome, words) => {
    expect(reportResult({ action: { do: "close" }, outcome })).toBe(words);
  });
});

describe("a stranger’s words", () => {
  const words = "\u001b[31m\n::add-mask::x\r##[error]\u202ey";

  it("never begin a line and contain no command, wherever they come from", () => {
    const reports = [
      reportStanding(
        { number: 7, title: words },
        {
          kind: { kind: "refused", reasons: [words] },
          status: { state: "refused", reasons: [words] },
          actions: [],
        },
      ),
      reportPlan({
        kind,
        status: { state: "draft" },
        actions: [
          { do: "write-comment", id: null, body: words },
          { do: "set-status", sha, state: "failure", description: words },
        ],
      }),
      reportResult({ action: { do: "close" }, outcome: { outcome: "refused", because: words } }),
      reportFailure("#7", new Error(words)),
    ].join("\n");
    expect(reports).not.toMatch(/[^\P{Cc}\n]|\u202e|##\[/u);
    for (const line of reports.split("\n"))
      expect(line.trim()).toMatch(/^(#7 |To do: |Not done: |\| )/);
  });
});
