import { randomBytes } from "node:crypto";
import { afterAll, afterEach, beforeAll, describe, expect, it } from "vitest";
import { maxFileBytes } from "../src/board/job/file.ts";
import type { Facts } from "../src/board/review/facts.ts";
import { boardConfig } from "../src/board.config.ts";
import { GitObjects } from "../src/services/git-objects.ts";
import type { GitHub } from "../src/services/github/client.ts";
import { connectGitHub } from "../src/services/github/client.ts";
import { readAtMost } from "../src/services/github/facts/changed-files.ts";
import { commitStatusReader } from "../src/services/github/facts/commit-statuses.ts";
import type { Gathered } from "../src/services/github/gather.ts";
import { factsGatherer } from "../src/services/github/gather.ts";
import type { BoardAtGitHub, NewFile } from "./board-at-github.ts";
import { firstPosts, postFile, startBoardAtGitHub } from "./board-at-github.ts";
import { exampleConfig, exampleNow } from "./example-job.ts";

const bot = "github-actions[bot]";

let board: BoardAtGitHub;

beforeAll(async () => {
  board = await startBoardAtGitHub();
});

/** The bot's client after the board has got an app of its own. */
function asApp(): GitHub {
  const { standIn, repository } = board;
  const app = { id: 77, slug: "example-jobs", clientId: "Iv23li", privateKey: "the key" };
  const permissions = { issues: "write", "pull-requests": "write", statuses: "write" } as const;
  standIn.addApp(repository, { ...app, permissions });
  const { token } = standIn.appToken(app, permissions);
  const access = { apiUrl: standIn.apiUrl, serverUrl: standIn.origin, token };
  const setting = { login: `${app.slug}[bot]`, id: app.id };
  return connectGitHub(access, { ...boardConfig.repository, app: setting }, { retryDelay: 1 });
}

afterAll(stopBoard);

async function stopBoard(): Promise<void> {
  const { unknownRequests } = board.standIn;
  await board.stop();
  expect(unknownRequests).toEqual([]);
}

// Each situation has a separate board.
afterEach(async () => {
  board.standIn.faults.clear();
  const { rest, at } = board.as("mia");
  for (const { number } of (await rest.pulls.list({ ...at, per_page: 100 })).data) {
    await rest.pulls.update({ ...at, pull_number: number, state: "closed" });
  }
});

function gatherer(github = board.as(bot), objects = board.objects) {
  const { posts } = board;
  const sources = { config: exampleConfig, objects, posts, now: () => exampleNow };
  const gatherAny = factsGatherer({ ...sources, github });
  return async (pull: number): Promise<Extract<Gathered, Facts>> => {
    const gathered = await gatherAny(pull);
    if ("ignored" in gathered) throw new Error(`It is ignored: ${gathered.ignored}.`);
    return gathered;
  };
}

function gather(pull: number): Promise<Extract<Gathered, Facts>> {
  return gatherer()(pull);
}

function bytes(text: string): Uint8Array {
  return new Uint8Array(Buffer.from(text));
}

async function tipOf(owner: string, branch = "main"): Promise<string> {
  const { rest, at } = board.as("mia");
  const ref = { owner, repo: at.repo, ref: `heads/${branch}` };
  return (await rest.git.getRef(ref)).data.object.sha;
}

/** Merges files into the board’s branch. Returns the number of their pull request. */
async function merged(login: string, branch: string, files: readonly NewFile[]): Promise<number> {
  const { rest, at } = board.as("mia");
  const number = await board.send(login, branch, files);
  await rest.pulls.merge({ ...at, pull_number: number, merge_method: "squash" });
  return number;
}

/** Updates a fork to the board’s latest commit. */
async function sync(login: string): Promise<void> {
  const { rest, at, branch } = board.as(login);
  await rest.repos.createFork(at);
  await rest.repos.mergeUpstream({ owner: login, repo: at.repo, branch });
}

