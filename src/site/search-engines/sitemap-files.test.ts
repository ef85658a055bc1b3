import { describe, expect, it } from "vitest";
import { exampleConfig } from "../../../test/example-job.ts";
import { sitemapFiles } from "./sitemap-files.ts";

const projectSite = { ...exampleConfig, url: "https://owner.example.org/repo/" };

describe("the file of a sitemap", () => {
  it("has full URLs, with the path of a project site", () => {
    const [file, ...others] = sitemapFiles(
      [{ address: "/jobs/", changed: "2026-11-20" }, { address: "/about/" }],
      projectSite,
    );
    expect(others).toEqual([]);
    expect(file?.address).toBe("/sitemap.xml");
    expect(file?.text).toContain(
      "<url>\n<loc>https://owner.example.org/repo/jobs/</loc>\n<lastmod>2026-11-20</lastmod>\n</url>\n" +
        "<url>\n<loc>https://owner.example.org/repo/about/</loc>\n</url>\n",
    );
  });
});

describe("a sitemap of more than 50,000 pages", () => {
  const many = Array.from({ length: 50_001 }, (_, index) => ({ address: `/jobs/p${index}/` }));
  const files = sitemapFiles(many, projectSite);

  it("is an index of shorter parts", () => {
    expect(files.map(({ address }) => address)).toEqual([
      "/sitemap.xml",
      "/sitemap/1.xml",
      "/sitemap/2.xml",
    ]);
    expect(files[0]?.text).toContain("<sitemapindex ");
    expect(files[0]?.text).toContain(
      "<sitemap>\n<loc>https://owner.example.org/repo/sitemap/2.xml</loc>\n</sitemap>",
    );
    const counts = files.map(({ text }) => text.match(/<url>/g)?.length ?? 0);
    expect(counts).toEqual([0, 50_000, 1]);
  });

  it("is still one file with one page less", () => {
    expect(sitemapFiles(many.slice(1), projectSite)).toHaveLength(1);
  });
});
