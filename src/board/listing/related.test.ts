import { describe, expect, it } from "vitest";
import type { BoardConfig } from "../config.ts";
import { addDays } from "../days.ts";
import { at, jobWith, testConfig } from "../fixtures.ts";
import { Post } from "../post/post.ts";
import { Board } from "./board.ts";
import { Related } from "./related.ts";

type Changes = Parameters<typeof jobWith>[0];

const now = at("2026-11-22");
const filled = { on: "2026-11-21", reason: "filled" } as const;

function boardOf(changes: Record<string, Changes>, config: BoardConfig = testConfig): Board {
  const posts = Object.entries(changes).map(([slug, change]) => {
    const job = jobWith(change);
    return new Post({ file: `jobs/${slug}.md`, slug, job, published: job.submitted }, config, now);
  });
  return new Board(posts, config, now);
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

describe("the pages that show others", () => {
  const categories = ["developer-engineer", "other"] as const;
  /** Boards on which neighbors are of another category, so that the most pages show a post. */
  const boards = [1, 2, 5, 10, 11, 20, 26].map((count) =>
    Object.fromEntries(
      Array.from({ length: count }, (_, index) => [
        `job-${index}`,
        { submitted: addDays("2026-11-20", -index), category: categories[index % 2] },
      ]),
    ),
  );

  /** What the page of each live post shows of others, by the post's slug. */
  function shown(changes: Record<string, Changes>): Map<string, string> {
    const board = boardOf(changes);
    const related = new Related(board);
    const row = ({ slug, job, life }: Post) => [slug, job.title, life];
    return new Map(
      board.live.map((post) => [
        post.slug,
        JSON.stringify(
          [post, post.newer, post.older, ...related.moreInCategory(post)].map(
            (one) => one && row(one),
          ),
        ),
      ]),
    );
  }

  function changedPages(before: Record<string, Changes>, after: Record<string, Changes>): number {
    const [old, all] = [shown(before), shown(after)];
    const slugs = new Set([...old.keys(), ...all.keys()]);
    return [...slugs].filter((slug) => old.get(slug) !== all.get(slug)).length;
  }

  /** The most pages that a change of one post touches, of any post on any of the boards. */
  function mostChanged(change: (job: Changes) => Changes | undefined): number {
    const counts = boards.flatMap((board) =>
      Object.entries(board).map(([slug, job]) => {
        const { [slug]: _, ...others } = board;
        const changed = change(job);
        return changedPages(board, changed ? { ...others, [slug]: changed } : others);
      }),
    );
    return Math.max(...counts);
  }

  it.each<[string, (job: Changes) => Changes | undefined]>([
    // In the other direction, these are a new post and one that is removed.
    ["comes or goes", () => undefined],
    ["closes", (job) => ({ ...job, closed: filled })],
    ["is edited", (job) => ({ ...job, title: "Something else" })],
  ])("are at most 11 if a post %s", (_, change) => expect(mostChanged(change)).toBe(11));

  it("are at most 21 if a post moves to another day and category", () => {
    const move = ({ submitted, category }: Changes): Changes => ({
      submitted: submitted === "2026-11-05" ? "2026-11-15" : "2026-11-05",
      category: category === "other" ? "developer-engineer" : "other",
    });
    const most = mostChanged(move);
    expect(most).toBeGreaterThan(11);
    expect(most).toBeLessThanOrEqual(21);
  });

  it("are few on a board of hundreds too", () => {
    const board = Object.fromEntries(
      Array.from({ length: 400 }, (_, index) => [
        `job-${index}`,
        {
          published_at: `2026-11-${10 + Math.floor(index / 40)}T00:00:00Z`,
          category: index % 3 ? "other" : "developer-engineer",
        },
      ]),
    );
    const { "job-200": _, ...others } = board;
    expect(changedPages(board, others)).toBe(7);
    expect(changedPages(board, { ...board, newest: { submitted: "2026-11-22" } })).toBe(2);
  });
});

describe("the page of a closed post", () => {
  const closed = { closed: filled, job_types: ["web", "finance"] };
  const config = {
    ...testConfig,
    types: testConfig.types.map((type) =>
      type.slug === "finance" ? { ...type, retired: true as const } : type,
    ),
  };
  const openJob = { job_types: ["finance"] };
  const withOthers = boardOf({ closed, openJob }, config);
  const alone = boardOf({ closed }, config);

  it.each([
    ["others are open", withOthers],
    ["it is the only post", alone],
  ])("leads to the lists that always exist, whether %s", (_, board) => {
    const related = new Related(board);
    const [post] = board.closed;
    if (!post) throw new Error("The post is not closed.");
    expect(related.listsLike(post).map(({ heading }) => heading)).toEqual([
      "Developer / Engineer jobs",
      "Web jobs",
      "Python jobs",
    ]);
    const addresses = ["type/web", "type/finance", "location/berlin-de", "location/de"];
    const linked = (address: string) => related.linkedLists(post).has(`/jobs/${address}/`);
    expect(addresses.filter(linked)).toEqual(["type/web"]);
  });

  it("leads to the remote jobs if it was one", () => {
    const remote = { closed: filled, workplace: "remote", remote_from: "worldwide" } as const;
    const board = boardOf({ remote });
    const addresses = board.closed.flatMap((post) => new Related(board).listsLike(post));
    expect(addresses.map(({ address }) => address)).toContain("/jobs/location/telecommute/");
  });
});

describe("the page of a live post", () => {
  it("links to all lists that it is in", () => {
    const board = boardOf({ post: {} });
    const [post] = board.live;
    const lists = board.groups.filter(({ address }) => {
      return post && new Related(board).linkedLists(post).has(address);
    });
    expect(lists.map(({ name }) => name)).toContain("Berlin, Germany");
    expect(lists).toEqual(board.groups);
  });
});
