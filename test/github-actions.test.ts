import { execFile } from "node:child_process";
import { promisify } from "node:util";
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from "vitest";
import { maxFileBytes } from "../src/board/job/file.ts";
import type { Facts } from "../src/board/review/facts.ts";
import type { Action } from "../src/board/review/plan.ts";
import { noticeTag, statusTag } from "../src/board/review/tags.ts";
import { GitObjects } from "../src/services/git-objects.ts";
import type { Finished } from "../src/services/github/actions/finish-changes.ts";
import { finishChanges } from "../src/services/github/actions/finish-changes.ts";
import type { ActionResult } from "../src/services/github/apply.ts";
import { applyActions } from "../src/services/github/apply.ts";
import type { GitHub } from "../src/services/github/client.ts";
import { factsGatherer } from "../src/services/github/gather.ts";
import { reconcile } from "../src/services/github/reconcile.ts";
import { pullsToReview } from "../src/services/github/sweep.ts";
import type { BoardAtGitHub } from "./board-at-github.ts";
import { postFile, startBoardAtGitHub } from "./board-at-github.ts";
import { exampleConfig, exampleNow } from "./example-job.ts";

const run = promisify(execFile);

let board: BoardAtGitHub;
let number: number;
let head: string;
/** Each test has a different branch and post. */
let branch: string;
let slug: string;
let tests = 0;

beforeAll(async () => {
  board = await startBoardAtGitHub();
});

beforeEach(startTest);

async function startTest(): Promise<void> {
  tests += 1;
  branch = `my-post-${tests}`;
  slug = `2026-11-22-bob-${tests}`;
  number = await board.send("bob", branch, [postFile(slug)]);
  head = (await pullNow()).head.sha;
}

afterEach(() => board.standIn.faults.clear());

afterAll(stopBoard);

async function stopBoard(): Promise<void> {
  const { unknownRequests } = board.standIn;
  await board.stop();
  expect(unknownRequests).toEqual([]);
}

async function pullNow() {
  const { rest, at } = board.as("rita");
  return (await rest.pulls.get({ ...at, pull_number: number })).data;
}

async function commentsNow() {
  const { rest, at } = board.as("rita");
  return (await rest.issues.listComments({ ...at, issue_number: number })).data;
}

function say(login: string, body: string) {
  const { rest, at } = board.as(login);
  return rest.issues.createComment({ ...at, issue_number: number, body });
}

/** Applies actions as the bot, and returns their outcomes. */
async function doAll(
  actions: readonly Action[],
  isStillPlanned = () => true,
  objects = board.objects,
): Promise<ActionResult["outcome"][]> {
  const outcomes: ActionResult["outcome"][] = [];
  const assignment = {
    github: board.as("github-actions[bot]"),
    config: exampleConfig,
    objects,
    pull: { number, head },
    isStillPlanned: () => Promise.resolve(isStillPlanned()),
  };
  for await (const { outcome } of applyActions(actions, assignment)) outcomes.push(outcome);
  return outcomes;
}

/** The names of the requests that changed something since a given time. */
function eventsSince(count: number): string[] {
  return board.standIn.events
    .slice(count)
    .map(({ name, action }) => `${name} ${action ?? ""}`.trim());
}

/** The author and message of the board’s last commit. */
function log(): Promise<string> {
  return lastCommit("%an%n%B");
}

async function parents(): Promise<string[]> {
  return (await lastCommit("%P")).split(" ");
}

async function lastCommit(format: string): Promise<string> {
  const { origin } = board.standIn;
  await run("git", ["-C", board.clone, "fetch", "-q", `${origin}/${board.repository}.git`, "main"]);
  const log = ["log", "-1", `--format=${format}`, "FETCH_HEAD"];
  return (await run("git", ["-C", board.clone, ...log])).stdout.trim();
}

async function tip(): Promise<string> {
  const { rest, at } = board.as("mia");
  return (await rest.git.getRef({ ...at, ref: "heads/main" })).data.object.sha;
}

async function textOnMain(file: string): Promise<string> {
  const { sources: posts } = await board.posts();
  const content = posts.find((post) => post.file === file)?.content;
  return content instanceof Uint8Array ? Buffer.from(content).toString() : String(content?.refused);
}

