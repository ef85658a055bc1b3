import { describe, expect, it } from "vitest";
import type { TestRepository } from "./git-fixtures.ts";
import { newRepository } from "./git-fixtures.ts";
import { changesByMerging, changesOfEach, changesSince, pathsChangedSince } from "./git-merge.ts";
import type { GitObjects } from "./git-objects.ts";

const large = "x".repeat(1001);
const lines = Array.from({ length: 20 }, (_, index) => `line ${index}\n`);

function text(changed: Record<number, string> = {}): string {
  return lines.map((line, index) => changed[index] ?? line).join("");
}

/** Merges a commit into main, in an empty temporary repository. */
async function merging(repository: TestRepository, head: string, given?: GitObjects) {
  await using own = given ? undefined : await repository.objects();
  const objects = given ?? own;
  if (!objects) throw new Error("There is no repository.");
  const tip = await objects.fetchBranch();
  expect(await objects.fetchCommits([head])).toBe(true);
  const { changes, ...merge } = await changesByMerging(objects, { tip, head });
  const shas = changes.flatMap(({ after }) => (after ? [after.sha] : []));
  const contents = await objects.readBlobs(shas);
  return {
    ...merge,
    changes,
    shown: changes.map(({ path, before, after }) => [
      path,
      ...(before ? ["before"] : []),
      ...(after ? [Buffer.from(contents.get(after.sha) ?? "").toString()] : []),
    ]),
  };
}

