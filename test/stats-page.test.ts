import type { Page } from "playwright-core";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { exampleNow } from "./example-job.ts";
import { examplePosts } from "./example-posts.ts";
import type { SiteInBrowser } from "./site-in-browser.ts";
import {
  expected,
  expectNoSidewaysScrolling,
  expectOpenToEverybody,
  showSite,
} from "./site-in-browser.ts";

let shown: SiteInBrowser;

beforeAll(async () => {
  shown = await showSite(examplePosts);
});

afterAll(() => shown[Symbol.asyncDispose]());

function refused(days: number, reason: string) {
  const closed_at = exampleNow.minus({ days }).toISO();
  return { closed_at, labels: [{ name: "rejected" }, { name: `reason: ${reason}` }] };
}

const status = (page: Page) => page.getByRole("status");

describe("the statistics", () => {
  it("count posts, and from GitHub why others were rejected", async () => {
    shown.gitHub.answer({
      "/issues": {
        body: [refused(1, "voluntary"), refused(2, "voluntary"), refused(500, "agency")],
      },
    });
    const page = await shown.open("/stats/");
    await expect
      .poll(() => status(page).textContent())
      .toBe("2 posts were rejected in this period.");
    expect(shown.gitHub.asked).toEqual([
      "/issues?state=closed&labels=rejected&sort=updated&per_page=100",
    ]);
    expect(await page.locator("#refusals tbody tr").allInnerTexts()).toEqual([
      expect.stringMatching(/^The work is not paid\s+2$/),
    ]);
    expect(await page.getByRole("main").innerText()).toMatch(/\d+ posts were listed/);
    await expectOpenToEverybody(page);
    await expectNoSidewaysScrolling(page);
  });

  it("say that GitHub did not respond, and link there without JavaScript", async () => {
    shown.gitHub.answer({ "/issues": { status: 429 } });
    const page = await shown.open("/stats/", expected);
    await expect.poll(() => status(page).textContent()).toMatch(/Too many requests/);
    const plain = await shown.open("/stats/", { javaScriptEnabled: false });
    expect(await plain.getByRole("link", { name: "see these posts on GitHub" }).count()).toBe(1);
  });
});
