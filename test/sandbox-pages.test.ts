import { cp, mkdir, mkdtempDisposable, readFile, writeFile } from "node:fs/promises";
import { createRequire } from "node:module";
import { tmpdir } from "node:os";
import { join } from "node:path";
import type { AxeResults } from "axe-core";
import type { GitHub as StandIn } from "github-emulator";
import { startGitHub } from "github-emulator";
import type { Run } from "github-emulator/actions";
import type { Pages } from "github-emulator/pages";
import { githubPages } from "github-emulator/pages";
import type { Page } from "playwright-core";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { readRequest, requestPath } from "../src/board/requests/request-form.ts";
import type { GitHub } from "../src/services/github/client.ts";
import { connectGitHub } from "../src/services/github/client.ts";
import { openPage } from "./browser.ts";

const repository = { owner: "example-org", name: "python-job-board", branch: "main" };
const fullName = "example-org/python-job-board";
const hostile = '<script>document.title = "taken"</script><img src=x onerror="alert(1)">';

const run: Run = {
  id: 1,
  name: "triage",
  file: ".github/workflows/triage.yml",
  trigger: { name: "issue_comment", payload: {} },
  actor: "sam",
  sha: "0".repeat(40),
  ref: "refs/heads/main",
  head: { sha: "0".repeat(40), branch: "main" },
  depth: 0,
  status: "completed",
  conclusion: "success",
  jobs: {
    decide: {
      result: "success",
      permissions: {},
      outputs: {},
      steps: [],
      log: [`${hostile}\n`, "x".repeat(200)],
    },
  },
  log: [],
};

let folder: Awaited<ReturnType<typeof mkdtempDisposable>>;
let standIn: StandIn;
let axe: string;
let board: string;

function as(login: string): GitHub {
  const token = standIn.tokenFor(login);
  const access = { apiUrl: standIn.apiUrl, serverUrl: standIn.origin, token };
  return connectGitHub(access, repository, { retryDelay: 1 });
}

/** Opens a page of the board, signed in or not. */
async function open(path: string, login?: string, width = 1280): Promise<Page> {
  const page = await openPage({
    viewport: { width, height: 800 },
    allow: [/status of 4\d\d/],
  });
  await page.goto(board + path);
  if (login) {
    await page.getByRole("link", { name: "Sign in" }).click();
    await page.getByRole("button", { name: login }).click();
    // With its styles: what is measured before they are there is as wide as its longest line.
    await page.waitForURL(board + path);
  }
  return page;
}

function post(path: string, origin: string | undefined): Promise<Response> {
  const headers = { ...(origin && { origin }) };
  const body = new URLSearchParams({ login: "rita" });
  return fetch(new URL(path, board), { method: "POST", body, headers, redirect: "manual" });
}

beforeAll(async () => {
  folder = await mkdtempDisposable(join(tmpdir(), "pages-"));
  const source = join(folder.path, "source");
  await mkdir(join(source, "jobs"), { recursive: true });
  await writeFile(join(source, "jobs/first.md"), "one\ntwo\nthree\n");
  await cp(".github/ISSUE_TEMPLATE", join(source, ".github/ISSUE_TEMPLATE"), { recursive: true });
  let answer: Pages | undefined;
  standIn = await startGitHub({
    directory: join(folder.path, "github"),
    timing: "instant",
    pages: (request) => answer?.(request) ?? Promise.resolve(undefined),
  });
  const people = ["sam", "rita"].map((login) => ({ login, name: null, about: "" }));
  for (const person of people) standIn.addUser({ login: person.login });
  await standIn.addRepository({
    owner: repository.owner,
    name: repository.name,
    from: source,
  });
  standIn.setRole(fullName, "rita", "write");
  answer = githubPages({ github: standIn, repository, people, runs: () => [run] });
  board = `${standIn.origin}/${fullName}`;
  axe = await readFile(createRequire(import.meta.url).resolve("axe-core/axe.min.js"), "utf8");

  const { rest, at } = as("sam");
  await rest.repos.createFork(at);
  await rest.repos.createOrUpdateFileContents({
    ...{ owner: "sam", repo: at.repo, path: "jobs/second.md", branch: "main" },
    message: "Add a post",
    content: Buffer.from(`${hostile}\n${"long".repeat(100)}\n`).toString("base64"),
  });
  const request = { title: `A post ${hostile}`, body: hostile, head: "sam:main", base: "main" };
  await rest.pulls.create({ ...at, ...request });
  const body = `# Big\n\n${hostile}\n\n[bad](javascript:alert(1)) <details><summary>More</summary>\n\nmore\n\n</details>`;
  await rest.issues.createComment({ ...at, issue_number: 1, body });
});

