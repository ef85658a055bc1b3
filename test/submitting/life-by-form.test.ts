/** The whole life of a post without the editor: sent from the form, corrected by the link in the bot’s message, approved. */
import { mkdir, mkdtempDisposable } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import type { Pages } from "github-emulator/pages";
import { githubPages } from "github-emulator/pages";
import type { Page } from "playwright-core";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import type { HostedBoard } from "../../sandbox/hosted-board.ts";
import { pages } from "../../src/board/addresses.ts";
import { connectGitHub } from "../../src/services/github/client.ts";
import { openPage } from "../browser.ts";
import { startCopiedBoard } from "../copied-board.ts";
import { buildFolder, writeExample } from "../example-site.ts";
import { jobText } from "../posts-folder.ts";
import { runScript } from "../run-script.ts";
import type { SiteServer } from "../site-server.ts";
import { serveSite } from "../site-server.ts";

const people = ["ada", "rita", "rob"].map((login) => ({ login, name: null, about: "" }));

let open: AsyncDisposableStack;
let board: HostedBoard;
let site: SiteServer;

beforeAll(async () => {
  await using opening = new AsyncDisposableStack();
  const folder = opening.use(await mkdtempDisposable(join(tmpdir(), "life-by-form-")));
  site = await serveSite(join(folder.path, "site"));
  opening.defer(() => site.close());
  let answer: Pages | undefined;
  board = await startCopiedBoard({
    directory: join(folder.path, "board"),
    now: () => new Date(),
    posts: { "jobs/2026-11-20-listed.md": jobText({ submitted_by: "mia" }) },
    workflows: ["triage.yml", "review-signal.yml"],
    variables: { BOARD_URL: `${site.origin}/` },
    pages: (request) => answer?.(request) ?? Promise.resolve(undefined),
  });
  opening.defer(() => board.stop());
  const { github, runner, config } = board;
  const { repository } = config;
  answer = githubPages({ github, repository, people, runs: () => runner.runs });
  const source = join(folder.path, "source");
  await mkdir(source);
  const settings = { ...config, url: `${site.origin}/` };
  await writeExample(source, {}, settings);
  await buildFolder(source, join(folder.path, "site"), settings, {
    GITHUB_API_URL: github.apiUrl,
    GITHUB_SERVER_URL: github.origin,
  });
  open = opening.move();
});

afterAll(async () => {
  await open.disposeAsync();
  expect([...board.github.unknownRequests, ...board.github.schemaViolations]).toEqual([]);
});

const as = (login: string) => {
  const { apiUrl, origin } = board.github;
  const access = { apiUrl, serverUrl: origin, token: board.github.tokenFor(login) };
  return connectGitHub(access, board.config.repository, { retryDelay: 1 });
};

async function botIsDone(): Promise<void> {
  await board.runner.idle();
  board.github.clock.advance(60_000);
}

async function say(number: number, login: string, body: string): Promise<void> {
  const { rest, at } = as(login);
  await rest.issues.createComment({ ...at, issue_number: number, body });
  await botIsDone();
}

/** The link in the bot’s last message to somebody. */
async function linkTo(login: string, number: number): Promise<string> {
  const { rest, at } = as(login);
  const { data } = await rest.issues.listComments({ ...at, issue_number: number });
  const told = data.findLast(({ body }) => body?.startsWith(`@${login}`))?.body ?? "";
  return /\[Edit your post\]\((.*?)\)/.exec(told)?.[1] ?? "";
}

async function pullsOf(login: string) {
  const { rest, at } = as("rita");
  const { data } = await rest.pulls.list({ ...at, state: "all" });
  return data.filter(({ user }) => user?.login === login);
}

async function textOf(path: string, ref: string, owner: string): Promise<string> {
  const { rest, at } = as("rita");
  const { data } = await rest.repos.getContent({ ...at, owner, path, ref });
  return "content" in data ? Buffer.from(data.content, "base64").toString() : "";
}

function visit(): Promise<Page> {
  const permissions = ["clipboard-read", "clipboard-write"];
  return openPage({ baseURL: site.origin, permissions, allow: [/ 404 /] });
}

const field = (page: Page, name: string) => page.locator(`#field-${name}`);

/** Presses the button that opens GitHub’s editor in a new tab. */
async function goesToGitHub(page: Page): Promise<Page> {
  const opening = page.context().waitForEvent("page");
  await page.getByRole("button", { name: "Continue on GitHub" }).click();
  return await opening;
}

async function signsIn(editor: Page, login: string): Promise<void> {
  await editor.getByRole("link", { name: "Sign in" }).click();
  await editor.getByRole("button", { name: login }).click();
}

/** What the steps on the page say to do at GitHub. */
async function pastes(editor: Page): Promise<void> {
  await editor.bringToFront();
  await editor.getByLabel("Text").focus();
  await editor.keyboard.press("Control+A");
  await editor.keyboard.press("Control+V");
  await editor.getByRole("button", { name: "Commit changes" }).click();
  await editor.waitForURL(/\/pull\/\d+$/);
}