/** A pull request by bob that adds a file that somebody else has added in the meantime. */
async function conflicting(path: string, branch: string): Promise<number> {
  const number = await board.send("bob", branch, [{ path, content: "Mine." }]);
  await merged("ada", branch, [{ path, content: "Hers.\n" }]);
  return number;
}

/** The paths of the requests that gathering sends. */
async function asked(number: number, gatherFacts = gatherer()): Promise<string[]> {
  const paths: string[] = [];
  // The client looks up the global `fetch` for each request.
  const { fetch } = globalThis;
  globalThis.fetch = (input, init) => {
    paths.push(new URL(String(input)).pathname);
    return fetch(input, init);
  };
  try {
    await gatherFacts(number);
  } finally {
    globalThis.fetch = fetch;
  }
  return paths;
}

function second(): void {
  board.standIn.clock.advance(1000);
}

describe("a pull request", () => {
  it("is gathered with all comments, reviews and events", async () => {
    const post = postFile("2026-11-22-bob", { submitted_by: "bob" });
    const number = await board.send("bob", "my-post-1", [post], "My post");
    const { rest: rita, at } = board.as("rita");
    const { rest: bots } = board.as(bot);
    const issue = { ...at, issue_number: number };
    second();
    await rita.issues.addAssignees({ ...issue, assignees: ["rita"] });
    const { data: command } = await rita.issues.createComment({ ...issue, body: "/claim" });
    const { data: remark } = await rita.issues.createComment({ ...issue, body: "Nice." });
    second();
    await rita.issues.updateComment({ ...at, comment_id: remark.id, body: "Very nice." });
    await bots.reactions.createForIssueComment({ ...at, comment_id: command.id, content: "+1" });
    await rita.reactions.createForIssueComment({
      ...at,
      comment_id: command.id,
      content: "confused",
    });
    await bots.issues.addLabels({ ...issue, labels: ["waiting"] });
    const first = (await rita.pulls.get({ ...at, pull_number: number })).data.head.sha;
    const status = { ...at, sha: first, state: "success", description: "Fine" } as const;
    await bots.repos.createCommitStatus({ ...status, context: "job post" });
    await rita.pulls.createReview({
      ...at,
      pull_number: number,
      event: "REQUEST_CHANGES",
      body: "Say more.",
    });
    second();
    const changed = { ...post, content: `${post.content}\nMore.\n` };
    const head = await board.push("bob", "my-post-1", [changed]);
    await bots.repos.createCommitStatus({ ...status, sha: head, context: "job post" });
    await bots.repos.createCommitStatus({ ...status, sha: head, context: "something else" });
    await board
      .as("rob")
      .rest.repos.createCommitStatus({ ...status, sha: head, context: "job post" });
    await rita.pulls.update({ ...at, pull_number: number, state: "closed" });
    second();
    await rita.pulls.update({ ...at, pull_number: number, state: "open" });

    const { pull, nodeIds, ...facts } = await gather(number);

    const at0 = "2026-11-22T12:00:00Z";
    const id = expect.any(Number);
    expect(pull).toEqual({
      number,
      title: "My post",
      state: "open",
      draft: false,
      author: { login: "bob", id },
      head,
      branch: "my-post-1",
      mergeable: true,
      openedAt: at0,
      mergedBy: null,
      labels: ["waiting"],
      assignees: ["rita"],
      changedFiles: 1,
      files: [
        {
          path: post.path,
          change: "added",
          mode: "100644",
          content: new Uint8Array(Buffer.from(changed.content)),
        },
      ],
      commits: [
        { sha: first, author: "bob" },
        { sha: head, author: "bob" },
      ],
      comments: [
        {
          id: command.id,
          author: "rita",
          body: "/claim",
          at: "2026-11-22T12:00:01Z",
          edited: false,
          reactions: ["+1"],
        },
        {
          id: remark.id,
          author: "rita",
          body: "Very nice.",
          at: "2026-11-22T12:00:01Z",
          edited: true,
          reactions: [],
        },
      ],
      reviews: [
        {
          id,
          author: "rita",
          state: "changes-requested",
          body: "Say more.",
          sha: first,
          at: "2026-11-22T12:00:02Z",
        },
      ],
      events: [
        { id, event: "assigned", actor: "rita", assignee: "rita", at: "2026-11-22T12:00:01Z" },
        { id, event: "closed", actor: "rita", at: "2026-11-22T12:00:03Z" },
        { id, event: "reopened", actor: "rita", at: "2026-11-22T12:00:04Z" },
      ],
      // Reviews of the earlier text no longer count.
      commitStatuses: [
        { id, sha: head, state: "success", description: "Fine", at: "2026-11-22T12:00:03Z" },
      ],
    });
    expect([...(nodeIds?.comments.keys() ?? [])]).toEqual(pull.comments.map(({ id: of }) => of));
    expect(nodeIds?.labels.has("waiting")).toBe(true);
    expect(facts).toEqual({
      now: exampleNow,
      bot: "github-actions[bot]",
      permissions: { bob: "read", rita: "write" },
      others: [],
      duplicateHead: null,
      addedBy: null,
      posts: Object.entries(firstPosts).map(([file, content]) => ({
        file,
        content: Buffer.from(content),
      })),
    });
  });

  it("includes the permissions and roles of people who may decide", async () => {
    const { standIn, repository } = board;
    standIn.addUser({ login: "Tom" });
    standIn.setRole(repository, "Tom", "triage");
    standIn.addUser({ login: "Max" });
    standIn.setRole(repository, "Max", "maintain");
    standIn.addUser({ login: "chatty" });
    const number = await board.send("bob", "my-post-2", [postFile("2026-11-22-bob")]);
    const say = (login: string, body: string) => {
      const { rest, at } = board.as(login);
      return rest.issues.createComment({ ...at, issue_number: number, body });
    };
    await say("Tom", "/claim");
    await say("mia", "/approve");
    await say("chatty", "I like it.");
    const { rest, at } = board.as("Max");
    await rest.pulls.createReview({ ...at, pull_number: number, event: "COMMENT", body: "Hm." });
    expect((await gather(number)).permissions).toEqual({
      bob: "read",
      max: "maintain",
      mia: "admin",
      tom: "triage",
    });
  });

  it("is read even if its fork was deleted", async () => {
    const number = await board.send("bob", "my-post-3", [postFile("2026-11-22-bob")]);
    const { rest, at } = board.as("bob");
    await rest.repos.delete({ owner: "bob", repo: at.repo });
    const { pull } = await gather(number);
    expect(pull.files).toMatchObject([{ mode: "100644", content: expect.any(Uint8Array) }]);
  });

  it("has one head, even if that is replaced during reading", async () => {
    const post = postFile("2026-11-22-bob");
    const number = await board.send("bob", "my-post-4", [post]);
    const github = board.as(bot);
    const graphql: typeof github.graphql = async (query, variables) => {
      const answer = await github.graphql<never>(query, variables);
      second();
      await board.push("bob", "my-post-4", [{ path: "README.md", content: "Mine." }]);
      return answer;
    };
    const head = await tipOf("bob", "my-post-4");
    const { pull } = await gatherer({ ...github, graphql })(number);
    expect(pull.head).toBe(head);
    expect(pull.files.map(({ path }) => path)).toEqual([post.path]);
    expect(pull.commits).toHaveLength(1);
  });

  it("is read with complete lists, and again if it changes in between", async () => {
    const number = await board.send("bob", "long", [postFile("2026-11-22-long")]);
    const { rest, at } = board.as("ada");
    const say = (body: string) => rest.issues.createComment({ ...at, issue_number: number, body });
    for (let count = 1; count <= 101; count += 1) await say(`Remark ${count}`);
    const github = board.as(bot);
    let queries = 0;
    const graphql: typeof github.graphql = async (query, variables) => {
      queries += 1;
      if (queries === 2) {
        second();
        await say("The last");
      }
      return await github.graphql(query, variables);
    };
    const { comments } = (await gatherer({ ...github, graphql })(number)).pull;
    expect([queries, comments.length, comments.at(-1)?.body]).toEqual([4, 102, "The last"]);
  });
});

