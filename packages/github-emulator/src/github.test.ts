import { mkdtempDisposable, readdir } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { Octokit } from "@octokit/rest";
import { describe, expect, it } from "vitest";
import type { AnsweredRequest } from "./github.ts";
import { startGitHub } from "./github.ts";
import { hello, runGit, startEmulator, submit } from "./test-emulator.ts";

describe("the emulator", () => {
  it("has the same state when it is restarted in the same folder", async () => {
    await using folder = await mkdtempDisposable(join(tmpdir(), "github-"));
    const directory = join(folder.path, "state");
    const before = await startEmulator({ directory });
    const { pull } = await submit(before);
    await before
      .as("rita")
      .rest.issues.createComment({ ...hello, issue_number: 1, body: "/claim" });
    const token = before.github.tokenFor("rita");
    await before[Symbol.asyncDispose]();

    const github = await startGitHub({ directory, timing: "instant" });
    const rita = new Octokit({ baseUrl: github.apiUrl, auth: token });
    expect((await rita.rest.pulls.get({ ...hello, pull_number: 1 })).data).toMatchObject({
      title: "A post by sam",
      comments: 1,
      mergeable: true,
      head: { sha: pull.head.sha, repo: { full_name: "sam/hello" } },
    });
    expect((await rita.rest.users.getAuthenticated()).data.login).toBe("rita");
    const { data: next } = await rita.rest.issues.create({ ...hello, title: "Hello" });
    expect(next.number).toBe(2);
    await github.stop();
  });

  it("writes repositories but no state with `persist: false`", async () => {
    await using folder = await mkdtempDisposable(join(tmpdir(), "github-"));
    const directory = join(folder.path, "state");
    await using emulator = await startEmulator({ directory, persist: false });
    await submit(emulator);
    expect(await readdir(directory)).toEqual([".objects", "octo-org", "sam"]);
  });

  it("removes events from the list by forgetEvents, and keeps counting them", async () => {
    await using emulator = await startEmulator();
    const { github } = emulator;
    const open = () => emulator.as("sam").rest.issues.create({ ...hello, title: "Hello" });
    await open();
    const last = github.events.at(-1)?.id ?? 0;
    github.forgetEvents();
    expect(github.events).toEqual([]);
    await open();
    expect(github.events.map(({ id }) => id)).toEqual([last + 1]);
  });

  it("starts from another emulator's snapshot, and changes only its own copy", async () => {
    await using folder = await mkdtempDisposable(join(tmpdir(), "github-"));
    const snapshot = join(folder.path, "snapshot");
    await using before = await startEmulator();
    const { pull } = await submit(before);
    const token = before.github.tokenFor("rita");
    await before.github.saveSnapshot(snapshot);
    await before.as("rita").rest.pulls.update({ ...hello, pull_number: 1, state: "closed" });

    for (const name of ["one", "other"]) {
      const directory = join(folder.path, name);
      const github = await startGitHub({ directory, snapshot, timing: "instant" });
      const { rest } = new Octokit({ baseUrl: github.apiUrl, auth: token });
      const { data } = await rest.pulls.get({ ...hello, pull_number: 1 });
      expect(data).toMatchObject({ state: "open", head: { sha: pull.head.sha } });
      await rest.pulls.merge({ ...hello, pull_number: 1 });
      await github.stop();
      const again = await startGitHub({ directory, snapshot, timing: "instant" });
      const merged = new Octokit({ baseUrl: again.apiUrl }).rest.pulls.checkIfMerged;
      expect((await merged({ ...hello, pull_number: 1 })).status).toBe(204);
      await again.stop();
    }
  });

  it("is reachable only from this machine, where pages of other origins may use the API", async () => {
    await using emulator = await startEmulator();
    expect(emulator.github.origin).toMatch(/^http:\/\/127\.0\.0\.1:\d+$/);
    const address = `${emulator.github.apiUrl}/repos/octo-org/hello/git/refs`;
    const preflight = await fetch(address, {
      method: "OPTIONS",
      headers: {
        origin: "http://127.0.0.1:8080",
        "access-control-request-method": "PATCH",
        "access-control-request-headers": "authorization,content-type",
      },
    });
    expect(preflight.ok).toBe(true);
    expect(preflight.headers.get("access-control-allow-origin")).toBe("*");
    expect(preflight.headers.get("access-control-allow-headers")).toContain("authorization");
    expect(preflight.headers.get("access-control-allow-methods")).toContain("PATCH");
    const answer = await fetch(`${emulator.github.apiUrl}/repos/octo-org/hello/issues`, {
      headers: { origin: "http://127.0.0.1:8080" },
    });
    expect(answer.headers.get("access-control-allow-origin")).toBe("*");
    expect(answer.headers.get("access-control-expose-headers")).toContain("Link");
  });

  it("responds 501 to unknown requests, and records them", async () => {
    const emulator = await startEmulator();
    const { github } = emulator;
    const response = await fetch(`${github.apiUrl}/repos/octo-org/hello/releases?page=1`);
    expect(response.status).toBe(501);
    await fetch(`${github.apiUrl}/search/issues?q=${encodeURIComponent("language:java x")}`);
    await fetch(`${github.origin}/octo-org/hello/wiki`);
    expect(github.unknownRequests).toEqual([
      "GET /api/v3/repos/octo-org/hello/releases?page=1",
      expect.stringContaining("“language:”"),
      "GET /octo-org/hello/wiki",
    ]);
    await expect(emulator[Symbol.asyncDispose]()).rejects.toThrow("differs from GitHub");
  });

  it("rejects a request that GitHub's schemas do not allow", async () => {
    await using emulator = await startEmulator();
    const response = await fetch(`${emulator.github.apiUrl}/repos/octo-org/hello/issues`, {
      method: "POST",
      headers: { authorization: `Bearer ${emulator.github.tokenFor("sam")}` },
      body: JSON.stringify({ title: "Hello", labels: "waiting" }),
    });
    expect(response.status).toBe(422);
    expect(await response.json()).toMatchObject({ message: expect.stringContaining("/labels") });
  });

  it("reports a webhook that GitHub would not send", async () => {
    await using emulator = await startEmulator();
    const { github } = emulator;
    const notes = await github.addRepository({ owner: "sam", name: "notes" });
    notes.createdAt = "yesterday";
    const file = { owner: "sam", repo: "notes", path: "one.md", message: "Begin", content: "" };
    await emulator.as("sam").rest.repos.createOrUpdateFileContents(file);
    expect(github.schemaViolations).toContain(
      'create: /repository/created_at must match format "date-time"',
    );
    github.schemaViolations.length = 0;
  });

  it("leaves pages for people to a handler of the caller's", async () => {
    const pages = async (request: Request) => new Response(`Page ${new URL(request.url).pathname}`);
    await using emulator = await startEmulator({ pages });
    const page = await fetch(`${emulator.github.origin}/octo-org/hello/pulls`);
    expect(await page.text()).toBe("Page /octo-org/hello/pulls");
    const avatar = (await emulator.anonymous.rest.users.getByUsername({ username: "sam" })).data
      .avatar_url;
    expect((await fetch(avatar)).headers.get("content-type")).toBe("image/svg+xml");
  });

  it("reports each API and Git request, and who made it", async () => {
    const requests: AnsweredRequest[] = [];
    await using emulator = await startEmulator({ onRequest: (request) => requests.push(request) });
    await emulator.anonymous.rest.pulls.list({ ...hello, state: "all" });
    await emulator.bot({}).rest.repos.get(hello);
    await emulator.bot({}).graphql("{ viewer { login } }");
    const { github } = emulator;
    await fetch(`${github.origin}/octo-org/hello/wiki`);
    await runGit("ls-remote", `${github.origin}/octo-org/hello.git`);
    expect(requests.slice(0, 4)).toMatchObject([
      ...[
        { kind: "api", caller: "anonymous", path: "/repos/octo-org/hello/pulls?state=all" },
        { kind: "api", caller: "installation", path: "/repos/octo-org/hello" },
        {
          ...{ kind: "graphql", caller: "installation", method: "POST", points: 1 },
          path: "/api/graphql",
        },
        {
          ...{ kind: "git", caller: "anonymous" },
          path: "/octo-org/hello.git/info/refs?service=git-upload-pack",
        },
      ].map((request) => ({ method: "GET", ...request })),
    ]);
    for (const { began, ended } of requests) expect(ended).toBeGreaterThan(began);
    github.unknownRequests.length = 0;
  });

  it("imports all branches of a local repository", async () => {
    await using emulator = await startEmulator();
    const path = join(emulator.folder, "own");
    const identity = ["-c", "user.name=a", "-c", "user.email=a@example.com"];
    await runGit("init", "-q", "-b", "trunk", path);
    await runGit("-C", path, ...identity, "commit", "-q", "--allow-empty", "-m", "Begin");
    const commit = await runGit("-C", path, "rev-parse", "HEAD");
    await emulator.github.addRepository({ owner: "octo-org", name: "own", from: path });
    const { data } = await emulator.anonymous.rest.repos.listBranches({
      owner: "octo-org",
      repo: "own",
    });
    expect(data.map(({ name, commit: { sha } }) => [name, sha])).toEqual([
      ["main", commit],
      ["trunk", commit],
    ]);
  });
});

