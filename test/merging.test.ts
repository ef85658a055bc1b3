import { afterAll, afterEach, beforeAll, describe, expect, it } from "vitest";
import { decide } from "../src/board/review/decide.ts";
import type { ChangedFile, Facts } from "../src/board/review/facts.ts";
import type { Gathered } from "../src/services/github/gather.ts";
import { factsGatherer } from "../src/services/github/gather.ts";
import type { BoardAtGitHub, NewFile } from "./board-at-github.ts";
import { postFile, startBoardAtGitHub } from "./board-at-github.ts";
import { exampleConfig, exampleNow } from "./example-job.ts";
import { jobText } from "./posts-folder.ts";

const halfADay = 12 * 3_600_000;

let board: BoardAtGitHub;

beforeAll(async () => {
  board = await startBoardAtGitHub({ timing: "realistic", git: "real" });
});

afterEach(() => board.standIn.faults.clear());

afterAll(async () => {
  const { unknownRequests } = board.standIn;
  await board.stop();
  expect(unknownRequests).toEqual([]);
});

function gatherAny(
  pull: number,
  { github = board.as("github-actions[bot]"), posts = board.posts } = {},
): Promise<Gathered> {
  const { objects } = board;
  const now = () => exampleNow;
  return factsGatherer({ github, config: exampleConfig, objects, posts, now })(pull);
}

async function gather(...parameters: Parameters<typeof gatherAny>): Promise<Facts> {
  const gathered = await gatherAny(...parameters);
  if ("ignored" in gathered) throw new Error(`It is ignored: ${gathered.ignored}.`);
  return gathered;
}

/** The changes in short, with the texts of posts. */
async function changesOf(number: number) {
  const { pull } = await gather(number);
  expect(pull.changedFiles).toBe(pull.files.length);
  return pull.files.map(({ change, path, content }) => [change, path, textOf(content)]);
}

function textOf(content: ChangedFile["content"]): string | undefined {
  return content instanceof Uint8Array ? Buffer.from(content).toString() : undefined;
}

/** The pull request once GitHub has tested whether it can be merged. */
async function tested(number: number) {
  const { rest, at } = board.as("rita");
  for (;;) {
    const { data } = await rest.pulls.get({ ...at, pull_number: number });
    if (data.mergeable !== null) return data;
  }
}

async function tipOf(owner: string, branch = "main"): Promise<string> {
  const { rest, at } = board.as("mia");
  const ref = { owner, repo: at.repo, ref: `heads/${branch}` };
  return (await rest.git.getRef(ref)).data.object.sha;
}

/** As with GitHub’s button, which is offered once GitHub has tested the merge. */
async function merge(number: number, method: "merge" | "squash" = "squash"): Promise<void> {
  const { rest, at } = board.as("mia");
  await tested(number);
  await rest.pulls.merge({ ...at, pull_number: number, merge_method: method });
}

/** Updates a fork to the board’s latest commit. */
async function sync(login: string): Promise<void> {
  const { rest, at, branch } = board.as(login);
  await rest.repos.createFork(at);
  await rest.repos.mergeUpstream({ owner: login, repo: at.repo, branch });
}

async function sendsAnew(login: string, branch: string, files: readonly NewFile[]) {
  await sync(login);
  return await board.send(login, branch, files);
}

