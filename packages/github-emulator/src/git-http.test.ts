import { describe, expect, it } from "vitest";
import { files, hello, runGit, startEmulator } from "./test-emulator.ts";

describe("Git over HTTP", () => {
  it("lets anybody clone a public repository, and nobody push without a token", async () => {
    await using emulator = await startEmulator();
    const { origin } = emulator.github;
    const path = `${emulator.folder}/clone`;
    await runGit("clone", "-q", "--depth", "1", `${origin}/octo-org/hello.git`, path);
    expect((await runGit("-C", path, "ls-files")).split("\n")).toEqual(Object.keys(files).sort());
    await expect(runGit("-C", path, "push", "-q", "origin", "main:other")).rejects.toThrow();
    const clone = await emulator.clone("octo-org/hello", "sam");
    await clone.commit("main", { "docs/second.md": "hello\n" });
    await expect(clone.git("push", "-q", "origin", "main")).rejects.toThrow("403");
    expect(emulator.github.events).toEqual([]);
  });

  it("records an event for each push, with its commits", async () => {
    await using emulator = await startEmulator();
    const clone = await emulator.clone("octo-org/hello", "rita");
    const before = await clone.git("rev-parse", "HEAD");
    const after = await clone.commit("main", { "docs/second.md": "hello\n" });
    await clone.git("push", "-q", "origin", "main", "main:refs/heads/copy");
    const pushes = emulator.github.events.filter(({ name }) => name === "push");
    expect(pushes).toMatchObject([
      {
        actor: "rita",
        triggers: true,
        payload: {
          ref: "refs/heads/main",
          before,
          after,
          forced: false,
          head_commit: { id: after, author: { username: "rita" } },
          repository: { full_name: "octo-org/hello" },
          sender: { login: "rita" },
        },
      },
      { payload: { ref: "refs/heads/copy", before: "0".repeat(40), created: true } },
    ]);
  });

  it("accepts a workflow's token, whose pushes start no workflows", async () => {
    await using emulator = await startEmulator();
    const clone = await emulator.clone("octo-org/hello", "sam");
    await clone.commit("main", { "docs/second.md": "hello\n" });
    const push = (token: string) => {
      const address = new URL(`${emulator.github.origin}/octo-org/hello.git`);
      address.username = "x-access-token";
      address.password = token;
      return clone.git("push", "-q", address.href, "main");
    };
    const token = (level: "read" | "write") =>
      emulator.github.installationToken("octo-org/hello", { contents: level });
    await expect(push(token("read"))).rejects.toThrow("403");
    await push(token("write"));
    expect(emulator.github.events).toMatchObject([
      { name: "push", actor: "github-actions[bot]", triggers: false },
    ]);
  });

  it("rejects workflow files from tokens without the scope, unless another branch has them", async () => {
    await using emulator = await startEmulator();
    const clone = await emulator.clone("octo-org/hello", "rita");
    const address = new URL(`${emulator.github.origin}/octo-org/hello.git`);
    address.username = "rita";
    address.password = emulator.github.tokenFor("rita", ["public_repo"]);
    await clone.commit("post", { "docs/second.md": "hello\n" });
    await clone.git("push", "-q", address.href, "post");
    await clone.commit("post", { ".github/workflows/evil.yml": "on: push\n" });
    await expect(clone.git("push", "-q", address.href, "post")).rejects.toThrow(
      "without `workflow` scope",
    );
    await clone.git("push", "-q", "origin", "post:elsewhere");
    await clone.git("push", "-q", address.href, "post");
    expect(emulator.github.unknownRequests).toEqual([]);
  });

  it("serves any object by its hash, without filtered blobs", async () => {
    await using emulator = await startEmulator();
    const clone = await emulator.clone("octo-org/hello", "sam");
    await clone.git("config", "remote.origin.promisor", "true");
    const fetch = ["fetch", "-q", "--no-tags", "--filter=blob:limit=9", "origin"];
    const { rest } = emulator.as("rita");
    const content = async (text: string) =>
      (await rest.git.createBlob({ ...hello, content: text })).data.sha;
    const [small, large] = [await content("small\n"), await content("too large\n")];
    const { data: tree } = await rest.git.createTree({
      ...hello,
      tree: [
        { path: "small", mode: "100644", type: "blob", sha: small },
        { path: "large", mode: "100644", type: "blob", sha: large },
      ],
    });
    await clone.git("-c", "fetch.negotiationAlgorithm=noop", ...fetch, tree.sha);
    const objects = await clone.git(
      "cat-file",
      "--batch-all-objects",
      "--batch-check=%(objectname)",
    );
    expect([small, large, tree.sha].map((sha) => objects.includes(sha))).toEqual([
      true,
      false,
      true,
    ]);
  });

  it("rejects pushes to the refs of pull requests", async () => {
    await using emulator = await startEmulator();
    const clone = await emulator.clone("octo-org/hello", "ada");
    await expect(clone.git("push", "-q", "origin", "main:refs/pull/1/head")).rejects.toThrow(
      "hidden ref",
    );
    const { data } = await emulator.anonymous.rest.git.listMatchingRefs({ ...hello, ref: "pull" });
    expect(data).toEqual([]);
  });
});
