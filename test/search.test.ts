/** The search of a built site in a browser. What it finds is tested in `src/board/search/`. */
import type { Page } from "playwright-core";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { openPage, type PageOptions } from "./browser.ts";
import { buildEveryKind } from "./every-kind.ts";
import { exampleNow } from "./example-job.ts";
import {
  expected,
  expectLargeTargets,
  expectNoSidewaysScrolling,
  expectOpenToEverybody,
  violationsOn,
} from "./site-in-browser.ts";
import { type SiteServer, serveSite } from "./site-server.ts";

let server: SiteServer;

beforeAll(async () => {
  server = await serveSite((await buildEveryKind({ demo: null })).folder);
});

afterAll(() => server.close());

async function open(
  address: string,
  { now = exampleNow, ...options }: PageOptions & { now?: typeof exampleNow } = {},
): Promise<Page> {
  const page = await openPage({ baseURL: server.origin, ...options });
  await page.clock.setFixedTime(now.toJSDate());
  await page.goto(address);
  return page;
}

const field = (page: Page) => page.getByRole("searchbox", { name: "Search jobs" });
const heading = (page: Page) => page.locator(".results h2").first();
const titles = (page: Page) => page.locator(".posts > li:visible h2").allTextContents();
const list = (page: Page) => page.locator("#list");
const status = (page: Page) => page.getByRole("status");

/** Waits for results, and returns how many there are. */
async function count(page: Page): Promise<number> {
  await heading(page).waitFor();
  return Number.parseInt(await heading(page).innerText(), 10);
}

describe("the search of the list", () => {
  it("is loaded when somebody uses it, and shows results while they type", async () => {
    const page = await open("/jobs/");
    const loaded: string[] = [];
    page.on("request", (request) => loaded.push(new URL(request.url()).pathname));
    await page.keyboard.press("/");
    await page.keyboard.type("muller sohne");
    await expect.poll(() => page.locator("mark").allTextContents()).toEqual(["Müller", "Söhne"]);
    expect(await titles(page)).toHaveLength(1);
    expect(loaded).toContain("/jobs/search/index.bin");
    expect(await list(page).isVisible()).toBe(false);
    await expect.poll(() => status(page).textContent()).toBe("1 job for “muller sohne”");
    await expect.poll(() => new URL(page.url()).search).toBe("?q=muller+sohne");
    expect(await page.locator("link[rel=canonical]").getAttribute("href")).toMatch(/\/jobs\/$/);
    await field(page).fill("");
    await expect.poll(() => list(page).isVisible()).toBe(true);
    await expect.poll(() => new URL(page.url()).search).toBe("");
  });

  it("loads nothing until then", async () => {
    const page = await openPage({ baseURL: server.origin });
    const loaded: string[] = [];
    page.on("request", (request) => loaded.push(new URL(request.url()).pathname));
    await page.goto("/jobs/");
    expect(loaded.filter((path) => path.includes("search"))).toEqual([]);
  });

  it("goes back, reloads, and can be shared", async () => {
    const page = await open("/jobs/");
    await field(page).fill("python");
    const all = await count(page);
    await page.getByRole("button", { name: "Filters" }).click();
    await page.getByRole("checkbox", { name: /^Remote \d/ }).check();
    await expect.poll(() => count(page)).toBeLessThan(all);
    expect(new URL(page.url()).search).toBe("?q=python&workplace=remote");
    const remote = await titles(page);
    await page.reload();
    await heading(page).waitFor();
    expect(await titles(page)).toEqual(remote);
    expect(await field(page).inputValue()).toBe("python");
    await page.goBack();
    await expect.poll(() => count(page)).toBe(all);
    await page.goBack();
    await expect.poll(() => list(page).isVisible()).toBe(true);
    expect(await field(page).inputValue()).toBe("");
    const other = await open("/jobs/?q=python&workplace=remote");
    await heading(other).waitFor();
    expect(await titles(other)).toEqual(remote);
  });

  it("has the rows of the list, from right to left too", async () => {
    const page = await open("/jobs/?sort=newest");
    await heading(page).waitFor();
    // Posts list their technologies in an order of their own, the search in that of the settings.
    const rows = (within: string) =>
      page.locator(`${within} .posts > li`).evaluateAll((all) =>
        all.map((row) => {
          const tags = row.querySelector(".tags");
          tags?.append(...[...tags.children].sort((a, b) => (a.outerHTML < b.outerHTML ? -1 : 1)));
          return row.outerHTML.replace(/>\s+|\s+</g, (gap) => gap.trim());
        }),
      );
    const shown = await rows("#list");
    expect(shown.join()).toContain("مهندس");
    expect(await rows(".results")).toEqual(shown);
  });

  it("has pages, which are announced and read from their top", async () => {
    const page = await open("/jobs/?sort=newest");
    await page.getByRole("link", { name: "Next" }).click();
    await page.getByText("Page 2 of 2").waitFor();
    expect(new URL(page.url()).search).toBe("?sort=newest&page=2");
    await expect
      .poll(() => heading(page).evaluate((one) => one === document.activeElement))
      .toBe(true);
  });

  it("offers what to drop if nothing fits", async () => {
    const page = await open("/jobs/?q=nothingiscalledso&workplace=remote");
    await page.getByRole("link", { name: "Without “nothingiscalledso”" }).click();
    await expect.poll(() => count(page)).toBeGreaterThan(0);
    await page.getByRole("link", { name: "Remove filter: Remote" }).click();
    await expect.poll(() => list(page).isVisible()).toBe(true);
  });

  it("counts no post that has ended by the reader’s clock", async () => {
    const now = await count(await open("/jobs/?sort=newest"));
    const later = await open("/jobs/?sort=newest", { now: exampleNow.plus({ days: 60 }) });
    expect(await count(later)).toBeLessThan(now);
    const last = await open("/jobs/?q=python", { now: exampleNow.plus({ days: 200 }) });
    await heading(last).waitFor();
    expect(await heading(last).innerText()).toBe("No jobs for “python”");
  });

  it("says so if the index can’t be loaded, keeps the list, and tries again", async () => {
    const page = await openPage({ baseURL: server.origin, ...expected });
    await page.route("**/search/index.bin", (route) => route.abort("connectionrefused"));
    await page.goto("/jobs/?q=django");
    await expect.poll(() => status(page).textContent()).toMatch(/not available right now/);
    expect(await list(page).isVisible()).toBe(true);
    await expectOpenToEverybody(page);
    await page.unroute("**/search/index.bin");
    await page.clock.setFixedTime(exampleNow.toJSDate());
    await field(page).press("Enter");
    expect(await count(page)).toBeGreaterThan(0);
  });

  it("leads to the lists if there is no JavaScript", async () => {
    const page = await open("/jobs/type/web/", { javaScriptEnabled: false });
    await page.getByRole("searchbox").fill("django");
    await page.getByRole("button", { name: "Search" }).click();
    expect(page.url()).toBe(`${server.origin}/jobs/?q=django&type=web`);
    expect(await page.locator("noscript p").isVisible()).toBe(true);
    expect(await titles(page)).toHaveLength(25);
  });

  it("begins with the filter of the list that it is above", async () => {
    const page = await open("/jobs/type/web/");
    await page.keyboard.press("/");
    await page.keyboard.type("python");
    await page.keyboard.press("Enter");
    await page.getByRole("link", { name: "Remove filter: Web" }).waitFor();
    expect(await field(page).inputValue()).toBe("python");
  });
});

