import { mkdtempDisposable, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { cutOff } from "./api/git-data.ts";
import { files, hello, startEmulator } from "./test-emulator.ts";

describe("Git objects in the API", () => {
  it("are those of the emulator in this folder, not of an earlier one", async () => {
    await using folder = await mkdtempDisposable(join(tmpdir(), "github-"));
    const directory = join(folder.path, "state");
    const content = `${folder.path}\n`;
    const shas: string[] = [];
    for (const isFirst of [true, false]) {
      await using emulator = await startEmulator({ directory });
      const { git } = emulator.as("rita").rest;
      if (isFirst) {
        const { data } = await git.createBlob({ ...hello, content });
        shas.push(data.sha);
        expect((await git.getBlob({ ...hello, file_sha: data.sha })).status).toBe(200);
      } else {
        const question = { ...hello, file_sha: shas[0] ?? "" };
        await expect(git.getBlob(question)).rejects.toMatchObject({ status: 404 });
      }
      await emulator.github.stop();
      await rm(directory, { recursive: true });
    }
  });

  it("are created one by one, as Decap does, and removed with null", async () => {
    await using emulator = await startEmulator();
    const { git } = emulator.as("rita").rest;
    const { data: main } = await git.getRef({ ...hello, ref: "heads/main" });
    const { data: blob } = await git.createBlob({
      ...hello,
      content: Buffer.from("ä\n").toString("base64"),
      encoding: "base64",
    });
    const { data: tree } = await git.createTree({
      ...hello,
      base_tree: main.object.sha,
      tree: [
        { path: "docs/second.md", mode: "100644", type: "blob", sha: blob.sha },
        { path: "docs/first.md", mode: "100644", type: "blob", sha: null },
      ],
    });
    const { data: commit } = await git.createCommit({
      ...hello,
      message: "Replace the first",
      tree: tree.sha,
      parents: [main.object.sha],
      author: { name: "Rita", email: "rita@example.com", date: "2030-01-02T03:04:05+02:00" },
    });
    expect(commit.author).toEqual({
      name: "Rita",
      email: "rita@example.com",
      date: "2030-01-02T01:04:05Z",
    });
    await git.updateRef({ ...hello, ref: "heads/main", sha: commit.sha });
    const { data: all } = await git.getTree({ ...hello, tree_sha: "main", recursive: "1" });
    expect(all.truncated).toBe(false);
    expect(all.tree.map(({ path, mode, type, size }) => [path, mode, type, size])).toEqual([
      [".github", "040000", "tree", undefined],
      [".github/workflows", "040000", "tree", undefined],
      [
        ".github/workflows/publish.yml",
        "100644",
        "blob",
        files[".github/workflows/publish.yml"].length,
      ],
      ["README.md", "100644", "blob", 7],
      ["docs", "040000", "tree", undefined],
      ["docs/second.md", "100644", "blob", 3],
    ]);
    const { data: read } = await git.getBlob({ ...hello, file_sha: blob.sha });
    expect(Buffer.from(read.content, "base64").toString()).toBe("ä\n");
  });

  it("can be symbolic links and submodules, at paths that Git allows", async () => {
    await using emulator = await startEmulator();
    const { git } = emulator.as("rita").rest;
    const { data: tree } = await git.createTree({
      ...hello,
      tree: [
        { path: "docs/link.md", mode: "120000", content: "/etc/passwd" },
        { path: "docs/run.md", mode: "100755", content: "#!/bin/sh\n" },
        { path: "module", mode: "160000", type: "commit", sha: "1".repeat(40) },
      ],
    });
    const { data } = await git.getTree({ ...hello, tree_sha: tree.sha, recursive: "1" });
    expect(data.tree.map(({ mode, path }) => `${mode} ${path}`)).toEqual([
      "040000 docs",
      "120000 docs/link.md",
      "100755 docs/run.md",
      "160000 module",
    ]);
    await expect(
      git.createTree({ ...hello, tree: [{ path: "a/../b", mode: "100644", content: "" }] }),
    ).rejects.toMatchObject({ status: 422 });
  });
});

describe("refs", () => {
  it("are created once, and moved other than forward only with force", async () => {
    await using emulator = await startEmulator();
    const { git, repos } = emulator.as("rita").rest;
    const { data: main } = await git.getRef({ ...hello, ref: "heads/main" });
    const ref = { ...hello, ref: "heads/cms/rita/hello/second" };
    const made = { ...hello, ref: `refs/${ref.ref}`, sha: main.object.sha };
    await git.createRef(made);
    await expect(git.createRef(made)).rejects.toThrow(/^Reference already exists/);
    const { data: change } = await repos.createOrUpdateFileContents({
      ...hello,
      branch: "cms/rita/hello/second",
      path: "docs/second.md",
      message: "Add",
      content: btoa("hello\n"),
    });
    await expect(git.updateRef({ ...ref, sha: main.object.sha })).rejects.toThrow(
      /^Update is not a fast forward/,
    );
    await git.updateRef({ ...ref, sha: main.object.sha, force: true });
    await git.updateRef({ ...ref, sha: `${change.commit.sha}` });
    const { data: matching } = await git.listMatchingRefs({ ...hello, ref: "heads/cms/" });
    expect(matching.map((found) => found.ref)).toEqual([`refs/${ref.ref}`]);
    const { data: branch } = await repos.getBranch({ ...hello, branch: "cms/rita/hello/second" });
    expect(branch.commit.sha).toBe(change.commit.sha);
    await git.deleteRef(ref);
    await expect(git.deleteRef(ref)).rejects.toThrow(/^Reference does not exist/);
    await expect(repos.getBranch({ ...hello, branch: "gone" })).rejects.toMatchObject({
      status: 404,
    });
    expect(
      emulator.github.events.map(({ name, payload }) => [name, payload.created, payload.forced]),
    ).toEqual([
      ["create", undefined, undefined],
      ["push", true, false],
      ["push", false, false],
      ["push", false, true],
      ["push", false, false],
      ["delete", undefined, undefined],
      ["push", false, false],
    ]);
  });
});

describe("a tree", () => {
  it("is found by a branch and a folder, as Decap and pages ask for it", async () => {
    await using emulator = await startEmulator();
    const { git } = emulator.anonymous.rest;
    const { data } = await git.getTree({ ...hello, tree_sha: "main:docs" });
    expect(data.tree.map(({ path }) => path)).toEqual(["first.md"]);
  });

  it("is cut off where GitHub would do so, and says so", () => {
    const entries = Array.from({ length: 100_001 }, (_, index) => ({ index }));
    expect(cutOff(entries.slice(1), true)).toEqual({ tree: entries.slice(1), truncated: false });
    expect(cutOff(entries, false)).toEqual({ tree: entries.slice(0, -1), truncated: true });
    const long = entries.slice(0, 70).map(() => ({ path: "x".repeat(100_000) }));
    expect(cutOff(long, true)).toMatchObject({ tree: { length: 69 }, truncated: true });
    expect(cutOff(long, false)).toMatchObject({ tree: { length: 70 }, truncated: false });
  });
});

describe("contents", () => {
  it("of a folder are its first 1,000 entries", async () => {
    await using emulator = await startEmulator();
    const { git, repos } = emulator.as("rita").rest;
    const { data: blob } = await git.createBlob({ ...hello, content: "Many\n" });
    const entry = { mode: "100644", type: "blob", sha: blob.sha } as const;
    const names = Array.from({ length: 1001 }, (_, index) => `many/${10_000 + index}.md`);
    const tree = names.map((path) => ({ ...entry, path }));
    const { data: made } = await git.createTree({ ...hello, tree });
    const { data: commit } = await git.createCommit({ ...hello, message: "Many", tree: made.sha });
    const { data } = await repos.getContent({ ...hello, path: "many", ref: commit.sha });
    expect(Array.isArray(data) && data.map(({ path }) => path)).toEqual(names.slice(0, 1000));
    const { data: all } = await git.getTree({ ...hello, tree_sha: `${commit.sha}:many` });
    expect(all).toMatchObject({ tree: { length: 1001 }, truncated: false });
  });

  it("are files and folders, or a file's raw bytes", async () => {
    await using emulator = await startEmulator();
    const { repos } = emulator.anonymous.rest;
    const { data: root } = await repos.getContent({ ...hello, path: "" });
    expect(Array.isArray(root) && root.map(({ path, type }) => [path, type])).toEqual([
      [".github", "dir"],
      ["README.md", "file"],
      ["docs", "dir"],
    ]);
    const { data: folder } = await repos.getContent({ ...hello, path: "docs" });
    expect(folder).toMatchObject([{ path: "docs/first.md", name: "first.md", size: 14 }]);
    const raw = await repos.getContent({
      ...hello,
      path: "docs/first.md",
      mediaType: { format: "raw" },
    });
    expect(raw.data).toBe(files["docs/first.md"]);
    await expect(repos.getContent({ ...hello, path: "docs/none.md" })).rejects.toMatchObject({
      status: 404,
    });
  });

  it("are changed only with the hash of the earlier content", async () => {
    await using emulator = await startEmulator();
    const { repos } = emulator.as("rita").rest;
    const change = { ...hello, path: "docs/first.md", message: "Change", content: btoa("new\n") };
    await expect(repos.createOrUpdateFileContents(change)).rejects.toMatchObject({ status: 422 });
    await expect(
      repos.createOrUpdateFileContents({ ...change, sha: "1".repeat(40) }),
    ).rejects.toMatchObject({ status: 409 });
    const { data } = await repos.getContent(change);
    const sha = "sha" in data ? data.sha : "";
    const { data: changed } = await repos.createOrUpdateFileContents({ ...change, sha });
    await repos.deleteFile({ ...change, sha: `${changed.content?.sha}` });
    await expect(repos.getContent(change)).rejects.toMatchObject({ status: 404 });
  });
});

describe("history", () => {
  it("is listed by path, and compared between branches in the same network", async () => {
    await using emulator = await startEmulator();
    const sam = emulator.as("sam");
    await sam.rest.repos.createFork(hello);
    const clone = await emulator.clone("sam/hello", "sam");
    await clone.commit("post", { "docs/second.md": "1\n" });
    const head = await clone.commit("post", { "docs/second.md": "2\n" });
    await clone.git("push", "-q", "origin", "post");
    const { repos } = emulator.anonymous.rest;
    const { data: forward } = await repos.compareCommitsWithBasehead({
      ...hello,
      basehead: "main...sam:post",
    });
    expect(forward).toMatchObject({
      status: "ahead",
      ahead_by: 2,
      behind_by: 0,
      commits: [{ author: { login: "sam" } }, { sha: head }],
      files: [{ filename: "docs/second.md", status: "added", patch: "@@ -0,0 +1 @@\n+2" }],
    });
    const { data: back } = await repos.compareCommitsWithBasehead({
      ...hello,
      basehead: "sam:post...octo-org:main",
    });
    expect(back).toMatchObject({ status: "behind", ahead_by: 0, behind_by: 2, commits: [] });
    const { data: own } = await repos.listCommits({
      owner: "sam",
      repo: "hello",
      sha: "post",
      path: "docs/second.md",
      per_page: 1,
    });
    expect(own.map(({ sha }) => sha)).toEqual([head]);
    const { data: none } = await repos.listCommits({ ...hello, path: "docs/second.md" });
    expect(none).toEqual([]);
    const { data: commit } = await repos.getCommit({ ...hello, ref: "main" });
    expect(commit.files).toHaveLength(3);
  });
});