describe("the files of a pull request", () => {
  const restart = async (git: "near" | "real") => {
    await stopBoard();
    board = await startBoardAtGitHub({ git });
  };

  beforeAll(() => restart("real"));

  afterAll(() => restart("near"));

  it("are those of the last commit if there are conflicts", async () => {
    const path = "jobs/2026-11-21-both.md";
    const number = await conflicting(path, "list");
    const { pull } = await gather(number);
    expect(pull).toMatchObject({
      mergeable: false,
      files: [{ path, change: "added", mode: "100644", content: bytes("Mine.") }],
    });
  });

  it("are not read if they are links", async () => {
    const link = {
      path: "jobs/2026-11-22-link.md",
      content: "/etc/passwd",
      mode: "120000",
    } as const;
    const program = { ...postFile("2026-11-22-program"), mode: "100755" as const };
    const number = await board.send("bob", "links", [link, program]);
    expect((await gather(number)).pull.files).toEqual([
      {
        path: link.path,
        change: "added",
        mode: "120000",
        content: { refused: "is not an ordinary file, but a link or something else" },
      },
      {
        path: program.path,
        change: "added",
        mode: "100755",
        content: new Uint8Array(Buffer.from(program.content)),
      },
    ]);
  });

  it("are not read if they are too large", async () => {
    const large = { path: "jobs/2026-11-22-large.md", content: "x".repeat(maxFileBytes + 100) };
    const number = await board.send("bob", "large", [large]);
    const [file] = (await gather(number)).pull.files;
    expect(file?.content).toEqual(new Uint8Array(maxFileBytes + 1));
  });

  it("are read only if they may be posts", async () => {
    const files = [
      { path: ".github/workflows/evil.yml", content: "on: push" },
      { path: "jobs/deep/er/2026-11-22-x.md", content: "boom" },
      { path: "jobs/evil.11ty.js", content: "boom()" },
      { path: "src/a.md", content: "boom" },
    ];
    const number = await board.send("bob", "evil", files);
    expect((await gather(number)).pull.files).toEqual(
      files.map(({ path }) => ({ path, change: "added", mode: "100644" })),
    );
  });

  it("are all listed with their modes, but only a limited number is read", async () => {
    const files = Array.from({ length: 500 }, (_, index) => ({
      path: `jobs/2026-11-22-${String(index).padStart(3, "0")}.md`,
      content: "x",
    }));
    const number = await board.send("bob", "many", files);
    const { pull } = await gather(number);
    expect(pull.changedFiles).toBe(500);
    expect(pull.files.map(({ path, mode }) => [path, mode])).toEqual(
      files.map(({ path }) => [path, "100644"]),
    );
    const { ofSenders } = readAtMost;
    expect(pull.files.filter(({ content }) => content instanceof Uint8Array)).toHaveLength(
      ofSenders,
    );
    expect(pull.files.at(-1)?.content).toEqual({
      refused: `was not read, because the pull request changes more than ${ofSenders} posts`,
    });
  });

  it("are read if a maintainer archives many posts at once, merged or not", async () => {
    const files = Array.from({ length: 52 }, (_, index) => ({
      path: `jobs/archive/2026/01/2026-01-10-old-${index}.md`,
      content: `Old ${index}`,
    }));
    const number = await board.send("rita", "archive", files);
    const all = files.map(({ path, content }) => ({
      path,
      change: "added",
      mode: "100644",
      content: bytes(content),
    }));
    const byPath = (facts: Facts) =>
      facts.pull.files.toSorted((a, b) => (a.path < b.path ? -1 : 1));
    all.sort((a, b) => (a.path < b.path ? -1 : 1));
    expect(byPath(await gather(number))).toEqual(all);
    const { rest, at } = board.as("mia");
    await rest.pulls.update({ ...at, pull_number: number, state: "closed" });
    expect(byPath(await gather(number))).toEqual(all);
  });

  it("include former paths and deleted files", async () => {
    const [ada = "", old = ""] = Object.keys(firstPosts);
    const number = await board.send("ada", "move", [
      { path: "jobs/2026-11-20-moved.md", content: firstPosts[ada] ?? "" },
    ]);
    await board.push("ada", "move", [
      { path: ada, content: null },
      { path: old, content: null },
    ]);
    const { pull } = await gather(number);
    expect(pull.files).toEqual([
      expect.objectContaining({
        path: "jobs/2026-11-20-moved.md",
        change: "renamed",
        previousPath: ada,
        mode: "100644",
      }),
      { path: old, change: "removed" },
    ]);
  });

  it("are too many beyond 3,000", async () => {
    const number = await board.send("bob", "thousands", [{ path: "a.txt", content: "a" }]);
    const { rest, at } = board.as("bob");
    const fork = { owner: "bob", repo: at.repo };
    const { data: blob } = await rest.git.createBlob({ ...fork, content: "x" });
    const { data: tree } = await rest.git.createTree({
      ...fork,
      base_tree: await tipOf("bob", "thousands"),
      tree: Array.from({ length: 3000 }, (_, index) => ({
        ...({ path: `docs/${index}.txt`, mode: "100644", type: "blob", sha: blob.sha } as const),
      })),
    });
    const { data: commit } = await rest.git.createCommit({
      ...{ ...fork, message: "Add more", tree: tree.sha },
      parents: [await tipOf("bob", "thousands")],
    });
    await rest.git.updateRef({ ...fork, ref: "heads/thousands", sha: commit.sha });
    const { pull } = await gather(number);
    expect([pull.files.length, pull.changedFiles]).toEqual([3000, 3001]);
  });

  it("are unknown if its commits are larger than the limit", async () => {
    const noise = () => randomBytes(20_000).toString("hex");
    const files = [1, 2, 3, 4].map((name) => ({ path: `${name}.txt`, content: noise() }));
    const number = await board.send("bob", "heavy", files);
    const limits = { blobBytes: maxFileBytes, fileBytes: 60_000 };
    await using objects = await GitObjects.open(board.as(bot).remote, limits);
    const { pull } = await gatherer(board.as(bot), objects)(number);
    expect(pull).toMatchObject({ files: [], changedFiles: 4, isTooLarge: true });
    expect((await gather(number)).pull).not.toHaveProperty("isTooLarge");
  });

  it("need no extra request", async () => {
    const number = await board.send("bob", "free", [postFile("2026-11-22-free")]);
    const paths = await asked(number);
    expect(paths.filter((path) => /\/(files|git|compare|contents)\b/.test(path))).toEqual([]);
  });
});