describe("the filters", () => {
  it("are on a sheet on a phone, which the keyboard can use", async () => {
    const page = await open("/jobs/", { viewport: { width: 360, height: 640 } });
    await page.getByRole("button", { name: "Filters" }).press("Enter");
    const sheet = page.getByRole("dialog", { name: "Filters" });
    await sheet.getByRole("checkbox", { name: /^Remote \d/ }).press("Space");
    await count(page);
    const show = sheet.getByRole("button", { name: /^Show \d+ jobs$/ });
    const remote = Number.parseInt(/\d+/.exec(await show.innerText())?.[0] ?? "", 10);
    for (const colorScheme of ["light", "dark"] as const) {
      await page.emulateMedia({ colorScheme });
      expect(await violationsOn(page), colorScheme).toEqual([]);
    }
    await expectLargeTargets(page);
    await show.press("Enter");
    expect(await sheet.isVisible()).toBe(false);
    expect(await count(page)).toBe(remote);
    const button = page.getByRole("button", { name: "Filters (1)" });
    expect(await button.evaluate((one) => one === document.activeElement)).toBe(true);
    await expectNoSidewaysScrolling(page);
  });

  it("keep the focus and say how many jobs each choice gives", async () => {
    const page = await open("/jobs/?q=python", { viewport: { width: 1280, height: 800 } });
    const panel = page.getByRole("region", { name: "Filters" });
    const remote = panel.getByRole("checkbox", { name: /^Remote \d+$/ });
    const named = await remote.evaluate((box) => box.closest("label")?.innerText);
    await remote.press("Space");
    const promised = Number.parseInt(/\d+/.exec(named ?? "")?.[0] ?? "", 10);
    await expect.poll(() => count(page)).toBe(promised);
    expect(await remote.evaluate((box) => box === document.activeElement)).toBe(true);
    await panel.getByLabel("Pay per year, at least").selectOption({ index: 1 });
    await page.getByRole("link", { name: /^Remove filter: .*or more$/ }).waitFor();
    await panel.getByLabel(/^Also jobs that don’t name their pay/).check();
    await expect.poll(() => page.url()).toContain("unstated=yes");
  });
});

it("is accessible with results and without", async () => {
  const page = await open("/jobs/?q=python&workplace=remote");
  await heading(page).waitFor();
  await expectOpenToEverybody(page);
  await expectLargeTargets(page);
  await expectNoSidewaysScrolling(page);
  await page.goto("/jobs/?q=python&country=AQ&workplace=remote");
  await heading(page).waitFor();
  await expectOpenToEverybody(page);
});
