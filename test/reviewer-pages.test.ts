import { gzipSync } from "node:zlib";
import type { Page } from "playwright-core";
import { afterAll, beforeAll, beforeEach, describe, expect, it } from "vitest";
import { writeJobFile } from "../src/board/job/file.ts";
import { openPage, type PageOptions } from "./browser.ts";
import { everyKindOfPost } from "./every-kind.ts";
import { exampleConfig, exampleDay, exampleJob, exampleNow } from "./example-job.ts";
import { addressOf, hostileTitle, livePosts } from "./example-posts.ts";
import {
  addedFile,
  blob,
  type GitHubAnswer,
  type GitHubAnswers,
  listedPull,
} from "./github-answers.ts";
import {
  expected,
  expectNoSidewaysScrolling,
  expectOpenToEverybody,
  gitHubApi,
  gitHubPages,
  repository,
  type SiteInBrowser,
  showSite,
} from "./site-in-browser.ts";

let shown: SiteInBrowser;
let gitHub: GitHubAnswers;

beforeAll(async () => {
  shown = await showSite(everyKindOfPost);
  gitHub = shown.gitHub;
});

afterAll(() => shown[Symbol.asyncDispose]());

beforeEach(() => gitHub.answer({}));

function open(address: string, options: PageOptions = {}): Promise<Page> {
  return shown.open(address, options);
}

async function isOpenToEverybody(page: Page): Promise<void> {
  await expectOpenToEverybody(page);
  await expectNoSidewaysScrolling(page);
}

const status = (page: Page) => page.getByRole("status");

/** GitHub's response when no requests are left until half past twelve. */
const limited: GitHubAnswer = {
  status: 403,
  headers: {
    "x-ratelimit-remaining": "0",
    "x-ratelimit-reset": String(exampleNow.plus({ minutes: 30 }).toUnixInteger()),
  },
  body: { message: "API rate limit exceeded" },
};

