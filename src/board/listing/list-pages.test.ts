import { describe, expect, it } from "vitest";
import { at, jobWith, testConfig } from "../fixtures.ts";
import type { Job } from "../job/schema.ts";
import { Post } from "../post/post.ts";
import { Board } from "./board.ts";
import { listPages, pagesOf, postLists, wholeList } from "./list-pages.ts";

const now = at("2026-11-22T12:00");
const config = { ...testConfig, pageSize: 2 };

function boardOf(...changes: Parameters<typeof jobWith>[0][]): Board {
  const post = (job: Job, index: number) =>
    new Post(
      { file: `jobs/${index}.md`, slug: `job-${index}`, job, published: job.submitted },
      config,
      now,
    );
  return new Board(changes.map(jobWith).map(post), config, now);
}

describe("a list that is longer than a page", () => {
  const pages = pagesOf(wholeList(boardOf({}, {}, {}, {}, {})), 2);

  it("is cut into pages of the board’s size", () =>
    expect(pages.map(({ posts }) => posts.map(({ slug }) => slug))).toEqual([
      ["job-0", "job-1"],
      ["job-2", "job-3"],
      ["job-4"],
    ]));

  it("leads from page to page, and nowhere from its ends", () =>
    expect(pages.map(({ address, newer, older }) => [newer, address, older])).toEqual([
      [undefined, "/jobs/", "/jobs/page/2/"],
      ["/jobs/", "/jobs/page/2/", "/jobs/page/3/"],
      ["/jobs/page/2/", "/jobs/page/3/", undefined],
    ]));
});

describe("a list that just fills its pages", () => {
  it("has no empty page behind them", () =>
    expect(pagesOf(wholeList(boardOf({}, {})), 2)).toHaveLength(1));
});

describe("a board without posts", () => {
  it("has the page of the whole list, and no other", () =>
    expect(listPages(boardOf()).map(({ address, posts }) => [address, posts])).toEqual([
      ["/jobs/", []],
    ]));
});

describe("the lists of a board", () => {
  const lists = postLists(
    boardOf({}, { workplace: "remote", city: undefined, country: undefined, remote_from: ["AT"] }),
  );

  it("are the whole and one for each group", () =>
    expect(lists.map(({ address, heading }) => [address, heading])).toEqual([
      ["/jobs/", "Python jobs"],
      ["/jobs/category/developer-engineer/", "Developer / Engineer jobs"],
      ["/jobs/type/web/", "Web jobs"],
      ["/jobs/type/database/", "Database jobs"],
      ["/jobs/location/berlin-de/", "Jobs in Berlin, Germany"],
      ["/jobs/location/at/", "Jobs in Austria"],
      ["/jobs/location/de/", "Jobs in Germany"],
      ["/jobs/location/telecommute/", "Remote jobs"],
    ]));

  it("have feeds, but for those of cities", () =>
    expect(
      lists
        .filter((list) => pagesOf(list, 2)[0]?.feed("rss") === undefined)
        .map(({ kind }) => kind),
    ).toEqual(["city"]));

  it("of countries lead on to their cities", () =>
    expect(
      lists.flatMap(({ kind, parts }) =>
        kind === "country" ? [parts?.map(({ slug }) => slug)] : [],
      ),
    ).toEqual([[], ["berlin-de"]]));
});