describe("the merge of a head", () => {
  it("has the author’s changes, not later ones on the branch", async () => {
    await using repository = await newRepository();
    const base = await repository.commit("main", { "a.md": "a", "b.md": "b", "c.md": "c" });
    await repository.commit("main", { "b.md": "new", "main.md": "x", "c.md": null });
    const head = await repository.commit("head", { "a.md": "A", "jobs/d.md": "d" }, base);
    expect(await merging(repository, head)).toMatchObject({
      isClean: true,
      complete: true,
      shown: [
        ["a.md", "before", "A"],
        ["jobs/d.md", "d"],
      ],
    });
  });

  it("leaves out changes that the branch has, too", async () => {
    await using repository = await newRepository();
    const base = await repository.commit("main", { "a.md": "a" });
    await repository.commit("main", { "shared.md": "s" });
    const head = await repository.commit("head", { "shared.md": "s", "own.md": "o" }, base);
    expect((await merging(repository, head)).shown).toEqual([["own.md", "o"]]);
  });

  it("combines changes of both sides in the same file", async () => {
    await using repository = await newRepository();
    const base = await repository.commit("main", { "a.md": text() });
    await repository.commit("main", { "a.md": text({ 0: "first\n" }) });
    const head = await repository.commit("head", { "a.md": text({ 19: "last\n" }) }, base);
    expect(await merging(repository, head)).toMatchObject({
      isClean: true,
      shown: [["a.md", "before", text({ 0: "first\n", 19: "last\n" })]],
    });
  });

  it("follows a file that the branch has moved", async () => {
    await using repository = await newRepository();
    const base = await repository.commit("main", { "jobs/a.md": text(), "jobs/b.md": "b" });
    const archived = text({ 0: "archived\n" });
    await repository.commit("main", { "jobs/a.md": null, "jobs/archive/a.md": archived });
    const head = await repository.commit("head", { "jobs/a.md": text({ 19: "last\n" }) }, base);
    expect((await merging(repository, head)).shown).toEqual([
      ["jobs/archive/a.md", "before", text({ 0: "archived\n", 19: "last\n" })],
    ]);
  });

  it("is not clean if there are conflicts, and then has the head’s own changes", async () => {
    await using repository = await newRepository();
    const base = await repository.commit("main", { "a.md": "a\n" });
    await repository.commit("main", { "a.md": "main\n" });
    const head = await repository.commit("head", { "a.md": "head\n", "b.md": "b" }, base);
    expect(await merging(repository, head)).toMatchObject({
      isClean: false,
      complete: true,
      shown: [
        ["a.md", "before", "head\n"],
        ["b.md", "b"],
      ],
    });
  });

  it("is not clean if it needs a file that is too large, which is not fetched", async () => {
    await using repository = await newRepository();
    const base = await repository.commit("main", { "a.md": text() });
    await repository.commit("main", { "a.md": text({ 0: "first\n" }) });
    const head = await repository.commit("head", { "a.md": text({ 19: large }) }, base);
    await using objects = await repository.objects();
    const { isClean, changes } = await merging(repository, head, objects);
    expect(isClean).toBe(false);
    expect(changes.map(({ path }) => path)).toEqual(["a.md"]);
    const sha = changes[0]?.after?.sha ?? "";
    const present = await objects.readAll(["cat-file", "--batch-check"], { input: sha });
    expect(present.toString()).toBe(`${sha} missing\n`);
  });

  it("considers all merge bases of criss-cross histories", async () => {
    await using repository = await newRepository();
    const { git } = repository;
    const join = async (tree: string, ...parents: string[]) =>
      await git([
        ...["-c", "user.name=a", "-c", "user.email=a@example.com", "commit-tree", "-m", "x"],
        ...[...parents.flatMap((parent) => ["-p", parent]), `${tree}^{tree}`],
      ]);
    const base = await repository.commit("main", { "a.md": "a", "hers.md": "hers" });
    const own = await repository.commit("own", { "mine.md": "mine" }, base);
    const before = await repository.commit("main", { "fix.ts": "fix" });
    const both = await repository.commit("both", { "mine.md": "mine" }, before);
    await git(["update-ref", "refs/heads/main", await join(both, before, own)]);
    // The author’s history includes the board’s, but its tree leaves out the board’s changes.
    const head = await join(own, before, own);
    expect(await merging(repository, head)).toMatchObject({
      isClean: true,
      shown: [["fix.ts", "before"]],
    });
  });

  it("fetches contents that the server omits because the branch once had them", async () => {
    await using repository = await newRepository();
    const old = { "jobs/old/a.md": "old a", "jobs/old/b.md": "old b" };
    await repository.commit("main", { ...old, "x.md": "x" });
    const gone = { "jobs/old/a.md": null, "jobs/old/b.md": null, "jobs/c.md": "c" };
    const base = await repository.commit("main", gone);
    const head = await repository.commit("head", old, base);
    // With bitmaps, a server omits everything that the branch has or had, as GitHub does.
    await repository.git(["repack", "-adbq"]);
    await using objects = await repository.objects();
    const { changes } = await merging(repository, head, objects);
    const shas = changes.flatMap(({ after }) => (after ? [after.sha] : []));
    expect(changes.map(({ path }) => path)).toEqual(Object.keys(old));
    await objects.fetchSmallBlobs(shas);
    const contents = [...(await objects.readBlobs(shas)).values()];
    expect(contents.map((content) => Buffer.from(content).toString())).toEqual(Object.values(old));
  });

  it("is not clean if the histories are unrelated", async () => {
    await using repository = await newRepository();
    await repository.commit("main", { "a.md": "a" });
    const head = await repository.commit("head", { "b.md": "b" });
    expect(await merging(repository, head)).toMatchObject({
      isClean: false,
      shown: [["b.md", "b"]],
    });
  });

  it("keeps unusual names and modes", async () => {
    await using repository = await newRepository();
    const base = await repository.commit("main", { "a.md": "a" });
    const head = await repository.commit(
      "head",
      {
        "jobs/link.md": { mode: "120000", text: "/etc/passwd" },
        "jobs/module.md": { sha: base },
        "jobs/program.md": { mode: "100755", text: "p" },
        "two\nlines.md": "t",
      },
      base,
    );
    // fast-import rejects such names.
    const blob = await repository.git(["hash-object", "-w", "--stdin"], "odd");
    const entries = Buffer.concat([
      Buffer.from(`100644 blob ${blob}\t.git\x00100644 blob ${blob}\tbad-`),
      Buffer.from([0xff, 0]),
    ]);
    const tree = await repository.git(["mktree", "-z"], entries);
    const odd = await repository.git([
      ...["-c", "user.name=a", "-c", "user.email=a@example.com"],
      ...["commit-tree", "-m", "x", "-p", base, tree],
    ]);
    const modes = (await merging(repository, head)).changes.map(({ path, after }) => [
      path,
      after?.mode,
    ]);
    expect(modes).toEqual([
      ["jobs/link.md", "120000"],
      ["jobs/module.md", "160000"],
      ["jobs/program.md", "100755"],
      ["two\nlines.md", "100644"],
    ]);
    expect((await merging(repository, odd)).shown).toEqual([
      [".git", "odd"],
      ["a.md", "before"],
      ["bad-\ufffd", "odd"],
    ]);
  });

  it("is incomplete if a tree has the same name twice", async () => {
    await using repository = await newRepository();
    const base = await repository.commit("main", { "a.md": "a" });
    const blob = await repository.git(["hash-object", "-w", "--stdin"], "x");
    const entry = Buffer.concat([Buffer.from("100644 x.md\0"), Buffer.from(blob, "hex")]);
    const tree = await repository.git(
      ["hash-object", "-w", "-t", "tree", "--literally", "--stdin"],
      Buffer.concat([entry, entry]),
    );
    const head = await repository.git([
      ...["-c", "user.name=a", "-c", "user.email=a@example.com"],
      ...["commit-tree", "-m", "x", "-p", base, tree],
    ]);
    expect(await merging(repository, head)).toMatchObject({ complete: false });
  });

  it("lists at most 3,000 of ten thousand paths", async () => {
    await using repository = await newRepository();
    const base = await repository.commit("main", { "a.md": "a" });
    const files = Array.from({ length: 10_000 }, (_, index) => [`f/${index}.md`, "x"] as const);
    const head = await repository.commit("head", Object.fromEntries(files), base);
    const { complete, changes } = await merging(repository, head);
    expect([complete, changes.length]).toEqual([false, 3000]);
  });

  it("is incomplete if nested folders repeat a billion times", async () => {
    await using repository = await newRepository();
    const base = await repository.commit("main", { "a.md": "a" });
    const blob = await repository.git(["hash-object", "-w", "--stdin"], "x");
    let tree = await repository.git(["mktree"], `100644 blob ${blob}\tfile-with-a-long-name\n`);
    for (let depth = 0; depth < 9; depth += 1) {
      const names = Array.from({ length: 10 }, (_, index) => `040000 tree ${tree}\t${index}\n`);
      tree = await repository.git(["mktree"], names.join(""));
    }
    const head = await repository.git([
      ...["-c", "user.name=a", "-c", "user.email=a@example.com"],
      ...["commit-tree", "-m", "x", "-p", base, tree],
    ]);
    expect(await merging(repository, head)).toMatchObject({ complete: false });
  });
});