afterAll(async () => {
  await standIn.stop();
  expect(standIn.unknownRequests).toEqual([]);
  await folder[Symbol.asyncDispose]();
});

describe("a page of the sandbox", () => {
  it("offers the accounts that there are to those who want to register", async () => {
    const answer = await fetch(`${standIn.origin}/signup`);
    expect([answer.status, await answer.text()]).toEqual([
      200,
      expect.stringContaining("Choose an account."),
    ]);
  });

  it.each([
    "/pulls",
    "/pull/1",
    "/new/main?filename=jobs/x.md&value=x",
    "/issues/new",
    "/issues/new?template=your-post.yml",
    "/actions",
    "/actions/runs/1",
  ])("is accessible at %s, at 360 pixels, in light and dark mode", async (path) => {
    const page = await open(path, "sam", 360);
    expect(await page.getByText("This is not GitHub").count()).toBe(1);
    expect(await page.locator("script, img").count()).toBe(0);
    for (const colorScheme of ["light", "dark"] as const) {
      await page.emulateMedia({ colorScheme });
      const width = await page.evaluate("document.documentElement.scrollWidth");
      expect(width).toBeLessThanOrEqual(360);
      await page.evaluate(axe);
      const { violations }: AxeResults = await page.evaluate("axe.run()");
      expect(violations.map(({ id, nodes }) => [id, nodes[0]?.html])).toEqual([]);
    }
  });

  it("shows how much workflows have used of GitHub’s limits", async () => {
    const token = standIn.installationToken(fullName, { metadata: "read" });
    await fetch(`${standIn.apiUrl}/repos/${fullName}`, {
      headers: { authorization: `Bearer ${token}` },
    });
    const page = await open("/actions");
    await page
      .getByText("made 1 of 1,000 REST requests and used 0 of 1,000 GraphQL points.")
      .waitFor();
  });

  it("shows a stranger’s HTML as text, and has no links that run scripts", async () => {
    const page = await open("/pull/1");
    expect(await page.title()).toContain("A post <script>");
    expect(await page.getByText(hostile).count()).toBeGreaterThanOrEqual(3);
    expect(await page.locator("a[href^=javascript]").count()).toBe(0);
    expect(await page.locator("summary").innerText()).toBe("More");
  });

  it("accepts only forms from its own pages", async () => {
    for (const path of ["/login", `/${fullName}/pull/1`]) {
      expect((await post(path, undefined)).status).toBe(403);
      expect((await post(path, "https://evil.example")).status).toBe(403);
    }
    const elsewhere = await post("/login?return_to=//evil.example/", standIn.origin);
    expect(elsewhere.headers.get("location")).toBe("/");
    expect(elsewhere.headers.get("set-cookie")).toMatch(/HttpOnly; SameSite=Lax/);
  });

  it("says so if there is nothing to show", async () => {
    expect((await fetch(`${board}/pull/99`)).status).toBe(404);
    expect((await fetch(`${board}/wiki`)).status).toBe(404);
  });
});

