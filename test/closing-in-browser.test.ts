import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { addDays, dayOf, startOf } from "../src/board/days.ts";
import { systemNow } from "../src/services/clock.ts";
import { openPage } from "./browser.ts";
import { exampleJob } from "./example-job.ts";
import { buildExample, type ExampleSite } from "./example-site.ts";
import { type SiteServer, serveSite } from "./site-server.ts";

// Unless a test sets it, the browser's clock is the machine's. So the site is built for a day near
// the end of one post's term, so long ago that the term is over by now, while that of the other, which is
// to come, is not.
const built = startOf("2020-03-01");
const today = dayOf(systemNow());

let site: ExampleSite;
let server: SiteServer;

beforeAll(async () => {
  site = await buildExample(
    {
      "jobs/2020-02-01-over.md": {
        ...exampleJob,
        submitted: "2020-02-01",
        expires: "2020-03-04",
        title: "Over by now",
        job_types: ["web", "finance"],
      },
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
  await server.close();
});

describe("a post that expired since the site was built", () => {
  it("leaves the list, unlike other posts", async () => {
    const page = await openPage();
    await page.goto(`${server.origin}/jobs/`);
    await page.getByText("Over by now").waitFor({ state: "detached" });
    expect(await page.locator(".posts > li h2").allTextContents()).toEqual(["Still open"]);
    expect(await page.getByText(/There are no (?:open )?jobs/).isVisible()).toBe(false);
  });

  it("is no longer counted", async () => {
    const page = await openPage();
    await page.goto(`${server.origin}/jobs/`);
    await page.getByRole("heading", { name: "Python jobs", exact: true }).waitFor();
  });

  it("leaves a message if it was the only one", async () => {
    const page = await openPage();
    await page.goto(`${server.origin}/jobs/type/finance/`);
    await page.getByText("There are no jobs here right now.").waitFor();
    expect(await page.locator(".posts").count()).toBe(0);
  });

  it("has a page that says it is closed, and no longer how to apply", async () => {
    const page = await openPage();
    await page.goto(`${server.origin}/jobs/2020-02-01-over/`);
    await page.getByText("Closed: this post has expired.").waitFor();
    expect(await page.getByText("How to apply").count()).toBe(0);
    expect(await page.locator('a[href="https://example.com/jobs/42"]').count()).toBe(0);
    expect(await page.getByText(/^(?:New|Closing soon|Open until)$/).count()).toBe(0);
    expect(await page.getByText("Three years of Django").isVisible()).toBe(true);
  });

  it("is no longer suggested on the pages of other posts", async () => {
    const page = await openPage();
    await page.goto(`${server.origin}/jobs/2020-02-02-open/`);
    await page.locator(".more a", { hasText: "Over by now" }).waitFor({ state: "detached" });
    expect(await page.getByRole("heading", { name: /^More jobs/ }).count()).toBe(0);
    expect(await page.getByText("Closed: this post has expired.").isVisible()).toBe(false);
    expect(await page.getByRole("link", { name: "Apply", exact: true }).isVisible()).toBe(true);
  });
});

describe("a page that stays open while a post expires", () => {
  const before = "2020-03-04T23:59:59Z";
  const after = "2020-03-05T00:00:00Z";

  // The events when somebody returns to the tab, or goes back to the page.
  it.each([
    ["visibilitychange", "document"],
    ["pageshow", "window"],
  ])("closes it at the next %s", async (event, target) => {
    const page = await openPage();
    await page.clock.setFixedTime(before);
    const come = () => page.evaluate(`${target}.dispatchEvent(new Event("${event}"))`);

    await page.goto(`${server.origin}/jobs/`);
    await come();
    expect(await page.locator(".posts > li h2").count()).toBe(2);
    expect(await page.getByRole("heading", { level: 1 }).textContent()).toBe("2 Python jobs");
    await page.clock.setFixedTime(after);
    await come();
    expect(await page.locator(".posts > li h2").allTextContents()).toEqual(["Still open"]);

    await page.clock.setFixedTime(before);
    await page.goto(`${server.origin}/jobs/2020-02-01-over/`);
    await come();
    expect(await page.getByText(/^(?:New|Closing soon|Open until)$/).allTextContents()).toEqual([
      "New",
      "Closing soon",
      "Open until",
    ]);
    await page.clock.setFixedTime(after);
    await come();
    expect(await page.getByText(/^(?:New|Closing soon|Open until)$/).count()).toBe(0);
    expect(await page.getByText("Closed: this post has expired.").isVisible()).toBe(true);
  });
});

describe("a board whose only post expired", () => {
  it("says that there are no jobs, and has no count in its heading", async () => {
    const only = { ...exampleJob, submitted: "2020-02-01" };
    const alone = await buildExample({ "jobs/2020-02-01-only.md": only }, { now: built });
    const aloneServer = await serveSite(alone.folder);
    try {
      const page = await openPage();
      await page.clock.setFixedTime("2020-03-02T12:00:00Z");
      await page.goto(`${aloneServer.origin}/jobs/`);
      await page.getByRole("heading", { name: "1 Python job", exact: true }).waitFor();
      await page.clock.setFixedTime("2020-06-01T12:00:00Z");
      await page.reload();
      await page.getByRole("heading", { name: "Python jobs", exact: true }).waitFor();
      await page.getByText("There are no open jobs right now.").waitFor();
    } finally {
      await aloneServer.close();
    }
  });
});

describe("a reader without JavaScript", () => {
  it("sees the site as of its build", async () => {
    const page = await openPage({ javaScriptEnabled: false });
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
