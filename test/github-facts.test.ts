import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { maxFileBytes } from "../src/board/job/file.ts";
import type { Facts } from "../src/board/review/facts.ts";
import type { ClientOptions } from "../src/services/github/client.ts";
import { factsGatherer } from "../src/services/github/gather.ts";
import type { BoardAtGitHub } from "./board-at-github.ts";
import { firstPosts, postFile, startBoardAtGitHub } from "./board-at-github.ts";
import { exampleNow } from "./example-job.ts";

let board: BoardAtGitHub;

beforeEach(async () => {
  board = await startBoardAtGitHub();
});

afterEach(async () => {
  const { unknownRequests } = board.standIn;
  await board.stop();
  expect(unknownRequests).toEqual([]);
});

function gatherer(options?: ClientOptions) {
  const github = board.as("github-actions[bot]", options);
  return factsGatherer({ github, posts: board.posts, now: () => exampleNow });
}

function gather(pull: number): Promise<Facts> {
  return gatherer()(pull);
}

function second(): void {
  board.standIn.clock.advance(1000);
}

describe("a pull request", () => {
  it("is gathered with everything that was said and done", async () => {
    const post = postFile("2026-11-22-bob", { submitted_by: "bob" });
    const number = await board.send("bob", "my-post", [post], "My post");
    const { rest: rita, at } = board.as("rita");
    const { rest: bot } = board.as("github-actions[bot]");
    const issue = { ...at, issue_number: number };
    second();
    await rita.issues.addAssignees({ ...issue, assignees: ["rita"] });
    const { data: command } = await rita.issues.createComment({ ...issue, body: "/claim" });
    const { data: remark } = await rita.issues.createComment({ ...issue, body: "Nice." });
    second();
    await rita.issues.updateComment({ ...at, comment_id: remark.id, body: "Very nice." });
    await bot.reactions.createForIssueComment({ ...at, comment_id: command.id, content: "+1" });
    await rita.reactions.createForIssueComment({
      ...at,
      comment_id: command.id,
      content: "confused",
    });
    await bot.issues.addLabels({ ...issue, labels: ["waiting"] });
    const first = (await rita.pulls.get({ ...at, pull_number: number })).data.head.sha;
    const status = { ...at, sha: first, state: "success", description: "Fine" } as const;
    await bot.repos.createCommitStatus({ ...status, context: "job post" });
    await bot.repos.createCommitStatus({ ...status, context: "something else" });
    await board.as("rob").rest.repos.createCommitStatus({ ...status, context: "job post" });
    await rita.pulls.createReview({
      ...at,
      pull_number: number,
      event: "REQUEST_CHANGES",
      body: "Say more.",
    });
    second();
    const changed = { ...post, content: `${post.content}\nMore.\n` };
    const head = await board.push("bob", "my-post", [changed]);
    await rita.pulls.update({ ...at, pull_number: number, state: "closed" });
    second();
    await rita.pulls.update({ ...at, pull_number: number, state: "open" });

    const { pull, ...facts } = await gather(number);

    const at0 = "2026-11-22T12:00:00Z";
    const id = expect.any(Number);
    expect(pull).toEqual({
      number,
      title: "My post",
      state: "open",
      draft: false,
      author: { login: "bob", id },
      head,
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
        { sha: first, author: "bob", at: at0 },
        { sha: head, author: "bob", at: "2026-11-22T12:00:03Z" },
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
      verdicts: [
        { id, sha: first, state: "success", description: "Fine", at: "2026-11-22T12:00:02Z" },
      ],
    });
    expect(facts).toEqual({
      now: exampleNow,
      bot: "github-actions[bot]",
      permissions: { bob: "read", rita: "write" },
      others: [],
      addedBy: null,
      posts: Object.entries(firstPosts).map(([file, content]) => ({
        file,
        content: Buffer.from(content),
      })),
    });
  });

  it("brings along the permissions of those who have a say, roles and all", async () => {
    const { standIn, repository } = board;
    standIn.addUser({ login: "Tom" });
    standIn.setRole(repository, "Tom", "triage");
    standIn.addUser({ login: "Max" });
    standIn.setRole(repository, "Max", "maintain");
    standIn.addUser({ login: "chatty" });
    const number = await board.send("bob", "my-post", [postFile("2026-11-22-bob")]);
    const say = (login: string, body: string) => {
      const { rest, at } = board.as(login);
      return rest.issues.createComment({ ...at, issue_number: number, body });
    };
    await say("Tom", "/claim");
    await say("mia", "  /approve");
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

  it("is read where its fork is gone", async () => {
    const number = await board.send("bob", "my-post", [postFile("2026-11-22-bob")]);
    const { rest, at } = board.as("bob");
    await rest.repos.delete({ owner: "bob", repo: at.repo });
    const { pull } = await gather(number);
    expect(pull.files).toMatchObject([{ mode: "100644", content: expect.any(Uint8Array) }]);
  });

  it("is read anew if it is changed meanwhile, so that nothing is told of another head", async () => {
    const post = postFile("2026-11-22-bob");
    const number = await board.send("bob", "my-post", [post]);
    const github = board.as("github-actions[bot]");
    let head = "";
    // Right after GitHub has told of one head, another takes its place.
    const pulls = new Proxy(github.rest.pulls, {
      get: (own, name) =>
        name !== "get" || head !== ""
          ? Reflect.get(own, name)
          : async (parameters: Parameters<typeof own.get>[0]) => {
              const answer = await own.get(parameters);
              second();
              head = await board.push("bob", "my-post", [{ path: "README.md", content: "Mine." }]);
              return answer;
            },
    });
    const rest = new Proxy(github.rest, {
      get: (own, name) => (name === "pulls" ? pulls : Reflect.get(own, name)),
    });
    const sources = { github: { ...github, rest }, posts: board.posts, now: () => exampleNow };
    const facts = await factsGatherer(sources)(number);
    expect(facts.pull.head).toBe(head);
    expect(facts.pull.files.map(({ path }) => path).sort()).toEqual(["README.md", post.path]);
    expect(facts.pull.commits).toHaveLength(2);
  });
});

describe("the files of a pull request", () => {
  it("are told only if GitHub lists them as the last commit has them", async () => {
    const post = postFile("2026-11-22-bob");
    const number = await board.send("bob", "my-post", [post]);
    const other = { filename: post.path, status: "added", sha: "0".repeat(40) };
    const list = { path: /\/pulls\/\d+\/files/, status: 200, body: [other] };
    board.standIn.faults.failNext(list);
    const content = new Uint8Array(Buffer.from(post.content));
    expect((await gather(number)).pull.files).toMatchObject([{ path: post.path, content }]);
    board.standIn.faults.failNext({ ...list, times: 100 });
    await expect(gather(number)).rejects.toThrow(/is being changed right now/);
  });

  it("are not read where they are links", async () => {
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
        content: { refused: "is a link or something else that is no ordinary file" },
      },
      {
        path: program.path,
        change: "added",
        mode: "100755",
        content: new Uint8Array(Buffer.from(program.content)),
      },
    ]);
  });

  it("are not fetched where they are too large", async () => {
    const large = { path: "jobs/2026-11-22-large.md", content: "x".repeat(maxFileBytes + 100) };
    const number = await board.send("bob", "large", [large]);
    board.standIn.faults.failNext({ path: /\/git\/blobs\//, status: 403, times: 100 });
    const [file] = (await gather(number)).pull.files;
    expect(file?.content).toEqual(new Uint8Array(maxFileBytes + 1));
  });

  it("are read only where they may be posts", async () => {
    const files = [
      { path: ".github/workflows/evil.yml", content: "on: push" },
      { path: "jobs/deep/er/2026-11-22-x.md", content: "boom" },
      { path: "jobs/evil.11ty.js", content: "boom()" },
      { path: "src/a.md", content: "boom" },
    ];
    const number = await board.send("bob", "evil", files);
    board.standIn.faults.failNext({ path: /\/git\/(blobs|trees)\//, status: 403, times: 100 });
    expect((await gather(number)).pull.files).toEqual(
      files.map(({ path }) => ({ path, change: "added" })),
    );
  });

  it("are all listed, but only so many are read", async () => {
    const files = Array.from({ length: 500 }, (_, index) => ({
      path: `jobs/2026-11-22-${String(index).padStart(3, "0")}.md`,
      content: "x",
    }));
    const number = await board.send("bob", "many", files);
    const { pull } = await gather(number);
    expect(pull.changedFiles).toBe(500);
    expect(pull.files.map(({ path }) => path)).toEqual(files.map(({ path }) => path));
    expect(pull.files.filter(({ content }) => content instanceof Uint8Array)).toHaveLength(50);
    expect(pull.files.at(-1)?.content).toEqual({
      refused: "was not read: the pull request changes more than 50 posts",
    });
  });

  it("tell where they were before, and what is gone", async () => {
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
    const number = await board.send("bob", "my-post", [postFile("2026-11-22-bob")]);
    await board.send("ada", "later", [postFile("2026-11-22-later")]);

    const gatherFacts = gatherer();
    const others = [{ number: one, author: "ada", path: "jobs/2026-11-22-first.md", text }];
    expect((await gatherFacts(number)).others).toEqual(others);
    expect((await gatherFacts(one)).others).toEqual([]);
  });
});

describe("who added a post", () => {
  it("is the author of the pull request that was merged, by number too", async () => {
    const post = postFile("2026-11-21-bob", { submitted_by: "bob" });
    const added = await board.send("bob", "new", [post]);
    const { rest, at } = board.as("mia");
    await rest.pulls.merge({ ...at, pull_number: added });
    await rest.pulls.merge({
      ...at,
      pull_number: await board.send("ada", "mend", [{ ...post, content: `${post.content}\n.\n` }]),
    });
    const edit = await board.send("ada", "edit", [{ ...post, content: "Mine now." }]);
    expect((await gather(edit)).addedBy).toEqual({ login: "bob", id: expect.any(Number) });
  });

  it("is nobody where it came with no pull request", async () => {
    const [path = ""] = Object.keys(firstPosts);
    const edit = await board.send("ada", "edit", [{ path, content: "Mine." }]);
    expect((await gather(edit)).addedBy).toBeNull();
  });
});

describe("gathering", () => {
  it("goes on after failures of GitHub’s", async () => {
    const number = await board.send("bob", "my-post", [postFile("2026-11-22-bob")]);
    board.standIn.faults.failNext({ path: /\/pulls\/\d+$/, status: 502, times: 2 });
    board.standIn.faults.failNext({ path: /\/git\/blobs\//, status: 503 });
    expect((await gather(number)).pull.files).toMatchObject([{ content: expect.any(Uint8Array) }]);
  });

  it("waits as long as GitHub asks for at its secondary limit", async () => {
    const number = await board.send("bob", "my-post", [postFile("2026-11-22-bob")]);
    board.standIn.faults.limitNext({ path: /\/reviews$/, retryAfterSeconds: 1 });
    const facts = await gatherer({ throttle: true })(number);
    expect(facts.pull.number).toBe(number);
  });

  it("says in plain words what went wrong", async () => {
    const { faults } = board.standIn;
    await expect(gather(99)).rejects.toThrow(/GitHub does not find GET .*\/pulls\/99/);
    faults.failNext({ path: /\/pulls\/1$/, status: 403 });
    await expect(gather(1)).rejects.toThrow(/does not permit .*by integration\. Use a token/);
    faults.limitNext({ path: /\/pulls\/1$/ });
    await expect(gather(1)).rejects.toThrow(/limit on requests is reached.*Try again later/);
    faults.failNext({ path: /\/pulls\/1$/, status: 401, body: { message: "Bad credentials" } });
    await expect(gather(1)).rejects.toThrow(/does not know the token.*GITHUB_TOKEN/);
  });
});
