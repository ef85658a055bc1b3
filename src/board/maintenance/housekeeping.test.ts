import { describe, expect, it } from "vitest";
import type { JobChanges } from "../fixtures.ts";
import { at, jobWith, testConfig } from "../fixtures.ts";
import { writeJobFile } from "../job/file.ts";
import type { JobSource } from "../listing/read-board.ts";
import type { HousekeepingPlan } from "./housekeeping.ts";
import {
  changeList,
  changesOf,
  changeText,
  changeTitle,
  isAsPlanned,
  planHousekeeping,
} from "./housekeeping.ts";

const now = at("2027-02-20T00:17:00Z");
const over = { submitted: "2026-11-22" };

function source(slug: string, changes: JobChanges = over): JobSource {
  const file = `jobs/${slug}.md`;
  const written = writeJobFile(file, jobWith(changes), testConfig);
  if (!written.ok) throw new Error(written.problems[0]?.message);
  return { file, content: new TextEncoder().encode(written.text) };
}

/** The files after the plan is applied. */
function carriedOut(sources: readonly JobSource[], { steps }: HousekeepingPlan): JobSource[] {
  const gone = new Set(steps.map(({ from }) => from));
  const kept = sources.filter(({ file }) => !gone.has(file));
  const made = steps.map(({ to, text }) => ({ file: to, content: new TextEncoder().encode(text) }));
  return [...kept, ...made];
}

describe("housekeeping", () => {
  const filled = {
    submitted: "2027-02-01",
    closed: { on: "2027-02-18", reason: "filled" },
  } as const;
  const removed = {
    submitted: "2027-02-01",
    closed: { on: "2027-02-19", reason: "removed" },
  } as const;
  const sources = [
    source("filled", filled),
    source("live", { submitted: "2027-02-01" }),
    source("over"),
    source("removed", removed),
  ];
  const plan = planHousekeeping(sources, testConfig, now);

  it("archives expired, filled, and removed posts, and is then done", () => {
    expect(plan.steps.map(({ from, to }) => [from, to])).toEqual([
      ["jobs/filled.md", "jobs/archive/2027/02/filled.md"],
      ["jobs/over.md", "jobs/archive/2026/11/over.md"],
      ["jobs/removed.md", "jobs/archive/2027/02/removed.md"],
    ]);
    const after = planHousekeeping(carriedOut(sources, plan), testConfig, now);
    expect(after).toEqual({ steps: [], problems: [], broken: 0 });
  });

  it("has the same result after ten missed days as if it had run every day", () => {
    const days = [...Array(10).keys()].map((day) => now.plus({ days: day }));
    const daily = days.reduce<readonly JobSource[]>(
      (files, day) => carriedOut(files, planHousekeeping(files, testConfig, day)),
      sources,
    );
    const late = carriedOut(sources, planHousekeeping(sources, testConfig, days.at(-1) ?? now));
    expect(daily).toEqual(late);
  });

  it("skips files with errors, and counts them", () => {
    const bad = { file: "jobs/bad.md", content: new TextEncoder().encode("no post") };
    const { steps, broken } = planHousekeeping([bad, source("over")], testConfig, now);
    expect(steps.map(({ from }) => from)).toEqual(["jobs/over.md"]);
    expect(broken).toBe(1);
  });

  it("limits the posts in one change, and continues with the rest", () => {
    const many = [...Array(130).keys()].map((number) => source(`a-${number}`));
    const first = planHousekeeping(many, testConfig, now);
    expect(first.steps).toHaveLength(100);
    const second = planHousekeeping(carriedOut(many, first), testConfig, now);
    expect(second.steps).toHaveLength(30);
  });

  it("lists each post in the commit", () => {
    expect(changeTitle(plan.steps)).toBe("Archive 3 posts");
    expect(changeTitle(plan.steps.slice(1, 2))).toBe("Archive 1 post");
    expect(changeList(plan.steps)).toBe(
      "- filled: filled on 2027-02-18\n- over: expired on 2027-02-20\n- removed: removed on 2027-02-19",
    );
    expect(changeText(plan.steps)).toContain(changeList(plan.steps));
  });
});

describe("a change", () => {
  const { steps } = planHousekeeping([source("a"), source("b")], testConfig, now);
  const paths = changesOf(steps).map(({ path }) => path);

  it("is as planned if it moves these posts and changes nothing else", () => {
    expect(paths).toEqual([
      ...["jobs/a.md", "jobs/archive/2026/11/a.md"],
      ...["jobs/b.md", "jobs/archive/2026/11/b.md"],
    ]);
    expect(isAsPlanned(paths, steps)).toBe(true);
    expect(isAsPlanned(paths.toReversed(), steps)).toBe(true);
    expect(isAsPlanned(paths.slice(1), steps)).toBe(false);
    expect(isAsPlanned([...paths, "jobs/c.md"], steps)).toBe(false);
    expect(isAsPlanned([...paths.slice(1), "package.json"], steps)).toBe(false);
  });

  it("is never as planned if the plan itself changes more than posts", () => {
    const [step] = steps;
    const strange = step ? [{ ...step, to: ".github/workflows/daily.yml" }] : [];
    expect(isAsPlanned(["jobs/a.md", ".github/workflows/daily.yml"], strange)).toBe(false);
  });
});