describe("an action that is applied twice changes something once", () => {
  const actions: Record<string, () => Action | Promise<Action>> = {
    "the title": () => ({ do: "set-title", title: "Add “Developer” at Example GmbH" }),
    "adding a label": () => ({ do: "add-labels", labels: ["waiting"] }),
    "removing a label": async () => {
      const { rest, at } = board.as("rita");
      await rest.issues.addLabels({ ...at, issue_number: number, labels: ["invalid"] });
      return { do: "remove-label", label: "invalid" };
    },
    assigning: () => ({ do: "assign", login: "Rita" }),
    "taking somebody off": async () => {
      const { rest, at } = board.as("rita");
      await rest.issues.addAssignees({ ...at, issue_number: number, assignees: ["rita"] });
      return { do: "unassign", login: "rita" };
    },
    closing: () => ({ do: "close" }),
    "opening again": async () => {
      const { rest, at } = board.as("rita");
      await rest.pulls.update({ ...at, pull_number: number, state: "closed" });
      return { do: "reopen" };
    },
    "changing a post": () => ({
      do: "change-post",
      change: { file: "jobs/2026-11-20-ada.md", set: { featured: true }, title: "Feature a post" },
    }),
    "a reaction": async () => {
      const { data } = await say("rita", "/claim");
      return { do: "react", comment: data.id, reaction: "+1" };
    },
  };

  it.each(Object.entries(actions))("%s", async (_name, make) => {
    const action = await make();
    const before = board.standIn.events.length;
    expect(await doAll([action])).toEqual([{ outcome: "done" }]);
    const first = { pull: await pullNow(), comments: await commentsNow(), log: await log() };
    const between = board.standIn.events.length;
    expect(between).toBeGreaterThan(before - Number(action.do === "react"));
    board.standIn.clock.advance(60_000);
    expect(await doAll([action])).toEqual([
      { outcome: expect.stringMatching(/^(?:done|already)$/) },
    ]);
    const second = { pull: await pullNow(), comments: await commentsNow(), log: await log() };
    expect(second).toEqual(first);
    expect(eventsSince(between)).toEqual([]);
  });
});

describe("the status comment", () => {
  const body = (text: string) => `${text}\n\n${statusTag}`;

  it("is edited in place, or found if the one with the known id was deleted", async () => {
    await doAll([{ do: "write-comment", id: null, body: body("One") }]);
    const [comment] = await commentsNow();
    await doAll([{ do: "write-comment", id: comment?.id ?? 0, body: body("Two") }]);
    await doAll([{ do: "write-comment", id: 999_999, body: body("Three") }]);
    expect((await commentsNow()).map(({ body: text }) => text)).toEqual([body("Three")]);
  });

  it("is posted again if somebody has deleted it", async () => {
    await doAll([{ do: "write-comment", id: null, body: body("One") }]);
    const [comment] = await commentsNow();
    const { rest, at } = board.as("mia");
    await rest.issues.deleteComment({ ...at, comment_id: comment?.id ?? 0 });
    await doAll([{ do: "write-comment", id: comment?.id ?? 0, body: body("Two") }]);
    expect((await commentsNow()).map(({ body: text }) => text)).toEqual([body("Two")]);
  });

  it("is never a comment by others, even with the same tag", async () => {
    // The bot looks for its own comment only if it does not know whether it was posted.
    const path = /\/issues\/\d+\/comments$/;
    await say("bob", body("Mine"));
    board.standIn.faults.failNext({ method: "POST", path, status: 502 });
    await doAll([{ do: "write-comment", id: null, body: body("Ours") }]);
    await say("bob", `Told.\n\n${noticeTag("answer-7")}`);
    board.standIn.faults.failNext({ method: "POST", path, status: 502 });
    await doAll([{ do: "post-comment", key: "answer-7", body: "@bob, look." }]);
    const comments = await commentsNow();
    expect(comments.map(({ user, body: text }) => [user?.login, text])).toEqual([
      ["bob", body("Mine")],
      ["github-actions[bot]", body("Ours")],
      ["bob", `Told.\n\n${noticeTag("answer-7")}`],
      ["github-actions[bot]", `@bob, look.\n\n${noticeTag("answer-7")}`],
    ]);
  });

  it("is posted once even if GitHub’s response is lost", async () => {
    const path = /\/issues\/\d+\/comments$/;
    board.standIn.faults.failNext({ method: "POST", path, status: 502, carriedOut: true });
    expect(await doAll([{ do: "write-comment", id: null, body: body("One") }])).toEqual([
      { outcome: "done" },
    ]);
    board.standIn.faults.failNext({ method: "POST", path, status: 502, carriedOut: true });
    await doAll([{ do: "post-comment", key: "answer-7", body: "@bob, look." }]);
    board.standIn.faults.failNext({ method: "POST", path, status: 502 });
    await doAll([{ do: "post-comment", key: "answer-8", body: "@bob, look." }]);
    expect(await commentsNow()).toHaveLength(3);
  });
});

