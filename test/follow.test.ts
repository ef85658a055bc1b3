/** What a reader keeps, shares and shows elsewhere, in a browser. */
import { once } from "node:events";
import type { Server } from "node:http";
import { createServer } from "node:http";
import type { AddressInfo } from "node:net";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { openPage } from "./browser.ts";
import { buildEveryKind, kindsOfPages } from "./every-kind.ts";
import { exampleNow } from "./example-job.ts";
import {
  expectLargeTargets,
  expectNoSidewaysScrolling,
  expectOpenToEverybody,
} from "./site-in-browser.ts";
import { type SiteServer, serveSite } from "./site-server.ts";

let server: SiteServer;
/** A user group's site, at another origin. */
let other: Server;

beforeAll(async () => {
  server = await serveSite((await buildEveryKind({ demo: null })).folder);
  other = createServer((request, response) => {
    const { searchParams } = new URL(request.url ?? "/", "http://localhost");
    response.setHeader("content-type", "text/html");
    response.end(`<!DOCTYPE html><title>Group</title>${searchParams.get("html")}`);
  }).listen(0, "127.0.0.1");
  await once(other, "listening");
});

afterAll(async () => {
  await server.close();
  other.close();
});

async function open(address: string) {
  const page = await openPage({ baseURL: server.origin, locale: "en-GB" });
  await page.clock.setFixedTime(exampleNow.toJSDate());
  await page.goto(address);
  return page;
}

describe("a saved job", () => {
  it("is on the page of saved jobs until it is removed, in every tab", async () => {
    const post = await open(kindsOfPages["post from right to left"]);
    const title = await post.getByRole("heading", { level: 1 }).innerText();
    await post.getByRole("button", { name: "Save" }).click();
    await post.getByRole("status").getByRole("link", { name: "See saved jobs" }).waitFor();

    const saved = await post.context().newPage();
    await saved.goto(kindsOfPages["saved jobs"]);
    await saved.getByRole("link", { name: title }).waitFor();
    expect(await saved.getByRole("listitem").filter({ hasText: title }).innerText()).toContain(
      "Open until",
    );
    await expectOpenToEverybody(saved);
    await expectNoSidewaysScrolling(saved);
    await expectLargeTargets(saved);
    const download = saved.waitForEvent("download");
    await saved.getByRole("button", { name: "Download as a file" }).click();
    expect((await download).suggestedFilename()).toBe("saved-jobs.json");

    await saved.getByRole("button", { name: `Remove: ${title}` }).click();
    await saved.getByText("You have not saved any jobs").waitFor();
    await post.getByRole("button", { name: "Save", exact: true }).waitFor();
  });
});

describe("a saved search", () => {
  const query = "category=developer-engineer&sort=newest";

  it("tells on the list how many jobs are new, until it is removed", async () => {
    const page = await open(`/jobs/?${query}`);
    await page.getByRole("button", { name: "Save this search" }).click();
    await page.getByText("Saved in this browser.").waitFor();
    expect(
      await page.getByRole("link", { name: "RSS feed", exact: true }).first().getAttribute("href"),
    ).toBe("/jobs/category/developer-engineer/feed/rss/");
    await expectOpenToEverybody(page);

    await page.goto("/jobs/");
    await page.getByText(/nothing new since \w+day/).waitFor();
    await expectOpenToEverybody(page);
    await expectNoSidewaysScrolling(page);
    await expectLargeTargets(page);

    // As if the reader had looked before the posts of the last days.
    const hidden = await page.evaluate(() => {
      const [search] = JSON.parse(localStorage.getItem("saved-searches") ?? "[]");
      localStorage.setItem(
        "saved-searches",
        JSON.stringify([{ ...search, day: "2026-11-22", slugs: search.slugs.slice(1) }]),
      );
      return search.slugs.length;
    });
    expect(hidden).toBeGreaterThan(0);
    await page.reload();
    await page.getByText(/^1 new since \w+day$/).waitFor();

    await page.getByRole("link", { name: "Developer / Engineer" }).first().click();
    await page.waitForURL("**/jobs/?category=developer-engineer");
    await page.getByRole("button", { name: "Remove saved search" }).waitFor();
    await page.goto(kindsOfPages["saved jobs"]);
    await page.getByRole("link", { name: "Developer / Engineer" }).waitFor();
    await page.getByRole("button", { name: "Remove: Developer / Engineer" }).click();
    await page.goto("/jobs/");
    expect(await page.getByText("Your saved searches").count()).toBe(0);
  });

  it("leads to the nearest feed if none has exactly its jobs", async () => {
    const page = await open("/jobs/?q=python&country=DE");
    const link = page.getByRole("link", { name: "nearest RSS feed" });
    expect(await link.getAttribute("href")).toBe("/jobs/location/de/feed/rss/");
  });
});

