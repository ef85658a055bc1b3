import { describe, expect, it } from "vitest";
import { at, jobWith, testConfig } from "../fixtures.ts";
import { readJobFile } from "../job/file.ts";
import { redact } from "../job/removed-post.ts";
import type { ArchiveFacts } from "./archiving.ts";
import { planDue, planRequested } from "./archiving.ts";
import type { ReadPost } from "./read-board.ts";

const now = at("2027-02-20T00:00:00Z");
const over = { submitted: "2026-11-22" };

function post(
  slug: string,
  changes: Parameters<typeof jobWith>[0] = {},
  archived?: string,
): ReadPost {
  return {
    file: archived ? `jobs/archive/${archived}/${slug}.md` : `jobs/${slug}.md`,
    slug,
    archived: archived !== undefined,
    job: jobWith(changes),
    firstListed: undefined,
  };
}

function facts(...posts: ReadPost[]): ArchiveFacts {
  return { posts, files: new Set(posts.map(({ file }) => file)) };
}

function jobOf(step: { to: string; text: string } | undefined) {
  const result = step && readJobFile(step.to, step.text, testConfig);
  return result?.ok ? result.job : undefined;
}

describe("a post past its 90 days", () => {
  it("goes to the archive of the month in which it was submitted, and says when and why", () => {
    const { steps } = planDue(facts(post("a", over)), testConfig, now);
    expect(steps.map(({ from, to }) => [from, to])).toEqual([
      ["jobs/a.md", "jobs/archive/2026/11/a.md"],
    ]);
    expect(jobOf(steps[0])).toEqual({
      ...jobWith(over),
      published: "2026-11-22",
      closed: { on: "2027-02-20", reason: "expired" },
    });
  });

  it("stays until its last moment", () => {
    const before = now.minus({ milliseconds: 1 });
    expect(planDue(facts(post("a", over)), testConfig, before).steps).toEqual([]);
  });

  it("counts from the day it was first listed in Git’s history", () => {
    const late = { ...post("a", over), firstListed: "2026-12-01T09:30:15Z" };
    expect(planDue(facts(late), testConfig, now).steps).toEqual([]);
    const [step] = planDue(facts(late), testConfig, at("2027-03-01")).steps;
    expect(step?.text).toContain("\npublished: 2026-12-01\npublished_at: 2026-12-01T09:30:15Z\n");
    expect(jobOf(step)?.published).toBe("2026-12-01");
  });

  it("says who approved it, since the history of its file starts over in the archive", () => {
    const approved = { on: "2026-11-22", pull: 12, by: "rita" };
    const [step] = planDue(facts({ ...post("a", over), approved }), testConfig, now).steps;
    expect(step?.text).toContain("\napproved: {on: 2026-11-22, pull: 12, by: rita}\n");
    expect(jobOf(step)).toMatchObject({ approved, closed: { reason: "expired" } });
    const known = { ...post("a", { ...over, approved }), approved: { on: "2026-12-01" } };
    expect(jobOf(planDue(facts(known), testConfig, now).steps[0])).toMatchObject({ approved });
  });

  it("closes on the day it was listed if its own last day had already passed", () => {
    const slow = post("a", {
      submitted: "2026-11-22",
      published: "2026-12-15",
      expires: "2026-12-01",
    });
    const [step] = planDue(facts(slow), testConfig, now).steps;
    expect(step?.closed).toEqual({ on: "2026-12-15", reason: "expired" });
  });

  it("is skipped if its place in the archive is taken, while others are archived", () => {
    const gathered = facts(post("a", over), post("b", over));
    const files = new Set([...gathered.files, "jobs/archive/2026/11/a.md"]);
    const plan = planDue({ ...gathered, files }, testConfig, now);
    expect(plan.steps.map(({ from }) => from)).toEqual(["jobs/b.md"]);
    expect(plan.problems).toMatchObject([{ file: "jobs/a.md", severity: "error" }]);
  });
});

describe("the end of a post’s time", () => {
  it.each([
    ["over the ends of months", { published: "2027-01-31" }, "2027-05-01"],
    ["over a February without a 29th", { published: "2026-12-01" }, "2027-03-01"],
    ["over a February with one", { published: "2027-12-01" }, "2028-02-29"],
    ["from a leap day", { published: "2028-02-29" }, "2028-05-29"],
    ["at the change of the year", { published: "2026-10-03" }, "2027-01-01"],
    ["by its own last day of the year", { expires: "2026-12-31" }, "2027-01-01"],
    ["by a leap day of its own", { published: "2028-01-01", expires: "2028-02-29" }, "2028-03-01"],
    ["by its own day in the middle of a year", { expires: "2026-12-15" }, "2026-12-16"],
    [
      "from its last renewal",
      { published: "2026-01-31", renewed: ["2026-04-30", "2026-07-29"] },
      "2026-10-27",
    ],
  ])("is midnight UTC, %s", (_, changes, on) => {
    const one = facts(post("a", { submitted: "2026-01-31", published: "2026-11-22", ...changes }));
    const midnight = at(`${on}T00:00:00Z`);
    expect(planDue(one, testConfig, midnight.minus({ milliseconds: 1 })).steps).toEqual([]);
    const expected = {
      to: "jobs/archive/2026/01/a.md",
      closed: { on, reason: "expired" },
    };
    for (const now of [midnight, midnight.plus({ hours: 23 }), midnight.plus({ days: 400 })]) {
      expect(planDue(one, testConfig, now).steps).toMatchObject([expected]);
    }
  });
});

