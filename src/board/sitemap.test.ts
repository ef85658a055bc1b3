import { describe, expect, it } from "vitest";
import { exampleConfig, exampleNow, examplePost } from "../../test/example-job.ts";
import { Board } from "./board.ts";
import { sitemapEntries, sitemapFiles } from "./sitemap.ts";

const projectSite = { ...exampleConfig, url: "https://owner.example.org/repo/" };

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

  it("has neither closed posts nor what only leads on", () => {
    expect(addresses.filter((address) => /filled|removed|1234/.test(address))).toEqual([]);
  });

  it("has the lists, the archive and the pages of advice, each once", () => {
    expect(addresses).toEqual(
      expect.arrayContaining([
        ...["/jobs/", "/jobs/type/web/", "/jobs/location/berlin-de/", "/jobs/location/de/"],
        ...["/jobs/archive/", "/jobs/archive/2026/", "/jobs/archive/2026/11/", "/about/"],
      ]),
    );
    expect(new Set(addresses).size).toBe(addresses.length);
  });

  it("has no page for the team or for one person alone", () => {
    const own = ["/admin/", "/jobs/mine/", "/jobs/review/", "/jobs/thanks/", "/404.html"];
    expect(own.filter((address) => addresses.includes(address))).toEqual([]);
  });
});

describe("the file of a sitemap", () => {
  it("gives whole URLs, with the path of a project site", () => {
    const [file, ...others] = sitemapFiles(
      [{ address: "/jobs/", changed: "2026-11-20" }, { address: "/about/" }],
      projectSite,
    );
    expect(others).toEqual([]);
    expect(file?.address).toBe("/sitemap.xml");
    expect(file?.text).toContain(
      "<url><loc>https://owner.example.org/repo/jobs/</loc><lastmod>2026-11-20</lastmod></url>\n" +
        "<url><loc>https://owner.example.org/repo/about/</loc></url>\n",
    );
  });

  it("escapes what XML and URLs cannot hold", () => {
    const [file] = sitemapFiles([{ address: "/jobs/é&'<x>/" }], exampleConfig);
    expect(file?.text).toContain(
      "<loc>https://jobs.example.org/jobs/%C3%A9&amp;&apos;%3Cx%3E/</loc>",
    );
  });
});

describe("a sitemap of more than 50,000 pages", () => {
  const many = Array.from({ length: 50_001 }, (_, index) => ({ address: `/jobs/p${index}/` }));
  const files = sitemapFiles(many, projectSite);

  it("is an index of parts that are not too long", () => {
    expect(files.map(({ address }) => address)).toEqual([
      "/sitemap.xml",
      "/sitemap/1.xml",
      "/sitemap/2.xml",
    ]);
    expect(files[0]?.text).toContain("<sitemapindex ");
    expect(files[0]?.text).toContain(
      "<sitemap><loc>https://owner.example.org/repo/sitemap/2.xml</loc></sitemap>",
    );
    const counts = files.map(({ text }) => text.match(/<url>/g)?.length ?? 0);
    expect(counts).toEqual([0, 50_000, 1]);
  });

  it("is still one file with one page less", () => {
    expect(sitemapFiles(many.slice(1), projectSite)).toHaveLength(1);
  });
});
