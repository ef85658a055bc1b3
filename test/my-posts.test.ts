import { gzipSync } from "node:zlib";
import type { Page } from "playwright-core";
import { afterAll, beforeAll, beforeEach, describe, expect, it } from "vitest";
import type { Job } from "../src/board/job/schema.ts";
import type { RequestType } from "../src/board/requests/request-form.ts";
import { requestPath } from "../src/board/requests/request-form.ts";
import { openPage, type PageOptions } from "./browser.ts";
import { exampleDay, exampleJob, exampleNow } from "./example-job.ts";
import { closedPosts, livePosts } from "./example-posts.ts";
import type { GitHubAnswer, GitHubAnswers } from "./github-answers.ts";
import {
  expected,
  expectNoSidewaysScrolling,
  expectOpenToEverybody,
  gitHubPages,
  repository,
  type SiteInBrowser,
  showSite,
} from "./site-in-browser.ts";

const owner = exampleJob.submitted_by;

const arabicTitle = "مهندس برمجيات خلفية أول (Python وDjango)";
const mine = { ...exampleJob, submitted_by: "sam", submitted: exampleDay };

let shown: SiteInBrowser;
let gitHub: GitHubAnswers;

beforeAll(async () => {
  const gone: Job = {
    ...{ ...mine, title: "A job of mine that is gone" },
    ...{ submitted: "2026-11-01", published: "2026-11-01" },
    closed: { on: "2026-11-15", reason: "filled" },
  };
  const own = {
    // Ends soon, so it can be renewed.
    "jobs/2026-11-22-arabic.md": { ...mine, title: arabicTitle, expires: "2026-12-10" },
    "jobs/archive/2026/2026-11-01-gone.md": gone,
  };
  shown = await showSite({ ...livePosts, ...closedPosts, ...own });
  gitHub = shown.gitHub;
});

afterAll(() => shown[Symbol.asyncDispose]());

beforeEach(() => gitHub.answer({ "/issues": { body: sent } }));

/** A pull request in GitHub’s list of issues. */
function sentPull(number: number, labels: readonly string[], changes: object = {}) {
  return {
    ...{ number, title: `Post ${number}`, state: "open", created_at: "2026-11-20T10:00:00Z" },
    labels: labels.map((name) => ({ name })),
    pull_request: { merged_at: null },
    ...changes,
  };
}

const sent = [
  sentPull(9, ["new post", "waiting", "waits 3 days"], {
    title: "Add “Data Engineer (Graz)” at Example GmbH",
  }),
  sentPull(8, ["new post", "changes requested", "reason: voluntary"], { title: arabicTitle }),
  sentPull(7, ["new post", "rejected", "reason: agency"], { state: "closed" }),
  sentPull(6, ["new post", "approved"], {
    ...{ state: "closed", pull_request: { merged_at: "2026-11-22T09:00:00Z" } },
  }),
];

function open(query = "", options: PageOptions = {}): Promise<Page> {
  return shown.open(`/jobs/mine/${query}`, options);
}

async function ask(page: Page, login: string): Promise<void> {
  await page.getByLabel("GitHub username").fill(login);
  await page.getByRole("button", { name: "Show my posts" }).click();
}

const status = (page: Page) => page.getByRole("status");
const group = (page: Page, title: string) =>
  page
    .locator("#found section")
    .filter({ has: page.getByRole("heading", { name: title, exact: true }) });
const groups = (page: Page) => page.locator("#found h2").allTextContents();

async function linksIn(page: Page, title: string): Promise<[string, string | null][]> {
  const links = group(page, title).locator(".actions > a");
  return await links.evaluateAll((all) =>
    all.map((link): [string, string | null] => [link.textContent, link.getAttribute("href")]),
  );
}

