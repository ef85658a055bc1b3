import { describe, expect, it } from "vitest";
import { at, jobWith, testConfig } from "../fixtures.ts";
import { Post } from "../post/post.ts";
import { archiveOf } from "./archive-pages.ts";
import { Board } from "./board.ts";

const now = at("2026-11-22");

function closedPosts(...changes: Parameters<typeof jobWith>[0][]): readonly Post[] {
  const posts = changes.map(jobWith).map((job, index) => {
    const source = { file: `jobs/${index}.md`, slug: `job-${index}`, job };
    return new Post({ ...source, published: job.submitted }, testConfig, now);
  });
  return new Board(posts, testConfig, now).closed;
}

describe("the archive", () => {
  const archive = archiveOf(
    closedPosts(
      { submitted: "2025-12-01", closed: { on: "2025-12-31", reason: "filled" } },
      { submitted: "2025-12-01", closed: { on: "2026-01-01", reason: "expired" } },
      { submitted: "2026-10-01", closed: { on: "2026-11-03", reason: "filled" } },
      { submitted: "2026-10-01", closed: { on: "2026-11-20", reason: "filled" } },
      { submitted: "2026-08-01" },
      { submitted: "2026-11-20" },
    ),
  );

  it("has the years and months in which posts closed, latest first", () =>
    expect(archive.map(({ year, months }) => [year, months.map(({ name }) => name)])).toEqual([
      ["2026", ["November", "October", "January"]],
      ["2025", ["December"]],
    ]));

  it("counts an expired post on its last day, archived or not", () =>
    expect(archive[0]?.months[1]?.list.posts.map(({ slug }) => slug)).toEqual(["job-4"]));

  it("lists each month on a separate page, first closed first", () => {
    const list = archive[0]?.months[0]?.list;
    expect(list?.posts.map(({ slug }) => slug)).toEqual(["job-2", "job-3"]);
    expect(list?.address).toBe("/jobs/archive/2026/11/");
    expect(list?.heading).toBe("Jobs closed in November 2026");
    expect(archive[1]?.address).toBe("/jobs/archive/2025/");
  });

  it("leaves out removed posts", () => {
    const removed = { on: "2026-11-20", reason: "removed" } as const;
    const post = new Post(
      {
        file: "jobs/x.md",
        slug: "x",
        job: jobWith({ closed: removed }),
        published: "2026-11-01",
      },
      testConfig,
      now,
    );
    expect(archiveOf([post])).toEqual([]);
  });
});
