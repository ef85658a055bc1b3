import { execFileSync } from "node:child_process";
import { mkdir, mkdtempDisposable, readdir, rm, symlink, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { DateTime } from "luxon";
import { describe, expect, it } from "vitest";
import { testConfig as config, soundJob } from "../board/fixtures.ts";
import { maxFileBytes, writeJobFile } from "../board/job/file.ts";
import { fetchPosts, fetchPostsWithHistory } from "./git-posts.ts";

/** A repository with posts, and a clone of it that may be shallow. */
async function newPair() {
  const folder = await mkdtempDisposable(join(tmpdir(), "git-posts-"));
  const origin = join(folder.path, "origin");
  const clone = join(folder.path, "clone");
  const git = (at: string, ...parameters: string[]) =>
    execFileSync(
      "git",
      [
        ...["-C", at, "-c", "user.name=a", "-c", "user.email=a@example.com"],
        ...["-c", "protocol.file.allow=always", ...parameters],
      ],
      { env: { ...process.env, GIT_CONFIG_GLOBAL: "/dev/null" }, stdio: "pipe" },
    ).toString();
  await mkdir(join(origin, "jobs/archive/2026"), { recursive: true });
  git(folder.path, "init", "-q", "-b", "main", origin);
  await writeFile(join(origin, "jobs/a.md"), "first");
  const commit = () => {
    git(origin, "add", "-A");
    git(origin, "commit", "-qm", "x");
  };
  commit();
  const remote = { url: `file://${origin}`, branch: "main" };
  return {
    origin,
    clone,
    git,
    commit,
    remote,
    [Symbol.asyncDispose]: () => folder[Symbol.asyncDispose](),
  };
}

function textOf(content: Uint8Array | { refused: string } | undefined): string {
  return content instanceof Uint8Array ? Buffer.from(content).toString() : String(content?.refused);
}

describe("the posts of the board’s branch", () => {
  it("have the same bytes at the next reading, except those that have changed", async () => {
    await using pair = await newPair();
    const { origin, clone, git, commit, remote } = pair;
    await writeFile(join(origin, "jobs/b.md"), "old");
    commit();
    git(origin, "clone", "-q", remote.url, clone);
    const before = await fetchPosts(clone, remote);
    await writeFile(join(origin, "jobs/b.md"), "new");
    commit();
    const after = await fetchPosts(clone, remote);
    expect(after.sources[0]?.content).toBe(before.sources[0]?.content);
    expect(after.sources.map(({ content }) => textOf(content))).toEqual(["first", "new"]);
  });

  it("are the current ones, even in a shallow clone, whose files do not change", async () => {
    await using pair = await newPair();
    const { origin, clone, git, commit, remote } = pair;
    await writeFile(join(origin, "jobs/b.md"), "old");
    commit();
    git(origin, "clone", "-q", "--depth", "1", remote.url, clone);
    await writeFile(join(clone, "jobs/a.md"), "being worked on");
    await rm(join(origin, "jobs/b.md"));
    await writeFile(join(origin, "jobs/archive/2026/z.md"), "Grüße\0\n");
    await writeFile(join(origin, "jobs/c.md"), "");
    await writeFile(join(origin, "jobs/.gitkeep"), "");
    commit();

    const { sources } = await fetchPosts(join(clone, "jobs"), remote);

    expect(sources.map(({ file, content }) => [file, textOf(content)])).toEqual([
      ["jobs/a.md", "first"],
      ["jobs/archive/2026/z.md", "Grüße\0\n"],
      ["jobs/c.md", ""],
    ]);
    expect(git(clone, "status", "--porcelain")).toBe(" M jobs/a.md\n");
    expect(await readdir(join(clone, "jobs"))).toEqual(["a.md", "b.md"]);
    expect(git(clone, "rev-parse", "--is-shallow-repository").trim()).toBe("true");
  });

  it("do not make a full clone shallow", async () => {
    await using pair = await newPair();
    const { origin, clone, git, commit, remote } = pair;
    git(origin, "clone", "-q", remote.url, clone);
    await writeFile(join(origin, "jobs/b.md"), "b");
    commit();
    await fetchPosts(clone, remote);
    expect(git(clone, "rev-parse", "--is-shallow-repository").trim()).toBe("false");
  });

  it("follow a branch that was rewritten", async () => {
    await using pair = await newPair();
    const { origin, clone, git, remote } = pair;
    git(origin, "clone", "-q", remote.url, clone);
    await fetchPosts(clone, remote);
    await writeFile(join(origin, "jobs/a.md"), "rewritten");
    git(origin, "commit", "-qa", "--amend", "-m", "y");
    const [post] = (await fetchPosts(clone, remote)).sources;
    expect(textOf(post?.content)).toBe("rewritten");
  });

  it("are rejected without reading if they are links, submodules, or too large", async () => {
    await using pair = await newPair();
    const { origin, clone, git, commit, remote } = pair;
    git(origin, "clone", "-q", remote.url, clone);
    await symlink("/etc/passwd", join(origin, "jobs/link.md"));
    git(origin, "submodule", "--quiet", "add", remote.url, "jobs/module.md");
    await writeFile(join(origin, "jobs/large.md"), "x".repeat(maxFileBytes + 10));
    await writeFile(join(origin, "jobs/largest.md"), "x".repeat(maxFileBytes));
    commit();
    const { sources } = await fetchPosts(clone, remote);
    const found = Object.fromEntries(sources.map(({ file, content }) => [file, content]));
    const link = { refused: "is not an ordinary file, but a link or something else" };
    expect(found["jobs/link.md"]).toEqual(link);
    expect(found["jobs/module.md"]).toEqual(link);
    expect(found["jobs/large.md"]).toEqual(new Uint8Array(maxFileBytes + 1));
    expect(found["jobs/largest.md"]).toHaveLength(maxFileBytes);
  });

  it("can be read with the history of those that are live", async () => {
    await using pair = await newPair();
    const { origin, clone, git, commit, remote } = pair;
    git(origin, "clone", "-q", remote.url, clone);
    await writeFile(join(origin, "jobs/z.md"), "z");
    await writeFile(join(origin, "jobs/archive/2026/z.md"), "z");
    commit();
    const added = Number(git(origin, "log", "-1", "--format=%ct").trim());
    const read = await fetchPostsWithHistory(join(clone, "jobs"), remote, {
      config,
      now: DateTime.utc(),
    });
    expect(read.commit).toBe(git(origin, "rev-parse", "main").trim());
    expect(read.sources.map(({ file, firstListed }) => [file, firstListed])).toEqual([
      ["jobs/a.md", expect.stringMatching(/^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\dZ$/)],
      ["jobs/archive/2026/z.md", undefined],
      ["jobs/z.md", expect.toSatisfy((at) => Date.parse(at) >= added * 1000)],
    ]);
  });

  it("get their history into a shallow clone, if it can be fetched", async () => {
    await using pair = await newPair();
    const { origin, clone, git, commit, remote } = pair;
    const text = writeJobFile("jobs/a.md", soundJob, config);
    await writeFile(join(origin, "jobs/a.md"), text.ok ? text.text : "");
    commit();
    await writeFile(join(origin, "README.md"), "Later");
    commit();
    git(origin, "clone", "-q", "--depth", "1", remote.url, clone);
    const [post] = (
      await fetchPostsWithHistory(clone, remote, {
        config,
        now: DateTime.utc(),
      })
    ).sources;
    expect(post).toMatchObject({ firstListed: expect.any(String) });
    expect(post).not.toHaveProperty("isIncomplete");
  });

  it("are none if the branch has no folder of posts", async () => {
    await using pair = await newPair();
    const { origin, clone, git, commit, remote } = pair;
    git(origin, "clone", "-q", remote.url, clone);
    await rm(join(origin, "jobs"), { recursive: true });
    await writeFile(join(origin, "README.md"), "");
    commit();
    expect((await fetchPosts(clone, remote)).sources).toEqual([]);
  });

  it("can’t be read without the branch, and the error says what to check", async () => {
    await using pair = await newPair();
    const { origin, clone, git, remote } = pair;
    git(origin, "clone", "-q", remote.url, clone);
    await expect(fetchPosts(clone, { ...remote, branch: "nowhere" })).rejects.toThrow(
      /The branch “nowhere” of file:.* can’t be fetched .*board\.config\.ts/,
    );
  });
});
