import { describe, expect, it } from "vitest";
import { exampleConfig, exampleNow, examplePost } from "../../../test/example-job.ts";
import { Board } from "./board.ts";
import { sitemapEntries } from "./sitemap.ts";

describe("the sitemap of a board", () => {
  const posts = [
    examplePost({}, { slug: "2026-11-20-live" }),
    examplePost({ renewed: ["2026-11-21"] }, { slug: "2026-11-20-renewed" }),
    examplePost(
      { closed: { on: "2026-11-21", reason: "filled" }, aliases: ["/jobs/1234/"] },
      { slug: "2026-11-20-filled" },
    ),
    examplePost(
      { closed: { on: "2026-11-21", reason: "removed" } },
      { slug: "2026-11-20-removed" },
    ),
  ];
  const entries = sitemapEntries(new Board(posts, exampleConfig, exampleNow));
  const addresses = entries.map(({ address }) => address);

  it("has the live posts, with the day on which they were last listed", () => {
    expect(entries).toContainEqual({ address: "/jobs/2026-11-20-live/", changed: "2026-11-20" });
    expect(entries).toContainEqual({ address: "/jobs/2026-11-20-renewed/", changed: "2026-11-21" });
  });

  it("has neither closed posts nor redirects", () => {
    expect(addresses.filter((address) => /filled|removed|1234/.test(address))).toEqual([]);
  });

  it("has the lists, the archive and the help pages, each once", () => {
    expect(addresses).toEqual(
      expect.arrayContaining([
        ...["/jobs/", "/jobs/type/web/", "/jobs/location/berlin-de/", "/jobs/location/de/"],
        ...["/jobs/archive/", "/jobs/archive/2026/", "/jobs/archive/2026/11/", "/about/"],
      ]),
    );
    expect(new Set(addresses).size).toBe(addresses.length);
  });

  it("has the months of a long list", () => {
    const long = new Board(
      [...posts, examplePost({ submitted: "2026-10-05" }, { slug: "2026-10-05-older" })],
      { ...exampleConfig, recentPosts: 2 },
      exampleNow,
    );
    expect(sitemapEntries(long)).toContainEqual({
      address: "/jobs/2026/10/",
      changed: "2026-10-05",
    });
  });

  it("has no list without a live post, except the main list", () => {
    expect(addresses.filter((address) => address.startsWith("/jobs/category/"))).toEqual([
      "/jobs/category/developer-engineer/",
    ]);
    const empty = sitemapEntries(new Board([], exampleConfig, exampleNow));
    const lists = empty.filter(({ address }) => /^\/jobs\/(?:$|\w+\/[\w-]+\/)/.test(address));
    expect(lists).toEqual([{ address: "/jobs/", changed: undefined }]);
  });

  it("has no pages for the team or for individuals", () => {
    const own = ["/admin/", "/jobs/mine/", "/jobs/review/", "/jobs/thanks/", "/404.html"];
    expect(own.filter((address) => addresses.includes(address))).toEqual([]);
  });
});
