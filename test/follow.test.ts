/** What a reader keeps, shares and shows elsewhere, in a browser. */
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

beforeAll(async () => {
  server = await serveSite((await buildEveryKind({ demo: null })).folder);
});

afterAll(() => server.close());

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