describe("assigning somebody whom GitHub rejects", () => {
  it("is reported, and the rest is applied", async () => {
    board.standIn.addUser({ login: "stranger" });
    const outcomes = await doAll([
      { do: "assign", login: "stranger" },
      { do: "add-labels", labels: ["claimed"] },
    ]);
    expect(outcomes).toEqual([
      { outcome: "refused", because: expect.stringContaining("Give them a role") },
      { outcome: "done" },
    ]);
  });
});

describe("an action on request that GitHub rejects", () => {
  const asked = { by: "bob", key: "answer-7" };
  const label: Action = { do: "add-labels", labels: ["waiting"] };

  it("is reported with GitHub’s reason, once, and the rest is skipped", async () => {
    const { rest, at } = board.as("rita");
    await rest.pulls.update({ ...at, pull_number: number, state: "closed" });
    const bob = board.as("bob");
    await bob.rest.git.deleteRef({ owner: "bob", repo: at.repo, ref: `heads/${branch}` });
    const reopen: Action = { do: "reopen", asked };
    for (const _ of [1, 2]) {
      expect(await doAll([reopen, label])).toEqual([
        { outcome: "refused", because: `The ${branch} branch has been deleted.` },
      ]);
    }
    const answers = (await commentsNow()).filter(({ body }) => body?.includes("answer-7"));
    expect(answers.map(({ body }) => body)).toEqual([
      expect.stringMatching(/^@bob: This can’t be reopened\. .*branch has been deleted/s),
    ]);
  });

  it("is reported, whatever it is", async () => {
    board.standIn.faults.failNext({ path: /\/pulls\/\d+$/, method: "PATCH", status: 403 });
    expect(await doAll([{ do: "close", asked }, label])).toMatchObject([{ outcome: "refused" }]);
    expect((await commentsNow()).at(-1)?.body).toMatch(/^@bob: Nothing changed, because GitHub/);
  });
});

