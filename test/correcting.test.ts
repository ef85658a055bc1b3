import type { Page } from "playwright-core";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { readJobFile, writeJobFile } from "../src/board/job/file.ts";
import type { Job } from "../src/board/job/schema.ts";
import { problemEntry, requestPart } from "../src/board/review/author-tasks.ts";
import { lookTag, statusTag } from "../src/board/review/tags.ts";
import type { PageOptions } from "./browser.ts";
import { exampleConfig, exampleDay } from "./example-job.ts";
import { examplePosts } from "./example-posts.ts";
import type { GitHubAnswer } from "./github-answers.ts";
import { addedFile, blob, blobHash } from "./github-answers.ts";
import {
  expected,
  expectLargeTargets,
  expectNoSidewaysScrolling,
  expectOpenToEverybody,
  gitHubPages,
  repository,
  type SiteInBrowser,
  showSite,
} from "./site-in-browser.ts";

const path = `jobs/${exampleDay}-example-gmbh-data-engineer.md`;
const job: Job = {
  ...{ title: "Data Engineer", company: "Example GmbH", category: "developer-engineer" },
  ...{ workplace: "onsite", city: "Graz", country: "AT", apply_url: "https://jobs.example.net/1" },
  ...{ submitted: "2026-11-20", submitted_by: "anna" },
  description: "You build **pipelines** in Python.",
  requirements: "Some years of Python.",
};
const fork = "anna/python-job-board";
const fileEditor = `${gitHubPages}/${fork}/edit/patch-1/${path}`;

function textOf(each: Job): string {
  const written = writeJobFile(path, each, exampleConfig);
  if (!written.ok) throw new Error(written.problems[0]?.message);
  return written.text;
}

type Sent = {
  text?: string;
  labels?: readonly string[];
  pull?: object;
  comments?: readonly object[];
  files?: readonly object[];
  others?: Readonly<Record<string, GitHubAnswer>>;
};

/** Answers what GitHub would say about pull request 7. */
function answer({ text = textOf(job), labels = ["waiting"], pull, ...rest }: Sent = {}): void {
  const body = {
    ...{ number: 7, state: "open", merged: false, user: { login: "anna" } },
    labels: labels.map((name) => ({ name })),
    head: { ref: "patch-1", sha: "h1", repo: { full_name: fork } },
    ...pull,
  };
  shown.gitHub.answer({
    "/pulls/7": { body },
    "/pulls/7/files": { body: rest.files ?? [addedFile(path, text)] },
    "/issues/7/comments": { body: rest.comments ?? [] },
    ...rest.others,
  });
}

const closed = { on: "2026-11-21", reason: "filled" } as const;
const question = "How large is the team?\n<b>Please</b> tell us.";

/** The bot’s status comment. */
function told(changes: { sha?: string; type?: string } = {}) {
  const { sha = "h1", type = "Bot" } = changes;
  const [reason] = exampleConfig.review.reasons;
  const problem = {
    file: path,
    rule: "x",
    severity: "error",
    message: "Two.",
    fix: "Merge.",
  } as const;
  const body = [
    ...requestPart([{ by: "rita", reason: reason?.slug ?? "", text: question }], exampleConfig),
    "#### Problems to fix before it can be published",
    `- ${problemEntry({ ...problem, field: null }, " (#3)")}`,
    lookTag({ sha, after: 1 }),
    statusTag,
  ].join("\n\n");
  return { user: { type }, body };
}

let shown: SiteInBrowser;

beforeAll(async () => {
  shown = await showSite(examplePosts);
});

afterAll(() => shown[Symbol.asyncDispose]());

const canCopy = { permissions: ["clipboard-read", "clipboard-write"] };
const address = "/jobs/create/form/?pr=7";
const status = (page: Page) => page.locator("#status").innerText();
const field = (page: Page, name: string) => page.locator(`#field-${name}`);
const toGitHub = (page: Page) => page.getByRole("button", { name: "Continue on GitHub" });