describe("other submissions", () => {
  it("are those that are open, were opened before, and add one post", async () => {
    const first = postFile("2026-11-22-first", { title: "First" });
    const text = first.content;
    const one = await board.send("ada", "one", [first]);
    const closed = await board.send("ada", "two", [postFile("2026-11-22-second")]);
    await board.send("ada", "three", [postFile("2026-11-22-a"), postFile("2026-11-22-b")]);
    await board.send("ada", "four", [{ path: "README.md", content: "Hello." }]);
    const { rest, at } = board.as("ada");
    await rest.pulls.update({ ...at, pull_number: closed, state: "closed" });
    const number = await board.send("bob", "my-post-5", [postFile("2026-11-22-bob")]);
    await board.send("ada", "later", [postFile("2026-11-22-later")]);

    const gatherFacts = gatherer();
    const content = new TextEncoder().encode(text);
    const others = [{ number: one, author: "ada", path: "jobs/2026-11-22-first.md", content }];
    expect((await gatherFacts(number)).others).toEqual(others);
    expect((await gatherFacts(one)).others).toEqual([]);
  });
});

describe("the duplicate of a head", () => {
  it("is the first open pull request with the same head, into any branch", async () => {
    const post = postFile("2026-11-22-twin");
    const first = await board.send("ada", "twin", [post]);
    const head = await tipOf("ada", "twin");
    const { rest, at } = board.as("mia");
    await rest.git.createRef({ ...at, ref: "refs/heads/next", sha: await tipOf(at.owner) });
    await rest.pulls.update({ ...at, pull_number: first, base: "next" });
    const { rest: bobs } = board.as("bob");
    await sync("bob");
    const ref = { owner: "bob", repo: at.repo, ref: "refs/heads/twin", sha: head };
    await bobs.git.createRef(ref);
    const request = { ...at, title: "Mine", head: "bob:twin", base: "main" };
    const { data } = await bobs.pulls.create(request);
    expect(await gather(data.number)).toMatchObject({ duplicateHead: first, others: [] });
    await rest.pulls.update({ ...at, pull_number: first, base: "main" });
    expect((await gather(data.number)).duplicateHead).toBe(first);
    expect((await gather(first)).duplicateHead).toBeNull();
    await rest.pulls.update({ ...at, pull_number: first, state: "closed" });
    expect((await gather(data.number)).duplicateHead).toBeNull();
  });
});

