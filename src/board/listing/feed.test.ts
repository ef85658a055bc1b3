import { describe, expect, it } from "vitest";
import type { JobChanges } from "../../../test/example-job.ts";
import { exampleConfig, exampleNow, examplePost } from "../../../test/example-job.ts";
import { Post } from "../post/post.ts";
import { Board } from "./board.ts";
import { feedsOf } from "./feed.ts";

function feedOf(jobs: JobChanges[], file = "/jobs/feed/rss/index.xml", config = exampleConfig) {
  const posts = jobs.map((job, index) => examplePost(job, { slug: `2026-11-20-post-${index}` }));
  const feed = feedsOf(new Board(posts, config, exampleNow)).find((each) => each.file === file);
  if (!feed) throw new Error(`There is no ${file}.`);
  return feed;
}

describe("the feeds of a board", () => {
  const remote: JobChanges = { workplace: "remote", city: undefined, remote_from: ["AT"] };
  const posts = [examplePost(), examplePost(remote, { slug: "2026-11-20-remote" })];
  const files = feedsOf(new Board(posts, exampleConfig, exampleNow)).map(({ file }) => file);

  it.each([
    "/jobs/",
    "/jobs/category/developer-engineer/",
    "/jobs/type/web/",
    "/jobs/location/de/",
    "/jobs/location/at/",
    "/jobs/location/telecommute/",
  ])("are in three formats for %s", (list) => {
    expect(files.filter((file) => file.startsWith(`${list}feed/`))).toEqual([
      `${list}feed/rss/index.xml`,
      `${list}feed/atom/index.xml`,
      `${list}feed/feed.json`,
    ]);
  });

  it.each(["/jobs/category/evangelist/", "/jobs/type/cloud/"])(
    "exist for %s, even while it has no posts",
    (list) => expect(files).toContain(`${list}feed/rss/index.xml`),
  );

  it("do not exist for a city", () => {
    expect(files.filter((file) => file.includes("berlin"))).toEqual([]);
  });
});

describe("an item of a feed", () => {
  it("has everything that readers choose by in its title", () => {
    expect(feedOf([{}]).items[0]?.title).toBe(
      "Senior Django Developer · Example Analytics GmbH · Berlin, Germany · €65,000–€85,000 per year",
    );
    expect(feedOf([{ salary: undefined }]).items[0]?.title).toBe(
      "Senior Django Developer · Example Analytics GmbH · Berlin, Germany",
    );
  });

  it("keeps its identity when its title changes", () => {
    const [before] = feedOf([{}]).items;
    const [after] = feedOf([{ title: "Junior Django Developer" }]).items;
    expect(after?.title).not.toBe(before?.title);
    expect(after?.id).toBe(before?.id);
    expect(before?.id).toBe("https://jobs.example.org/jobs/2026-11-20-post-0/");
  });

  it("keeps its first day when it is renewed, and says that it changed", () => {
    const [item] = feedOf([{ renewed: ["2026-11-21"] }]).items;
    expect(item?.published.toISODate()).toBe("2026-11-20");
    expect(item?.updated.toISO()).toBe("2026-11-21T00:00:00.000Z");
  });

  it("is dated to the second, even if it was renewed before", () => {
    const published_at = "2026-11-20T08:00:05Z";
    const [item] = feedOf([
      { published: "2026-11-20", published_at, renewed: ["2026-11-20"] },
    ]).items;
    expect(item?.published.toISO()).toBe("2026-11-20T08:00:05.000Z");
    expect(item?.updated.toISO()).toBe("2026-11-20T08:00:05.000Z");
  });

  it("has the whole text, in HTML", () => {
    expect(feedOf([{}]).items[0]?.html).toBe(
      "<p>Build <strong>reports</strong> in Python.</p>\n" +
        "<h2>Requirements</h2>\n<ul>\n<li>Three years of Django</li>\n</ul>\n" +
        "<h2>About the company</h2>\n<p>We count things.</p>\n",
    );
  });
});

describe("a feed", () => {
  it("has the newest posts, up to the board’s limit", () => {
    const jobs = ["2026-11-18", "2026-11-20", "2026-11-19"].map((submitted) => ({ submitted }));
    const items = feedOf(jobs, undefined, { ...exampleConfig, feedSize: 2 }).items;
    expect(items.map(({ published }) => published.toISODate())).toEqual([
      "2026-11-20",
      "2026-11-19",
    ]);
  });

  it("has no posts from another board, which programs would all show as new", () => {
    const job = examplePost().job;
    const source = { file: "jobs/x.md", slug: "x", job, published: job.submitted };
    const imported = new Post({ ...source, isImported: true }, exampleConfig, exampleNow);
    const board = new Board([imported, examplePost()], exampleConfig, exampleNow);
    const slugs = feedsOf(board).map(({ posts }) => posts.map(({ slug }) => slug));
    expect(slugs.flat()).toContain(examplePost().slug);
    expect(slugs.flat()).not.toContain("x");
    expect(imported.isNew).toBe(false);
    expect(examplePost().isNew).toBe(true);
  });

  it("has the date of its latest change", () => {
    const feed = feedOf([{ submitted: "2026-11-18", renewed: ["2026-11-21"] }, {}]);
    expect(feed.updated.toISODate()).toBe("2026-11-21");
  });

  it("moves with each post", () => {
    const at = (published_at: string): JobChanges => ({ published: "2026-11-20", published_at });
    const [morning, evening] = [at("2026-11-20T08:00:00Z"), at("2026-11-20T18:30:00Z")];
    expect(feedOf([morning]).updated.toISO()).toBe("2026-11-20T08:00:00.000Z");
    expect(feedOf([morning, evening]).updated.toISO()).toBe("2026-11-20T18:30:00.000Z");
  });

  it("exists for the whole list even if no job is listed, with a date that stays the same", () => {
    const feed = feedOf([]);
    expect(feed.items).toEqual([]);
    expect(feed.updated.toISODate()).toBe("1970-01-01");
  });

  it("has its full address on a project site", () => {
    const feed = feedOf([{}], "/jobs/type/web/feed/feed.json", {
      ...exampleConfig,
      url: "https://owner.example.org/repo/",
    });
    expect(feed.url).toBe("https://owner.example.org/repo/jobs/type/web/feed/feed.json");
    expect(feed.pageUrl).toBe("https://owner.example.org/repo/jobs/type/web/");
    expect(feed.title).toBe("Web jobs – Example Job Board");
  });
});
