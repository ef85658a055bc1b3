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
    "jobs/2026-11-22-arabic.md": { ...mine, title: arabicTitle },
    "jobs/archive/2026/2026-11-01-gone.md": gone,
  };
  shown = await showSite({ ...livePosts, ...closedPosts, ...own });
  gitHub = shown.gitHub;
});

afterAll(() => shown[Symbol.asyncDispose]());

beforeEach(() => gitHub.answer({ "/issues": { body: sent } }));

/** A pull request in the list of issues. */
function sentPull(number: number, labels: readonly string[], changes: object = {}) {
  return {
    ...{ number, title: `Post ${number}`, state: "open", created_at: "2026-11-20T10:00:00Z" },
    labels: labels.map((name) => ({ name })),
    pull_request: { merged_at: null },
    ...changes,
  };
}

const sent = [
  sentPull(9, ["new post", "waiting", "waits 3 days"]),
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
  await page.getByLabel("Your name on GitHub").fill(login);
  await page.getByRole("button", { name: "Show my posts" }).click();
}

const status = (page: Page) => page.getByRole("status");
const group = (page: Page, title: string) =>
  page
    .locator("#found section")
    .filter({ has: page.getByRole("heading", { name: title, exact: true }) });
const groups = (page: Page) => page.locator("#found h2").allTextContents();

async function linksIn(page: Page, title: string): Promise<[string, string | null][]> {
  const links = group(page, title).locator(".deeds > a");
  return await links.evaluateAll((all) =>
    all.map((link): [string, string | null] => [link.textContent, link.getAttribute("href")]),
  );
}

describe("my posts", () => {
  it("asks nobody anything before a name is given", async () => {
    const page = await open();
    await page.getByLabel("Your name on GitHub").waitFor();
    expect(await status(page).textContent()).toBe("");
    expect(gitHub.asked).toEqual([]);
  });

  it("shows all posts of a name, those that wait for their author first, from one question", async () => {
    const page = await open();
    await ask(page, " @sam ");
    await expect.poll(() => status(page).textContent()).toBe("5 posts of sam. Waiting for you: 1.");
    expect(await groups(page)).toEqual([
      ...["Waiting for you", "Waiting for the board", "Listed", "Not taken", "Closed"],
    ]);
    expect(gitHub.asked).toEqual(["/issues?state=all&per_page=100&creator=sam"]);
    expect(new URL(page.url()).search).toBe("?login=sam");
  });

  it("says of each where it stands, and until when it is listed", async () => {
    const page = await open("?login=sam");
    await group(page, "Listed").waitFor();
    const told = async (title: string) =>
      await group(page, title).locator("li").first().innerText();
    expect(await told("Waiting for you")).toMatch(/changes requested.*The work is not paid/is);
    expect(await told("Waiting for the board")).toMatch(
      /sent 2 days ago.*A volunteer will read it/s,
    );
    expect(await told("Listed")).toMatch(/\d+ days left, to the end of \d+ \w+ 20\d\d/);
    expect(await told("Not taken")).toMatch(/An agency that does not say so.*write \/reopen/s);
    expect(await told("Closed")).toMatch(/Closed on 15 November 2026: it has been filled/);
  });

  it("leads to what can be done about each", async () => {
    const page = await open("?login=sam");
    await group(page, "Listed").waitFor();
    const pull = `${gitHubPages}/${repository}/pull`;
    const request = (slug: string, type: RequestType) =>
      `${gitHubPages}/${repository}${requestPath(`${shown.origin}/jobs/${slug}/`, type, `My post: ${slug}`)}`;
    expect(await linksIn(page, "Waiting for you")).toEqual([
      ["Read what to change", `${pull}/8`],
      ["Mend it", `${pull}/8/files`],
      ["See it as its readers will", "/jobs/preview/?pr=8"],
    ]);
    expect(await linksIn(page, "Waiting for the board")).toEqual([
      ["Open the conversation", `${pull}/9`],
      ["See it as its readers will", "/jobs/preview/?pr=9"],
    ]);
    expect(await linksIn(page, "Listed")).toEqual([
      ["See it", "/jobs/2026-11-22-arabic/"],
      ["Change it", `${gitHubPages}/${repository}/edit/main/jobs/2026-11-22-arabic.md`],
      ["Renew it", request("2026-11-22-arabic", "renew")],
      ["Close it: the job is filled", request("2026-11-22-arabic", "filled")],
      ["Remove it", request("2026-11-22-arabic", "remove")],
    ]);
    expect(await linksIn(page, "Not taken")).toEqual([
      ["Read why", `${pull}/7`],
      ["Send it again", `${pull}/7`],
    ]);
    expect(await linksIn(page, "Closed")).toEqual([
      ["See it", "/jobs/2026-11-01-gone/"],
      ["Post it again", "/jobs/create/form/?again=jobs/archive/2026/2026-11-01-gone.md"],
      ["Remove it", request("2026-11-01-gone", "remove")],
    ]);
  });

  it("is open to everybody, on a phone and on a desk, by day and by night", async () => {
    const page = await open("?login=sam");
    await group(page, "Listed").waitFor();
    await expectOpenToEverybody(page);
    await expectNoSidewaysScrolling(page);
    const title = group(page, "Listed").locator("h3 bdi");
    expect(await title.evaluate((each) => getComputedStyle(each).direction)).toBe("rtl");
  });

  it("shows posts of whoever has sent them otherwise, by what the board says alone", async () => {
    gitHub.answer({ "/issues": { body: [] } });
    const page = await open(`?login=${owner.toUpperCase()}`);
    await expect.poll(() => groups(page)).toEqual(["Listed", "Closed"]);
    expect(await page.locator("#found").innerText()).not.toContain("A removed job");
  });
});