async function open(options: PageOptions = {}, query = "?pr=7"): Promise<Page> {
  const page = await shown.open(`/jobs/create/form/${query}`, options);
  await expect.poll(() => status(page)).not.toMatch(/^Loading/);
  return page;
}

/** Presses the button, and returns the address that is opened at GitHub, and the text that was copied. */
async function continued(page: Page): Promise<{ opened: string; text: string }> {
  await page
    .context()
    .route(`${gitHubPages}/**`, (route) =>
      route.fulfill({ contentType: "text/html", body: "<!doctype html><title>GitHub</title>" }),
    );
  const opening = page.context().waitForEvent("page");
  await toGitHub(page).click();
  const other = await opening;
  await other.waitForURL(`${gitHubPages}/**`);
  await page.bringToFront();
  return { opened: other.url(), text: await page.evaluate(() => navigator.clipboard.readText()) };
}

describe("a post that a reviewer wants changed", () => {
  it("is filled in, with their words, and ends at its own file", async () => {
    answer({ labels: ["changes requested"], comments: [told()] });
    const page = await open(canCopy);
    await page.getByRole("heading", { name: "Change your post" }).waitFor();
    expect(await page.title()).toBe("Change your post · Example Job Board");
    expect(await field(page, "title").inputValue()).toBe("Data Engineer");
    const tasks = await page.locator("#tasks").innerText();
    expect(tasks).toContain(question);
    expect(tasks).toMatch(/What reviewers wrote.*– rita.*Two\. Merge\./s);
    expect(await field(page, "login").isVisible()).toBe(false);

    await field(page, "description").fill("You build **pipelines** in Python, in a team of five.");
    const { opened, text } = await continued(page);
    expect(opened).toBe(fileEditor);
    const read = readJobFile(path, text, exampleConfig);
    expect(read).toEqual({
      ok: true,
      job: { ...job, description: "You build **pipelines** in Python, in a team of five." },
    });
    const steps = page.locator("#gitHub-steps");
    expect(await steps.getByRole("listitem").count()).toBe(3);
    expect(await steps.innerText()).toMatch(/Commit changes…/);
    expect(await steps.getByRole("img").getAttribute("aria-label")).toMatch(/Commit changes/);
    expect(await page.locator("#account").innerText()).toBe("anna");
    expect(shown.gitHub.asked.map((asked) => asked.replace(/\?.*/, "")).sort()).toEqual([
      ...["/issues/7/comments", "/pulls/7", "/pulls/7/files"],
    ]);
  });

  it("shows no words but those that the bot has written down, and none that are out of date", async () => {
    answer({ labels: ["changes requested"], comments: [told({ type: "User" })] });
    const page = await open();
    expect(await page.locator("#tasks").isVisible()).toBe(false);
    answer({ labels: ["changes requested"], comments: [told({ sha: "h0" })] });
    await page.reload();
    await expect.poll(() => status(page)).toMatch(/has not checked your latest change/);
    expect(await page.locator("#tasks").isVisible()).toBe(false);
  });

  it("keeps the changes in this browser, and the draft of another post", async () => {
    answer();
    const page = await open(canCopy, "");
    await field(page, "title").fill("Another post");
    await page.goto(address);
    await expect.poll(() => field(page, "title").inputValue()).toBe("Data Engineer");
    await field(page, "title").fill("Weather Engineer");
    await page.reload();
    await expect.poll(() => status(page)).toMatch(/changes that you made here before/);
    expect(await field(page, "title").inputValue()).toBe("Weather Engineer");

    // On GitHub, it was changed by somebody else.
    answer({ text: textOf({ ...job, title: "Data Engineer (Graz)" }) });
    await page.reload();
    await page.getByText("has been changed there since").waitFor();
    expect(await field(page, "title").inputValue()).toBe("Data Engineer (Graz)");
    await page.getByRole("button", { name: "My changes" }).click();
    expect(await field(page, "title").inputValue()).toBe("Weather Engineer");

    page.once("dialog", (dialog) => dialog.accept());
    await page.getByRole("button", { name: "Undo all changes" }).click();
    expect(await field(page, "title").inputValue()).toBe("Data Engineer (Graz)");
    await toGitHub(page).click();
    await page.getByText("You have not changed anything yet").waitFor();
    await page.goto("/jobs/create/form/");
    await expect.poll(() => field(page, "title").inputValue()).toBe("Another post");
  });

  it("can be copied by hand if the browser does not let the page copy", async () => {
    answer();
    const page = await open();
    await page.addInitScript(() =>
      Object.defineProperty(navigator, "clipboard", { value: undefined }),
    );
    await page.reload();
    await expect.poll(() => field(page, "title").inputValue()).toBe("Data Engineer");
    await field(page, "title").fill("Weather Engineer");
    await toGitHub(page).click();
    const area = page.getByLabel(/Copy this text yourself/);
    expect(await area.inputValue()).toContain("title: Weather Engineer");
    const link = page.locator("#gitHub-steps").getByRole("link", { name: "open GitHub" });
    expect(await link.getAttribute("href")).toBe(fileEditor);
  });
});

