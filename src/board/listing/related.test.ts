import { describe, expect, it } from "vitest";
import { at, jobWith, testConfig } from "../fixtures.ts";
import { Post } from "../post/post.ts";
import { Board } from "./board.ts";
import { Related } from "./related.ts";

type Changes = Parameters<typeof jobWith>[0];

const now = at("2026-11-22");
const filled = { on: "2026-11-21", reason: "filled" } as const;

function boardOf(changes: Record<string, Changes>): Board {
  const posts = Object.entries(changes).map(([slug, change]) => {
    const job = jobWith(change);
    return new Post(
      { file: `jobs/${slug}.md`, slug, job, published: job.submitted },
      testConfig,
      now,
    );
  });
  return new Board(posts, testConfig, now);
}

/** This many posts in one category, newest first. */
function days(count: number, change: Changes = {}): Record<string, Changes> {
  return Object.fromEntries(
    Array.from({ length: count }, (_, index) => [
      `job-${index}`,
      { ...change, submitted: `2026-11-${20 - index}` },
    ]),
  );
}

function slugs(posts: readonly Post[]): string[] {
  return posts.map(({ slug }) => slug);
}

describe("more jobs in the category", () => {
  const board = boardOf({
    ...days(8),
    elsewhere: { category: "other", submitted: "2026-11-19" },
  });
  const related = new Related(board);
  const moreFor = (slug: string) =>
    slugs(
      board.live
        .filter((post) => post.slug === slug)
        .flatMap((post) => related.moreInCategory(post)),
    );

  it("are the next four older ones", () =>
    expect(moreFor("job-1")).toEqual(["job-2", "job-3", "job-4", "job-5"]));

  it("include newer ones if there are too few, but never the post itself", () => {
    expect(moreFor("job-6")).toEqual(["job-7", "job-3", "job-4", "job-5"]);
    expect(moreFor("job-7")).toEqual(["job-3", "job-4", "job-5", "job-6"]);
  });

  it("are none if the post is the only one", () => expect(moreFor("elsewhere")).toEqual([]));

  it("are all of them if there are only a few", () => {
    const few = boardOf(days(3));
    const [, second] = few.live;
    expect(second && slugs(new Related(few).moreInCategory(second))).toEqual(["job-2", "job-0"]);
  });
});

describe("jobs similar to a closed one", () => {
  it("are live, most similar first", () => {
    const board = boardOf({
      gone: { closed: filled },
      alike: { submitted: "2026-11-01" },
      "same-types": { submitted: "2026-11-20", category: "other", city: "Lyon", country: "FR" },
      "same-category": {
        submitted: "2026-11-21",
        job_types: ["finance"],
        city: "Lyon",
        country: "FR",
      },
      "also-gone": { closed: filled },
      nothing: { category: "other", job_types: ["finance"], city: "Lyon", country: "FR" },
    });
    const [gone] = board.closed.filter(({ slug }) => slug === "gone");
    expect(gone && slugs(new Related(board).similarTo(gone))).toEqual([
      "alike",
      "same-category",
      "same-types",
    ]);
  });

  it("have a place in common", () => {
    const lyon = { city: "Lyon", country: "FR" };
    const places = [{ city: "Berlin", country: "DE" }, lyon];
    const none = { city: undefined, country: undefined };
    const far = { category: "other", job_types: ["finance"] };
    const board = boardOf({
      gone: { closed: filled, ...none, places },
      lyon: { ...far, ...lyon },
      paris: { ...far, city: "Paris", country: "FR" },
    });
    const [gone] = board.closed;
    expect(gone && slugs(new Related(board).similarTo(gone))).toEqual(["lyon"]);
  });

  it("are at most four, and none on an empty board", () => {
    const many = boardOf({ ...days(9), gone: { closed: filled } });
    const [gone] = many.closed;
    expect(gone && new Related(many).similarTo(gone)).toHaveLength(4);
    expect(gone && new Related(boardOf({})).similarTo(gone)).toEqual([]);
  });
});
