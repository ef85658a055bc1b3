import { cp, mkdir, mkdtempDisposable, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join, resolve } from "node:path";
import type { GitHub as StandIn } from "github-emulator";
import { startGitHub } from "github-emulator";
import type { Run, Runner } from "github-emulator/actions";
import { logOf, startRunner } from "github-emulator/actions";
import { git, withAuthorization } from "github-emulator/git";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { boardConfig } from "../src/board.config.ts";
import { connectGitHub } from "../src/services/github/client.ts";
import { jobText } from "./posts-folder.ts";

const { owner, name, branch } = boardConfig.repository;
const repository = `${owner}/${name}`;
const slug = "2026-11-22-example-data-engineer";

/** Everything that the workflows need from the project. */
const parts = [
  ...[".github", "src", "scripts", "jobs"],
  ...["package.json", "package-lock.json", "tsconfig.json"],
];

let folder: Awaited<ReturnType<typeof mkdtempDisposable>>;
let standIn: StandIn;
let runner: Runner;

beforeAll(async () => {
  folder = await mkdtempDisposable(join(tmpdir(), "workflows-"));
  const source = join(folder.path, "source");
  await mkdir(source);
  for (const part of parts) await cp(part, join(source, part), { recursive: true });
  standIn = await startGitHub({
    directory: join(folder.path, "github"),
    now: () => new Date("2026-11-22T12:00:00Z"),
  });
  for (const login of ["ada", "rita"]) standIn.addUser({ login });
  await standIn.addRepository({ owner, name, defaultBranch: branch, from: source });
  standIn.setRole(repository, "rita", "write");
  runner = await startRunner({
    github: standIn,
    repository,
    workspaceRoot: join(folder.path, "actions"),
    nodeModules: resolve("node_modules"),
    env: () => ({ BOARD_NOW: standIn.clock.now().toISOString() }),
  });
});

afterAll(async () => {
  await runner.stop();
  await standIn.stop();
  expect(standIn.unknownRequests).toEqual([]);
  await folder[Symbol.asyncDispose]();
});

function as(login: string) {
  const token = standIn.tokenFor(login);
  const access = { apiUrl: standIn.apiUrl, serverUrl: standIn.origin, token };
  return connectGitHub(access, boardConfig.repository);
}

let seen = 0;

/** Waits until all workflows are done, and returns the runs since the last call with their results. */
async function newRuns(): Promise<[string, string, string | undefined][]> {
  await runner.idle();
  // Only what happens later counts as a response.
  standIn.clock.advance(60_000);
  const runs = runner.runs.slice(seen);
  seen = runner.runs.length;
  const failed = runs.find(({ conclusion }) => conclusion === "failure");
  if (failed) throw new Error(`${failed.name} has failed:\n${logOf(failed)}`);
  return runs.map((run: Run) => [run.name, run.trigger.name, run.conclusion]);
}

describe("the board's own workflows, on one machine", () => {
  let pull: number;

  it("review a newcomer's post, and start nothing of the newcomer's", async () => {
    const { rest, at } = as("ada");
    await rest.repos.createFork(at);
    const clone = join(folder.path, "ada");
    const variables = withAuthorization({
      url: `${standIn.origin}/ada/${name}.git`,
      token: standIn.tokenFor("ada"),
    });
    await git(folder.path, ["clone", "-q", `${standIn.origin}/ada/${name}.git`, clone]);
    const text = jobText({ submitted_by: "ada", title: "Data Engineer" });
    await writeFile(join(clone, `jobs/${slug}.md`), text);
    await git(clone, ["add", "jobs"]);
    const author = ["-c", "user.name=Ada", "-c", "user.email=ada@example.org"];
    await git(clone, [...author, "commit", "-q", "-m", "Add a post"]);
    await git(clone, ["push", "-q", "origin", "HEAD:refs/heads/my-post"], { variables });
    const request = { title: "Add a post", head: "ada:my-post", base: branch };
    pull = (await rest.pulls.create({ ...at, ...request })).data.number;
    // The check does not run for posts. For code, it would wait for a maintainer.
    expect(await newRuns()).toEqual([["triage", "pull_request_target", "success"]]);
    const { data: comments } = await rest.issues.listComments({ ...at, issue_number: pull });
    expect(comments.map(({ user }) => user?.login)).toEqual(["github-actions[bot]"]);
  });

  it("respond to a review, although its run from the newcomer's branch is held back", async () => {
    const { rest, at } = as("rita");
    const body = "Please say more.";
    await rest.pulls.createReview({ ...at, pull_number: pull, event: "REQUEST_CHANGES", body });
    expect(await newRuns()).toEqual([
      ["review-signal", "pull_request_review", "action_required"],
      ["triage", "workflow_run", "success"],
    ]);
  });

  it("ignore events that are not for the bot", async () => {
    const { rest, at } = as("ada");
    const { data: issue } = await rest.issues.create({ ...at, title: "Report: a post" });
    await rest.issues.createComment({ ...at, issue_number: issue.number, body: "It is filled." });
    expect(await newRuns()).toEqual([
      ["requests", "issues", "success"],
      ["requests", "issue_comment", "skipped"],
      ["triage", "issue_comment", "skipped"],
    ]);
    await rest.issues.createComment({ ...at, issue_number: pull, body: "Please be quick." });
    expect(await newRuns()).toEqual([
      ["requests", "issue_comment", "skipped"],
      ["triage", "issue_comment", "skipped"],
    ]);
    await rest.issues.createComment({ ...at, issue_number: pull, body: "/approve" });
    expect(await newRuns()).toEqual([
      ["requests", "issue_comment", "skipped"],
      ["triage", "issue_comment", "success"],
    ]);
    await rest.pulls.update({ ...at, pull_number: pull, body: "My first post." });
    expect(await newRuns()).toEqual([["triage", "pull_request_target", "skipped"]]);
  });

  it("pass the results of checked links from the job that sends requests to the one that may report", async () => {
    runner.schedule("links.yml");
    expect(await newRuns()).toEqual([["links", "schedule", "success"]]);
    const run = runner.runs.at(-1);
    // The links of these posts have reserved domains, so no requests are sent.
    expect(run?.jobs.ask?.outputs).toEqual({ results: '{"asked":0,"found":[]}' });
    expect(run?.jobs.ask?.permissions).toEqual({ contents: "read" });
    expect(run?.jobs.report?.permissions).toEqual({ contents: "read", issues: "write" });
    expect(run && logOf(run)).toContain("0 links have problems.");
  });
});