describe("sharing a job", () => {
  it("opens the system’s own sheet with the address of the page", async () => {
    const page = await open(`${kindsOfPages.post}?from=list#apply`);
    await page.evaluate(() => {
      navigator.share = (data) => {
        document.body.dataset.shared = data?.url ?? "";
        return Promise.resolve();
      };
    });
    await page.getByRole("button", { name: "Share" }).click();
    await page.locator("body[data-shared]").waitFor();
    expect(await page.locator("body").getAttribute("data-shared")).toBe(
      server.origin + kindsOfPages.post,
    );
  });

  it("copies the address where there is no such sheet", async () => {
    const page = await open(kindsOfPages.post);
    await page.context().grantPermissions(["clipboard-read", "clipboard-write"]);
    await page.evaluate(() => Object.assign(navigator, { share: undefined }));
    await page.getByRole("button", { name: "Share" }).click();
    await page.getByText("Link copied.").waitFor();
    expect(await page.evaluate(() => navigator.clipboard.readText())).toBe(
      server.origin + kindsOfPages.post,
    );
  });
});

describe("a list on another site", () => {
  const frameOf = async (query: string) => {
    const page = await openPage({ locale: "en-GB" });
    await page.clock.setFixedTime(exampleNow.toJSDate());
    const html = `<iframe src="${server.origin}/embed/?${query}" width="400" height="600"></iframe>`;
    const { port } = other.address() as AddressInfo;
    await page.goto(`http://127.0.0.1:${port}/?html=${encodeURIComponent(html)}`);
    return { page, frame: page.frameLocator("iframe") };
  };

  it("has as many of the jobs that fit as it asks for, and opens them in a new tab", async () => {
    const { page, frame } = await frameOf("country=DE&rows=2&theme=dark");
    await frame.getByRole("listitem").first().waitFor();
    expect(await frame.getByRole("listitem").count()).toBe(2);
    expect(await frame.locator("html").getAttribute("data-theme")).toBe("dark");
    expect(await frame.getByRole("link", { name: /^See \d+ jobs?$/ }).getAttribute("href")).toBe(
      "/jobs/?country=DE",
    );
    const opened = page.context().waitForEvent("page");
    await frame.getByRole("link").first().click();
    await (await opened).waitForURL(/\/jobs\/\d{4}-/);
    expect(page.url()).toContain("html=");
  });

  it("says that nothing fits", async () => {
    const { frame } = await frameOf("q=zzzzzzzzzzzz");
    await frame.getByText("No job fits right now.").waitFor();
  });

  it("leads to the list without JavaScript", async () => {
    const page = await openPage({ baseURL: server.origin, javaScriptEnabled: false });
    await page.goto("/embed/");
    expect(await page.getByRole("link", { name: "See the jobs" }).getAttribute("href")).toBe(
      "/jobs/",
    );
  });

  it("is accessible in both color schemes, as chosen", async () => {
    for (const theme of ["light", "dark"]) {
      const page = await open(`/embed/?rows=3&theme=${theme}`);
      await page.getByRole("listitem").first().waitFor();
      await expectOpenToEverybody(page);
      await expectLargeTargets(page);
    }
  });
});

describe("the page that makes the HTML for another site", () => {
  it("takes the address of a search or a list, and refuses others", async () => {
    const page = await open(kindsOfPages["HTML for a list in a frame"]);
    const [address, html] = [page.getByLabel("Address of the list"), page.getByLabel("HTML")];
    await address.fill("https://jobs.example.org/jobs/type/web/");
    await page.getByLabel("Jobs", { exact: true }).fill("99");
    await page.getByLabel("Colors").selectOption("dark");
    expect(await html.inputValue()).toContain(
      'src="https://jobs.example.org/embed/?type=web&amp;rows=20&amp;theme=dark"',
    );
    await address.fill("https://example.com/jobs/");
    await page.getByText("This is not the address of a list on this board.").waitFor();
    await expectOpenToEverybody(page);
  });
});