describe("the submitter of a post", () => {
  const post = postFile("2026-11-21-bob", { submitted_by: "bob" });
  const addedBy = async (path: string, branch: string) => {
    const edit = await board.send("ada", branch, [{ path, content: `Mine: ${branch}.` }]);
    return (await gather(edit)).addedBy;
  };

  it("is the author of the merged pull request, with account id", async () => {
    await merged("bob", "new", [post]);
    await sync("ada");
    await merged("ada", "fix", [{ ...post, content: `${post.content}\n.\n` }]);
    await sync("ada");
    expect(await addedBy(post.path, "edit")).toEqual({ login: "bob", id: expect.any(Number) });
  });

  it("is unknown if it came without a pull request", async () => {
    const [path = ""] = Object.keys(firstPosts);
    expect(await addedBy(path, "edit-first")).toBeNull();
  });

  it("is not somebody whose branch only has the same commits", async () => {
    const { rest, at } = board.as("mia");
    const junk = await board.send("bob", "junk", [{ path: "notes.txt", content: "x" }]);
    const hers = postFile("2026-11-21-hers", { submitted_by: "ada" });
    const number = await board.send("ada", "hers", [hers]);
    const sha = await tipOf("ada", "hers");
    const ref = { owner: "bob", repo: at.repo, ref: "heads/junk", sha, force: true };
    await board.as("bob").rest.git.updateRef(ref);
    // As on boards where setup was not run again.
    await rest.pulls.merge({ ...at, pull_number: number, merge_method: "merge" });
    expect((await rest.pulls.get({ ...at, pull_number: junk })).data.merged).toBe(true);
    await sync("ada");
    expect(await addedBy(hers.path, "edit-hers")).toBeNull();
  });

  it("is the last one who added it, if it was removed in between", async () => {
    const again = postFile("2026-11-21-again", { submitted_by: "bob" });
    await sync("bob");
    await merged("bob", "once", [again]);
    await sync("rita");
    await board.push("rita", "gone", [{ path: again.path, content: null }]);
    const { rest, at } = board.as("rita");
    const request = { ...at, title: "Take it away", head: "rita:gone", base: "main" };
    const { data } = await rest.pulls.create(request);
    await rest.pulls.merge({ ...at, pull_number: data.number, merge_method: "squash" });
    await sync("ada");
    await merged("ada", "twice", [again]);
    await sync("ada");
    expect(await addedBy(again.path, "edit-again")).toMatchObject({ login: "ada" });
  });
});