describe("a closed pull request", () => {
  it("has the changes of its head, even after that was merged", async () => {
    await using repository = await newRepository();
    const base = await repository.commit("main", { "a.md": "a" });
    const head = await repository.commit("main", { "b.md": "b" });
    await repository.commit("main", { "c.md": "c" });
    await using objects = await repository.objects();
    await objects.fetchBranch();
    await objects.fetchCommits([head, base]);
    const { changes } = await changesSince(objects, { commit: base, head });
    expect(changes.map(({ path }) => path)).toEqual(["b.md"]);
  });
});

describe("many heads", () => {
  it("are read together, without missing ones and those that are too large", async () => {
    await using repository = await newRepository();
    const base = await repository.commit("main", { "a.md": "a" });
    const heads: string[] = [];
    for (const name of ["one", "two", "three"]) {
      heads.push(await repository.commit(name, { [`${name}.md`]: name }, base));
    }
    await repository.commit("main", { "main.md": "m" });
    const noise = Array.from({ length: 200 }, (_, index) => [
      `${index}.bin`,
      crypto.getRandomValues(new Uint8Array(900)),
    ]);
    const heavy = await repository.commit("heavy", Object.fromEntries(noise), base);
    const gone = "1".repeat(40);
    await using objects = await repository.objects({ fileBytes: 100_000 });
    const tip = await objects.fetchBranch();
    const changes = await changesOfEach(objects, { tip, heads: [heavy, ...heads, gone] });
    expect([...changes].map(([head, each]) => [head, each.map(({ path }) => path)])).toEqual(
      heads.map((head, index) => [head, [`${["one", "two", "three"][index]}.md`]]),
    );
    expect((await changesOfEach(objects, { tip, heads: [gone] })).size).toBe(0);
  });
});

describe("the branch", () => {
  it("has changed at some paths since one of its commits, and nobody knows since others", async () => {
    await using repository = await newRepository();
    const commit = await repository.commit("main", { "a.md": "a", "b.md": "b" });
    const tip = await repository.commit("main", { "a.md": "changed" });
    await using objects = await repository.objects();
    expect(await objects.fetchBranch()).toBe(tip);
    expect(await pathsChangedSince(objects, { commit, tip })).toEqual(new Set(["a.md"]));
    const gone = "1".repeat(40);
    expect(await pathsChangedSince(objects, { commit: gone, tip })).toBeUndefined();
  });
});
