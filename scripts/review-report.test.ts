import { describe, expect, it } from "vitest";
import type { Action, Plan } from "../src/board/review/plan.ts";
import type { Outcome } from "../src/services/github/actions/outcome.ts";
import { reportFailure, reportPlan, reportResult, reportStanding } from "./review-report.ts";

const kind = { kind: "new", file: "jobs/2026-11-22-x.md" } as const;
const sha = "0123456789abcdef0123456789abcdef01234567";

describe("how a pull request stands", () => {
  const standing = (status: Plan["status"], about: Plan["kind"] = kind) =>
    reportStanding({ number: 7, title: "A post" }, { kind: about, status, actions: [] });

  it.each<[Plan["status"], string]>([
    [{ state: "draft" }, "a draft"],
    [{ state: "invalid", problems: [] }, "cannot be published (0 problems)"],
    [
      { state: "waiting", since: "2026-11-22T12:00:00Z", answered: true },
      "waiting since 2026-11-22T12:00:00Z, answered",
    ],
    [
      { state: "changes-requested", by: "rita", reason: "spam", text: "x" },
      "changes requested by rita (spam)",
    ],
    [{ state: "rejected", by: "rita", reason: null }, "not taken by rita"],
    [{ state: "approved", by: "rita" }, "merged by rita"],
  ])("is one line: %j", (status, words) => {
    expect(standing(status)).toBe(`#7 “A post” (new post, jobs/2026-11-22-x.md): ${words}`);
  });

  it("names a refusal’s reasons", () => {
    const reasons = ["It changes two posts.", "It changes a workflow."];
    expect(standing({ state: "refused", reasons }, { kind: "refused", reasons })).toBe(
      "#7 “A post” (refused): It changes two posts. It changes a workflow.",
    );
  });
});

describe("what is to be done", () => {
  it("is an action a line, with comments in full", () => {
    const actions: Action[] = [
      { do: "set-status", sha, state: "success", description: "Fine" },
      { do: "merge", sha, approvedBy: "rita", title: "A post" },
      { do: "post-comment", key: "approved", body: "@bob, it is there.\n\nThanks." },
      { do: "change-post", change: { file: kind.file, set: { featured: true }, title: "x" } },
    ];
    expect(
      reportPlan({ kind, status: { state: "draft" }, actions }),
    ).toBe(`  To do: say “success” of 01234567: Fine
  To do: merge 01234567, approved by rita
  To do: write a comment (approved)
    | @bob, it is there.
    | 
    | Thanks.
  To do: change jobs/2026-11-22-x.md: {"featured":true}`);
  });

  it("may be nothing", () => {
    expect(reportPlan({ kind, status: { state: "draft" }, actions: [] })).toBe("  Nothing to do.");
  });
});

describe("what became of an action", () => {
  it.each<[Outcome, string]>([
    [{ outcome: "done" }, "  Done: close it"],
    [{ outcome: "already" }, "  So already: close it"],
    [{ outcome: "overtaken", because: "its head is new" }, "  Left: close it; its head is new"],
    [{ outcome: "refused", because: "No." }, "  Not done: close it. No."],
    [{ outcome: "not-merged", because: "No." }, "  Not done: close it. No."],
  ])("%j", (outcome, words) => {
    expect(reportResult({ action: { do: "close" }, outcome })).toBe(words);
  });
});

describe("a stranger’s words", () => {
  const words = "\u001b[31m\n::add-mask::x\r##[error]\u202ey";

  it("begin no line and hold no command, wherever they come from", () => {
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
