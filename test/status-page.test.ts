import type { Page } from "playwright-core";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { exampleNow } from "./example-job.ts";
import { examplePosts, livePosts } from "./example-posts.ts";
import type { GitHubAnswer } from "./github-answers.ts";
import type { SiteInBrowser } from "./site-in-browser.ts";
import {
  expected,
  expectNoSidewaysScrolling,
  expectOpenToEverybody,
  gitHubPages,
  repository,
  showSite,
} from "./site-in-browser.ts";

let shown: SiteInBrowser;

beforeAll(async () => {
  shown = await showSite(examplePosts);
});

afterAll(() => shown[Symbol.asyncDispose]());

/** GitHub's response for a run that ended this many hours before the site was built. */
function run(hours: number, conclusion: string) {
  const endedAt = exampleNow.minus({ hours }).toISO();
  return { status: "completed", conclusion, updated_at: endedAt };
}

function answerWith(...runs: object[]): GitHubAnswer {
  return { body: { total_count: runs.length, workflow_runs: runs } };
}

/** Opens the page this many hours after the site was built. */
async function openAfter(hours: number, answer: GitHubAnswer): Promise<Page> {
  shown.gitHub.answer({ "/actions/workflows/daily.yml/runs": answer });
  const page = await shown.open("/about/", expected);
  await page.clock.setFixedTime(exampleNow.plus({ hours }).toJSDate());
  await page.getByRole("link", { name: "Check the board’s status" }).click();
  await page.waitForURL("**/status/");
  return page;
}

const daily = (page: Page) => page.getByRole("status");
const warnings = (page: Page) => page.locator(".closed").allTextContents();

describe("the status page", () => {
  it("compares build and run with the visitor’s clock, from one request to GitHub", async () => {
    const page = await openAfter(3, answerWith(run(6, "success"), run(30, "failure")));
    await expect
      .poll(() => daily(page).textContent())
      .toBe("Daily maintenance is running. The last successful run was 9 hours ago.");
    const main = await page.getByRole("main").innerText();
    expect(main).toContain(`${Object.keys(livePosts).length} jobs are open.`);
    expect(main).toContain("This site was built on 22 November 2026 at 12:00 UTC");
    expect(main).toContain("The last build was 3 hours ago.");
    expect(await warnings(page)).toEqual([]);
    expect(shown.gitHub.asked).toEqual(["/actions/workflows/daily.yml/runs?per_page=20"]);
    const link = page.getByRole("link", { name: "Daily runs on GitHub" });
    const runs = `${gitHubPages}/${repository}/actions/workflows/daily.yml`;
    expect(await link.getAttribute("href")).toBe(runs);
    await expectOpenToEverybody(page);
  });

  it("warns if both are too long ago", async () => {
    const page = await openAfter(50, answerWith(run(6, "success")));
    await expect
      .poll(() => daily(page).textContent())
      .toContain("Daily maintenance is not running");
    expect(await warnings(page)).toEqual([
      "The last build was 2 days ago. There should be one at least once a day, so recent posts may be missing.",
      "Daily maintenance is not running. The last successful run was 2 days ago.",
    ]);
    await expectOpenToEverybody(page);
    await expectNoSidewaysScrolling(page);
  });

  it("says so if GitHub returns an error, and still shows the build", async () => {
    const page = await openAfter(3, { status: 502 });
    await expect.poll(() => daily(page).textContent()).toContain("GitHub returned an error (502)");
    expect(await page.getByRole("main").innerText()).toContain("The last build was 3 hours ago.");
    expect(await warnings(page)).toEqual([]);
  });

  it("shows the build without JavaScript, and links to the rest", async () => {
    const page = await shown.open("/status/", { javaScriptEnabled: false });
    const main = await page.getByRole("main").innerText();
    expect(main).toContain("This site was built on 22 November 2026 at 12:00 UTC");
    expect(main).toContain("needs JavaScript. The list on GitHub works without it");
    const robots = page.locator("meta[name=robots]");
    expect(await robots.getAttribute("content")).toContain("noindex");
  });
});
