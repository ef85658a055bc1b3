import { describe, expect, it } from "vitest";
import type { Choice } from "../config.ts";
import { at, jobWith, testConfig } from "../fixtures.ts";
import type { Job } from "../job/schema.ts";
import { Post } from "../post/post.ts";
import { Board } from "./board.ts";
import type { PostList } from "./list-pages.ts";
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
  const pages = pagesOf(wholeList(boardOf({}, {}, {}, {}, {})), 2);

  it("is split into pages of the board’s size", () =>
    expect(pages.map(({ posts }) => posts.map(({ slug }) => slug))).toEqual([
      ["job-0", "job-1"],
      ["job-2", "job-3"],
      ["job-4"],
    ]));

  it("links each page to the next and previous ones", () =>
    expect(pages.map(({ address, newer, older }) => [newer, address, older])).toEqual([
      [undefined, "/jobs/", "/jobs/page/2/"],
      ["/jobs/", "/jobs/page/2/", "/jobs/page/3/"],
      ["/jobs/page/2/", "/jobs/page/3/", undefined],
    ]));
});

describe("a list that exactly fills its pages", () => {
  it("has no empty last page", () =>
    expect(pagesOf(wholeList(boardOf({}, {})), 2)).toHaveLength(1));
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
        .filter((list) => pagesOf(list, 2)[0]?.feed("rss") === undefined)
        .map(({ kind }) => kind),
    ).toEqual(["city"]));

  it("of countries link to their cities", () =>
    expect(
      lists.flatMap(({ kind, parts }) =>
        kind === "country" ? [parts?.map(({ slug }) => slug)] : [],
      ),
    ).toEqual([[], ["berlin-de"]]));
});