describe("merging", () => {
  const merge = (): Action => ({ do: "merge", sha: head, approvedBy: "rita", title: "A post" });

  it("creates one commit that says who approved, and publishes the site", async () => {
    const events = board.standIn.events.length;
    const before = await tip();
    await doAll([merge()]);
    expect((await pullNow()).merged).toBe(true);
    expect(await log()).toBe(`bob\nA post (#${number})\n\nApproved-by: rita`);
    expect(await parents()).toEqual([before]);
    expect(eventsSince(events)).toContain("workflow_dispatch");
  });

  it("adds no commit and no text by a stranger to the history", async () => {
    const { rest, at } = board.as("bob");
    const fork = { owner: "bob", repo: at.repo };
    const { data: last } = await rest.git.getCommit({ ...fork, commit_sha: head });
    const words = { message: "Fix it\n\nFixes #1\nApproved-by: mia" };
    const made = { ...fork, ...words, tree: last.tree.sha, parents: [head] };
    const { data: commit } = await rest.git.createCommit(made);
    await rest.git.updateRef({ ...fork, ref: `heads/${branch}`, sha: commit.sha });
    head = commit.sha;
    await doAll([merge()]);
    expect(await log()).toBe(`bob\nA post (#${number})\n\nApproved-by: rita`);
    const { data: all } = await rest.repos.listCommits({ ...at });
    expect(all.map(({ sha }) => sha)).not.toContain(head);
  });

  it("is skipped if it is no longer planned", async () => {
    expect(await doAll([merge(), { do: "add-labels", labels: ["approved"] }], () => false)).toEqual(
      [{ outcome: "overtaken", because: expect.any(String) }],
    );
    expect((await pullNow()).merged).toBe(false);
  });

  it("is skipped if the head was replaced, before the request or during it", async () => {
    const replaced = { outcome: "overtaken", because: "the pull request has new commits" };
    board.standIn.faults.failNext({ path: /\/merge$/, status: 409 });
    expect(await doAll([merge()])).toEqual([replaced]);
    await board.push("bob", branch, [{ path: "README.md", content: "Mine." }]);
    expect(await doAll([merge()])).toEqual([replaced]);
    expect(await commentsNow()).toEqual([]);
  });

  it("is never forced: GitHub’s reason is reported once for each head", async () => {
    const words = 'Required status check "job post" is failing @bob `x`.';
    const { faults } = board.standIn;
    faults.failNext({ path: /\/merge$/, status: 405, body: { message: words }, times: 2 });
    const before = await log();
    const events = board.standIn.events.length;
    const notMerged = [{ outcome: "not-merged", pull: number, head, because: words }];
    const actions: Action[] = [merge(), { do: "add-labels", labels: ["approved"] }];
    expect(await doAll(actions)).toEqual(notMerged);
    expect(await doAll(actions)).toEqual(notMerged);
    expect(await log()).toBe(before);
    expect(eventsSince(events)).not.toContain("workflow_dispatch");
    const comments = await commentsNow();
    expect(comments).toHaveLength(1);
    expect(comments[0]?.body).toContain(`\`\`${words}\`\``);
    expect((await pullNow()).labels).toEqual([]);
  });

  it.each([
    ["Pull Request is not mergeable", "not-merged"],
    ["Base branch was modified. Review and try the merge again.", "overtaken"],
  ])("is tried a few times while GitHub says “%s”", async (message, end) => {
    const { faults } = board.standIn;
    const early = { path: /\/merge$/, status: 405, body: { message } };
    faults.failNext({ ...early, times: 9 });
    expect(await doAll([merge()])).toMatchObject([{ outcome: end }]);
    faults.clear();
    faults.failNext({ ...early, times: 2 });
    expect(await doAll([merge()])).toEqual([{ outcome: "done" }]);
  });

  it("is skipped if it is no longer planned before the second attempt", async () => {
    const body = { message: "Pull Request is not mergeable" };
    board.standIn.faults.failNext({ path: /\/merge$/, status: 405, body });
    const answers = [true, false];
    const outcomes = await doAll([merge()], () => answers.shift() ?? true);
    expect(outcomes).toMatchObject([{ outcome: "overtaken" }]);
    expect((await pullNow()).merged).toBe(false);
  });

  it("counts if somebody has just merged the pull request", async () => {
    const { rest, at } = board.as("mia");
    await rest.pulls.merge({ ...at, pull_number: number });
    const main = await tip();
    expect(await doAll([merge()])).toEqual([{ outcome: "done" }]);
    expect(await tip()).toBe(main);
  });

  it("counts even if GitHub’s response is lost", async () => {
    board.standIn.faults.failNext({ path: /\/merge$/, status: 502, carriedOut: true });
    expect(await doAll([merge()])).toEqual([{ outcome: "done" }]);
    expect((await pullNow()).merged).toBe(true);
  });

  it("says how to publish if that could not be started", async () => {
    board.standIn.faults.failNext({ path: /\/dispatches$/, status: 404 });
    await expect(doAll([merge()])).rejects.toThrow(/Start it by hand: .*\/workflows\/publish\.yml/);
  });
});

