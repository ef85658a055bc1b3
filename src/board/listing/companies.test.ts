import { describe, expect, it } from "vitest";
import type { JobChanges } from "../../../test/example-job.ts";
import { exampleConfig, exampleNow, examplePost } from "../../../test/example-job.ts";
import { Board } from "./board.ts";
import { companiesOf } from "./companies.ts";
import { feedsOf } from "./feed.ts";
import { pagesOf } from "./list-pages.ts";

function boardOf(jobs: Readonly<Record<string, JobChanges>>, config = exampleConfig): Board {
  const posts = Object.entries(jobs).map(([slug, job]) => examplePost(job, { slug, config }));
  return new Board(posts, config, exampleNow);
}

const filled: JobChanges = { closed: { on: "2026-11-21", reason: "filled" } };

describe("the companies of a board", () => {
  const board = boardOf({
    first: { company: "Zeta GmbH", submitted: "2026-11-18" },
    second: { company: "ZETA", submitted: "2026-11-19" },
    third: { company: "zeta", ...filled },
    fourth: { company: "Alpha", ...filled },
    fifth: { company: "Gone", closed: { on: "2026-11-21", reason: "removed" } },
  });
  const companies = companiesOf(board);

  it("are those with live or closed posts, by name", () => {
    expect(
      companies.map(({ address, heading, posts, closed }) => [
        ...[address, heading],
        ...[posts, closed].map((some) => some.map(({ slug }) => slug).join(" ")),
      ]),
    ).toEqual([
      ["/jobs/companies/alpha/", "Jobs at Alpha", "", "fourth"],
      ["/jobs/companies/zeta/", "Jobs at ZETA", "second first", "third"],
    ]);
  });

  it("may be found by search engines while they have live posts", () => {
    const pages = companies.flatMap((company) => pagesOf(company, exampleConfig));
    expect(pages.map(({ isFindable }) => isFindable)).toEqual([false, true]);
  });

  it("say how long a closed post was open", () => {
    const [post] = companies[0]?.closed ?? [];
    expect([post?.published, post?.daysOpen]).toEqual(["2026-11-20", 1]);
  });

  it("have no posts whose pages are gone", () => {
    const long = {
      closed: { on: "2024-11-21", reason: "filled" },
      submitted: "2024-10-01",
    } as const;
    const config = { ...exampleConfig, closedPageYears: 1 };
    expect(companiesOf(boardOf({ long }, config))).toEqual([]);
  });
});

describe("the feeds of a company", () => {
  const filesWith = (count: number) =>
    feedsOf(boardOf(Object.fromEntries(Array.from({ length: count }, (_, post) => [post, {}]))))
      .map(({ file }) => file)
      .filter((file) => file.startsWith("/jobs/companies/"));

  it("exist from three live posts on", () => {
    expect(filesWith(2)).toEqual([]);
    expect(filesWith(3)).toEqual([
      "/jobs/companies/example-analytics/feed/rss/index.xml",
      "/jobs/companies/example-analytics/feed/atom/index.xml",
      "/jobs/companies/example-analytics/feed/feed.json",
    ]);
  });
});