describe("a post sent from the form", () => {
  it("is corrected by the link in the bot’s message, in the same pull request, and listed", async () => {
    const page = await visit();
    await page.goto(pages.form);
    await field(page, "title").fill("Data Engineer");
    await field(page, "company").fill("Example Analytics GmbH");
    await field(page, "category").selectOption({ index: 1 });
    await page.getByLabel("On site", { exact: true }).check();
    await field(page, "city").fill("Graz");
    await field(page, "country").selectOption("AT");
    await field(page, "description").fill("You build pipelines in Python.");
    await field(page, "requirements").fill("Some years of Python.");
    await field(page, "apply_url").fill("https://example.com/jobs/42");
    await field(page, "login").fill("ada");
    const editor = await goesToGitHub(page);
    await signsIn(editor, "ada");
    await editor.getByRole("button", { name: "Propose changes" }).click();
    await editor.waitForURL(/\/pull\/\d+$/);
    await botIsDone();
    const [{ number, head } = { number: 0, head: { ref: "" } }] = await pullsOf("ada");
    await say(number, "rita", "/request-changes incomplete How large is the team?");

    await page.bringToFront();
    await page.goto(await linkTo("ada", number));
    await page.locator("#tasks").getByText("How large is the team?").waitFor();
    expect(await field(page, "title").inputValue()).toBe("Data Engineer");
    await field(page, "description").fill("You build pipelines in Python, in a team of five.");
    const again = await goesToGitHub(page);
    expect(new URL(again.url()).pathname).toMatch(new RegExp(`^/ada/[^/]+/edit/${head.ref}/jobs/`));
    await pastes(again);
    await botIsDone();
    expect(await pullsOf("ada")).toMatchObject([
      { number, labels: expect.arrayContaining([expect.objectContaining({ name: "answered" })]) },
    ]);

    await say(number, "rita", "/approve");
    const [merged] = await pullsOf("ada");
    expect(merged?.merged_at).not.toBeNull();
    const { rest, at } = as("ada");
    const { data: files } = await rest.pulls.listFiles({ ...at, pull_number: number });
    const text = await textOf(files[0]?.filename ?? "", "main", at.owner);
    expect(text).toContain("in a team of five");

    await page.bringToFront();
    await page.reload();
    await page.getByText("This post was approved").waitFor();
  });
});

describe("a post that came by email", () => {
  const mailed = jobText({ title: "Archivist", company: "Example Library" }).replace(
    /^submitted.*\n/gm,
    "",
  );

  async function submits(input: string) {
    const { github, clone } = board;
    return await runScript("submit", ["-", "--contact", "Ann Example"], {
      directory: clone,
      input,
      variables: {
        GITHUB_API_URL: github.apiUrl,
        GITHUB_SERVER_URL: github.origin,
        GITHUB_TOKEN: github.tokenFor("rita"),
        BOARD_NOW: github.clock.now().toISOString(),
      },
    });
  }

  it("is corrected by its sender, by email, and by the team, on GitHub", async () => {
    expect(await submits(mailed)).toMatchObject({ code: 0 });
    await botIsDone();
    const [{ number, head } = { number: 0, head: { ref: "" } }] = await pullsOf("rita");
    await say(number, "rob", "/request-changes incomplete Where is the archive?");

    // Rita has sent the link to Ann, who has no account.
    const link = await linkTo("rita", number);
    const page = await visit();
    await page.goto(link);
    await page.locator("#tasks").getByText("Where is the archive?").waitFor();
    await page.getByText("This post came by email").waitFor();
    await field(page, "title").fill("Archivist of maps");
    await page.getByRole("button", { name: "Send by email instead" }).click();
    const mail = page
      .locator("#mail-steps")
      .getByRole("link", { name: /^Email/ })
      .first();
    const body = new URL((await mail.getAttribute("href")) ?? "").searchParams.get("body") ?? "";
    expect(await submits(body)).toMatchObject({
      code: 0,
      stdout: expect.stringMatching(/Updated/),
    });
    await botIsDone();
    const path = `jobs/${head.ref.replace("submit/", "")}.md`;
    const { at } = as("rita");
    expect(await textOf(path, head.ref, at.owner)).toContain("title: Archivist of maps");

    await page.reload();
    await expect.poll(() => field(page, "title").inputValue()).toBe("Archivist of maps");
    await field(page, "title").fill("Archivist of old maps");
    const editor = await goesToGitHub(page);
    await signsIn(editor, "rob");
    await pastes(editor);
    await botIsDone();
    expect(await textOf(path, head.ref, at.owner)).toContain("title: Archivist of old maps");
    expect(await pullsOf("rita")).toMatchObject([
      { number, title: "Add “Archivist of old maps” at Example Library" },
    ]);
  });
});
