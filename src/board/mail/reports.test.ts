import { describe, expect, it } from "vitest";
import { testConfig } from "../fixtures.ts";
import { monthReport, queueReport } from "./report-messages.ts";
import type { ReportedPull } from "./reports.ts";
import { monthBefore, monthFigures, overdue, reportsDue } from "./reports.ts";

const mail = { list: "team@example.org", from: { name: "Jobs", address: "board@example.org" } };
const context = { config: testConfig, mail, repository: "https://github.com/example-org/board" };

let number = 0;
function pull(changes: Partial<ReportedPull> & { labels: string[] }): ReportedPull {
  number += 1;
  const createdAt = "2026-11-02T00:00:00Z";
  return { number, title: `Post ${number}`, createdAt, closedAt: null, ...changes };
}

/** A new post that was approved this many hours after it was sent. */
function approvedAfter(hours: number, createdAt = "2026-11-02T00:00:00Z"): ReportedPull {
  const closedAt = new Date(Date.parse(createdAt) + hours * 3_600_000).toISOString();
  return pull({ labels: ["new post", "approved"], createdAt, closedAt });
}

describe("the reports that are due", () => {
  it.each([
    ["23 6 * * 1", ["queue", "digest"]],
    ["41 6 27 * *", ["month"]],
    ["", ["queue", "month"]], // Run manually.
  ])("at the schedule “%s”", (line, due) => {
    expect(reportsDue(line)).toEqual(due);
  });
});

describe("the report on the queue", () => {
  const old = pull({
    labels: ["new post", "waiting", "waits 14 days"],
    title: "Old\r\nBcc: x@y.z",
  });
  const young = pull({ labels: ["new post", "waiting", "waits 3 days"] });
  const done = pull({ labels: ["waits 7 days"], closedAt: "2026-11-09T00:00:00Z" });
  const fresh = pull({ labels: ["new post", "waiting"] });

  it("lists the posts that have waited too long, the longest wait first", () => {
    expect(overdue([fresh, young, done, old]).map(({ pull: each }) => each)).toEqual([old, young]);
    const message = queueReport([fresh, young, done, old], "2026-11-23", context);
    expect(message).toMatchObject({
      subject: "2 posts are waiting for review",
      to: { address: mail.list },
      messageId: "<report.queue-2026-11-23.python-job-board@jobs.example.org>",
    });
    expect(message?.text).toContain("14 days or more: Old Bcc: x@y.z\n");
    expect(message?.text).toContain("https://jobs.example.org/jobs/review/");
  });

  it("is not sent when nothing has waited too long", () => {
    expect(queueReport([fresh, done], "2026-11-23", context)).toBeUndefined();
  });
});

describe("the figures of a month", () => {
  it("count that month of that year only", () => {
    const pulls = ["2026-11-01", "2026-11-30", "2026-10-31", "2026-12-01", "2025-11-15"].map(
      (day) => pull({ labels: ["new post", "waiting"], createdAt: `${day}T23:59:59Z` }),
    );
    expect(monthFigures(pulls, "2026-11", testConfig).sent).toEqual([
      { status: "waiting", count: 2 },
    ]);
    expect([monthBefore("2027-01"), monthBefore("2026-03")]).toEqual(["2026-12", "2026-02"]);
  });

  it("count new posts by their status", () => {
    const pulls = [
      pull({ labels: ["new post", "approved"] }),
      pull({ labels: ["new post", "approved"] }),
      pull({ labels: ["new post", "rejected", "reason: spam"] }),
      pull({ labels: ["edit", "approved"] }),
      pull({ labels: [] }),
    ];
    expect(monthFigures(pulls, "2026-11", testConfig).sent).toEqual([
      { status: "approved", count: 2 },
      { status: "rejected", count: 1 },
    ]);
  });

  it("have the median and 90th percentile of the time to a decision", () => {
    const ten = [1, 2, 3, 4, 5, 6, 7, 8, 9, 100].map((hours) => approvedAfter(hours));
    const withdrawn = pull({ labels: ["new post", "withdrawn"], closedAt: "2026-11-20T00:00:00Z" });
    expect(monthFigures([...ten, withdrawn], "2026-11", testConfig).decided).toEqual({
      count: 10,
      median: 5,
      ninetieth: 9,
    });
    expect(monthFigures([approvedAfter(3)], "2026-11", testConfig).decided).toEqual({
      ...{ count: 1, median: 3, ninetieth: 3 },
    });
  });

  it("count a decision in the month it was made", () => {
    const late = approvedAfter(48, "2026-10-31T00:00:00Z");
    expect(monthFigures([late], "2026-10", testConfig).decided.count).toBe(0);
    expect(monthFigures([late], "2026-11", testConfig).decided.count).toBe(1);
  });

  it("have the reasons, the most frequent first", () => {
    const closedAt = "2026-11-20T00:00:00Z";
    const pulls = ["spam", "not-python", "not-python"].map((reason) =>
      pull({ labels: ["new post", "rejected", `reason: ${reason}`], closedAt }),
    );
    expect(monthFigures(pulls, "2026-11", testConfig).reasons).toEqual([
      { title: "Too little Python", count: 2 },
      { title: "Not a job post", count: 1 },
    ]);
  });
});

describe("the report on a month", () => {
  it("covers this month and the last, even across a new year", () => {
    const pulls = [
      approvedAfter(30, "2027-01-03T00:00:00Z"),
      approvedAfter(24 * 5, "2026-12-03T00:00:00Z"),
    ];
    const { text, subject } = monthReport(pulls, "2027-01-27", context);
    expect(subject).toBe("Report for January 2027");
    expect(text).toMatch(/January 2027 so far: 1 new post[\s\S]*December 2026: 1 new post/);
    expect(text).toContain("Half of them: within 30 hours");
    expect(text).toContain("Nine in ten:  within 5 days");
  });

  it("says when there were no posts", () => {
    const { text } = monthReport([], "2026-11-27", context);
    expect(text).toContain("November 2026 so far: 0 new posts.");
    expect(text).not.toContain("approved or rejected");
  });
});
