import type { Browser } from "playwright-core";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { addDays, dayOf, startOf } from "../src/board/days.ts";
import { systemNow } from "../src/services/clock.ts";
import { launchBrowser, openPage } from "./browser.ts";
import { exampleJob } from "./example-job.ts";
import { buildExample, type ExampleSite } from "./example-site.ts";
import { type SiteServer, serveSite } from "./site-server.ts";

// The browser's clock is the machine's. So the site is built for a day near the end of one post's term,
// so long ago that the term is over by now, while that of the other, which is to come, is not.
const built = startOf("2020-03-01");
const today = dayOf(systemNow());

let browser: Browser;
let site: ExampleSite;
let server: SiteServer;

beforeAll(async () => {
  browser = await launchBrowser();
  site = await buildExample(
    {
      "jobs/2020-02-01-over.md": { ...exampleJob, submitted: "2020-02-01", title: "Over by now" },
      "jobs/2020-02-02-open.md": {
        ...exampleJob,
        submitted: "2020-02-02",
        renewed: [addDays(today, -1)],
        title: "Still open",
      },
    },
    { now: built },
  );
  server = await serveSite(site.folder);
});

afterAll(async () => {
  await browser.close();
  await server.close();
  await site[Symbol.asyncDispose]();
});

describe("a post whose time has passed since the site was built", () => {
  it("leaves the list, and no other does", async () => {
    const page = await openPage(browser);
    await page.goto(`${server.origin}/jobs/`);
    await page.getByText("Over by now").waitFor({ state: "detached" });
    expect(await page.locator(".posts > li h2").allTextContents()).toEqual(["Still open"]);
  });

  it("says on its page that it is closed, and no longer tells how to apply", async () => {
    const page = await openPage(browser);
    await page.goto(`${server.origin}/jobs/2020-02-01-over/`);
    await page.getByText("Closed: this post has expired.").waitFor();
    expect(await page.getByText("How to apply").count()).toBe(0);
    expect(await page.locator('a[href="https://example.com/jobs/42"]').count()).toBe(0);
    expect(await page.getByText("Three years of Django").isVisible()).toBe(true);
  });

  it("is no longer proposed on the page of another", async () => {
    const page = await openPage(browser);
    await page.goto(`${server.origin}/jobs/2020-02-02-open/`);
    await page.locator(".more a", { hasText: "Over by now" }).waitFor({ state: "detached" });
    expect(await page.getByText("Closed: this post has expired.").isVisible()).toBe(false);
    expect(await page.getByRole("link", { name: "Apply", exact: true }).isVisible()).toBe(true);
  });
});

describe("a reader without JavaScript", () => {
  it("sees the site as of its build", async () => {
    const page = await openPage(browser, { javaScriptEnabled: false });
    await page.goto(`${server.origin}/jobs/`);
    expect(await page.locator(".posts > li h2").allTextContents()).toEqual([
      "Still open",
      "Over by now",
    ]);
    await page.goto(`${server.origin}/jobs/2020-02-01-over/`);
    expect(await page.getByText("Closed: this post").isVisible()).toBe(false);
    expect(await page.getByRole("link", { name: "Apply", exact: true }).isVisible()).toBe(true);
  });
});
