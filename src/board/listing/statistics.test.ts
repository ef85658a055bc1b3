import { describe, expect, it } from "vitest";
import { at, type JobChanges, jobWith, testConfig } from "../fixtures.ts";
import { Post } from "../post/post.ts";
import { statisticsOf } from "./statistics.ts";

const now = at("2026-11-25T12:00:00Z");

function post(published: string, changes: JobChanges = {}): Post {
  const job = jobWith({ submitted: published, ...changes });
  return new Post({ file: "jobs/a.md", slug: "a", job, published }, testConfig, now);
}

describe("the statistics", () => {
  it("count the posts of a year and the running month by the day of their first listing", () => {
    const { months, since, total } = statisticsOf(
      [
        post("2025-10-31"),
        post("2025-11-01"),
        post("2026-11-01"),
        post("2026-11-25", { closed: { on: "2026-11-25", reason: "filled" } }),
      ],
      now,
    );
    expect(total).toBe(3);
    expect(since).toBe("2025-11-01T00:00:00Z");
    expect(months).toHaveLength(13);
    expect(months[0]).toEqual({ name: "November 2025", count: 1, share: 0.5 });
    expect(months[1]).toEqual({ name: "December 2025", count: 0, share: 0 });
    expect(months.at(-1)).toEqual({ name: "November 2026", count: 2, share: 1 });
  });

  it("count the topics of posts, most frequent first", () => {
    const { tables } = statisticsOf(
      [
        post("2026-11-01", { workplace: "remote", city: undefined, remote_from: ["DE", "AT"] }),
        post("2026-11-02", { salary: undefined }),
        post("2026-11-03", { job_types: ["web", "lead"] }),
      ],
      now,
    );
    const counts = Object.fromEntries(
      tables.map(({ title, counts }) => [title, counts.map(({ name, count }) => [name, count])]),
    );
    expect(counts.Pay).toEqual([
      ["Yes", 2],
      ["No", 1],
    ]);
    expect(counts.Workplace).toEqual([
      ["Hybrid", 2],
      ["Remote", 1],
    ]);
    expect(counts.Countries).toEqual([
      ["Germany", 3],
      ["Austria", 1],
    ]);
    expect(tables[0]?.counts[0]?.share).toBeCloseTo(2 / 3);
  });

  it("count a region as one, not each of its countries", () => {
    const remote = { workplace: "remote", city: undefined } as const;
    const { tables } = statisticsOf(
      [post("2026-11-01", { ...remote, remote_regions: ["EU"], remote_from: ["CH"] })],
      now,
    );
    const countries = tables.find(({ title }) => title === "Countries")?.counts ?? [];
    expect(countries.map(({ name }) => name)).toEqual(["Switzerland", "the European Union"]);
  });

  it("say how long posts waited from being sent to being listed", () => {
    const sent = ["2026-11-10", "2026-11-09", "2026-11-08", "2026-11-01", "2026-11-12"];
    const posts = sent.map((submitted) => post("2026-11-11", { submitted }));
    expect(statisticsOf(posts, now).waiting).toEqual({ median: 2, ninth: 10 });
  });

  it("are empty for an empty board", () => {
    const { months, total, tables, waiting } = statisticsOf([], now);
    expect([months.length, total, waiting]).toEqual([13, 0, undefined]);
    expect(tables.flatMap(({ counts }) => counts)).toEqual([]);
  });
});