describe("the statuses of a commit", () => {
  it("are requested if it has any by the bot, and again if there is a newer one", async () => {
    const number = await board.send("bob", "statuses", [postFile("2026-11-22-statuses")]);
    const sha = await tipOf("bob", "statuses");
    const set = async (login: string, context: string) => {
      const { rest, at } = board.as(login);
      await rest.repos.createCommitStatus({ ...at, sha, state: "success", context });
    };
    const gatherFacts = gatherer();
    const times = async () =>
      (await asked(number, gatherFacts)).filter((path) => /statuses/.test(path)).length;
    await set(bot, "something else");
    expect(await times()).toBe(0);
    await set(bot, "job post");
    expect([await times(), await times()]).toEqual([1, 0]);
    await set("rob", "job post");
    expect([await times(), await times()]).toEqual([1, 0]);
    const { commitStatuses } = (await gatherFacts(number)).pull;
    expect(commitStatuses).toEqual([expect.objectContaining({ sha, state: "success" })]);
    // GitHub lists the first 250 commits, which may be all but the head.
    const unlisted = commitStatusReader(board.as(bot))([sha], new Map());
    expect(await unlisted).toEqual(commitStatuses);
  });
});

describe("a busy pull request", () => {
  it("takes no more requests, whatever strangers do", async () => {
    const number = await board.send("bob", "busy", [postFile("2026-11-22-busy")]);
    const before = await asked(number);
    const say = async (login: string, body: string) => {
      const { rest, at } = board.as(login);
      const { data } = await rest.issues.createComment({ ...at, issue_number: number, body });
      const reaction = { ...at, comment_id: data.id, content: "+1" as const };
      await rest.reactions.createForIssueComment(reaction);
    };
    for (let count = 0; count < 5; count += 1) {
      await say("bob", "/claim");
      await say("ada", "/approve");
      await say("ada", "/etc");
    }
    for (let count = 0; count < 5; count += 1) {
      const text = `More ${count}.\n`;
      const files = [postFile("2026-11-22-busy"), { path: "x", content: text }];
      const sha = await board.push("bob", "busy", files);
      const { rest, at } = board.as(bot);
      const status = { ...at, sha, state: "pending", context: "job post" } as const;
      await rest.repos.createCommitStatus(status);
    }
    const after = await asked(number);
    expect(after.filter((path) => /reactions/.test(path))).toEqual([]);
    expect(after.filter((path) => /statuses/.test(path))).toHaveLength(1);
    // Only ada’s id and login.
    const permissions = (paths: string[]) => paths.filter((path) => /permission/.test(path));
    expect(permissions(after)).toHaveLength(permissions(before).length + 1);
  });

  it("is gathered with the reactions to its author's and reviewers' commands", async () => {
    const number = await board.send("bob", "heard", [postFile("2026-11-22-heard")]);
    const bots = board.as(bot);
    for (const [login, body] of [
      ["bob", "/reopen"],
      ["rita", "/claim"],
    ] as const) {
      const { rest, at } = board.as(login);
      const { data } = await rest.issues.createComment({ ...at, issue_number: number, body });
      const reaction = { ...at, comment_id: data.id, content: "confused" as const };
      await bots.rest.reactions.createForIssueComment(reaction);
    }
    const { comments } = (await gather(number)).pull;
    expect(comments.map(({ reactions }) => reactions)).toEqual([["confused"], ["confused"]]);
  });

  it("is not gathered if that takes too many requests, with a clear message", async () => {
    const number = await board.send("bob", "endless", [postFile("2026-11-22-endless")]);
    const github = board.as(bot);
    github.allowance.left = 1;
    await expect(gatherer(github)(number)).rejects.toThrow(/too many requests to GitHub/);
    github.allowance.left = 100;
    expect((await gatherer(github)(number)).pull.number).toBe(number);
  });

  it("is gathered with the commit statuses before a reviewer's own commit", async () => {
    const post = postFile("2026-11-22-fixed");
    const number = await board.send("bob", "fixed", [post]);
    const { rest, at } = board.as("rita");
    const commitStatus = async () => {
      const sha = await tipOf("bob", "fixed");
      const status = { ...at, sha, state: "success", context: "job post" } as const;
      await board.as(bot).rest.repos.createCommitStatus(status);
      return sha;
    };
    await commitStatus();
    await board.push("bob", "fixed", [{ ...post, content: `${post.content}\nMore.\n` }]);
    const theirs = await commitStatus();
    const fork = { owner: "bob", repo: at.repo };
    const { data: before } = await rest.git.getCommit({ ...fork, commit_sha: theirs });
    const { data: commit } = await board.as("bob").rest.git.createCommit({
      ...fork,
      message: "Fix it",
      tree: before.tree.sha,
      parents: [theirs],
      author: { name: "Rita", email: "rita@users.noreply.github.com" },
    });
    const ref = { ...fork, ref: "heads/fixed", sha: commit.sha };
    await board.as("bob").rest.git.updateRef(ref);
    const head = await commitStatus();
    const { commitStatuses, commits } = (await gather(number)).pull;
    expect(commits.map(({ author }) => author)).toEqual(["bob", "bob", "rita"]);
    expect(commitStatuses.map(({ sha }) => sha)).toEqual([theirs, head]);
  });
});

