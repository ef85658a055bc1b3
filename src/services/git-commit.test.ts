import { chmod, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { commitFiles, PushRefusal, pushCommit, readRemoteBranch } from "./git-commit.ts";
import type { TestRepository } from "./git-fixtures.ts";
import { newRepository } from "./git-fixtures.ts";
import type { GitObjects } from "./git-objects.ts";

const author = { name: "a-bot[bot]", email: "1+a-bot[bot]@example.com" };
const branch = "board/a-closed";

function remoteOf({ path }: TestRepository) {
  return { url: `file://${path}`, branch: "main" };
}

async function commitOn(objects: GitObjects, text: string, message = "Close a post") {
  const on = await objects.fetchBranch();
  const changes = [{ path: "jobs/a.md", text }];
  return { on, made: await commitFiles(objects, { on, changes, message, author }) };
}

describe("a commit", () => {
  it("changes, adds, and deletes files on top of the branch, and nothing else", async () => {
    await using repository = await newRepository();
    const files = { "jobs/a.md": "a", "jobs/b.md": "b", "src/c.ts": "c" };
    const on = await repository.commit("main", files);
    await using objects = await repository.objects();
    await objects.fetchBranch();
    const text = "Zürich\n--\ndata 3\n“new”";
    const made = await commitFiles(objects, {
      on,
      changes: [
        { path: "jobs/a.md", text },
        { path: "jobs/b.md", text: null },
        { path: "jobs/archive/2026/b.md", text: "" },
      ],
      message: "Archive a post\n\n- “b”",
      author,
    });
    expect(await pushCommit(objects, remoteOf(repository), { branch, commit: made.commit })).toBe(
      true,
    );
    const inside = (...parameters: string[]) => repository.git(parameters);
    expect(await inside("diff-tree", "-r", "--name-status", on, branch)).toBe(
      "M\tjobs/a.md\nA\tjobs/archive/2026/b.md\nD\tjobs/b.md",
    );
    expect(await inside("show", `${branch}:jobs/a.md`)).toBe(text);
    expect(await inside("log", "-1", "--format=%an <%ae>%n%cn%n%P%n%T%n%B", branch)).toBe(
      [
        "a-bot[bot] <1+a-bot[bot]@example.com>",
        ...["a-bot[bot]", on, made.tree, "Archive a post\n\n- “b”"],
      ].join("\n"),
    );
    await inside("fsck", "--strict");
  });
});

describe("a push", () => {
  it("creates a branch, and replaces what it has only by force", async () => {
    await using repository = await newRepository();
    await repository.commit("main", { "jobs/a.md": "a", "jobs/b.md": "b" });
    const remote = remoteOf(repository);
    await using objects = await repository.objects();
    const { on, made } = await commitOn(objects, "One");
    expect(await readRemoteBranch(objects, remote, branch)).toBeUndefined();
    expect(await pushCommit(objects, remote, { branch, commit: made.commit })).toBe(true);
    // As after an answer that was lost.
    expect(await pushCommit(objects, remote, { branch, commit: made.commit })).toBe(true);

    await using others = await repository.objects();
    const other = await commitOn(others, "Another");
    const { commit } = other.made;
    expect(await pushCommit(others, remote, { branch, commit })).toBe(false);
    expect(await readRemoteBranch(others, remote, branch)).toEqual({ ...made, parents: [on] });
    expect(await pushCommit(others, remote, { branch, commit, force: true })).toBe(true);
    expect(await repository.git(["rev-parse", branch])).toBe(commit);
  });

  it("fails without a refusal if the remote’s main branch has moved on since it was fetched", async () => {
    await using repository = await newRepository();
    const files = { "jobs/a.md": "a", "jobs/b.md": "b", "src/c.ts": "c" };
    await repository.commit("main", files);
    await repository.commit("main", { "jobs/b.md": "B" });
    await using objects = await repository.objects();
    const { made } = await commitOn(objects, "One");
    await repository.commit("main", { "src/d/e.ts": "e", "src/c.ts": "C" });
    const pushed = pushCommit(objects, remoteOf(repository), { branch, commit: made.commit });
    await expect(pushed).rejects.toThrow("Git can’t push");
    await expect(pushed).rejects.not.toBeInstanceOf(PushRefusal);
  });

  it("that the remote refuses says why", async () => {
    await using repository = await newRepository();
    await repository.commit("main", { "jobs/a.md": "a" });
    const hook = join(repository.path, "hooks/update");
    await writeFile(hook, "#!/bin/sh\necho 'Rule violations found.' >&2\nexit 1\n");
    await chmod(hook, 0o755);
    await using objects = await repository.objects();
    const { made } = await commitOn(objects, "One");
    const pushed = pushCommit(objects, remoteOf(repository), { branch, commit: made.commit });
    await expect(pushed).rejects.toMatchObject({
      because: expect.stringContaining("Rule violations found."),
    });
    await expect(pushed).rejects.toBeInstanceOf(PushRefusal);
  });

  it("fails if there is no connection", async () => {
    await using repository = await newRepository();
    await repository.commit("main", { "jobs/a.md": "a" });
    await using objects = await repository.objects();
    const { made } = await commitOn(objects, "One");
    const remote = { url: `file://${repository.path}-gone`, branch: "main" };
    const pushed = pushCommit(objects, remote, { branch, commit: made.commit });
    await expect(pushed).rejects.toThrow("Git can’t push the branch board/a-closed");
  });
});