describe("a post whose file is wrong", () => {
  it("shows what is wrong at the fields at once, and what was written", async () => {
    const text = textOf(job).replace("country: AT", "country: Austria\nfeatured: true\ncolor: red");
    answer({ text: text.replace("submitted_by: anna", "submitted_by: bob"), labels: ["invalid"] });
    const page = await open(canCopy);
    await expect.poll(() => page.locator("#problems-country").innerText()).toMatch(/\S/);
    await field(page, "country").selectOption("AT");
    const { text: corrected } = await continued(page);
    // Neither what only the board may set, nor another sender, nor unknown fields.
    expect(readJobFile(path, corrected, exampleConfig)).toEqual({ ok: true, job });
  });

  it("shows all places if there are too many, so that its author can choose", async () => {
    const cities = ["Graz", "Linz", "Wien", "Wels", "Enns", "Ried"];
    const places = cities.map((city) => `  - {city: ${city}, country: AT}\n`).join("");
    const text = textOf(job).replace("city: Graz\ncountry: AT\n", `places:\n${places}`);
    answer({ text, labels: ["invalid"] });
    const page = await open(canCopy);
    const problem = page.locator('[id="problems-places.2.city"]');
    await expect.poll(() => problem.innerText()).toContain("more than 5");
    await page.getByRole("button", { name: "Remove place 3" }).click();
    await expect.poll(() => problem.innerText()).toBe("");
    const { text: corrected } = await continued(page);
    expect([...corrected.matchAll(/city: (\w+)/g)].map(([, city]) => city)).toEqual(
      cities.toSpliced(2, 1),
    );
  });

  it("is opened on GitHub, with the reasons, if its fields cannot be read", async () => {
    answer({ text: "---\ntitle: [\n---\n\nHello.\n", labels: ["invalid"] });
    const page = await open();
    expect(await status(page)).toMatch(/can’t be read/);
    expect(await page.locator("#tasks").innerText()).toMatch(/\S/);
    const link = page.locator("#status").getByRole("link");
    expect(await link.getAttribute("href")).toBe(fileEditor);
    expect(await page.locator("#form").isVisible()).toBe(false);
  });
});

describe("a change to a listed post", () => {
  it("keeps what only the board sets, and is read by its hash", async () => {
    const listed: Job = { ...job, published: "2026-10-01", title: "Data Engineer (f/m)" };
    const text = textOf(listed);
    const change = { ...addedFile(path, text), status: "modified", patch: "@@ -1 +1 @@" };
    answer({
      files: [change],
      others: { [`/git/blobs/${blobHash(text)}`]: { body: blob(text) } },
    });
    const page = await open(canCopy);
    await field(page, "city").fill("Linz");
    const { text: changed } = await continued(page);
    expect(readJobFile(path, changed, exampleConfig)).toEqual({
      ok: true,
      job: { ...listed, city: "Linz" },
    });
  });
});