describe("what my posts loads", () => {
  it("is little: the program has at most 4,700 bytes", async () => {
    const program = await shown.site.read("assets/mine.js");
    expect(gzipSync(program).length).toBeLessThanOrEqual(4700);
  });

  it("names accounts, and nothing else of a person", async () => {
    const { posts } = JSON.parse(await shown.site.read("jobs/mine/posts.json"));
    const keys = new Set(posts.flatMap((post: object) => Object.keys(post)));
    const about = ["slug", "file", "title", "company", "owners", "state"];
    expect(keys).toEqual(new Set([...about, "last", "on", "reason"]));
  });
});

describe("the name", () => {
  it("is remembered in the browser, until it is to be forgotten", async () => {
    const page = await open();
    await ask(page, "sam");
    await group(page, "Listed").waitFor();
    await page.goto("/jobs/mine/");
    await group(page, "Listed").waitFor();
    await page.getByRole("button", { name: "Forget my name" }).click();
    expect(await groups(page)).toEqual([]);
    expect(await status(page).textContent()).toBe("The name is forgotten.");
    await page.goto("/jobs/mine/");
    const input = page.getByLabel("Your name on GitHub");
    await input.waitFor();
    expect(await input.inputValue()).toBe("");
    expect(await page.getByRole("button", { name: "Forget my name" }).isVisible()).toBe(false);
  });

  it("is not remembered because of a link that somebody has sent", async () => {
    const page = await open("?login=sam");
    await group(page, "Listed").waitFor();
    await page.goto("/jobs/mine/");
    await page.getByLabel("Your name on GitHub").waitFor();
    expect(await groups(page)).toEqual([]);
  });

  it("is known from the form, to which somebody is signed in", async () => {
    const page = await open();
    await page.evaluate(() =>
      localStorage.setItem("decap-cms-user", '{"backendName":"github","login":"sam","token":"t"}'),
    );
    await page.reload();
    await group(page, "Listed").waitFor();
    expect(gitHub.asked).toEqual(["/issues?state=all&per_page=100&creator=sam"]);
  });

  it("leads to its own list on GitHub", async () => {
    const page = await open("?login=sam");
    await group(page, "Listed").waitFor();
    const link = page.getByRole("link", { name: "What you have sent, on GitHub" });
    const address = new URL((await link.getAttribute("href")) ?? "");
    expect(address.searchParams.get("q")).toBe("is:pr author:sam");
  });

  it("is told to be none where it cannot be one, without a question", async () => {
    const page = await open();
    await ask(page, "sam smith <img>");
    await expect.poll(() => status(page).textContent()).toMatch(/letters, digits and hyphens/);
    expect(gitHub.asked).toEqual([]);
  });

  it("is told to have no post where none is found", async () => {
    gitHub.answer({ "/issues": { body: [] } });
    const page = await open("?login=stranger");
    await expect.poll(() => status(page).textContent()).toMatch(/^No post of stranger was found/);
  });

  it("is told to be nobody's where GitHub says so", async () => {
    gitHub.answer({ "/issues": { status: 422, body: { message: "Validation Failed" } } });
    const page = await open("?login=stranger", expected);
    await expect
      .poll(() => status(page).textContent())
      .toBe("GitHub knows nobody called stranger.");
  });
});

