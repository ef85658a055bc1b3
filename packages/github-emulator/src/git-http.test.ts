import { describe, expect, it } from "vitest";
import { board, files, runGit, startSandbox } from "./fixtures.ts";

describe("Git over HTTP", () => {
  it("lets anybody clone what is public, and nobody push without a token", async () => {
    await using sandbox = await startSandbox();
    const { origin } = sandbox.github;
    const path = `${sandbox.folder}/clone`;
    await runGit("clone", "-q", "--depth", "1", `${origin}/community/jobs.git`, path);
    expect((await runGit("-C", path, "ls-files")).split("\n")).toEqual(Object.keys(files).sort());
    await expect(runGit("-C", path, "push", "-q", "origin", "main:other")).rejects.toThrow();
    const clone = await sandbox.clone("community/jobs", "sam");
    await clone.commit("main", { "jobs/second.md": "hello\n" });
    await expect(clone.git("push", "-q", "origin", "main")).rejects.toThrow("403");
    expect(sandbox.github.events).toEqual([]);
  });

  it("tells each push with its commits", async () => {
    await using sandbox = await startSandbox();
    const clone = await sandbox.clone("community/jobs", "rita");
    const before = await clone.git("rev-parse", "HEAD");
    const after = await clone.commit("main", { "jobs/second.md": "hello\n" });
    await clone.git("push", "-q", "origin", "main", "main:refs/heads/copy");
    const pushes = sandbox.github.events.filter(({ name }) => name === "push");
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
          repository: { full_name: "community/jobs" },
          sender: { login: "rita" },
        },
      },
      { payload: { ref: "refs/heads/copy", before: "0".repeat(40), created: true } },
    ]);
  });

  it("takes a workflow's token, whose pushes start nothing", async () => {
    await using sandbox = await startSandbox();
    const clone = await sandbox.clone("community/jobs", "sam");
    await clone.commit("main", { "jobs/second.md": "hello\n" });
    const push = (token: string) => {
      const address = new URL(`${sandbox.github.origin}/community/jobs.git`);
      address.username = "x-access-token";
      address.password = token;
      return clone.git("push", "-q", address.href, "main");
    };
    const token = (level: "read" | "write") =>
      sandbox.github.installationToken("community/jobs", { contents: level });
    await expect(push(token("read"))).rejects.toThrow("403");
    await push(token("write"));
    expect(sandbox.github.events).toMatchObject([
      { name: "push", actor: "github-actions[bot]", triggers: false },
    ]);
  });

  it("refuses workflow files of tokens without the scope, unless some branch has them", async () => {
    await using sandbox = await startSandbox();
    const clone = await sandbox.clone("community/jobs", "rita");
    const address = new URL(`${sandbox.github.origin}/community/jobs.git`);
    address.username = "rita";
    address.password = sandbox.github.tokenFor("rita", ["public_repo"]);
    await clone.commit("post", { "jobs/second.md": "hello\n" });
    await clone.git("push", "-q", address.href, "post");
    await clone.commit("post", { ".github/workflows/evil.yml": "on: push\n" });
    await expect(clone.git("push", "-q", address.href, "post")).rejects.toThrow(
      "without `workflow` scope",
    );
    await clone.git("push", "-q", "origin", "post:elsewhere");
    await clone.git("push", "-q", address.href, "post");
    expect(sandbox.github.unknownRequests).toEqual([]);
  });

  it("keeps pull requests' own refs from being pushed to", async () => {
    await using sandbox = await startSandbox();
    const clone = await sandbox.clone("community/jobs", "ada");
    await expect(clone.git("push", "-q", "origin", "main:refs/pull/1/head")).rejects.toThrow(
      "hidden ref",
    );
    const { data } = await sandbox.anonymous.rest.git.listMatchingRefs({ ...board, ref: "pull" });
    expect(data).toEqual([]);
  });
});
