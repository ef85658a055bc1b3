import { Octokit } from "@octokit/rest";
import { describe, expect, it } from "vitest";
import type { Emulator } from "./test-emulator.ts";
import { hello, startEmulator, submit } from "./test-emulator.ts";

const repository = `${hello.owner}/${hello.repo}`;
const first = { ...hello, issue_number: 1 };
const permissions = { issues: "write", "pull-requests": "write", statuses: "write" } as const;

const app = { id: 77, slug: "hello-jobs", clientId: "Iv23li", privateKey: "the key", permissions };
const login = "hello-jobs[bot]";

/** A client with the app's token. */
function install({ github }: Emulator): Octokit {
  github.addApp(repository, app);
  const { token } = github.appToken(app, permissions);
  return new Octokit({ baseUrl: github.apiUrl, auth: token });
}

describe("an app's token", () => {
  it("acts as the app, and starts workflows as people do", async () => {
    await using emulator = await startEmulator();
    await submit(emulator);
    const octokit = install(emulator);
    const { data } = await octokit.rest.issues.createComment({ ...first, body: "Hi" });
    expect(data.user).toMatchObject({ login, type: "Bot" });
    expect(await octokit.graphql("{ viewer { login } }")).toEqual({ viewer: { login } });
    expect(emulator.github.events.at(-1)).toMatchObject({
      ...{ name: "issue_comment", actor: login, triggers: true },
      payload: { sender: { login, type: "Bot" } },
    });
  });

  it("has an hourly limit of its own", async () => {
    await using emulator = await startEmulator();
    const octokit = install(emulator);
    const { headers } = await octokit.rest.repos.get(hello);
    expect(headers["x-ratelimit-limit"]).toBe("5000");
    expect(emulator.github.usage(login).restRequests).toBe(1);
    expect(emulator.github.usage(repository).restRequests).toBe(0);
  });

  it("sets statuses that count where rules require those of the app, and nowhere else", async () => {
    await using emulator = await startEmulator();
    const { pull } = await submit(emulator);
    const octokit = install(emulator);
    const status = { ...hello, sha: pull.head.sha, context: "job post", state: "success" } as const;
    const merge = () => emulator.as("rita").rest.pulls.merge({ ...hello, pull_number: 1 });
    const { repos } = emulator.as("ada").rest;
    const requiring = (integration_id: number) => ({
      ...hello,
      name: "main",
      enforcement: "active" as const,
      conditions: { ref_name: { include: ["~DEFAULT_BRANCH"], exclude: [] } },
      rules: [
        {
          type: "required_status_checks" as const,
          parameters: {
            strict_required_status_checks_policy: false,
            required_status_checks: [{ context: "job post", integration_id }],
          },
        },
      ],
    });
    const actions = 15368;
    const { data: ruleset } = await repos.createRepoRuleset(requiring(actions));
    await octokit.rest.repos.createCommitStatus(status);
    await expect(merge()).rejects.toThrow('"job post" is expected');
    await repos.updateRepoRuleset({ ...requiring(app.id), ruleset_id: ruleset.id });
    await merge();
  });

  it("needs the app's key, and permissions that the app has", async () => {
    await using emulator = await startEmulator();
    install(emulator);
    const { github } = emulator;
    expect(() => github.appToken({ ...app, privateKey: "another" }, permissions)).toThrow(
      "could not be decoded",
    );
    expect(() => github.appToken(app, { contents: "write" })).toThrow("not granted");
    expect(() => github.appToken({ ...app, clientId: "another" }, permissions)).toThrow(
      "not found",
    );
  });
});