describe("a post that was removed", () => {
  const closed = { on: "2026-12-31", reason: "removed" } as const;
  const changes = { ...over, published: "2026-11-22", closed };

  it("goes to the archive without its text, and without names except its sender’s and reviewer’s", () => {
    const approved = { on: "2026-11-22", pull: 12, by: "rita" };
    const inPlace = post("a", {
      approved,
      ...changes,
      contact: "Grace Hopper",
      email: "grace@example.com",
    });
    const [step] = planDue(facts(inPlace), testConfig, at("2027-01-01")).steps;
    expect(step?.to).toBe("jobs/archive/2026/11/a.md");
    expect(jobOf(step)).toEqual(redact(inPlace.job));
    expect(step?.text).not.toMatch(/Grace|example/);
  });

  it("loses its text in the archive too, once", () => {
    const archived = post("a", changes, "2026");
    const [step] = planDue(facts(archived), testConfig, now).steps;
    expect(step).toMatchObject({ from: archived.file, to: archived.file, closed });
    const job = jobOf(step) ?? archived.job;
    expect(job).toEqual(redact(archived.job));
    expect(planDue(facts({ ...archived, job }), testConfig, now).steps).toEqual([]);
  });
});

describe("a post that was closed in place", () => {
  it("moves at once, and keeps its own day and reason", () => {
    const closed = { on: "2026-12-31", reason: "filled" } as const;
    const [step] = planDue(
      facts(post("a", { ...over, closed })),
      testConfig,
      at("2027-01-01"),
    ).steps;
    expect(step).toMatchObject({ to: "jobs/archive/2026/11/a.md", closed });
  });
});

describe("an archived post", () => {
  it("is not archived again", () => {
    const closed = { on: "2026-12-31", reason: "filled" } as const;
    const archived = post("a", { ...over, published: "2026-11-22", closed }, "2026");
    expect(planDue(facts(archived), testConfig, now)).toEqual({ steps: [], problems: [] });
  });
});

describe("sample posts", () => {
  const demo = { ...testConfig, demo: "2026-11-22" };
  const sample = post("sample", over);
  const own = post("own", { submitted: "2026-11-23" });

  it("stay, while real posts next to them are archived", () => {
    const { steps } = planDue(facts(sample, own), demo, at("2030-01-01"));
    expect(steps.map(({ from }) => from)).toEqual(["jobs/own.md"]);
  });

  it("are closed on the day that the site shows as today", () => {
    const requests = [{ file: sample.file, reason: "filled" }] as const;
    const { steps } = planRequested(requests, facts(sample, own), demo, at("2030-01-01"));
    expect(steps[0]?.closed.on).toBe("2026-11-22");
  });
});

describe("a post that is closed on request", () => {
  const live = post("a", { submitted: "2027-02-01" });
  const requested = (file: string, reason: "filled" | "removed") => [{ file, reason }];

  it("closes today, for the reason given", () => {
    const { steps } = planRequested(requested(live.file, "filled"), facts(live), testConfig, now);
    expect(steps).toMatchObject([
      { to: "jobs/archive/2027/02/a.md", closed: { on: "2027-02-20", reason: "filled" } },
    ]);
  });

  it("leaves nothing to do once it is closed", () => {
    const closed = { on: "2027-02-10", reason: "removed" } as const;
    const archived = post("a", { ...live.job, published: "2027-02-01", closed }, "2027");
    for (const reason of ["filled", "removed"] as const) {
      expect(
        planRequested(requested(archived.file, reason), facts(archived), testConfig, now),
      ).toEqual({
        steps: [],
        problems: [],
      });
    }
  });

  it("is removed in the archive too, in place and without a new date", () => {
    const closed = { on: "2026-12-31", reason: "expired" } as const;
    const archived = post("a", { ...over, published: "2026-11-22", closed }, "2026");
    const { steps } = planRequested(
      requested(archived.file, "removed"),
      facts(archived),
      testConfig,
      now,
    );
    expect(steps).toMatchObject([
      { from: archived.file, to: archived.file, closed: { on: "2026-12-31", reason: "removed" } },
    ]);
  });

  it("is refused if its file has errors", () => {
    const plan = planRequested(requested("jobs/bad.md", "filled"), facts(live), testConfig, now);
    expect(plan.steps).toEqual([]);
    expect(plan.problems).toMatchObject([{ file: "jobs/bad.md", severity: "error" }]);
  });
});
