import { describe, expect, it } from "vitest";
import { hello, startEmulator, submit } from "./test-emulator.ts";

const first = { ...hello, issue_number: 1 };
const file = { ...hello, path: "a.md", message: "Add", content: btoa("a\n") };
const notForIntegration = "Resource not accessible by integration";

describe("a workflow's token", () => {
  it("can do what it has a permission for, and nothing else", async () => {
    await using emulator = await startEmulator();
    const { pull } = await submit(emulator);
    const status = { ...hello, sha: pull.head.sha, state: "pending" } as const;
    const reader = emulator.bot({ contents: "read", statuses: "read" });
    await expect(reader.rest.repos.createCommitStatus(status)).rejects.toThrow(notForIntegration);
    await expect(reader.rest.repos.createOrUpdateFileContents(file)).rejects.toThrow(
      notForIntegration,
    );
    await expect(reader.rest.issues.createComment({ ...first, body: "Hi" })).rejects.toThrow(
      notForIntegration,
    );
    await expect(
      reader.rest.actions.createWorkflowDispatch({
        ...hello,
        workflow_id: "publish.yml",
        ref: "main",
      }),
    ).rejects.toThrow(notForIntegration);
    await expect(reader.rest.users.getAuthenticated()).rejects.toThrow(notForIntegration);
    await expect(reader.rest.actions.getGithubActionsPermissionsRepository(hello)).rejects.toThrow(
      notForIntegration,
    );
    const writer = emulator.bot({ statuses: "write" });
    expect((await writer.rest.repos.createCommitStatus(status)).data.creator?.login).toBe(
      "github-actions[bot]",
    );
  });

  it("gives access to pull requests, but not issues, with pull-requests alone", async () => {
    await using emulator = await startEmulator();
    await submit(emulator);
    await emulator.as("sam").rest.issues.create({ ...hello, title: "Hello" });
    const bot = emulator.bot({ "pull-requests": "write" });
    expect((await bot.rest.issues.createComment({ ...first, body: "Hi" })).status).toBe(201);
    await expect(
      bot.rest.issues.createComment({ ...hello, issue_number: 2, body: "Hi" }),
    ).rejects.toThrow(notForIntegration);
  });

  it("gives access to no other repository", async () => {
    await using emulator = await startEmulator();
    await submit(emulator);
    const bot = emulator.bot({ contents: "write" });
    await expect(
      bot.rest.repos.createOrUpdateFileContents({ ...file, owner: "sam" }),
    ).rejects.toThrow(notForIntegration);
  });

  it("can open pull requests only if the settings allow it", async () => {
    await using emulator = await startEmulator();
    const bot = emulator.bot({ contents: "write", "pull-requests": "write" });
    const main = await bot.rest.git.getRef({ ...hello, ref: "heads/main" });
    await bot.rest.git.createRef({ ...hello, ref: "refs/heads/tidy", sha: main.data.object.sha });
    await bot.rest.repos.createOrUpdateFileContents({ ...file, branch: "tidy" });
    const open = () =>
      bot.rest.pulls.create({ ...hello, title: "Tidy", head: "tidy", base: "main" });
    await expect(open()).rejects.toThrow(
      "GitHub Actions is not permitted to create or approve pull requests.",
    );
    await emulator.as("ada").rest.actions.setGithubActionsDefaultWorkflowPermissionsRepository({
      ...hello,
      can_approve_pull_request_reviews: true,
    });
    expect((await open()).status).toBe(201);
    expect(emulator.github.events.map(({ triggers }) => triggers)).not.toContain(true);
  });

  it("can start a workflow by dispatch", async () => {
    await using emulator = await startEmulator();
    const bot = emulator.bot({ actions: "write" });
    const publish = { ...hello, workflow_id: "publish.yml", ref: "main" };
    await bot.rest.actions.createWorkflowDispatch({ ...publish, inputs: { reason: "merged" } });
    expect(emulator.github.events).toMatchObject([
      {
        name: "workflow_dispatch",
        actor: "github-actions[bot]",
        triggers: true,
        payload: {
          ref: "refs/heads/main",
          workflow: ".github/workflows/publish.yml",
          inputs: { reason: "merged" },
        },
      },
    ]);
    await expect(
      bot.rest.actions.createWorkflowDispatch({ ...publish, inputs: { other: "1" } }),
    ).rejects.toThrow("Unexpected inputs provided");
    await expect(
      bot.rest.actions.createWorkflowDispatch({ ...publish, workflow_id: "none.yml" }),
    ).rejects.toMatchObject({ status: 404 });
  });

  it("cannot merge a pull request with workflow files", async () => {
    await using emulator = await startEmulator();
    await submit(emulator, { changes: { ".github/workflows/evil.yml": "on: push\n" } });
    const bot = emulator.bot({ contents: "write", "pull-requests": "write" });
    await expect(bot.rest.pulls.merge({ ...hello, pull_number: 1 })).rejects.toThrow(
      notForIntegration,
    );
  });

  it("cannot commit workflow files", async () => {
    await using emulator = await startEmulator();
    const bot = emulator.bot({ contents: "write" });
    await expect(
      bot.rest.repos.createOrUpdateFileContents({ ...file, path: ".github/workflows/x.yml" }),
    ).rejects.toThrow(notForIntegration);
  });
});