describe("where something fails", () => {
  const limited: GitHubAnswer = {
    status: 403,
    headers: {
      "x-ratelimit-remaining": "0",
      "x-ratelimit-reset": String(exampleNow.plus({ minutes: 30 }).toUnixInteger()),
    },
  };

  it("says that the limit is reached, and shows what the board knows itself", async () => {
    gitHub.answer({ "/issues": limited });
    const page = await open("?login=sam", { ...expected, timezoneId: "UTC" });
    await expect
      .poll(() => status(page).textContent())
      .toMatch(/asked too often.*again at 12:30.*only what has been on the board: 2 posts of sam/);
    expect(await groups(page)).toEqual(["Listed", "Closed"]);
  });

  it("says that GitHub could not be reached", async () => {
    const page = await openPage({ baseURL: shown.origin, ...expected });
    await page.route(`${gitHub.apiUrl}/**`, (route) => route.abort("connectionrefused"));
    await page.goto("/jobs/mine/?login=stranger");
    await expect.poll(() => status(page).textContent()).toMatch(/^GitHub could not be reached/);
  });

  it("says that the board's own list could not be read, and shows what GitHub knows", async () => {
    const page = await openPage({ baseURL: shown.origin, ...expected });
    await page.route("**/jobs/mine/posts.json", (route) => route.fulfill({ status: 503 }));
    await page.goto("/jobs/mine/?login=sam");
    await expect.poll(() => status(page).textContent()).toMatch(/own list could not be read/);
    expect(await groups(page)).toContain("Waiting for you");
  });

  it("says where GitHub has more than it gives in one answer", async () => {
    const many = Array.from({ length: 100 }, (_, index) => sentPull(index + 1, ["new post"]));
    gitHub.answer({ "/issues": { body: many } });
    const page = await open("?login=sam");
    await page.getByText("GitHub has more than can be shown here").waitFor();
    gitHub.answer({ "/issues": { body: many.slice(1) } });
    await page.reload();
    await expect.poll(() => status(page).textContent()).toMatch(/^101 posts/);
    expect(await page.getByText("GitHub has more").isVisible()).toBe(false);
  });

  it("keeps to the last name that was asked for, whichever answer comes first", async () => {
    const page = await open();
    const late = Promise.withResolvers<void>();
    await page.route(/creator=slow$/, async (route) => {
      await late.promise;
      await route.continue();
    });
    await ask(page, "slow");
    await expect.poll(() => status(page).textContent()).toBe("Asking GitHub…");
    await ask(page, "sam");
    await group(page, "Listed").waitFor();
    const answered = page.waitForResponse(/creator=slow$/);
    late.resolve();
    await (await answered).finished();
    expect(await status(page).textContent()).toMatch(/of sam/);
  });

  it("leads to GitHub where JavaScript is off", async () => {
    const page = await open("", { javaScriptEnabled: false });
    expect(await page.locator("noscript p").isVisible()).toBe(true);
    expect(await page.getByLabel("Your name on GitHub").isVisible()).toBe(false);
    const link = page.getByRole("link", { name: "What you have sent, on GitHub" });
    expect(await link.getAttribute("href")).toMatch(/\/pulls\?q=is%3Apr\+author%3A%40me$/);
  });
});
