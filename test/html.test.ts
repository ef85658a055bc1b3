import { glob } from "node:fs/promises";
import { gzipSync } from "node:zlib";
import { HtmlValidate } from "html-validate";
import { beforeAll, describe, expect, it } from "vitest";
import { pageLimits } from "../src/board/site-checks/weight.ts";
import { buildEveryKind, kindsOfPages } from "./every-kind.ts";
import type { ExampleSite } from "./example-site.ts";

const validator = new HtmlValidate({
  root: true,
  extends: ["html-validate:recommended", "html-validate:document"],
  rules: {
    // Titles have the job and the company, however long those are.
    "long-title": "off",
    // Files from the same host as the page need no hash.
    "require-sri": ["error", { target: "crossorigin" }],
  },
});

let site: ExampleSite;

beforeAll(async () => {
  site = await buildEveryKind({ demo: null });
});

/** The errors in the pages of a site, and the number of pages. The CMS has its own page. */
async function faultsOf({
  folder,
  read,
}: ExampleSite): Promise<{ pages: number; faults: string[] }> {
  const faults: string[] = [];
  let pages = 0;
  for await (const file of glob("**/*.html", { cwd: folder })) {
    if (file.startsWith("admin/")) continue;
    pages++;
    const { results } = await validator.validateString(await read(file), file);
    for (const { line, ruleId, message } of results.flatMap(({ messages }) => messages)) {
      faults.push(`${file}:${line} ${ruleId}: ${message}`);
    }
  }
  return { pages, faults };
}

describe("every page", () => {
  it("is valid HTML, for posts of every kind and hostile ones", async () => {
    const { pages, faults } = await faultsOf(site);
    expect(faults).toEqual([]);
    expect(pages).toBeGreaterThan(100);
  });

  it("fails this check if it has an error", async () => {
    const { valid } = await validator.validateString("<!DOCTYPE html><p><div>x</div></p>");
    expect(valid).toBe(false);
  });
});

describe("the size of a page", () => {
  const size = async (...files: string[]) => {
    const sizes = await Promise.all(
      files.map(async (file) => gzipSync(await site.read(file)).length),
    );
    return sizes.reduce((sum, each) => sum + each, 0);
  };
  const style = "assets/board.css";

  it("is at most 12 KB for a list of 25 posts, styles included", async () => {
    expect((await site.read("jobs/index.html")).match(/<li data-until/g)).toHaveLength(25);
    expect(await size("jobs/index.html", style)).toBeLessThanOrEqual(pageLimits.list);
  });

  it("grows by at most 11.5 KB when somebody searches and follows, without the worker and its files", async () => {
    expect(await size("assets/list.js")).toBeLessThanOrEqual(1000);
    expect(await size("assets/search.js", "assets/search.css")).toBeLessThanOrEqual(11_500);
  });

  it.each(Object.entries(kindsOfPages).filter(([kind]) => /post/.test(kind)))(
    "is at most 10 KB for a %s, styles included",
    async (_, address) =>
      expect(await size(`${address}index.html`, style)).toBeLessThanOrEqual(pageLimits.post),
  );

  it("has no script that blocks the page, and no inline script", async () => {
    for (const address of Object.values(kindsOfPages)) {
      const html = await site.read(address.endsWith("/") ? `${address}index.html` : address);
      // Data for search engines is not a script, although it is in a script element.
      const scripts = html.match(/<script(?! type="application\/ld\+json")[^>]*>[^<]*/g) ?? [];
      expect(
        scripts.filter((script) => !/^<script type="module" src="\/assets\/[^"]+">$/.test(script)),
      ).toEqual([]);
    }
  });
});
