import { glob } from "node:fs/promises";
import { beforeAll, describe, expect, it } from "vitest";
import { type Instant, startOf } from "../src/board/days.ts";
import { exampleNow } from "./example-job.ts";
import { examplePosts, exampleSettings } from "./example-posts.ts";
import { buildExample, type ExampleSite } from "./example-site.ts";
import { type Element, elementsOf } from "./hostile/job-text.ts";

/** URLs that an element of a page links to or loads. */
function targetsOf({ attributes }: Element): string[] {
  const { href, src, content = "" } = attributes;
  const refresh = /^0; url=(.*)$/.exec(content)?.[1];
  const told = /^https?:/.test(content) ? content : undefined;
  return [href, src, refresh, told].filter((target) => target !== undefined);
}

/** The file that a host would serve for a path. */
function filesFor(path: string): string[] {
  return path.endsWith("/") ? [`${path}index.html`, `${path}index.xml`] : [path];
}

type ExampleOptions = { url: string; closedPageYears?: number; now?: Instant };

const sites: Readonly<Record<string, ExampleOptions>> = {
  "a site": { url: "https://jobs.example.org/" },
  "a site below a path": { url: "https://owner.example.org/repo/" },
  "a site without pages of posts that closed years ago": {
    url: "https://jobs.example.org/",
    closedPageYears: 1,
    now: startOf("2028-01-01"),
  },
};

describe.each(Object.entries(sites))("%s", (_, { url, now = exampleNow, ...settings }) => {
  const { origin, pathname: prefix } = new URL(url);
  let site: ExampleSite;
  let files: Set<string>;

  beforeAll(async () => {
    const config = { ...exampleSettings, ...settings, url };
    site = await buildExample(examplePosts, { config, now });
    files = new Set();
    for await (const file of glob("**/*.*", { cwd: site.folder })) files.add(prefix + file);
  });

  async function brokenLinks(): Promise<string[]> {
    const broken: string[] = [];
    for (const file of files) {
      if (!file.endsWith(".html")) continue;
      const page = new URL(file.replace(/index\.html$/, ""), origin);
      const elements = elementsOf(await site.read(file.slice(prefix.length)));
      for (const target of elements.flatMap(targetsOf)) {
        const { origin: to, pathname } = new URL(target, page);
        if (to !== origin || filesFor(decodeURI(pathname)).some((each) => files.has(each)))
          continue;
        broken.push(`${page.pathname} -> ${target}`);
      }
    }
    return broken;
  }

  it("has no broken links, and none outside its path", async () => {
    expect(await brokenLinks()).toEqual([]);
  });

  it("is checked with a test that finds a missing page", async () => {
    files.delete(`${prefix}jobs/types/index.html`);
    expect(await brokenLinks()).toContain(`${prefix}jobs/ -> ${prefix}jobs/types/`);
  });
});