describe("a listed post", () => {
  const slug = path.replace(/^jobs\/|\.md$/g, "");
  const listed: Job = { ...job, published: "2026-10-01", featured: true };

  it("is filled in, and a change to it ends as a pull request of its own", async () => {
    shown.gitHub.answer({ [`/contents/${path}`]: { body: blob(textOf(listed)) } });
    const page = await open(canCopy, `?edit=${slug}`);
    await page.getByRole("heading", { name: "Change your post" }).waitFor();
    await page.getByText("A volunteer reviews your change first").waitFor();
    await field(page, "city").fill("Linz");
    const { opened, text } = await continued(page);
    expect(opened).toBe(`${gitHubPages}/${repository}/edit/main/${path}`);
    const changed = { ok: true, job: { ...listed, city: "Linz" } };
    expect(readJobFile(path, text, exampleConfig)).toEqual(changed);
    const steps = await page.locator("#gitHub-steps").innerText();
    expect(steps).toMatch(/Fork this repository.*Propose changes.*Create pull request/s);
    expect(steps).not.toMatch(/Propose changes”, go back|reopen/);
    await expectOpenToEverybody(page);
    await page.reload();
    await expect.poll(() => status(page)).toMatch(/changes that you made here before/);
  });

  it.each([
    ["there is none", `?edit=${slug}`, {}],
    ["its name is none", "?edit=../x", {}],
    [
      "it is closed",
      `?edit=${slug}`,
      { [`/contents/${path}`]: { body: blob(textOf({ ...listed, closed })) } },
    ],
  ])("cannot be changed if %s", async (_, query, answers) => {
    shown.gitHub.answer(answers);
    const page = await open(expected, query);
    expect(await status(page)).toMatch(/There is no listed post at this address/);
    await page.locator("#status").getByRole("link", { name: "My posts" }).waitFor();
  });
});

describe("a rejected post", () => {
  const branch = { [`/api/v3/repos/${fork}/branches/patch-1`]: { body: {} } };

  it("can be changed, and says how to have it reviewed again", async () => {
    answer({ labels: ["rejected"], pull: { state: "closed" }, comments: [told()], others: branch });
    const page = await open(canCopy);
    expect(await status(page)).toMatch(/did not accept it/);
    expect(await page.locator("#tasks").innerText()).toContain(question);
    await field(page, "title").fill("Weather Engineer");
    expect((await continued(page)).opened).toBe(fileEditor);
    const steps = page.locator("#gitHub-steps");
    expect(await steps.innerText()).toMatch(/write \/reopen in a comment/);
    const link = steps.getByRole("link", { name: "the discussion" });
    expect(await link.getAttribute("href")).toBe(`${gitHubPages}/${repository}/pull/7`);
  });

  it("becomes a new post if its branch is gone", async () => {
    answer({ labels: ["rejected"], pull: { state: "closed" } });
    const page = await open(expected);
    expect(await status(page)).toMatch(/has been deleted on GitHub.*send it as a new post/);
    expect(await field(page, "title").inputValue()).toBe("Data Engineer");
    await field(page, "login").fill("anna");
    await page.context().route(`${gitHubPages}/**`, (route) => route.fulfill({ body: "" }));
    const opening = page.context().waitForEvent("page");
    await toGitHub(page).click();
    const url = new URL((await opening).url());
    expect(url.pathname).toBe(`/${repository}/new/main`);
    expect(url.searchParams.get("value")).toContain(`submitted: ${exampleDay}`);
  });
});

describe("a post in a copy that was deleted", () => {
  it("becomes a new post, unless there is a draft of one", async () => {
    answer({ pull: { head: { ref: "patch-1", sha: "h1", repo: null } } });
    const page = await open({}, "");
    await field(page, "title").fill("Another post");
    await page.goto(address);
    await page.getByText("You already have a draft here").waitFor();
    expect(await status(page)).toMatch(/has been deleted on GitHub/);
    await page.getByRole("button", { name: "Use the details" }).click();
    expect(await field(page, "title").inputValue()).toBe("Data Engineer");
  });
});