describe("my posts", () => {
  it("loads nothing before a username is entered", async () => {
    const page = await open();
    await page.getByLabel("GitHub username").waitFor();
    expect(await status(page).textContent()).toBe("");
    expect(gitHub.asked).toEqual([]);
  });

  it("shows all posts of a person, those that need their attention first, from one request", async () => {
    const page = await open();
    await ask(page, " @sam ");
    await expect
      .poll(() => status(page).textContent())
      .toBe("5 posts by sam. 1 needs your attention.");
    expect(await groups(page)).toEqual([
      ...["Needs your attention", "In review", "Listed", "Not accepted", "Closed"],
    ]);
    expect(gitHub.asked).toEqual(["/issues?state=all&per_page=100&creator=sam"]);
    expect(new URL(page.url()).search).toBe("?login=sam");
  });

  it("shows the status of each, and until when it is listed", async () => {
    const page = await open("?login=sam");
    await group(page, "Listed").waitFor();
    const told = async (title: string) =>
      await group(page, title).locator("li").first().innerText();
    expect(await told("Needs your attention")).toMatch(/changes requested.*The work is not paid/is);
    expect(await told("In review")).toMatch(
      /^Data Engineer \(Graz\)\s+Example GmbH · New post, sent 2 days ago.*A volunteer will review it/s,
    );
    expect(await told("Listed")).toMatch(/\d+ days left: open until \d+ \w+ 20\d\d/);
    expect(await told("Not accepted")).toMatch(
      /The agency does not identify itself.*write “\/reopen”/s,
    );
    expect(await told("Closed")).toMatch(/Filled.*Closed on 15 November 2026/s);
  });

  it("links to what can be done with each", async () => {
    const page = await open("?login=sam");
    await group(page, "Listed").waitFor();
    const pull = `${gitHubPages}/${repository}/pull`;
    const request = (slug: string, type: RequestType) =>
      `${gitHubPages}/${repository}${requestPath(`${shown.origin}/jobs/${slug}/`, type, `My post: ${slug}`)}`;
    expect(await linksIn(page, "Needs your attention")).toEqual([
      ["Edit your post", "/jobs/create/form/?pr=8"],
      ["See what to change", `${pull}/8`],
      ["Preview", "/jobs/preview/?pr=8"],
      ["Withdraw", `${pull}/8`],
    ]);
    expect(await linksIn(page, "In review")).toEqual([
      ["Edit your post", "/jobs/create/form/?pr=9"],
      ["Open the discussion", `${pull}/9`],
      ["Preview", "/jobs/preview/?pr=9"],
      ["Withdraw", `${pull}/9`],
    ]);
    expect(await linksIn(page, "Listed")).toEqual([
      ["View", "/jobs/2026-11-22-arabic/"],
      ["Edit", "/jobs/create/form/?edit=2026-11-22-arabic"],
      ["Renew", request("2026-11-22-arabic", "renew")],
      ["Close: the job is filled", request("2026-11-22-arabic", "filled")],
      ["Remove", request("2026-11-22-arabic", "remove")],
    ]);
    expect(await linksIn(page, "Not accepted")).toEqual([
      ["Edit your post", "/jobs/create/form/?pr=7"],
      ["See why", `${pull}/7`],
      ["Reopen it", `${pull}/7`],
    ]);
    expect(await linksIn(page, "Closed")).toEqual([
      ["View", "/jobs/2026-11-01-gone/"],
      ["Post again", "/jobs/create/form/?again=2026-11-01-gone"],
      ["Remove", request("2026-11-01-gone", "remove")],
    ]);
  });

  it("is accessible on small and large screens, in light and dark mode", async () => {
    const page = await open("?login=sam");
    await group(page, "Listed").waitFor();
    await expectOpenToEverybody(page);
    await expectNoSidewaysScrolling(page);
    const title = group(page, "Listed").locator("h3 bdi");
    expect(await title.evaluate((each) => getComputedStyle(each).direction)).toBe("rtl");
  });

  it("shows posts that were not sent through GitHub, from the board’s own list", async () => {
    gitHub.answer({ "/issues": { body: [] } });
    const page = await open(`?login=${owner.toUpperCase()}`);
    await expect.poll(() => groups(page)).toEqual(["Listed", "Closed"]);
    expect(await page.locator("#found").innerText()).not.toContain("A removed job");
  });
});

describe("the size of my posts", () => {
  it("is small: the script has at most 5,200 bytes", async () => {
    const program = await shown.site.read("assets/mine.js");
    expect(gzipSync(program).length).toBeLessThanOrEqual(5200);
  });

  it("includes usernames, and nothing else about a person", async () => {
    const { posts } = JSON.parse(await shown.site.read("jobs/mine/posts.json"));
    const keys = new Set(posts.flatMap((post: object) => Object.keys(post)));
    const about = ["slug", "title", "company", "owners", "state"];
    expect(keys).toEqual(new Set([...about, "last", "isRenewable", "on", "reason"]));
  });
});