describe("a history that hides changes from GitHub", () => {
  const path = "jobs/2026-11-22-bob-zero.md";
  const text = jobText({ submitted: "2026-11-22", submitted_by: "bob" });
  const closed = jobText({
    submitted: "2026-11-22",
    submitted_by: "bob",
    closed: { on: "2026-11-22", reason: "filled" },
  });
  const hers = postFile("2026-11-22-ada-x", { submitted_by: "ada" });
  const fixed = { path: "scripts/fix.ts", content: "security fix\n" };
  let number: number;

  beforeAll(async () => {
    // A board whose history has merged commits of strangers, as before setup changed the merge method.
    await sync("bob");
    await merge(await sendsAnew("ada", "x", [hers]));
    await merge(await sendsAnew("rob", "fix", [fixed]));
    // With several merge bases, GitHub uses only the newest.
    board.standIn.clock.advance(60_000);
    const own = await board.send("bob", "zero", [{ path, content: text }]);
    const old = await tipOf("bob", "zero");
    const before = await tipOf(board.as("mia").at.owner);
    await merge(own, "merge");
    await sync("bob");
    const { rest, at } = board.as("bob");
    const fork = { owner: "bob", repo: at.repo };
    const { data: tree } = await rest.git.createTree({
      ...fork,
      base_tree: old,
      tree: [{ path, mode: "100644", type: "blob", content: closed }],
    });
    const made = { ...fork, message: "Close it", tree: tree.sha, parents: [before, old] };
    const { data: commit } = await rest.git.createCommit(made);
    await rest.git.createRef({ ...fork, ref: "refs/heads/two", sha: commit.sha });
    const request = { ...at, title: "Close my post", head: "bob:two", base: "main" };
    number = (await rest.pulls.create(request)).data.number;
  });

  it("is judged by everything that a merge would change", async () => {
    const { rest, at } = board.as("mia");
    const { data: shown } = await rest.pulls.listFiles({ ...at, pull_number: number });
    expect(shown.map(({ filename }) => filename)).toEqual([path]);
    const { data: compared } = await rest.repos.compareCommits({
      ...at,
      base: await tipOf(at.owner),
      head: (await tested(number)).merge_commit_sha ?? "",
    });
    expect(compared.files?.map(({ status, filename }) => [status, filename])).toEqual([
      ["removed", hers.path],
      ["modified", path],
      ["removed", fixed.path],
    ]);
    expect(await changesOf(number)).toEqual([
      ["removed", hers.path, undefined],
      ["modified", path, closed],
      ["removed", fixed.path, undefined],
    ]);
  });

  it("is refused, although its author may close the post", async () => {
    const { kind, actions } = decide(await gather(number), exampleConfig);
    expect(kind.kind).toBe("refused");
    expect(actions.map((action) => action.do)).not.toContain("merge");
  });

  it("is judged the same after the board has changed", async () => {
    await merge(await sendsAnew("ada", "moves-on", [postFile("2026-11-22-ada-moves-on")]));
    expect(await changesOf(number)).toHaveLength(3);
    const { rest, at } = board.as("mia");
    await rest.pulls.update({ ...at, pull_number: number, state: "closed" });
  });
});