describe("changing a post", () => {
  const file = "jobs/2026-11-20-ada.md";
  const closed = { on: "2026-11-22", reason: "removed" } as const;
  const change: Action = {
    do: "change-post",
    change: { file, set: { closed }, title: "Close 2026-11-20-ada" },
  };
  const ownBranch = "board/2026-11-20-ada-closed";

  // It changes something that all tests share.
  beforeEach(async () => {
    await stopBoard();
    board = await startBoardAtGitHub({ git: "real" });
    await startTest();
  });

  afterAll(async () => {
    await stopBoard();
    board = await startBoardAtGitHub();
  });

  it("to feature it is reported to the reviewer if GitHub rejects it", async () => {
    const message = "Resource not accessible by integration";
    const isNewPull = { path: /\/pulls$/, method: "POST" };
    board.standIn.faults.failNext({ ...isNewPull, status: 403, body: { message } });
    const asked = { by: "rita", key: "answer-8" };
    const featured = { file, set: { featured: true }, title: "Feature 2026-11-20-ada" };
    expect(await doAll([{ do: "change-post", change: featured, asked }])).toMatchObject([
      { outcome: "refused", because: `${message}.` },
    ]);
    expect((await commentsNow()).at(-1)?.body).toMatch(
      /^@rita: The post is not featured, because GitHub refused: `Resource not accessible/,
    );
  });

  async function branches(): Promise<string[]> {
    const { rest, at } = board.as("rita");
    const { data } = await rest.repos.listBranches({ ...at });
    return data.map(({ name }) => name);
  }

  async function finishAll(github: GitHub): Promise<Finished[]> {
    const all: Finished[] = [];
    for await (const each of finishChanges(github)) all.push(each);
    return all;
  }

  async function protect(approvals = 0): Promise<void> {
    const { rest, at } = board.as("mia");
    await rest.repos.createRepoRuleset({
      ...at,
      name: "Job board",
      enforcement: "active",
      conditions: { ref_name: { include: ["~DEFAULT_BRANCH"], exclude: [] } },
      rules: [
        {
          type: "pull_request",
          parameters: {
            required_approving_review_count: approvals,
            dismiss_stale_reviews_on_push: false,
            require_code_owner_review: false,
            require_last_push_approval: false,
            required_review_thread_resolution: false,
          },
        },
        {
          type: "required_status_checks",
          parameters: {
            required_status_checks: [{ context: "job post" }],
            strict_required_status_checks_policy: false,
          },
        },
      ],
    });
  }

  it("uses a pull request by the bot, and leaves no branch behind", async () => {
    await protect();
    expect(await doAll([change])).toEqual([{ outcome: "done" }]);
    const [, fields, text] = (await textOnMain(file)).split("---\n");
    expect(fields).toContain("\nclosed: {on: 2026-11-22, reason: removed}\n");
    expect(text).toContain("This post was removed.");
    expect(await log()).toMatch(/^github-actions\[bot\]\nClose 2026-11-20-ada \(#\d+\)$/);
    expect(await parents()).toHaveLength(1);
    expect(await branches()).toEqual(["main"]);
    const { rest, at } = board.as("rita");
    const { data } = await rest.pulls.list({ ...at, state: "closed" });
    expect(data).toMatchObject([
      { title: "Close 2026-11-20-ada", body: `Requested in #${number}.`, head: { ref: ownBranch } },
    ]);
    expect(eventsSince(0).filter((event) => event === "workflow_dispatch")).toHaveLength(1);
  });

  it("starts over on top of what was merged in the meantime", async () => {
    const message = "Base branch was modified. Review and try the merge again.";
    board.standIn.faults.failNext({ path: /\/merge$/, status: 405, body: { message } });
    expect(await doAll([change])).toEqual([{ outcome: "done" }]);
    expect(await branches()).toEqual(["main"]);
  });

  it("is made again if the board changes before it is pushed", async () => {
    const { rest, at } = board.as("mia");
    const { remote } = board.as("github-actions[bot]");
    await using objects = await GitObjects.open(remote, { blobBytes: maxFileBytes });
    const readAll = objects.readAll.bind(objects);
    let merges = 0;
    objects.readAll = async (parameters, options) => {
      const output = await readAll(parameters, options);
      if (parameters[0] !== "fast-import" || merges > 0) return output;
      merges += 1;
      await rest.pulls.merge({ ...at, pull_number: number });
      return output;
    };
    expect(await doAll([change], undefined, objects)).toEqual([{ outcome: "done" }]);
    expect(merges).toBe(1);
    expect(await textOnMain(file)).toContain("closed: {on: 2026-11-22, reason: removed}");
    expect(await textOnMain(`jobs/${slug}.md`)).toBe(postFile(slug).content);
  });

  it("waits if the rules require an approval, says in which pull request, and continues there", async () => {
    await protect(1);
    const { rest, at } = board.as("rita");
    const [waits] = await doAll([change]);
    const { data: own } = await rest.pulls.list({ ...at, head: `${at.owner}:${ownBranch}` });
    const bot = own.find((pull) => pull.head.ref === ownBranch);
    expect(waits).toMatchObject({ outcome: "not-merged", pull: bot?.number, head: bot?.head.sha });
    expect(await doAll([change])).toEqual([waits]);
    expect((await commentsNow()).map(({ body }) => body)).toEqual([
      expect.stringContaining(`This change is ready in #${bot?.number}`),
    ]);
    await rest.pulls.createReview({ ...at, pull_number: bot?.number ?? 0, event: "APPROVE" });
    expect(await doAll([change])).toEqual([{ outcome: "done" }]);
    expect(await branches()).toEqual(["main"]);
  });

  it("is not reviewed as a submission", async () => {
    await protect(1);
    await doAll([change]);
    const github = board.as("github-actions[bot]");
    const { rest, at } = github;
    const { data } = await rest.pulls.list({ ...at, state: "open" });
    const own = data.find(({ head: { ref } }) => ref === ownBranch)?.number ?? 0;
    expect(await pullsToReview(github, "all", exampleNow)).toEqual([number]);
    const { objects, posts } = board;
    const sources = { github, config: exampleConfig, objects, posts, now: () => exampleNow };
    expect(await factsGatherer(sources)(own)).toEqual({ ignored: "own" });
  });

  it.each([
    ["the push", /\/git-receive-pack$/],
    ["pulls", /\/pulls$/],
    ["statuses", /\/statuses\//],
    ["merge", /\/merge$/],
  ])("continues if it was interrupted at %s", async (_name, path) => {
    await protect();
    const method = path.source.includes("merge") ? "PUT" : "POST";
    board.standIn.faults.failNext({ method, path, status: 403 });
    await expect(doAll([change])).rejects.toThrow(/does not allow/);
    // In the meantime, something else is merged.
    const { rest, at } = board.as("mia");
    await rest.repos.createCommitStatus({
      ...at,
      sha: head,
      state: "success",
      context: "job post",
    });
    await rest.pulls.merge({ ...at, pull_number: number });
    expect(await doAll([change])).toEqual([{ outcome: "done" }]);
    expect(await textOnMain(file)).toContain("closed: {on: 2026-11-22, reason: removed}");
    expect(await textOnMain(`jobs/${slug}.md`)).toBe(postFile(slug).content);
    expect(await branches()).toEqual(["main"]);
    const { data } = await rest.pulls.list({ ...at, state: "open" });
    expect(data).toEqual([]);
  });

  it("is finished by the sweep if it was interrupted after the merge", async () => {
    board.standIn.faults.failNext({ path: /\/dispatches$/, status: 404 });
    await expect(doAll([change])).rejects.toThrow(/publishing could not be started/);
    expect(await branches()).toEqual([ownBranch, "main"]);
    const github = board.as("github-actions[bot]");
    expect(await finishAll(github)).toEqual([{ branch: ownBranch }]);
    expect(await finishAll(github)).toEqual([]);
    expect(await branches()).toEqual(["main"]);
    expect(eventsSince(0).filter((event) => event === "workflow_dispatch")).toHaveLength(1);
  });

  it("is finished by the sweep, and applied once, if its branch could not be deleted", async () => {
    board.standIn.faults.failNext({ method: "DELETE", path: /\/git\/refs\//, status: 403 });
    await expect(doAll([change])).rejects.toThrow(/does not allow|integration/);
    expect(await textOnMain(file)).toContain("closed: {on: 2026-11-22, reason: removed}");
    expect(await branches()).toEqual([ownBranch, "main"]);
    const main = await tip();
    expect(await finishAll(board.as("github-actions[bot]"))).toEqual([{ branch: ownBranch }]);
    expect(await branches()).toEqual(["main"]);
    expect(await tip()).toBe(main);
  });

  it("does not block the sweep of others if it cannot be finished", async () => {
    const { rest, at } = board.as("mia");
    for (const name of ["board/a-closed", "board/b-closed"]) {
      const ref = `refs/heads/${name}`;
      await rest.git.createRef({ ...at, ref, sha: await tip() });
      const content = Buffer.from(name).toString("base64");
      const written = { ...at, path: `${name}.txt`, message: name, content, branch: name };
      await rest.repos.createOrUpdateFileContents(written);
      const { data } = await rest.pulls.create({ ...at, title: name, head: name, base: "main" });
      await rest.pulls.merge({ ...at, pull_number: data.number, merge_method: "squash" });
    }
    board.standIn.faults.failNext({ path: /\/dispatches$/, status: 404 });
    const found = await finishAll(board.as("github-actions[bot]"));
    expect(found).toEqual([
      { branch: "board/a-closed", failure: expect.any(Error) },
      { branch: "board/b-closed" },
    ]);
    expect(await branches()).toEqual(["board/a-closed", "main"]);
  });

  it("fails if the repository does not let workflows create pull requests", async () => {
    const { rest, at } = board.as("mia");
    await rest.actions.setGithubActionsDefaultWorkflowPermissionsRepository({
      ...at,
      can_approve_pull_request_reviews: false,
    });
    await expect(doAll([change])).rejects.toThrow(/not permitted to create/);
  });

  it("fails if the post cannot be read", async () => {
    const missing: Action = {
      do: "change-post",
      change: { file: "jobs/2026-01-01-none.md", set: { featured: true }, title: "x" },
    };
    await expect(doAll([missing])).rejects.toThrow(/is not on the board any more/);
  });
});

describe("reconciling a pull request", () => {
  /** Reconciles with the test’s own decision. Returns how often it decided and what was done. */
  async function settleWith(
    rule: (facts: Facts) => Action[],
    afterEachAction: () => Promise<void> = () => Promise.resolve(),
  ) {
    const github = board.as("github-actions[bot]");
    let decisions = 0;
    const steps = reconcile(
      {
        github,
        config: exampleConfig,
        objects: board.objects,
        gather: factsGatherer({
          github,
          config: exampleConfig,
          ...{ objects: board.objects, posts: board.posts },
          now: () => exampleNow,
        }),
        decide(facts) {
          decisions += 1;
          return { kind: { kind: "other" }, status: { state: "draft" }, actions: rule(facts) };
        },
      },
      number,
    );
    const outcomes: ActionResult["outcome"]["outcome"][] = [];
    for await (const step of steps) {
      if (!("outcome" in step)) continue;
      outcomes.push(step.outcome.outcome);
      await afterEachAction();
    }
    return { decisions, outcomes };
  }

  it("gathers facts once, because the result of a plan is known", async () => {
    const both = (): Action[] => [
      { do: "add-labels", labels: ["draft", "waiting"] },
      { do: "set-title", title: "Another title" },
    ];
    expect(await settleWith(both)).toEqual({ decisions: 1, outcomes: ["done", "done"] });
    expect((await pullNow()).labels.map(({ name }) => name)).toEqual(["draft", "waiting"]);
  });

  it("checks again before a merge, and skips it if somebody has changed their mind", async () => {
    let looks = 0;
    const once = ({ pull }: Facts): Action[] => {
      looks += 1;
      const merge: Action = { do: "merge", sha: pull.head, approvedBy: "rita", title: "A post" };
      return looks === 1 ? [merge] : [];
    };
    expect(await settleWith(once)).toEqual({ decisions: 3, outcomes: ["overtaken"] });
    expect((await pullNow()).merged).toBe(false);
  });

  it("skips a merge if the base branch was changed in the meantime", async () => {
    const { rest, at } = board.as("mia");
    const ref = `refs/heads/next-${number}`;
    await rest.git.createRef({ ...at, ref, sha: await tip() });
    const merge = ({ pull }: Facts): Action[] => [
      { do: "close" },
      { do: "reopen" },
      { do: "merge", sha: pull.head, approvedBy: "rita", title: "A post" },
    ];
    const retarget = async () =>
      void (await rest.pulls.update({ ...at, pull_number: number, base: `next-${number}` }));
    const { outcomes } = await settleWith(merge, retarget);
    expect(outcomes).toEqual(["done", "done", "overtaken"]);
    expect((await pullNow()).merged).toBe(false);
  });

  describe("sets labels and reactions", () => {
    let command: number;

    beforeEach(async () => {
      const { rest, at } = board.as("rita");
      command = (await say("rita", "/claim")).data.id;
      await rest.issues.addLabels({ ...at, issue_number: number, labels: ["claimed", "waiting"] });
      await rest.issues.removeLabel({ ...at, issue_number: number, name: "claimed" });
    });

    const marks = (label: string): Action[] => [
      { do: "remove-label", label: "waiting" },
      { do: "add-labels", labels: [label] },
      { do: "react", comment: command, reaction: "+1" },
    ];

    async function usageOf(label: string, more: readonly Action[] = []) {
      const before = board.standIn.usage(board.repository);
      const { outcomes } = await settleWith(() => [...marks(label), ...more]);
      const after = board.standIn.usage(board.repository);
      return {
        outcomes,
        requests: after.restRequests - before.restRequests,
        points: after.graphqlPoints - before.graphqlPoints,
      };
    }

    async function labelsNow() {
      return (await pullNow()).labels.map(({ name }) => name);
    }

    it("with one query", async () => {
      // The requests are for two permissions.
      const usage = { outcomes: ["done", "done", "done"], requests: 2, points: 2 };
      expect(await usageOf("claimed")).toEqual(usage);
      expect(await labelsNow()).toEqual(["claimed"]);
      const { rest, at } = board.as("rita");
      const reactions = await rest.reactions.listForIssueComment({ ...at, comment_id: command });
      expect(reactions.data).toMatchObject([{ content: "+1" }]);
    });

    it("and the status comment with one query", async () => {
      const { rest, at } = board.as("github-actions[bot]");
      const request = { ...at, issue_number: number, body: "Before" };
      const { id } = (await rest.issues.createComment(request)).data;
      const edit: Action = { do: "write-comment", id, body: "After" };
      expect(await usageOf("claimed", [edit])).toMatchObject({ requests: 2, points: 2 });
      const { data } = await rest.issues.getComment({ ...at, comment_id: id });
      expect(data.body).toBe("After");
    });

    it("one by one if the repository does not have a label", async () => {
      const label = `label-${number}`;
      expect(await usageOf(label)).toMatchObject({ requests: 5, points: 1 });
      expect(await labelsNow()).toEqual([label]);
    });

    it("one by one if a comment was deleted in the meantime", async () => {
      const { rest, at } = board.as("mia");
      const rule = (): Action[] => [
        { do: "set-title", title: "Another title" },
        ...marks("claimed"),
      ];
      const { outcomes } = await settleWith(rule, async () => {
        await rest.issues.deleteComment({ ...at, comment_id: command }).catch(() => undefined);
      });
      expect(outcomes).toEqual(["done", "already", "done", "already"]);
      expect(await labelsNow()).toEqual(["claimed"]);
    });
  });

  it("ends after the other actions if GitHub rejects one", async () => {
    board.standIn.addUser({ login: "stranger" });
    const both = (): Action[] => [
      { do: "assign", login: "stranger" },
      { do: "add-labels", labels: ["waiting"] },
    ];
    expect(await settleWith(both)).toEqual({ decisions: 1, outcomes: ["refused", "done"] });
  });

  it("gives up if the pull request changes every time, and says so", async () => {
    const merge = ({ pull }: Facts): Action[] => [
      { do: "merge", sha: pull.head, approvedBy: "rita", title: "A post" },
    ];
    board.standIn.faults.failNext({ path: /\/merge$/, status: 409, times: 99 });
    await expect(settleWith(merge)).rejects.toThrow(/keeps changing\. Nothing was merged/);
  });
});