describe("a person", () => {
  it("can do what their role allows", async () => {
    await using emulator = await startEmulator();
    const sam = emulator.as("sam");
    await expect(sam.rest.repos.createOrUpdateFileContents(file)).rejects.toMatchObject({
      status: 403,
    });
    expect((await emulator.as("rita").rest.repos.createOrUpdateFileContents(file)).status).toBe(
      201,
    );
    await expect(
      emulator
        .as("rita")
        .rest.repos.createOrUpdateEnvironment({ ...hello, environment_name: "mail" }),
    ).rejects.toThrow("Must have admin rights to Repository.");
  });

  it("has one of five roles, of which the older field knows four", async () => {
    await using emulator = await startEmulator();
    for (const [login, role] of [
      ["mary", "maintain"],
      ["tom", "triage"],
    ] as const) {
      emulator.github.addUser({ login });
      emulator.github.setRole("octo-org/hello", login, role);
    }
    const bot = emulator.bot({});
    const levels = async (username: string) => {
      const { data } = await bot.rest.repos.getCollaboratorPermissionLevel({ ...hello, username });
      return [data.permission, data.role_name, data.user?.role_name];
    };
    expect(await levels("ada")).toEqual(["admin", "admin", "admin"]);
    expect(await levels("mary")).toEqual(["write", "maintain", "maintain"]);
    expect(await levels("rita")).toEqual(["write", "write", "write"]);
    expect(await levels("tom")).toEqual(["read", "triage", "triage"]);
    expect(await levels("sam")).toEqual(["read", "read", "read"]);
    await expect(levels("nobody")).rejects.toMatchObject({ status: 404 });
    const rita = emulator.as("rita");
    expect((await rita.rest.repos.checkCollaborator({ ...hello, username: "tom" })).status).toBe(
      204,
    );
    await expect(
      rita.rest.repos.checkCollaborator({ ...hello, username: "sam" }),
    ).rejects.toMatchObject({ status: 404 });
  });

  it("cannot see private repositories without access", async () => {
    await using emulator = await startEmulator();
    await emulator.github.addRepository({ owner: "octo-org", name: "secret", private: true });
    const secret = { owner: "octo-org", repo: "secret" };
    const hidden = { status: 404 };
    await expect(emulator.as("sam").rest.repos.get(secret)).rejects.toMatchObject(hidden);
    await expect(emulator.anonymous.rest.repos.get(secret)).rejects.toMatchObject(hidden);
    emulator.github.setRole("octo-org/secret", "sam", "read");
    expect((await emulator.as("sam").rest.repos.get(secret)).data.private).toBe(true);
    await expect(emulator.as("sam", ["public_repo"]).rest.repos.get(secret)).rejects.toMatchObject(
      hidden,
    );
  });

  it("needs a scope for public repositories, and another for workflow files", async () => {
    await using emulator = await startEmulator();
    const login = "rita";
    await expect(
      emulator.as(login, []).rest.repos.createOrUpdateFileContents(file),
    ).rejects.toMatchObject({ status: 404 });
    const publicOnly = emulator.as(login, ["public_repo"]);
    expect((await publicOnly.rest.repos.createOrUpdateFileContents(file)).status).toBe(201);
    await expect(
      publicOnly.rest.repos.createOrUpdateFileContents({
        ...file,
        path: ".github/workflows/x.yml",
      }),
    ).rejects.toThrow("without `workflow` scope");
  });

  it("cannot sync a fork without that scope once workflow files have changed", async () => {
    await using emulator = await startEmulator();
    const sam = emulator.as("sam", ["public_repo"]);
    await sam.rest.repos.createFork(hello);
    const sync = () =>
      sam.rest.repos.mergeUpstream({ owner: "sam", repo: "hello", branch: "main" });
    expect((await sync()).data.merge_type).toBe("none");
    const rita = emulator.as("rita");
    await rita.rest.repos.createOrUpdateFileContents(file);
    expect((await sync()).data.merge_type).toBe("fast-forward");
    await rita.rest.repos.createOrUpdateFileContents({ ...file, path: ".github/workflows/x.yml" });
    await expect(sync()).rejects.toThrow("without `workflow` scope");
  });
});

describe("a request without a valid token", () => {
  it("can read public data, within a limit per hour", async () => {
    await using emulator = await startEmulator({ limits: { anonymousPerHour: 2 } });
    const { anonymous, github } = emulator;
    expect((await anonymous.rest.repos.get(hello)).headers["x-ratelimit-remaining"]).toBe("1");
    await anonymous.rest.repos.get(hello);
    await expect(anonymous.rest.repos.get(hello)).rejects.toMatchObject({
      status: 403,
      message: expect.stringContaining("API rate limit exceeded"),
      response: { headers: { "x-ratelimit-remaining": "0" } },
    });
    expect((await anonymous.rest.rateLimit.get()).data.rate).toMatchObject({ limit: 2, used: 2 });
    await using lenient = await startEmulator({ limits: { anonymousPerHour: 2, enforced: false } });
    for (let count = 1; count <= 3; count += 1) await lenient.anonymous.rest.repos.get(hello);
    expect((await lenient.anonymous.rest.rateLimit.get()).data.rate).toMatchObject({
      limit: 2,
      used: 3,
      remaining: 2,
    });
    expect((await emulator.as("sam").rest.repos.get(hello)).status).toBe(200);
    github.clock.advance(3_600_000);
    expect((await anonymous.rest.repos.get(hello)).status).toBe(200);
  });

  it("can change nothing, and is told if its token is forged", async () => {
    await using emulator = await startEmulator();
    await expect(
      emulator.anonymous.rest.issues.create({ ...hello, title: "Hello" }),
    ).rejects.toMatchObject({ status: 401 });
    const response = await fetch(`${emulator.github.apiUrl}/repos/octo-org/hello`, {
      headers: { authorization: "Bearer forged" },
    });
    expect([response.status, await response.json()]).toMatchObject([
      401,
      { message: "Bad credentials" },
    ]);
  });
});