describe("the queue", () => {
  const pulls = [
    listedPull(3, ["new post", "waiting", "waits 7 days"], { created_at: "2026-11-10T10:00:00Z" }),
    listedPull(4, ["new post", "claimed"], {
      title: "مهندس برمجيات خلفية أول (Python وDjango)",
      assignees: [{ login: "reviewer-one" }],
    }),
    listedPull(5, ["edit", "changes requested"], { title: hostileTitle }),
    listedPull(6, ["dependencies"], { title: "Not a post" }),
    listedPull(7, ["closing", "waiting", "answered"], { title: "Answered", user: null }),
  ];
  const titles = (page: Page) => page.locator(".posts > li:visible h2").allTextContents();

  it("is loaded with one request, answered ones first, then the oldest", async () => {
    gitHub.answer({ "/issues": { body: pulls } });
    const page = await open("/jobs/review/");
    await expect.poll(() => status(page).textContent()).toBe("4 to review");
    expect(await titles(page)).toEqual(["Answered", "Post 3", pulls[1]?.title, hostileTitle]);
    expect(gitHub.asked).toEqual(["/issues?state=open&sort=created&direction=asc&per_page=100"]);
  });

  it("shows each post’s kind, author, age, status, and who claimed it", async () => {
    gitHub.answer({ "/issues": { body: pulls } });
    const page = await open("/jobs/review/");
    const row = (title: string) => page.locator(".posts > li", { hasText: title });
    const oldest = row("Post 3");
    await oldest.waitFor();
    expect(await oldest.innerText()).toMatch(/#3 · new post · by submitter.*12 days ago/s);
    expect(await oldest.locator(".mark").allTextContents()).toEqual(["waiting"]);
    expect(await row("مهندس").innerText()).toContain("Claimed by reviewer-one");
    expect(await row("Answered").locator(".mark").allTextContents()).toEqual([
      "waiting",
      "answered",
    ]);
  });

  it("links to the pull request and to the preview", async () => {
    gitHub.answer({ "/issues": { body: pulls } });
    const page = await open("/jobs/review/");
    const row = page.locator(".posts > li", { hasText: "Post 3" });
    const links = await row
      .getByRole("link")
      .evaluateAll((all) => all.map((link) => link.getAttribute("href")));
    const pull = `${gitHubPages}/${repository}/pull/3`;
    expect(links).toEqual([pull, "/jobs/preview/?pr=3", pull]);
  });

  it("has reports about listed posts too, and links to the issue", async () => {
    const { pull_request: _, ...report } = listedPull(8, ["report"], { title: "It is filled" });
    gitHub.answer({ "/issues": { body: [...pulls, report] } });
    const page = await open("/jobs/review/");
    const link = page.getByRole("link", { name: "It is filled" });
    const address = `${gitHubPages}/${repository}/issues/8`;
    await expect.poll(() => link.getAttribute("href")).toBe(address);
  });

  it("can be filtered by waiting and claimed", async () => {
    gitHub.answer({ "/issues": { body: pulls } });
    const page = await open("/jobs/review/");
    await page.getByLabel("Waiting").check();
    expect(await titles(page)).toEqual(["Answered", "Post 3"]);
    expect(await status(page).textContent()).toBe("2 of 4 to review");
    await page.getByLabel("Claimed").check();
    expect(await titles(page)).toEqual([pulls[1]?.title]);
    await page.getByLabel("All").check();
    expect(await titles(page)).toHaveLength(4);
  });

  it("says so if none is claimed", async () => {
    gitHub.answer({ "/issues": { body: pulls.slice(0, 1) } });
    const page = await open("/jobs/review/");
    await page.getByLabel("Claimed").check();
    expect(await status(page).textContent()).toBe("0 of 1 to review");
    expect(await page.locator(".posts").isVisible()).toBe(false);
  });

  it("is accessible on small and large screens, in light and dark mode", async () => {
    gitHub.answer({ "/issues": { body: pulls } });
    const page = await open("/jobs/review/");
    await page.locator(".posts").waitFor();
    await isOpenToEverybody(page);
  });

  it("says so if nothing is waiting", async () => {
    gitHub.answer({ "/issues": { body: [listedPull(6, ["dependencies"])] } });
    const page = await open("/jobs/review/");
    await expect.poll(() => status(page).textContent()).toBe("Nothing is waiting for review.");
    expect(await page.getByRole("group").isVisible()).toBe(false);
  });

  it("says so if GitHub has more than it returns at once", async () => {
    const many = Array.from({ length: 100 }, (_, index) => listedPull(index + 1, ["new post"]));
    gitHub.answer({ "/issues": { body: many } });
    const page = await open("/jobs/review/");
    await page.getByText("Only the oldest 100 are shown").waitFor();
    gitHub.answer({ "/issues": { body: many.slice(1) } });
    await page.reload();
    await expect.poll(() => status(page).textContent()).toBe("99 to review");
    expect(await page.getByText("Only the oldest 100").isVisible()).toBe(false);
  });

  it.each<[string, GitHubAnswer, RegExp]>([
    ["the limit is reached", limited, /Too many requests.*Try again at 12:30/],
    ["the limit is reached otherwise", { status: 429 }, /Too many requests.*in an hour/],
    ["GitHub is down", { status: 502 }, /returned an error \(502\)/],
  ])("says that %s, and links to the same list on GitHub", async (_, answer, words) => {
    gitHub.answer({ "/issues": answer });
    const page = await open("/jobs/review/", { ...expected, timezoneId: "UTC" });
    await expect.poll(() => status(page).textContent()).toMatch(words);
    const link = page.getByRole("link", { name: "Pull requests on GitHub" });
    expect(await link.getAttribute("href")).toMatch(`${gitHubPages}/${repository}/pulls?q=is%3Apr`);
  });

  it("says that the network failed", async () => {
    const page = await openPage({ baseURL: shown.origin, ...expected });
    await page.route(`${gitHub.apiUrl}/**`, (route) => route.abort("connectionrefused"));
    await page.goto("/jobs/review/");
    await expect.poll(() => status(page).textContent()).toMatch(/can’t be reached/);
  });

  it("says that it is loading while GitHub is slow", async () => {
    const page = await openPage({ baseURL: shown.origin });
    const asked = Promise.withResolvers<void>();
    await page.route(`${gitHub.apiUrl}/**`, async (route) => {
      await asked.promise;
      await route.fulfill({ json: [], headers: { "access-control-allow-origin": "*" } });
    });
    await page.goto("/jobs/review/");
    await expect.poll(() => status(page).textContent()).toBe("Loading from GitHub…");
    asked.resolve();
    await expect.poll(() => status(page).textContent()).toBe("Nothing is waiting for review.");
  });

  it("links to GitHub if JavaScript is off", async () => {
    const page = await open("/jobs/review/", { javaScriptEnabled: false });
    expect(await page.locator("noscript p").isVisible()).toBe(true);
    expect(await page.getByRole("link", { name: "Pull requests on GitHub" }).isVisible()).toBe(
      true,
    );
    expect(await page.getByRole("group").isVisible()).toBe(false);
  });
});

describe("the posts that are listed", () => {
  const titlesShown = (page: Page) => page.locator(".posts > li:visible h2").allTextContents();

  it("are all on one page, each with links to its page, to the editor and to its file", async () => {
    const page = await open("/jobs/moderate/");
    const slug = "2026-11-19-hybrid";
    const row = page.locator(".posts > li", { has: page.locator(`[href="/jobs/${slug}/"]`) });
    const links = await row
      .getByRole("link")
      .evaluateAll((all) => all.map((link) => [link.textContent, link.getAttribute("href")]));
    expect(links).toEqual([
      ["Senior Django Developer", `/jobs/${slug}/`],
      ["Edit in the editor", `/admin/#/collections/jobs/entries/${slug}`],
      ["Edit or close on GitHub", `${gitHubPages}/${repository}/edit/main/jobs/${slug}.md`],
    ]);
    expect((await titlesShown(page)).length).toBeGreaterThan(30);
  });

  it("can be searched, with the same links", async () => {
    const page = await open("/jobs/moderate/");
    await page.getByRole("searchbox").fill("muller sohne");
    await expect.poll(() => titlesShown(page)).toEqual([hostileTitle]);
    const links = page.locator(".results .actions a");
    expect(await links.evaluateAll((all) => all.map((link) => link.getAttribute("href")))).toEqual([
      "/admin/#/collections/jobs/entries/2026-11-22-hostile",
      `${gitHubPages}/${repository}/edit/main/jobs/2026-11-22-hostile.md`,
    ]);
    await expect.poll(() => page.url()).toContain("/jobs/moderate/?q=muller+sohne");
  });

  it("have instructions to close a post, with a line that the board reads", async () => {
    const page = await open("/jobs/moderate/");
    await page.getByText("How to close a post").click();
    const line = await page.locator("details pre").innerText();
    expect(line.trim()).toBe(`closed: {on: ${exampleDay}, reason: filled}`);
  });

  it("are accessible on small and large screens, in light and dark mode", async () => {
    const page = await open("/jobs/moderate/");
    await page.getByText("How to close a post").click();
    await isOpenToEverybody(page);
  });

  it("are all shown without JavaScript", async () => {
    const page = await open("/jobs/moderate/", { javaScriptEnabled: false });
    expect((await titlesShown(page)).length).toBeGreaterThan(30);
    expect(await page.locator("noscript p").isVisible()).toBe(true);
  });

  it("load nothing from GitHub", async () => {
    const html = await shown.site.read("jobs/moderate/index.html");
    expect(html).not.toContain(gitHubApi);
    expect(html).toMatch(/connect-src &#39;self&#39;"/);
  });
});

describe("the preview", () => {
  const path = "jobs/2026-11-22-new.md";
  const sound = textOf(livePosts["jobs/2026-11-22-hostile.md"]);
  const files = (...body: unknown[]) => ({ "/pulls/12/files": { body } });

  function textOf(job: Parameters<typeof writeJobFile>[1]): string {
    const written = writeJobFile(path, job, exampleConfig);
    if (!written.ok) throw new Error(written.problems[0]?.message);
    return written.text;
  }

  async function shownArticle(page: Page): Promise<string> {
    await page.locator("article").waitFor();
    return await page.locator("article").innerHTML();
  }

  it("shows a new post like its future page, with one request", async () => {
    gitHub.answer(files(addedFile(path, sound)));
    const page = await open("/jobs/preview/?pr=12");
    const article = await shownArticle(page);
    expect(gitHub.asked).toEqual(["/pulls/12/files?per_page=100"]);

    await page.goto(addressOf("jobs/2026-11-22-hostile.md"));
    // Only a post on the board can be saved and shared.
    await page.locator(".keep, .kept").evaluateAll((all) => all.map((part) => part.remove()));
    const there = await page.locator("article").innerHTML();
    // There are no lists to link to before the post is on the board.
    const text = (html: string) => html.replace(/<\/?(?:a|span)\b[^>]*>/g, "").replace(/\s+/g, "");
    expect(text(article)).toBe(text(there));
  });

  it("treats everything by a stranger as text", async () => {
    const hostile = textOf({
      ...exampleJob,
      title: hostileTitle,
      company: "{{ post.job.title | safe }} {% include 'base.njk' %}",
      description: "Python {{ 7 * 7 }} <img src=x onerror=alert(1)> <script>alert(2)</script>",
    });
    gitHub.answer(files(addedFile(path, hostile)));
    const page = await open("/jobs/preview/?pr=12");
    page.on("dialog", () => {
      throw new Error("A stranger’s program ran.");
    });
    await page.locator("article").waitFor();
    expect(await page.getByRole("heading", { level: 1 }).textContent()).toBe(hostileTitle);
    expect(await page.locator("article").innerText()).toContain("{{ 7 * 7 }} <img src=x");
    expect(await page.locator("article .at").innerText()).toContain("{{ post.job.title | safe }}");
    expect(await page.locator("#submitted :is(script, img, iframe)").count()).toBe(0);
  });

  it("lists the problems above it, errors first, each with its fix", async () => {
    const flawed = sound
      .replace(/^category: .*$/m, "category: nonsense")
      .replace(/^city: .*$/m, "city: Muenchen");
    gitHub.answer(files(addedFile(path, flawed), addedFile("README.md", "x")));
    const page = await open("/jobs/preview/?pr=12");
    const found = page.getByRole("region", { name: "Automatic checks" });
    const isShown = Promise.withResolvers<void>();
    await page.route("**/assets/cities*", async (route) => {
      await isShown.promise;
      await route.continue();
    });
    await page.reload();
    await found.waitFor();
    isShown.resolve();
    // By the table of cities, as at the form.
    await found.getByText("“Muenchen” is usually written “München”.").waitFor();
    const problems = await found.getByRole("listitem").allInnerTexts();
    expect(problems[0]).toMatch(/^Error category: .*“nonsense”.* Choose one/);
    expect(problems.at(-1)).toMatch(/^Advice/);
    expect(await found.innerText()).toContain("also changes other files");
    expect(await page.locator("article").innerText()).not.toContain("Category");
  });

  it("says so if there are no problems, or if the fields cannot be read", async () => {
    const fine = textOf({
      ...exampleJob,
      apply_url: "https://jobs.example-analytics.eu/42",
      description:
        "You will build and look after the reports of a small company that counts visitors of museums, together with two colleagues, in Python and Django.",
      requirements:
        "You have worked with Python and Django in production for three years, and you like to read what others have written.",
    });
    gitHub.answer(files(addedFile(path, fine)));
    const page = await open("/jobs/preview/?pr=12");
    await page.getByText("No problems found.").waitFor();

    gitHub.answer(files(addedFile(path, "../../etc/passwd")));
    await page.reload();
    await page.getByText("The fields can’t be read, so there is no preview.").waitFor();
    expect(await page.getByText("not three hyphens").isVisible()).toBe(true);
    expect(await page.getByRole("heading", { level: 1 }).count()).toBe(1);
  });

  it("shows a changed post as a whole, with a second request", async () => {
    const file = { ...addedFile(path, sound), status: "modified", patch: "@@ -1 +1 @@\n-a\n+b" };
    gitHub.answer({ ...files(file), [`/git/blobs/${file.sha}`]: { body: blob(sound) } });
    const page = await open("/jobs/preview/?pr=12");
    await page.locator("article").waitFor();
    expect(await page.getByText("Change to a post").isVisible()).toBe(true);
    expect(gitHub.asked).toHaveLength(2);
  });

  it("links back to the pull request, even if it shows nothing", async () => {
    gitHub.answer(files(addedFile("README.md", "x")));
    const page = await open("/jobs/preview/?pr=12");
    await expect.poll(() => status(page).textContent()).toMatch(/does not add or change a post/);
    const link = page.getByRole("link", { name: "Pull request #12" });
    expect(await link.getAttribute("href")).toBe(`${gitHubPages}/${repository}/pull/12`);
  });

  it.each([
    ["", /does not say which submission/],
    ["?pr=abc", /“abc” is not the number of a pull request/],
  ])("loads nothing for “%s”, and says why", async (query, words) => {
    const page = await open(`/jobs/preview/${query}`);
    await expect.poll(() => status(page).textContent()).toMatch(words);
    expect(gitHub.asked).toEqual([]);
  });

  it.each<[string, Record<string, GitHubAnswer>, RegExp]>([
    ["there is no such pull request", {}, /There is no pull request #12/],
    [
      "it has several posts",
      files(addedFile(path, sound), addedFile("jobs/other.md", sound)),
      /changes 2 posts/,
    ],
    [
      "it removes one",
      files({ ...addedFile(path, sound), status: "removed" }),
      /deletes jobs\/2026-11-22-new\.md/,
    ],
    [
      "it is too large",
      {
        ...files({ ...addedFile(path, sound), patch: undefined }),
        [`/git/blobs/${addedFile(path, sound).sha}`]: { body: blob("x".repeat(70_000)) },
      },
      /too large to be a post/,
    ],
    ["the limit is reached", { "/pulls/12/files": limited }, /Try again at 12:30/],
    ["GitHub is down", { "/pulls/12/files": { status: 500 } }, /error \(500\)/],
  ])("says so if %s", async (_, answers, words) => {
    gitHub.answer(answers);
    const page = await open("/jobs/preview/?pr=12", { ...expected, timezoneId: "UTC" });
    await expect.poll(() => status(page).textContent()).toMatch(words);
  });

  it("says that the network failed, and what to do if JavaScript is off", async () => {
    const page = await openPage({ baseURL: shown.origin, ...expected });
    await page.route(`${gitHub.apiUrl}/**`, (route) => route.abort("connectionrefused"));
    await page.goto("/jobs/preview/?pr=12");
    await expect.poll(() => status(page).textContent()).toMatch(/can’t be reached/);

    const without = await open("/jobs/preview/?pr=12", { javaScriptEnabled: false });
    expect(await without.locator("noscript p").isVisible()).toBe(true);
  });

  it("is accessible on small and large screens, in light and dark mode", async () => {
    const flawed = sound
      .replace(/^category: .*$/m, "category: nonsense")
      .replace(/^title: .*$/m, "title: مهندس برمجيات خلفية أول (Python وDjango)");
    gitHub.answer(files(addedFile(path, flawed)));
    const page = await open("/jobs/preview/?pr=12");
    await page.locator("article").waitFor();
    await isOpenToEverybody(page);
  });
});

describe("the size of reviewers’ pages", () => {
  it.each([
    ["review", 3000],
    // The core itself, with Markdown, YAML and the code lists of countries and currencies.
    ["preview", 127_900],
  ])("is small: the script of %s has at most %i bytes", async (name, most) => {
    expect(gzipSync(await shown.site.read(`assets/${name}.js`)).length).toBeLessThanOrEqual(most);
  });
});