describe("an action on its pages", () => {
  it("needs the person’s permission, or GitHub’s reason is shown", async () => {
    const page = await open("/pull/1", "sam");
    await page.getByRole("button", { name: "Squash and merge" }).click();
    await page.getByRole("alert").filter({ hasText: "GitHub would reject this" }).waitFor();
    await page.getByLabel("Add a comment").fill("Please look at it.");
    await page.getByRole("button", { name: "Comment", exact: true }).click();
    await page.getByText("Please look at it.").waitFor();
  });

  it("can propose a new file from a fork, which its author can edit", async () => {
    const page = await open("/new/main?filename=jobs/third.md&value=first%0Aline", "sam");
    await page.getByRole("button", { name: "Propose changes" }).click();
    await page.getByRole("heading", { name: "Change jobs/third.md" }).waitFor();
    const number = Number(/\d+$/.exec(page.url())?.[0]);
    await page.getByRole("link", { name: "Edit jobs/third.md" }).click();
    expect(await page.getByLabel("Text").inputValue()).toBe("first\nline");
    await page.getByLabel("Text").fill("another\nline\n");
    await page.getByRole("button", { name: "Commit changes" }).click();
    await page.getByText("+another").waitFor();
    const { rest, at } = as("sam");
    const { data } = await rest.pulls.get({ ...at, pull_number: number });
    expect(data.head.label).toBe("sam:sam-patch-1");
    expect(data.commits).toBe(2);
  });

  it("can edit a file on a branch with slashes in its name, but not in somebody else’s copy", async () => {
    const { rest, at } = as("sam");
    const fork = { owner: "sam", repo: at.repo };
    const { data: tip } = await rest.git.getRef({ ...fork, ref: "heads/main" });
    await rest.git.createRef({ ...fork, ref: "refs/heads/fix/a/b", sha: tip.object.sha });
    const page = await open("/pull/1", "rita");
    await page.goto(`${standIn.origin}/sam/${at.repo}/edit/fix/a/b/jobs/first.md`);
    expect(await page.getByLabel("Text").inputValue()).toContain("two");
    await page.getByLabel("Text").fill("taken over\n");
    await page.getByRole("button", { name: "Commit changes" }).click();
    await page.getByRole("alert").filter({ hasText: "GitHub would reject this" }).waitFor();
  });

  it("can review, assign, close, reopen or merge with a button", async () => {
    const page = await open("/pull/1", "rita");
    for (const [button, shown] of [
      ["Approve", "rita · approved"],
      ["Assign yourself", "rita: assigned rita"],
      ["Close pull request", "rita: closed"],
      ["Reopen pull request", "rita: reopened"],
      ["Squash and merge", "rita: merged"],
    ] as const) {
      await page.getByRole("button", { name: button, exact: true }).click();
      await page.getByText(shown).first().waitFor();
    }
    await page.goto(`${board}/tree/main/jobs`);
    await page.getByRole("link", { name: "second.md" }).click();
    await page.getByText(hostile).waitFor();
  });

  it("can send an issue form with GitHub’s questions and format", async () => {
    const post = "https://jobs.example.org/jobs/first/";
    const page = await open(requestPath(post, "renew", "My post: first"), "sam");
    await page.getByRole("button", { name: "Create issue" }).click();
    await page.getByRole("heading", { name: /My post: first/ }).waitFor();
    const { rest, at } = as("sam");
    const { data: issue } = await rest.issues.get({
      ...at,
      issue_number: Number(new URL(page.url()).pathname.split("/").at(-1)),
    });
    expect(readRequest(issue.body ?? "")).toEqual({ post, type: "renew" });
  });

  it("can open or answer an issue", async () => {
    const page = await open("/issues/new?title=Report:%20first", "sam");
    await page.getByLabel("Description").fill("It is filled.");
    await page.getByRole("button", { name: "Create issue" }).click();
    await page.getByRole("heading", { name: /Report: first/ }).waitFor();
    await page.getByRole("button", { name: "Close issue" }).click();
    await page.getByText("Status: closed").waitFor();
  });
});
