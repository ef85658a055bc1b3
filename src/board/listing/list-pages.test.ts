import { describe, expect, it } from "vitest";
import type { Choice } from "../config.ts";
import { at, jobWith, testConfig } from "../fixtures.ts";
import type { Job } from "../job/schema.ts";
import { Post } from "../post/post.ts";
import { Board } from "./board.ts";
import type { ListPage, PostList } from "./list-pages.ts";
import { listPages, pagesOf, postLists } from "./list-pages.ts";

const now = at("2026-11-22T12:00");
const named = ({ slug }: Choice) => /^(?:developer-engineer|other|web|database)$/.test(slug);
const config = {
  ...testConfig,
  categories: testConfig.categories.filter(named),
  types: [
    ...testConfig.types.filter(named),
    { slug: "cloud", name: "Cloud", retired: true },
  ] satisfies Choice[],
  pageSize: 2,
  recentPosts: 6,
};

function boardOf(...changes: Parameters<typeof jobWith>[0][]): Board {
  const post = (job: Job, index: number) =>
    new Post(
      { file: `jobs/${index}.md`, slug: `job-${index}`, job, published: job.submitted },
      config,
      now,
    );
  return new Board(changes.map(jobWith).map(post), config, now);
}

/** The list of all jobs. */
function wholeList(board: Board): PostList {
  const [list] = postLists(board);
  if (!list) throw new Error("There is no list.");
  return list;
}

describe("a list that is longer than a page", () => {
  const pages = pagesOf(wholeList(boardOf({}, {}, {}, {}, {})), config);

  it("is split into pages of the board’s size", () =>
    expect(pages.map(({ posts }) => posts.map(({ slug }) => slug))).toEqual([
      ["job-0", "job-1"],
      ["job-2", "job-3"],
      ["job-4"],
    ]));

  it("links each page to the one before and the next", () =>
    expect(pages.map(({ address, previous, next }) => [previous, address, next])).toEqual([
      [undefined, "/jobs/", "/jobs/page/2/"],
      ["/jobs/", "/jobs/page/2/", "/jobs/page/3/"],
      ["/jobs/page/2/", "/jobs/page/3/", undefined],
    ]));
});

describe("a list that exactly fills its pages", () => {
  it("has no empty last page", () =>
    expect(pagesOf(wholeList(boardOf({}, {})), config)).toHaveLength(1));
});

describe("a list with more posts than the newest ones", () => {
  const days = [
    ...["2026-11-21", "2026-11-20", "2026-11-19"],
    ...["2026-10-30", "2026-10-20", "2026-10-10", "2026-10-05"],
    "2026-09-15",
  ];
  const boardWith = (...all: string[]) =>
    boardOf(...all.map((submitted) => ({ submitted, renewed: ["2026-11-21"] })));
  const pagesWith = (...all: string[]) => pagesOf(wholeList(boardWith(...all)), config);
  const shown = (page: ListPage) => page.posts.map(({ published }) => published.slice(5));
  const pages = pagesWith(...days);

  it("has numbered pages for these, and months with all of theirs, oldest first", () => {
    expect(pages.map((page) => [page.address, ...shown(page)])).toEqual([
      ["/jobs/", "11-21", "11-20"],
      ["/jobs/page/2/", "11-19", "10-30"],
      ["/jobs/page/3/", "10-20", "10-10"],
      ["/jobs/2026/10/", "10-05", "10-10"],
      ["/jobs/2026/10/page/2/", "10-20", "10-30"],
      ["/jobs/2026/09/", "09-15"],
    ]);
    expect(pages.map(({ list }) => list.heading)).toEqual([
      ...["Python jobs", "Python jobs", "Python jobs"],
      ...["Python jobs posted in October 2026", "Python jobs posted in October 2026"],
      "Python jobs posted in September 2026",
    ]);
  });

  it("leads to the months from the last numbered page alone, and back from each", () => {
    expect(pages.map(({ months }) => months.map(({ name }) => name))).toEqual([
      ...[[], []],
      ["October 2026", "September 2026"],
      ...[[], [], []],
    ]);
    expect(pages.map(({ list }) => list.whole)).toEqual([
      ...[undefined, undefined, undefined],
      ...["/jobs/", "/jobs/", "/jobs/"],
    ]);
  });

  it("links months neither to each other nor to numbered pages by their own numbers", () => {
    expect(pages.map(({ previous, next }) => [previous, next]).slice(2)).toEqual([
      ["/jobs/page/2/", undefined],
      [undefined, "/jobs/2026/10/page/2/"],
      ["/jobs/2026/10/", undefined],
      [undefined, undefined],
    ]);
  });

  it("keeps every full page of a month when posts come", () => {
    const after = pagesWith("2026-11-22", "2026-11-22", "2026-10-31", ...days);
    const months = (all: readonly ListPage[]) => all.filter(({ list }) => list.kind === "month");
    const kept = new Map(months(after).map((page) => [page.address, shown(page)]));
    for (const page of months(pages)) expect(kept.get(page.address)).toEqual(shown(page));
  });

  it("has no month whose posts are all among the newest", () => {
    expect(pagesWith(...days.slice(0, 6)).map(({ address }) => address)).toEqual([
      "/jobs/",
      "/jobs/page/2/",
      "/jobs/page/3/",
    ]);
  });

  it("has no feeds for a month, but shows it to search engines", () => {
    const [month] = pages.slice(3);
    expect(month?.feed("rss")).toBeUndefined();
    expect(month?.isFindable).toBe(true);
  });

  it("has months if it is the list of a group too", () => {
    const addresses = listPages(boardWith(...days)).map(({ address }) => address);
    for (const list of ["category/developer-engineer", "type/web", "location/berlin-de"]) {
      expect(addresses).toContain(`/jobs/${list}/2026/09/`);
    }
  });
});