describe("the username", () => {
  it("is saved in the browser until the user clears it", async () => {
    const page = await open();
    await ask(page, "sam");
    await group(page, "Listed").waitFor();
    await page.goto("/jobs/mine/");
    await group(page, "Listed").waitFor();
    await page.getByRole("button", { name: "Forget my username" }).click();
    expect(await groups(page)).toEqual([]);
    expect(await status(page).textContent()).toBe("Your username is no longer saved.");
    await page.goto("/jobs/mine/");
    const input = page.getByLabel("GitHub username");
    await input.waitFor();
    expect(await input.inputValue()).toBe("");
    expect(await page.getByRole("button", { name: "Forget my username" }).isVisible()).toBe(false);
  });

  it("is not saved if it comes from a link", async () => {
    const page = await open("?login=sam");
    await group(page, "Listed").waitFor();
    await page.goto("/jobs/mine/");
    await page.getByLabel("GitHub username").waitFor();
    expect(await groups(page)).toEqual([]);
  });

  it("is taken from the editor if somebody is signed in there", async () => {
    const page = await open();
    await page.evaluate(() =>
      localStorage.setItem("decap-cms-user", '{"backendName":"github","login":"sam","token":"t"}'),
    );
    await page.reload();
    await group(page, "Listed").waitFor();
    expect(gitHub.asked).toEqual(["/issues?state=all&per_page=100&creator=sam"]);
  });

  it("links to its own list on GitHub", async () => {
    const page = await open("?login=sam");
    await group(page, "Listed").waitFor();
    const link = page.getByRole("link", { name: "Your submissions on GitHub" });
    const address = new URL((await link.getAttribute("href")) ?? "");
    expect(address.searchParams.get("q")).toBe("is:pr author:sam");
  });

  it("is rejected without a request if it is impossible", async () => {
    const page = await open();
    await ask(page, "sam smith <img>");
    await expect.poll(() => status(page).textContent()).toMatch(/is not a GitHub username/);
    expect(gitHub.asked).toEqual([]);
  });

  it("is reported to have no posts if none are found", async () => {
    gitHub.answer({ "/issues": { body: [] } });
    const page = await open("?login=stranger");
    await expect.poll(() => status(page).textContent()).toMatch(/^No posts by stranger found/);
  });

  it("is reported as unknown if GitHub says so", async () => {
    gitHub.answer({ "/issues": { status: 422, body: { message: "Validation Failed" } } });
    const page = await open("?login=stranger", expected);
    await expect
      .poll(() => status(page).textContent())
      .toBe("There is no GitHub user called stranger.");
  });
});

describe("my posts in unusual cases", () => {
  const limited: GitHubAnswer = {
    status: 403,
    headers: {
      "x-ratelimit-remaining": "0",
      "x-ratelimit-reset": String(exampleNow.plus({ minutes: 30 }).toUnixInteger()),
    },
  };

  it("says that the rate limit is reached, and shows the board’s own list", async () => {
    gitHub.answer({ "/issues": limited });
    const page = await open("?login=sam", { ...expected, timezoneId: "UTC" });
    await expect
      .poll(() => status(page).textContent())
      .toMatch(
        /Too many requests.*again at 12:30.*Only posts from the board are shown: 2 posts by sam/,
      );
    expect(await groups(page)).toEqual(["Listed", "Closed"]);
  });

  it("says that GitHub can’t be reached", async () => {
    const page = await openPage({ baseURL: shown.origin, ...expected });
    await page.route(`${gitHub.apiUrl}/**`, (route) => route.abort("connectionrefused"));
    await page.goto("/jobs/mine/?login=stranger");
    await expect.poll(() => status(page).textContent()).toMatch(/^GitHub can’t be reached/);
  });

  it("says that the board’s own list could not be loaded, and shows GitHub’s", async () => {
    const page = await openPage({ baseURL: shown.origin, ...expected });
    await page.route("**/jobs/mine/posts.json", (route) => route.fulfill({ status: 503 }));
    await page.goto("/jobs/mine/?login=sam");
    await expect.poll(() => status(page).textContent()).toMatch(/own list could not be loaded/);
    expect(await groups(page)).toContain("Needs your attention");
  });

  it("says so if GitHub has more than it returns at once", async () => {
    const many = Array.from({ length: 100 }, (_, index) => sentPull(index + 1, ["new post"]));
    gitHub.answer({ "/issues": { body: many } });
    const page = await open("?login=sam");
    await page.getByText("Only the latest 100 of your submissions are shown").waitFor();
    gitHub.answer({ "/issues": { body: many.slice(1) } });
    await page.reload();
    await expect.poll(() => status(page).textContent()).toMatch(/^101 posts/);
    expect(await page.getByText("Only the latest 100").isVisible()).toBe(false);
  });

  it("shows the last entered username, whichever response comes first", async () => {
    const page = await open();
    const late = Promise.withResolvers<void>();
    await page.route(/creator=slow$/, async (route) => {
      await late.promise;
      await route.continue();
    });
    await ask(page, "slow");
    await expect.poll(() => status(page).textContent()).toBe("Loading from GitHub…");
    await ask(page, "sam");
    await group(page, "Listed").waitFor();
    const answered = page.waitForResponse(/creator=slow$/);
    late.resolve();
    await (await answered).finished();
    expect(await status(page).textContent()).toMatch(/by sam/);
  });

  it("links to GitHub if JavaScript is off", async () => {
    const page = await open("", { javaScriptEnabled: false });
    expect(await page.locator("noscript p").isVisible()).toBe(true);
    expect(await page.getByLabel("GitHub username").isVisible()).toBe(false);
    const link = page.getByRole("link", { name: "Your submissions on GitHub" });
    expect(await link.getAttribute("href")).toMatch(/\/pulls\?q=is%3Apr\+author%3A%40me$/);
  });
});
