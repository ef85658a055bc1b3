import { readFile } from "node:fs/promises";
import { createRequire } from "node:module";
import type { AxeResults } from "axe-core";
import type { Browser, Page } from "playwright-core";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { publicGitHub } from "../src/board/config.ts";
import { launchBrowser, openPage } from "./browser.ts";
import { buildEveryKind, kindsOfPages } from "./every-kind.ts";
import { exampleDay } from "./example-job.ts";
import type { ExampleSite } from "./example-site.ts";
import { type SiteServer, serveSite } from "./site-server.ts";

let browser: Browser;
let site: ExampleSite;
let server: SiteServer;
let axe: string;

beforeAll(async () => {
  axe = await readFile(createRequire(import.meta.url).resolve("axe-core/axe.min.js"), "utf8");
  browser = await launchBrowser();
  // A demonstration shows all that a real board shows, and a banner above it.
  site = await buildEveryKind({ demo: exampleDay });
  server = await serveSite(site.folder);
});

afterAll(async () => {
  await browser.close();
  await server.close();
  await site[Symbol.asyncDispose]();
});

/** What axe has against a page as it is shown now: rules of WCAG 2.2 A and AA, and good practice. */
async function violationsOn(page: Page): Promise<string[]> {
  await page.evaluate(axe);
  const { violations } = await page.evaluate<AxeResults>("axe.run()");
  return violations.flatMap(({ id, nodes }) => nodes.map(({ html }) => `${id}: ${html}`));
}

/** Nothing waits there. What the pages for reviewers show otherwise, `reviewer-pages.test.ts` holds. */
async function answerForGitHub(page: Page): Promise<void> {
  const headers = { "access-control-allow-origin": "*" };
  await page.route(`${publicGitHub.apiUrl}/**`, (route) => route.fulfill({ json: [], headers }));
}

const views = [360, 1280].flatMap((width) =>
  (["light", "dark"] as const).map((colorScheme) => ({ width, colorScheme })),
);

describe.each(Object.entries(kindsOfPages))("the page of kind “%s”", (_, address) => {
  it("is open to everybody, on a phone and on a desk, by day and by night", async () => {
    const page = await openPage(browser);
    await answerForGitHub(page);
    const response = await page.goto(server.origin + address);
    expect(response?.status()).toBe(200);
    for (const { width, colorScheme } of views) {
      await page.setViewportSize({ width, height: 800 });
      await page.emulateMedia({ colorScheme });
      expect(await violationsOn(page), `${width} px, ${colorScheme}`).toEqual([]);
    }
  });

  it("never scrolls sideways, not even on a narrow phone", async () => {
    const page = await openPage(browser, { viewport: { width: 320, height: 640 } });
    await answerForGitHub(page);
    await page.goto(server.origin + address);
    expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBe(320);
  });
});

describe("a page", () => {
  it("lets the keyboard skip what is the same on all pages, and shows where it is", async () => {
    const page = await openPage(browser);
    await page.goto(`${server.origin}/jobs/`);
    await page.keyboard.press("Tab");
    const skip = page.getByRole("link", { name: "Skip to the content" });
    expect(await skip.evaluate((link) => link === document.activeElement)).toBe(true);
    expect((await skip.boundingBox())?.y).toBeGreaterThanOrEqual(0);
    await page.keyboard.press("Enter");
    await page.keyboard.press("Tab");
    const { inMain, outline } = await page.evaluate(() => ({
      inMain: document.querySelector("main")?.contains(document.activeElement),
      outline: document.activeElement && getComputedStyle(document.activeElement).outlineStyle,
    }));
    expect(inMain).toBe(true);
    expect(outline).toBe("solid");
  });

  it("is found wanting where it is", async () => {
    const page = await openPage(browser);
    await page.setContent('<html lang="en"><title>x</title><main><h1>x</h1><img src="data:,">');
    expect(await violationsOn(page)).toEqual([expect.stringContaining("image-alt")]);
  });
});
