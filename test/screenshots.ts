/**
 * `npm run screenshots`: sends a post through the sandbox as a person does, and takes the screenshots for
 * docs/submitting.md, docs/review.png, and docs/list.png. Not a part of `npm test`, because screenshots depend on the machine’s fonts.
 */
import { mkdir, mkdtempDisposable } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join, resolve } from "node:path";
import { setTimeout } from "node:timers/promises";
import type { Browser, Locator, Page } from "playwright-core";
import { defineCommand, startCommand } from "../scripts/command.ts";
import { launchBrowser } from "./browser.ts";
import { runScriptProcess } from "./run-script.ts";
import { serveSite } from "./site-server.ts";
import { StartedSandbox } from "./started-sandbox.ts";
import { Draft } from "./submitting/draft.ts";

const folder = resolve(import.meta.dirname, "../docs");

const submitter = "nadia-brekke";
const reviewer = "tomas-lindgren";
const title = "Senior Django Developer";

const post = {
  description:
    "You build the reporting service of a company that counts visitors of museums, in Python with Django and PostgreSQL.\n\nWe are five, and each of us answers to users.",
  requirements: "Three years of Python in production.\n\nYou write tests, and like to.",
};

const command = defineCommand(
  {
    usage: "npm run screenshots",
    about:
      "Takes the pictures in docs again, from a build of the site and from a sandbox of its own.",
    options: {},
  },
  async () => {
    await mkdir(join(folder, "submitting"), { recursive: true });
    await using sandbox = await StartedSandbox.prepare();
    await sandbox.start("--fresh");
    const browser = await launchBrowser(process.env);
    try {
      await showList(browser);
      await showReview(browser, sandbox);
      await showWays(browser, sandbox);
      await showEditor(browser, sandbox);
      await showForm(browser, sandbox);
    } finally {
      await browser.close();
    }
    return 0 as const;
  },
);

await startCommand(command);

async function openPage(browser: Browser, width = 1100, height = 760): Promise<Page> {
  return await browser.newPage({ viewport: { width, height }, colorScheme: "light" });
}

async function take(what: Page | Locator, name: string): Promise<void> {
  await what.screenshot({ path: join(folder, `${name}.png`) });
  console.log(`docs/${name}.png`);
}

/** The board with all of its demo posts; the sandbox has only a few. */
async function showList(browser: Browser): Promise<void> {
  await using folder = await mkdtempDisposable(join(tmpdir(), "job-board-"));
  await runScriptProcess("build", ["--output", folder.path, "--clean"]);
  const site = await serveSite(folder.path);
  try {
    const page = await openPage(browser, 1280, 900);
    await page.goto(`${site.origin}/jobs/`);
    await take(page, "list");
    await page.close();
  } finally {
    await site.close();
  }
}

/** The sandbox’s pull request with mistakes, up to the end of the bot’s comment. */
async function showReview(browser: Browser, { github }: StartedSandbox): Promise<void> {
  const page = await openPage(browser);
  await page.goto(`${github}/pulls`);
  await labeled(page, "invalid");
  const invalid = page.getByText("invalid", { exact: true });
  await page.getByRole("listitem").filter({ has: invalid }).getByRole("link").click();
  // GitHub’s first response may lack the newest status.
  while (!(await page.getByText("See the comment.").count())) await page.reload();
  const comment = page.locator("article").filter({ hasText: "What happens next" });
  const { y = 0, height = 0 } = (await comment.boundingBox()) ?? {};
  await page.setViewportSize({ width: 1100, height: Math.ceil(y + height) + 3 });
  await take(page, "review");
  await page.close();
}

async function showWays(browser: Browser, { site }: StartedSandbox): Promise<void> {
  const page = await openPage(browser);
  await page.goto(`${site}/jobs/create/`);
  await take(page, "submitting/ways");
  await page.close();
}

/** The life of a post in the editor: written, sent, changes requested, fixed. */
async function showEditor(browser: Browser, { site, github }: StartedSandbox): Promise<void> {
  const page = await openPage(browser);
  await page.goto(`${site}/admin/#/collections/jobs/new`);
  const opening = page.waitForEvent("popup");
  await page.getByRole("button", { name: "Sign in with GitHub" }).click();
  await (await opening).getByRole("button", { name: submitter }).click();
  const draft = new Draft(page);
  await draft.notice.waitFor();
  await draft.fill({ title });
  await draft.compose("description", post.description);
  await draft.compose("requirements", post.requirements);
  await draft.save();
  await draft.says("Draft saved");
  await draft.input("title").scrollIntoViewIfNeeded();
  await take(page, "submitting/saved");
  await draft.send();
  await draft.says(/^Sent/);
  const discussion = draft.notice.getByRole("link", { name: "Open the discussion" });
  await discussion.waitFor();
  await take(draft.notice, "submitting/sent");
  await askForChange(browser, (await discussion.getAttribute("href")) ?? github);
  await page.reload();
  await draft.says("Changes requested");
  await take(draft.notice, "submitting/asked");

  await page.goto(`${site}/jobs/mine/?login=${submitter}`);
  await page.getByRole("heading", { name: "Needs your attention" }).waitFor();
  await take(page, "submitting/mine");
  await page.close();
}

/** As a reviewer, in the discussion. */
async function askForChange(browser: Browser, discussion: string): Promise<void> {
  const page = await openPage(browser);
  await page.goto(discussion);
  // The bot ignores comments from before it first checked the post.
  await labeled(page, "waiting");
  await page.getByRole("link", { name: "Sign in" }).click();
  await page.getByRole("button", { name: reviewer }).click();
  await page
    .getByLabel("Add a comment")
    .fill("/request-changes incomplete Please say how many days a week one can work from home.");
  await page.getByRole("button", { name: "Comment", exact: true }).click();
  await labeled(page, "changes requested");
  await page.close();
}

/** Reloads the page until the bot has added a label. */
async function labeled(page: Page, label: string): Promise<void> {
  const labels = page.locator(".labels");
  while (!(await labels.getByText(label, { exact: true }).count())) {
    await setTimeout(500);
    await page.reload();
  }
}

async function showForm(browser: Browser, { site }: StartedSandbox): Promise<void> {
  const page = await openPage(browser, 1100, 1000);
  await page.goto(`${site}/jobs/create/form/`);
  await page.getByLabel("Job title").fill(title);
  await page.getByLabel("Company", { exact: true }).fill("Example Analytics GmbH");
  await page.getByLabel("Category").selectOption({ index: 1 });
  await page.getByLabel("Hybrid", { exact: true }).check();
  await page.getByLabel("City").fill("Berlin");
  await page.getByLabel("Country", { exact: true }).selectOption("DE");
  await page.getByLabel("Link to apply").fill("https://example.com/jobs/42");
  await page.locator("#field-description").fill(post.description);
  await page.locator("#field-requirements").fill(post.requirements);
  await page.getByLabel("Job title").scrollIntoViewIfNeeded();
  await page.evaluate(() => scrollTo(0, 0));
  await page.getByRole("heading", { name: title }).waitFor();
  await take(page, "submitting/form");
  const end = page.getByRole("button", { name: "Continue on GitHub" });
  await end.scrollIntoViewIfNeeded();
  await take(page, "submitting/form-end");
  await page.close();
}
