import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { openPage } from "./browser.ts";
import { everyKindOfPost, everyKindSettings, kindsOfPages } from "./every-kind.ts";
import { exampleDay } from "./example-job.ts";
import {
  expectLargeTargets,
  expectNoSidewaysScrolling,
  expectOpenToEverybody,
  type SiteInBrowser,
  showSite,
  violationsOn,
} from "./site-in-browser.ts";

let shown: SiteInBrowser;

beforeAll(async () => {
  // A demo shows everything that a real board does, and a banner above it.
  shown = await showSite(everyKindOfPost, { ...everyKindSettings, demo: exampleDay });
  // Nothing is waiting there. Other states of pages with requests have their own tests.
  shown.gitHub.answer({
    "/issues": { body: [] },
    "/actions/workflows/daily.yml/runs": { body: { total_count: 0, workflow_runs: [] } },
  });
});

afterAll(() => shown[Symbol.asyncDispose]());

describe.each(Object.entries(kindsOfPages))("the page of kind “%s”", (_, address) => {
  it("is accessible in all sizes and color schemes, never scrolls sideways, and has targets of at least 24 px", async () => {
    expect((await fetch(`${shown.origin}${address}`)).status).toBe(200);
    const page = await shown.open(address);
    await expectOpenToEverybody(page);
    await expectNoSidewaysScrolling(page);
    await expectLargeTargets(page);
  });
});

describe("a phone", () => {
  const viewport = { width: 360, height: 640 };

  it("shows a post of the list without scrolling", async () => {
    const page = await shown.open("/jobs/", { viewport });
    const box = await page.locator(".posts > li").first().boundingBox();
    expect((box?.y ?? 0) + (box?.height ?? 0)).toBeLessThanOrEqual(viewport.height);
  });

  it("has the way to apply in reach all the way through a post, once", async () => {
    const page = await shown.open(kindsOfPages["long post with code and a table"], { viewport });
    const apply = page.getByRole("link", { name: "Apply", exact: true });
    for (const part of ["h1", "#requirements"]) {
      await page.locator(part).scrollIntoViewIfNeeded();
      const box = await apply.boundingBox();
      expect((box?.y ?? 0) + (box?.height ?? 0)).toBeLessThanOrEqual(viewport.height);
    }
    await page.setViewportSize({ width: 1280, height: 800 });
    expect(await apply.count()).toBe(1);
  });
});

describe("a page", () => {
  it("lets keyboard users skip to the content, with visible focus", async () => {
    const page = await shown.open("/jobs/");
    await page.keyboard.press("Tab");
    const skip = page.getByRole("link", { name: "Skip to content" });
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

  it("fails these checks if it is broken", async () => {
    const page = await openPage();
    await page.setContent(
      '<html lang="en"><title>x</title><main><h1>x</h1><img src="data:,"><a href="#">link</a>',
    );
    expect(await violationsOn(page)).toEqual([expect.stringContaining("image-alt")]);
    await page.addStyleTag({
      content: "@media (prefers-color-scheme: dark) { a { color: #eee } }",
    });
    await expect(expectOpenToEverybody(page)).rejects.toThrow("360 px, light");
    await page.locator("img").evaluate((image) => image.remove());
    await expect(expectOpenToEverybody(page)).rejects.toThrow("360 px, dark");
    await expect(expectLargeTargets(page)).rejects.toThrow("<a href");
  });
});
