/** Which files of a site a change touches: a build after one change should have little to write. */
import { glob } from "node:fs/promises";
import { beforeAll, describe, expect, it } from "vitest";
import type { BoardConfig } from "../src/board/config.ts";
import type { Job } from "../src/board/job/schema.ts";
import { companyPage } from "../src/board/post/company.ts";
import { inventPosts } from "./every-kind.ts";
import { exampleConfig, exampleDay, exampleJob, exampleNow } from "./example-job.ts";
import { addressOf, filledPost } from "./example-posts.ts";
import { buildExample, type ExampleSite } from "./example-site.ts";

/** Even the lists of categories and types have months. */
const config: BoardConfig = { ...exampleConfig, pageSize: 5, recentPosts: 20 };

const posts = {
  ...inventPosts(200),
  [filledPost]: { ...exampleJob, closed: { on: "2026-11-15", reason: "filled" } },
} satisfies Record<string, Job>;
const [postToClose = ""] = Object.keys(posts).slice(100);

const isPost = (file: string) => /^jobs\/\d{4}-\d\d-\d\d-/.test(file);
const isMonth = (file: string) => /\/\d{4}\/\d\d\/(?:page\/\d+\/)?index\.html$/.test(file);

let before: ExampleSite;

beforeAll(async () => {
  before = await buildExample(posts, { config });
});

async function filesOf({ folder }: ExampleSite): Promise<Set<string>> {
  const files = new Set<string>();
  for await (const file of glob("**/*.*", { cwd: folder })) files.add(file);
  return files;
}

/** The files that differ, or that only one of the sites has. */
async function changedFiles(after: ExampleSite): Promise<string[]> {
  const [old, all] = [await filesOf(before), await filesOf(after)];
  const changed = [...old.symmetricDifference(all)];
  for (const file of old.intersection(all)) {
    if ((await before.read(file)) !== (await after.read(file))) changed.push(file);
  }
  return changed.sort();
}

describe("a build a minute later", () => {
  it("changes only the files that have the time of the build", async () => {
    const after = await buildExample(posts, { config, now: exampleNow.plus({ minutes: 1 }) });
    expect(await changedFiles(after)).toEqual([
      "api/jobs.json",
      "jobs/mine/posts.json",
      "status/index.html",
    ]);
  });
});

describe("a new post", () => {
  const file = `jobs/${exampleDay}-new.md`;
  let changed: string[];
  let after: ExampleSite;

  beforeAll(async () => {
    const job: Job = { ...exampleJob, submitted: exampleDay };
    after = await buildExample({ ...posts, [file]: job }, { config });
    changed = await changedFiles(after);
  });

  it("changes at most 11 pages of posts, its own among them", () => {
    const pages = changed.filter(isPost);
    expect(pages).toContain(`${addressOf(file).slice(1)}index.html`);
    expect(pages.length).toBeLessThanOrEqual(11);
  });

  it("changes of a month only the last page, in the lists that it is in", async () => {
    const all = [...(await filesOf(after))].filter(isMonth);
    const folder = (page: string) => page.replace(/(?:page\/\d+\/)?index\.html$/, "");
    const months = changed.filter(isMonth);
    expect(months.length).toBeGreaterThan(0);
    for (const month of months) {
      const number = (page: string) => Number(/page\/(\d+)/.exec(page)?.[1] ?? 1);
      const last = all.filter((page) => folder(page) === folder(month)).map(number);
      // A page that was full before leads to the new one.
      expect(number(month)).toBeGreaterThanOrEqual(Math.max(...last) - 1);
    }
    expect(months.length).toBeLessThan(all.length / 5);
  });

  it("changes the index of companies, and only its own company", () => {
    const own = "jobs/companies/example-analytics/";
    const companies = changed.filter((page) => page.startsWith("jobs/companies/"));
    expect(companies.filter((page) => !page.startsWith(own))).toEqual([
      "jobs/companies/index.html",
    ]);
    expect(companies).toContain(`${own}index.html`);
  });

  it("changes no page of closed posts", () => {
    expect(changed.filter((page) => /archive|filled/.test(page))).toEqual([]);
  });
});

describe("the page of listed posts for reviewers", () => {
  it("has the newest ones, and says where the others are", async () => {
    const page = await before.read("jobs/moderate/index.html");
    expect(page.match(/<li><h2>/g)).toHaveLength(config.recentPosts);
    expect(page).toContain(`the newest ${config.recentPosts} of 200 posts`);
    expect(page).toContain("Older posts: ");
  });
});

describe("a post that closes", () => {
  it("changes at most 11 pages of posts, and none of posts that closed before", async () => {
    const job = posts[postToClose as keyof typeof posts];
    const closed: Job = { ...job, closed: { on: exampleDay, reason: "filled" } };
    const after = await buildExample({ ...posts, [postToClose]: closed }, { config });
    const changed = await changedFiles(after);
    const pages = changed.filter(isPost);
    expect(pages).toContain(`${addressOf(postToClose).slice(1)}index.html`);
    expect(pages).not.toContain(`${addressOf(filledPost).slice(1)}index.html`);
    expect(pages.length).toBeLessThanOrEqual(11);
    const companies = changed.filter((page) => /^jobs\/companies\/[^/]+\/index/.test(page));
    expect(companies).toEqual([`${companyPage(job.company).slice(1)}index.html`]);
  });
});