describe("a board without posts", () => {
  const pages = listPages(boardOf());

  it("keeps the lists that people may subscribe to: the board’s choices, and remote jobs", () =>
    expect(pages.map(({ address, posts }) => [address, posts])).toEqual([
      ["/jobs/", []],
      ["/jobs/category/developer-engineer/", []],
      ["/jobs/category/other/", []],
      ["/jobs/type/web/", []],
      ["/jobs/type/database/", []],
      ["/jobs/location/telecommute/", []],
    ]));

  it("shows search engines only the main list", () =>
    expect(pages.flatMap(({ isFindable, address }) => (isFindable ? [address] : []))).toEqual([
      "/jobs/",
    ]));
});

describe("a retired choice", () => {
  it("has a list while a live post has it", () => {
    const addresses = (board: Board) => postLists(board).map(({ address }) => address);
    expect(addresses(boardOf({ job_types: ["cloud"] }))).toContain("/jobs/type/cloud/");
    expect(addresses(boardOf({}))).not.toContain("/jobs/type/cloud/");
  });
});

describe("the lists of a board", () => {
  const lists = postLists(
    boardOf({}, { workplace: "remote", city: undefined, country: undefined, remote_from: ["AT"] }),
  );

  it("are the main list, one for each group, and those that stay without posts", () =>
    expect(lists.map(({ address, heading }) => [address, heading])).toEqual([
      ["/jobs/", "Python jobs"],
      ["/jobs/category/developer-engineer/", "Developer / Engineer jobs"],
      ["/jobs/category/other/", "Other jobs"],
      ["/jobs/type/web/", "Web jobs"],
      ["/jobs/type/database/", "Database jobs"],
      ["/jobs/location/telecommute/", "Remote jobs"],
      ["/jobs/location/berlin-de/", "Jobs in Berlin, Germany"],
      ["/jobs/location/at/", "Jobs in Austria"],
      ["/jobs/location/de/", "Jobs in Germany"],
    ]));

  it("have feeds, except for cities", () =>
    expect(
      lists
        .filter((list) => pagesOf(list, config)[0]?.feed("rss") === undefined)
        .map(({ kind }) => kind),
    ).toEqual(["city"]));

  it("are given by filters of the search, except for the full one", () =>
    expect(
      lists
        .flatMap((list) => pagesOf(list, config)[0]?.searchFilter ?? [])
        .map(({ facet, value }) => `${facet}=${value}`),
    ).toEqual(
      expect.arrayContaining(["workplace=remote", "city=berlin-de", "country=AT", "type=web"]),
    ));

  it("of countries link to their cities", () =>
    expect(
      lists.flatMap(({ kind, parts }) =>
        kind === "country" ? [parts?.map(({ slug }) => slug)] : [],
      ),
    ).toEqual([[], ["berlin-de"]]));
});