describe("a post that came by email", () => {
  it("can be changed by its sender by email, and by the team on GitHub", async () => {
    const slug = path.replace(/^jobs\/|\.md$/g, "");
    const head = { ref: `submit/${slug}`, sha: "h1", repo: { full_name: repository } };
    answer({ pull: { head, user: { login: "rita" } } });
    const page = await open(canCopy);
    await page.getByText("This post came by email").waitFor();
    await field(page, "title").fill("Weather Engineer");
    await page.getByRole("button", { name: "Send by email instead" }).click();
    const steps = page.locator("#mail-steps");
    const href = await steps
      .getByRole("link", { name: /^Email/ })
      .first()
      .getAttribute("href");
    expect(decodeURIComponent(href ?? "")).toContain(`The file ${slug}.md`);
    const { opened } = await continued(page);
    expect(opened).toBe(`${gitHubPages}/${repository}/edit/submit/${slug}/${path}`);
  });
});

describe("a submission that cannot be changed in the form", () => {
  it.each<[string, Sent, RegExp, string]>([
    ["was approved", { pull: { state: "closed", merged: true } }, /was approved/, "/jobs/mine/"],
    ["has no post", { files: [] }, /does not add or change a post/, "pull"],
    [
      "has several posts",
      { files: [addedFile(path, "a"), addedFile("jobs/b.md", "b")] },
      /changes several posts/,
      "pull",
    ],
    [
      "deletes a post",
      { files: [{ ...addedFile(path, "a"), status: "removed" }] },
      /closes a post/,
      "pull",
    ],
    ["closes a post", { text: textOf({ ...job, closed }) }, /closes a post/, "pull"],
    ["is refused", { labels: ["refused"] }, /can’t accept this submission/, "pull"],
  ])("says so if it %s, and where to go on", async (_, sent, words, leadsTo) => {
    answer(sent);
    const page = await open();
    expect(await status(page)).toMatch(words);
    const href = await page.locator("#status").getByRole("link").getAttribute("href");
    expect(href).toBe(leadsTo === "pull" ? `${gitHubPages}/${repository}/pull/7` : leadsTo);
  });

  it.each([
    ["?pr=7", /There is no submission #7/],
    ["?pr=x%3Cb%3E", /“x<b>” is not the number of a submission/],
    ["?pr=", /is not the number/],
  ])("says so if there is none at %s", async (query, words) => {
    shown.gitHub.answer({});
    const page = await open(expected, query);
    expect(await status(page)).toMatch(words);
    await page.locator("#status").getByRole("link", { name: "My posts" }).waitFor();
  });

  it("says how to go on without GitHub’s answer", async () => {
    const limit = { status: 403, headers: { "x-ratelimit-remaining": "0" } };
    shown.gitHub.answer({ "/pulls/7": limit });
    const page = await open(expected);
    expect(await status(page)).toMatch(/Too many requests.*“Files changed”.*“Edit file”/);
    const link = page.locator("#status").getByRole("link");
    expect(await link.getAttribute("href")).toBe(`${gitHubPages}/${repository}/pull/7`);
    answer({ others: { "/pulls/7/files": limit } });
    await page.reload();
    await expect.poll(() => status(page)).toMatch(/Too many requests.*“Edit file”/);
  });
});

describe("the form with a post that was sent", () => {
  it("is open to everybody", async () => {
    const text = textOf({ ...job, title: "مهندس برمجيات" }).replace("country: AT", "country: XX");
    answer({ text, labels: ["changes requested"], comments: [told()] });
    const page = await open(canCopy);
    await page.locator("#tasks").waitFor();
    await expectOpenToEverybody(page);
    await field(page, "country").selectOption("AT");
    await continued(page);
    await expectOpenToEverybody(page);
    await expectNoSidewaysScrolling(page);
    await expectLargeTargets(page);
  });
});