describe("a bot that has got an app of its own", () => {
  it("knows what it wrote before as its own, and what it has written as the app", async () => {
    const number = await board.send("bob", "moved", [postFile("2026-11-22-moved")]);
    const { rest, at } = board.as("rita");
    const command = { ...at, issue_number: number, body: "/claim" };
    const app = asApp();
    const bots = [board.as(bot), app];
    const sha = (await gather(number)).pull.head;
    for (const { rest: own } of bots) {
      second();
      const { data } = await rest.issues.createComment(command);
      await own.reactions.createForIssueComment({ ...at, comment_id: data.id, content: "+1" });
      await own.issues.createComment({ ...at, issue_number: number, body: "Answered." });
      await own.repos.createCommitStatus({ ...at, sha, context: "job post", state: "success" });
    }
    const facts = await gatherer(app)(number);
    expect(facts.bot).toBe(bot);
    expect(facts.pull.comments.map(({ author, reactions }) => [author, reactions])).toEqual([
      ["rita", ["+1"]],
      [bot, []],
      ["rita", ["+1"]],
      [bot, []],
    ]);
    // Rules require the app's status, so it sets another one.
    expect(facts.pull.commitStatuses).toHaveLength(1);
    expect(facts.permissions).not.toHaveProperty(bot);
  });
});