describe("the emulator's clock", () => {
  it("can be set and moved, and dates everything", async () => {
    await using emulator = await startEmulator({ now: () => new Date("2030-01-01T00:00:00Z") });
    const { clock } = emulator.github;
    const sam = emulator.as("sam");
    clock.advance(1500);
    const { data } = await sam.rest.issues.create({ ...hello, title: "Hello" });
    expect(data.created_at).toBe("2030-01-01T00:00:01Z");
    clock.set(new Date("2031-05-06T07:08:09Z"));
    expect(clock.now().toISOString()).toBe("2031-05-06T07:08:09.000Z");
    const { data: change } = await emulator.as("rita").rest.repos.createOrUpdateFileContents({
      ...hello,
      path: "a.md",
      message: "Add",
      content: "",
    });
    expect(change.commit.committer?.date).toBe("2031-05-06T07:08:09Z");
  });
});

describe("the emulator's faults", () => {
  it("make a request fail a number of times, before or after it is applied", async () => {
    await using emulator = await startEmulator();
    const sam = emulator.as("sam");
    const { faults } = emulator.github;
    faults.failNext({ method: "POST", path: /^\/repos\/.*\/issues$/, status: 502, times: 2 });
    const open = () => sam.rest.issues.create({ ...hello, title: "Hello" });
    await expect(open()).rejects.toMatchObject({ status: 502 });
    expect((await sam.rest.issues.listForRepo(hello)).data).toEqual([]);
    await expect(open()).rejects.toMatchObject({ status: 502 });
    expect((await open()).status).toBe(201);
    faults.failNext({ path: /\/issues$/, status: 502, carriedOut: true });
    await expect(open()).rejects.toMatchObject({ status: 502 });
    expect((await sam.rest.issues.listForRepo(hello)).data).toHaveLength(2);
  });

  it("include GitHub's secondary rate limit, and a merge that fails", async () => {
    await using emulator = await startEmulator();
    await submit(emulator);
    const rita = emulator.as("rita");
    const { faults } = emulator.github;
    faults.limitNext({ path: /comments$/, retryAfterSeconds: 7 });
    await expect(
      rita.rest.issues.createComment({ ...hello, issue_number: 1, body: "Hi" }),
    ).rejects.toMatchObject({
      status: 403,
      message: expect.stringContaining("secondary rate limit"),
      response: { headers: { "retry-after": "7" } },
    });
    faults.failNext({ method: "PUT", path: /merge$/, status: 405 });
    const merge = () => rita.rest.pulls.merge({ ...hello, pull_number: 1 });
    await expect(merge()).rejects.toThrow(/^Pull Request is not mergeable/);
    expect((await merge()).data.merged).toBe(true);
  });

  it("can drop an event", async () => {
    await using emulator = await startEmulator();
    const { github } = emulator;
    const heard: string[] = [];
    const stop = github.onEvent(({ name, action }) => heard.push(`${name} ${action}`));
    github.faults.loseEvent(({ action }) => action === "closed");
    const sam = emulator.as("sam");
    await sam.rest.issues.create({ ...hello, title: "Hello" });
    const change = (state: "open" | "closed") =>
      sam.rest.issues.update({ ...hello, issue_number: 1, state });
    await change("closed");
    await change("open");
    await change("closed");
    stop();
    await change("open");
    expect(heard).toEqual(["issues opened", "issues reopened", "issues closed"]);
    expect(github.events).toHaveLength(5);
  });

  it("pass an event to listeners twice", async () => {
    await using emulator = await startEmulator();
    const { github } = emulator;
    const heard: number[] = [];
    github.onEvent(({ id }) => heard.push(id));
    github.faults.repeatEvent(({ action }) => action === "closed");
    const sam = emulator.as("sam");
    await sam.rest.issues.create({ ...hello, title: "Hello" });
    for (const state of ["closed", "open", "closed"] as const) {
      await sam.rest.issues.update({ ...hello, issue_number: 1, state });
    }
    const [opened = 0] = heard;
    expect(heard.map((id) => id - opened)).toEqual([0, 1, 1, 2, 3]);
    expect(github.events).toHaveLength(4);
  });
});
