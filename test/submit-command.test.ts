import { rm, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from "vitest";
import { decide } from "../src/board/review/decide.ts";
import type { Plan } from "../src/board/review/plan.ts";
import { sentPost } from "../src/board/review/sending.ts";
import { boardConfig } from "../src/board.config.ts";
import { readEnvironment } from "../src/services/environment.ts";
import { factsGatherer } from "../src/services/github/gather.ts";
import { reconcile } from "../src/services/github/reconcile.ts";
import { sendPost } from "../src/services/github/submit/send-post.ts";
import type { BoardAtGitHub } from "./board-at-github.ts";
import { postFile, startBoardAtGitHub } from "./board-at-github.ts";
import { jobText } from "./posts-folder.ts";
import type { Ending } from "./run-script.ts";
import { runScript } from "./run-script.ts";

const bot = "github-actions[bot]";
const address = "ann@example.com";

let board: BoardAtGitHub;
/** The file with the mail's text. */
let file: string;
/** Each test has a different post. */
let title: string;
let slug: string;
let tests = 0;

beforeAll(async () => {
  board = await startBoardAtGitHub();
});

beforeEach(() => {
  tests += 1;
  title = `Python Developer ${tests}`;
  slug = `2026-11-22-example-analytics-gmbh-python-developer-${tests}-berlin`;
  file = join(board.clone, `mail-${tests}.txt`);
});

afterEach(async () => {
  board.standIn.faults.clear();
  await rm(file, { force: true });
});

afterAll(async () => {
  const { unknownRequests } = board.standIn;
  await board.stop();
  expect(unknownRequests).toEqual([]);
});

/** The text of a post as people send it, without fields that the form adds. */
function mailText(changes: Parameters<typeof jobText>[0] = {}): string {
  const job = { title, company: "Example Analytics GmbH", ...changes };
  return jobText(job).replace(/^submitted.*\n/gm, "");
}

/** The same text in canonical form. */
function boardText(changes: Parameters<typeof jobText>[0] = {}): string {
  const stamp = { submitted: "2026-11-22", submitted_by: "rita" };
  return jobText({ title, company: "Example Analytics GmbH", ...stamp, ...changes });
}

function submit(
  parameters: string[],
  {
    as = "rita",
    input,
    ...variables
  }: { as?: string; input?: string; [variable: string]: string | undefined } = {},
): Promise<Ending> {
  return runScript("submit", parameters, {
    directory: board.clone,
    variables: { ...board.variablesFor(as), ...variables },
    ...(input !== undefined && { input }),
  });
}

async function submitText(text: string, options: Parameters<typeof submit>[1] = {}) {
  await writeFile(file, text);
  return await submit(["--contact", "Ann Example", file], options);
}

async function pullsOf(branch = `submit/${slug}`) {
  const { rest, at } = board.as("rita");
  const head = `${at.owner}:${branch}`;
  return (await rest.pulls.list({ ...at, head, state: "all" })).data;
}

async function onlyPull() {
  const [pull, ...more] = await pullsOf();
  if (!pull || more.length > 0) throw new Error(`There are ${more.length} pull requests more.`);
  const { rest, at } = board.as("rita");
  const request = { ...at, pull_number: pull.number };
  const { data: commits } = await rest.pulls.listCommits(request);
  const { data: files } = await rest.pulls.listFiles(request);
  return { ...pull, commits, files };
}

/** The content of a file on a branch. */
async function textOn(branch: string, path = `jobs/${slug}.md`): Promise<string> {
  const { rest, at } = board.as("rita");
  const { data: tree } = await rest.git.getTree({ ...at, tree_sha: branch, recursive: "1" });
  const entry = tree.tree.find((found) => found.path === path);
  if (!entry?.sha) throw new Error(`There is no ${path}.`);
  const { data } = await rest.git.getBlob({ ...at, file_sha: entry.sha });
  return Buffer.from(data.content, "base64").toString();
}

/** Commits to the branch as somebody, like GitHub's editor. */
async function edit(login: string, text: string): Promise<void> {
  const { rest, at } = board.as(login);
  const ref = `heads/submit/${slug}`;
  const top = (await rest.git.getRef({ ...at, ref })).data.object.sha;
  const { data: before } = await rest.git.getCommit({ ...at, commit_sha: top });
  const entry = { path: `jobs/${slug}.md`, mode: "100644", type: "blob", content: text } as const;
  const { data: tree } = await rest.git.createTree({
    ...at,
    base_tree: before.tree.sha,
    tree: [entry],
  });
  const message = `Update ${slug}.md`;
  const { data } = await rest.git.createCommit({ ...at, message, tree: tree.sha, parents: [top] });
  await rest.git.updateRef({ ...at, ref, sha: data.sha });
}

function say(number: number, login: string, body: string) {
  const { rest, at } = board.as(login);
  board.standIn.clock.advance(60_000);
  return rest.issues.createComment({ ...at, issue_number: number, body });
}

/** The plan of triage for a pull request, and its kind. */
async function triage(number: number) {
  const github = board.as(bot);
  const { now } = readEnvironment(board.variablesFor(bot));
  const { objects, posts } = board;
  const sources = { github, config: boardConfig, objects, posts, now: () => now };
  const gather = factsGatherer(sources);
  const review = { github, config: boardConfig, objects, decide, gather };
  let plan: Plan | undefined;
  for await (const step of reconcile(review, number)) if ("plan" in step) plan = step.plan;
  return plan;
}

function writings(): number {
  return board.standIn.events.length;
}

describe("submitting a post that came by email", () => {
  it("opens a pull request of that one file, on behalf of its sender", async () => {
    const ending = await submitText(mailText({ contact: undefined }));
    const pull = await onlyPull();
    expect(ending).toMatchObject({ code: 0, stderr: "" });
    expect(ending.stdout).toContain(
      `Sent: Add “${title}” at Example Analytics GmbH (jobs/${slug}.md). Another reviewer has to approve it: ${pull.html_url}`,
    );
    expect(pull).toMatchObject({
      title: `Add “${title}” at Example Analytics GmbH`,
      user: { login: "rita" },
      body: expect.stringContaining("on behalf of `Ann Example` of `Example Analytics GmbH`"),
      commits: [{ author: { login: "rita" }, commit: { message: `Add the post ${slug}` } }],
      files: [{ filename: `jobs/${slug}.md`, status: "added" }],
    });
    expect(await textOn(`submit/${slug}`)).toBe(boardText({ contact: "Ann Example" }));
  });

  it("makes it wait for somebody other than the person who sent it", async () => {
    await submitText(mailText());
    const { number } = await onlyPull();
    expect(await triage(number)).toMatchObject({
      kind: { kind: "new", file: `jobs/${slug}.md` },
      status: { state: "waiting" },
    });
    await say(number, "rita", "/approve");
    expect(await triage(number)).toMatchObject({ status: { state: "waiting" } });
    await say(number, "rob", "/approve");
    expect(await triage(number)).toMatchObject({ status: { state: "approved" } });
    expect(await textOn(boardConfig.repository.branch)).toBe(boardText({ contact: "Ann Example" }));
    const again = await submitText(mailText());
    expect(again).toMatchObject({ code: 1, stderr: expect.stringContaining("already exists") });
  });

  it("repairs damage by mail programs and of copying, and says so", async () => {
    const text = `Hello\n\n${mailText()}\u200b`.replaceAll("\n", "\r\r\n");
    const { code, stdout } = await submitText(text);
    expect([code, stdout]).toEqual([
      0,
      expect.stringMatching(
        /^Corrected: [^\n]*line endings[^\n]*\nCorrected: [^\n]*greeting.*U\+200B.*soft-characters/s,
      ),
    ]);
    expect(await textOn(`submit/${slug}`)).toBe(boardText({ contact: "Ann Example" }));
  });

  it("reads the text from standard input", async () => {
    const ending = await submit(["-"], { input: mailText({ contact: "Ann Example" }) });
    expect(ending).toMatchObject({ code: 0, stderr: "" });
    expect(await textOn(`submit/${slug}`)).toBe(boardText({ contact: "Ann Example" }));
  });
});

describe("submitting it again", () => {
  it("says that it is already waiting, and changes nothing", async () => {
    await submitText(mailText());
    const { html_url } = await onlyPull();
    const before = writings();
    const ending = await submitText(mailText());
    expect(ending).toMatchObject({
      code: 0,
      stdout: expect.stringContaining(`It is already waiting for review: ${html_url}`),
    });
    expect(writings()).toBe(before);
    expect(await pullsOf()).toHaveLength(1);
  });

  it("updates the pull request, even on another day", async () => {
    await submitText(mailText());
    const { number } = await onlyPull();
    const later = { BOARD_NOW: "2026-11-24T09:00:00Z" };
    const ending = await submitText(mailText({ seniority: "lead" }), later);
    expect(ending).toMatchObject({
      code: 0,
      stdout: expect.stringContaining("Updated: "),
    });
    expect(await onlyPull()).toMatchObject({
      number,
      commits: [{ commit: { message: `Add the post ${slug}` } }, { author: { login: "rita" } }],
    });
    const text = boardText({ contact: "Ann Example", seniority: "lead" });
    expect(await textOn(`submit/${slug}`)).toBe(text);
  });

  it("continues if it was interrupted", async () => {
    board.standIn.faults.failNext({ path: /\/pulls$/, method: "POST", status: 422 });
    expect(await submitText(mailText())).toMatchObject({ code: 1, stdout: "" });
    expect(await pullsOf()).toEqual([]);
    expect(await submitText(mailText())).toMatchObject({ code: 0, stderr: "" });
    expect((await onlyPull()).commits).toHaveLength(1);
  });

  it("does nothing if GitHub lists only a part of the folder of its file", async () => {
    await submitText(mailText());
    const before = writings();
    const path = /\/git\/trees\/\w{40}$/;
    const body = { sha: "", url: "", tree: [], truncated: true };
    board.standIn.faults.failNext({ path, status: 200, body, times: 9 });
    expect(await submitText(mailText({ seniority: "lead" }))).toMatchObject({
      code: 1,
      stderr: expect.stringContaining("GitHub lists only a part of the folder"),
    });
    expect(writings()).toBe(before);
  });

  it("does not overwrite fixes by others", async () => {
    await submitText(mailText());
    const fixed = boardText({ contact: "Ann Example", city: "Bremen" });
    await edit("rob", fixed);
    const ending = await submitText(mailText({ seniority: "lead" }));
    expect(ending).toMatchObject({
      code: 1,
      stdout: "",
      stderr: expect.stringMatching(
        /^Pull request #\d+ was changed by hand \(by rob\).*Nothing was over/,
      ),
    });
    expect(await textOn(`submit/${slug}`)).toBe(fixed);
  });

  it("does not overwrite fixes made at the same moment", async () => {
    await submitText(mailText());
    const [pull] = await pullsOf();
    const fixed = boardText({ contact: "Ann Example", city: "Bremen" });
    await edit("rob", fixed);
    const post = sentPost(`jobs/${slug}.md`, boardText(), { title, company: "Example" }, "rita");
    const on = pull?.head.sha ?? "";
    const sending = sendPost(board.as("rita"), post, {
      ...{ do: "send", branch: { on }, message: "Too late", number: pull?.number ?? 0 },
    });
    await expect(sending).rejects.toThrow(/^Somebody changed this submission/);
    expect(await textOn(`submit/${slug}`)).toBe(fixed);
  });

  it("does not reopen what was rejected", async () => {
    await submitText(mailText());
    const { number } = await onlyPull();
    const { rest, at } = board.as("rob");
    await rest.pulls.update({ ...at, pull_number: number, state: "closed" });
    expect(await submitText(mailText({ seniority: "lead" }))).toMatchObject({
      code: 1,
      stderr: expect.stringContaining(`#${number}, which adds this post, was closed.`),
    });
    expect(await pullsOf()).toHaveLength(1);
  });
});

describe("a post that cannot be submitted", () => {
  it("gets all of its problems, in the same words as from triage", async () => {
    const wrong = mailText()
      .replace(/^workplace: .*$/m, "workplace: moon")
      .replace(/^company.*\n/m, "");
    const before = writings();
    const { code, stdout, stderr } = await submitText(wrong);
    expect([code, stdout]).toEqual([1, ""]);
    expect(stderr).toMatch(/^The post can’t be sent yet:\n/);
    expect(stderr).toContain(file);
    expect(stderr).toContain("error   company: “Company” is missing. (schema)");
    expect(stderr).toContain("error   workplace: ");
    expect(writings()).toBe(before);
  });

  it("may have the name of one in somebody else’s pull request", async () => {
    const job = { title, company: "Example Analytics GmbH", submitted: "2026-11-22" };
    const number = await board.send("bob", `bob-${tests}`, [
      postFile(slug, { ...job, submitted_by: "bob" }),
    ]);
    expect(await submitText(mailText())).toMatchObject({
      code: 1,
      stderr: expect.stringContaining(`Pull request #${number} already adds jobs/${slug}.md`),
    });
    expect(await pullsOf()).toEqual([]);
  });
});

describe("a dry run", () => {
  it("prints the file and the plan, and changes nothing", async () => {
    await writeFile(file, mailText());
    const before = writings();
    const { code, stdout } = await submit(["--dry-run", file]);
    expect([code, stdout]).toEqual([
      0,
      expect.stringContaining(
        `A pull request “Add “${title}” at Example Analytics GmbH” would be opened, which adds jobs/${slug}.md. Nothing was changed.\n\n${boardText()}`,
      ),
    ]);
    expect(writings()).toBe(before);
    await expect(textOn(`submit/${slug}`)).rejects.toThrow();

    await submit([file]);
    const { number } = await onlyPull();
    await writeFile(file, mailText({ seniority: "lead" }));
    const { stdout: then } = await submit(["--dry-run", file]);
    expect(then).toContain(`Pull request #${number} would be updated with jobs/${slug}.md`);
    expect((await onlyPull()).commits).toHaveLength(1);
  });
});

describe("somebody who cannot submit it", () => {
  it.each<[string, Parameters<typeof submit>[1], RegExp]>([
    [
      "without a token",
      { GITHUB_TOKEN: undefined },
      /^GITHUB_TOKEN is missing\. Set it to your own token/,
    ],
    ["with an invalid token", { GITHUB_TOKEN: "none" }, /^GitHub does not accept the token/],
    ["without write access", { as: "ada" }, /^ada can’t write to .* “write”/],
    ["as a workflow", { as: bot }, /^A post is sent in a person’s name/],
    ["without GitHub", { GITHUB_API_URL: "http://127.0.0.1:1" }, /^GitHub can’t be reached at/],
  ])("is told why: %s", async (_, options, message) => {
    const before = writings();
    const ending = await submitText(mailText(), options);
    expect(ending).toMatchObject({ code: 1, stdout: "", stderr: expect.stringMatching(message) });
    expect(writings()).toBe(before);
  });

  it("is told how to use it", async () => {
    expect(await submit([])).toMatchObject({
      code: 2,
      stderr: expect.stringMatching(/^Name exactly one FILE/),
    });
    expect(await submit([file, file])).toMatchObject({ code: 2 });
    expect(await submit(["--contact", `Ann <${address}>`, file])).toMatchObject({
      code: 2,
      stderr: expect.stringContaining("give a name, not an address"),
    });
    expect(await submit([file])).toMatchObject({
      code: 1,
      stderr: expect.stringMatching(/mail-\d+\.txt can’t be read \(ENOENT\)/),
    });
  });
});