describe("a test merge with an older board", () => {
  it("shows what it would change now", async () => {
    const post = postFile("2026-11-22-bob-waits");
    const number = await sendsAnew("bob", "waits", [post]);
    const tried = (await tested(number)).merge_commit_sha;
    await merge(await sendsAnew("ada", "first", [postFile("2026-11-22-ada-first")]));
    expect((await tested(number)).merge_commit_sha).toBe(tried);
    expect(await changesOf(number)).toEqual([["added", post.path, post.content]]);
    board.standIn.clock.advance(halfADay);
    expect(await changesOf(number)).toEqual([["added", post.path, post.content]]);
    expect((await tested(number)).merge_commit_sha).not.toBe(tried);
  });

  it("leaves out what the board has gained in the meantime", async () => {
    const shared = postFile("2026-11-22-shared");
    const own = postFile("2026-11-22-own");
    const number = await sendsAnew("bob", "shared", [shared, own]);
    await tested(number);
    await merge(await sendsAnew("ada", "shared", [shared]));
    expect(await changesOf(number)).toEqual([["added", own.path, own.content]]);
  });

  it("combines two changes into one text, even if each is valid alone", async () => {
    const text = jobText({ submitted: "2026-11-22", submitted_by: "bob" });
    const path = "jobs/2026-11-22-bob-twice.md";
    const added = await sendsAnew("bob", "twice", [{ path, content: text }]);
    await merge(added);
    const senior = "\nseniority: senior\n";
    const one = text.replace("\ncompany:", `${senior}company:`);
    const other = text.replace("\nsubmitted:", `${senior}submitted:`);
    const first = await sendsAnew("bob", "one", [{ path, content: one }]);
    const second = await sendsAnew("bob", "other", [{ path, content: other }]);
    for (const number of [first, second]) {
      expect(decide(await gather(number), exampleConfig).status.state).toBe("waiting");
    }
    await merge(first);
    const both = one.replace("\nsubmitted:", `${senior}submitted:`);
    expect(await changesOf(second)).toEqual([["modified", path, both]]);
    expect(decide(await gather(second), exampleConfig).status.state).toBe("invalid");
    // GitHub’s merge has the same text.
    board.standIn.clock.advance(halfADay);
    expect(await changesOf(second)).toEqual([["modified", path, both]]);
  });

  it("finds a file where the board has moved it", async () => {
    const path = "jobs/2026-11-22-bob-archived.md";
    const archived = "jobs/archive/2026/11/2026-11-22-bob-archived.md";
    const text = jobText({ submitted_by: "bob" });
    const added = await sendsAnew("bob", "archived", [{ path, content: text }]);
    await merge(added);
    const edited = text.replace("title: ", "title: Senior ");
    const number = await sendsAnew("bob", "edit", [{ path, content: edited }]);
    await tested(number);
    await sync("rita");
    await board.push("rita", "archive", [
      { path, content: null },
      { path: archived, content: text },
    ]);
    const { rest, at } = board.as("rita");
    const request = { ...at, title: "Archive", head: "rita:archive", base: "main" };
    await merge((await rest.pulls.create(request)).data.number);
    expect((await tested(number)).mergeable).toBe(true);
    expect(await changesOf(number)).toEqual([["modified", archived, edited]]);
  });
});

describe("a merge that GitHub has not tested yet", () => {
  it("is checked anyway, and left to GitHub", async () => {
    const post = postFile("2026-11-22-bob-unknown");
    const number = await sendsAnew("bob", "unknown", [post]);
    const github = board.as("github-actions[bot]");
    const graphql: typeof github.graphql = async (query, variables) => {
      const answer = JSON.stringify(await github.graphql<never>(query, variables));
      return JSON.parse(answer.replace('"mergeable":"MERGEABLE"', '"mergeable":"UNKNOWN"'));
    };
    const { pull } = await gather(number, { github: { ...github, graphql } });
    expect(pull.mergeable).toBeNull();
    expect(pull.files).toMatchObject([{ path: post.path, change: "added" }]);
  });
});

describe("a board that changes while it is read", () => {
  it("is read again, so that posts and changes match", async () => {
    const post = postFile("2026-11-22-bob-meanwhile");
    const number = await sendsAnew("bob", "meanwhile", [post]);
    const other = postFile("2026-11-22-ada-meanwhile");
    const theirs = await sendsAnew("ada", "meanwhile", [other]);
    let readings = 0;
    const facts = await gather(number, {
      async posts() {
        readings += 1;
        if (readings === 1) await merge(theirs);
        return await board.posts();
      },
    });
    expect(readings).toBe(2);
    expect(facts.posts.map(({ file }) => file)).toContain(other.path);
    expect(facts.pull.files.map((file) => file.path)).toEqual([post.path]);
  });
});

describe("a pull request into another branch", () => {
  const retarget = async (number: number, base: string) => {
    const { rest, at } = board.as("mia");
    await rest.pulls.update({ ...at, pull_number: number, base });
  };

  it("is ignored", async () => {
    const { rest, at } = board.as("mia");
    await rest.git.createRef({ ...at, ref: "refs/heads/next", sha: await tipOf(at.owner) });
    const number = await sendsAnew("bob", "flips", [
      postFile("2026-11-22-bob-flips"),
      { path: "scripts/x.ts", content: "1\n" },
    ]);
    await retarget(number, "next");
    expect(await gatherAny(number)).toEqual({ ignored: "other-branch", base: "next" });
    await retarget(number, "main");
    expect((await gather(number)).pull.files).toHaveLength(2);
  });
});