describe("gathering facts", () => {
  it("continues after failures of GitHub", async () => {
    const number = await board.send("bob", "my-post-6", [postFile("2026-11-22-bob")]);
    board.standIn.faults.failNext({ path: /\/graphql$/, status: 502, times: 2 });
    expect((await gather(number)).pull.files).toMatchObject([{ content: expect.any(Uint8Array) }]);
  });

  it("waits as long as GitHub requires at its secondary rate limit", async () => {
    const number = await board.send("bob", "my-post-7", [postFile("2026-11-22-bob")]);
    board.standIn.faults.limitNext({ path: /\/graphql$/, retryAfterSeconds: 1 });
    const facts = await gatherer(board.as(bot, { throttle: true }))(number);
    expect(facts.pull.number).toBe(number);
  });

  it("reports errors in plain words", async () => {
    const { faults } = board.standIn;
    await expect(gather(99)).rejects.toThrow(/can’t answer: .*PullRequest with the number of 99/);
    faults.failNext({ path: /\/graphql$/, status: 403 });
    await expect(gather(1)).rejects.toThrow(/does not allow .*by integration\. Use a token/);
    faults.limitNext({ path: /\/graphql$/ });
    await expect(gather(1)).rejects.toThrow(/rate limit is reached.*Try again/);
    faults.failNextQuery("RATE_LIMITED");
    await expect(gather(1)).rejects.toThrow(/rate limit is reached.*Try again/);
    faults.failNext({ path: /\/graphql$/, status: 401, body: { message: "Bad credentials" } });
    await expect(gather(1)).rejects.toThrow(/does not accept the token.*GITHUB_TOKEN/);
  });
});
