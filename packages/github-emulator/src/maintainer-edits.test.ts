import { afterAll, beforeAll, describe, expect, it } from "vitest";
import type { Clone, Emulator } from "./test-emulator.ts";
import { hello, startEmulator, submit } from "./test-emulator.ts";

let emulator: Emulator;

beforeAll(async () => {
  emulator = await startEmulator();
});

afterAll(() => emulator[Symbol.asyncDispose]());

describe("the branch of a pull request from a fork", () => {
  let pull_number: number;
  let pushes = 0;
  const push = async (login: string, branch: string) => {
    const clone: Clone = await emulator.clone(`sam/${hello.repo}`, login);
    pushes += 1;
    await clone.git("checkout", "-q", "-b", branch, "origin/post");
    await clone.commit(branch, { "docs/second.md": `changed by ${login}, ${pushes}\n` });
    await clone.git("push", "-q", "origin", branch);
    return await clone.git("rev-parse", "HEAD");
  };

  beforeAll(async () => {
    const { octokit, pull } = await submit(emulator);
    pull_number = pull.number;
    await octokit.rest.pulls.update({ ...hello, pull_number, maintainer_can_modify: true });
  });

  it("can be pushed to by people with write access to the base, if its owner allows it", async () => {
    const head = await push("rita", "post");
    const { data } = await emulator.anonymous.rest.pulls.get({ ...hello, pull_number });
    expect(data.head.sha).toBe(head);
  });

  it("can be changed by them through the API, but not with a workflow's token", async () => {
    const file = { owner: "sam", repo: hello.repo, branch: "post", message: "Add", content: "" };
    const { rest } = emulator.as("rita");
    const { data } = await rest.repos.createOrUpdateFileContents({ ...file, path: "a.md" });
    const { data: pull } = await rest.pulls.get({ ...hello, pull_number });
    expect(pull.head.sha).toBe(data.commit.sha);
    await expect(
      emulator
        .bot({ contents: "write" })
        .rest.repos.createOrUpdateFileContents({ ...file, path: "b.md" }),
    ).rejects.toThrow("Resource not accessible by integration");
  });

  it("is the only branch of the fork that they can push to", async () => {
    await expect(push("rita", "other")).rejects.toThrow(/denied to rita|403/);
  });

  it("cannot be pushed to by others, or after its pull request is closed", async () => {
    emulator.github.addUser({ login: "mallory" });
    await expect(push("mallory", "post")).rejects.toThrow(/denied to mallory|403/);
    const { rest } = emulator.as("sam");
    await rest.pulls.update({ ...hello, pull_number, state: "closed" });
    await expect(push("rita", "post")).rejects.toThrow(/denied to rita|403/);
  });
});
