import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { git, resolve } from "./git.ts";
import { readObject, sizeOf, writeObject } from "./object-store.ts";
import type { Files, TestRepository } from "./test-repository.ts";
import { gitCommit, gitTree, newRepository } from "./test-repository.ts";
import { changeTree, differences, emptyTree, entryAtPath, listEntries } from "./tree-objects.ts";

let repository: TestRepository;
let path: string;

const files: Files = {
  "a.md": "a\n",
  "docs/ä b.md": "ä\n",
  "docs/deep/one.md": "one\n",
  "docs/deep/two.md": "two\n",
  "docs.md": "Sorted before the folder.\n",
  "docs-too/x": "x",
};

beforeAll(async () => {
  repository = await newRepository();
  ({ path } = repository);
});

afterAll(async () => {
  await repository[Symbol.asyncDispose]();
});

const file = (content: string) => ({
  mode: "100644",
  sha: writeObject(path, "blob", content),
});

async function lsTree(tree: string): Promise<string> {
  return await git(path, ["ls-tree", "-r", "-t", "-z", tree]);
}

describe("a tree", () => {
  it("is listed as by Git, packed or not", async () => {
    const tree = await gitTree(path, files);
    const commit = await gitCommit(path, tree);
    const expected = (await lsTree(tree)).replaceAll(/ (?:blob|tree) /g, " ");
    const listed = async () =>
      (await listEntries(path, tree, true))
        .map((entry) => `${entry.mode} ${entry.sha}\t${entry.path}\0`)
        .join("");
    expect(await listed()).toBe(expected);
    await git(path, ["update-ref", "refs/heads/packed", commit]);
    await git(path, ["repack", "-adq"]);
    const blob = (await entryAtPath(path, tree, "docs/ä b.md"))?.sha ?? "";
    expect((await readObject(path, blob))?.content.toString()).toBe("ä\n");
    expect(await sizeOf(path, blob)).toBe(3);
    expect(await resolve(path, `${commit}:docs/ä b.md`, "blob")).toBe(blob);
    expect(await resolve(path, `${commit}:docs/none.md`, "blob")).toBeUndefined();
    expect(await resolve(path, "packed:docs", "tree")).toBe(
      await git(path, ["rev-parse", `${tree}:docs`]),
    );
  });

  it("differs from another where Git says so", async () => {
    const before = await gitTree(path, files);
    const after: Files = {
      "a.md/b": "now a folder",
      "docs/ä b.md": "ä\n",
      "docs/deep/one.md": "1",
      "docs/deep/two.md": "two\n",
      "docs-too/x": "x",
      "new/x": "x",
    };
    const other = await gitTree(path, after);
    for (const [one, two] of [
      [before, other],
      [other, before],
      [emptyTree, other],
    ] as const) {
      const parameters = ["diff-tree", "-r", "--no-renames", "--raw", "--no-abbrev", "-z"];
      const raw = await git(path, [...parameters, one, two]);
      const nothing = { mode: "000000", sha: "0".repeat(40) };
      const found = (await differences(path, one, two)).map(
        ({ path: at, before: old = nothing, after: now = nothing }) =>
          `:${old.mode} ${now.mode} ${old.sha} ${now.sha} ${at}`,
      );
      const expected = raw.split("\0").flatMap((head, index, all) => {
        return head.startsWith(":") ? [head.replace(/.$/, all[index + 1] ?? "")] : [];
      });
      expect(found.sort()).toEqual(expected.sort());
    }
  });

  it("is changed as with an index of Git", async () => {
    const base = await gitTree(path, files);
    const changed = await changeTree(path, base, [
      { path: "docs/deep/one.md", mode: "100644", sha: null },
      { path: "docs/deep/two.md", mode: "100644", sha: null },
      { path: "docs.a", ...file("Between the file and the folder.\n") },
      { path: "new/ü/x.md", ...file("x") },
      { path: "a.md", mode: "100644", sha: null },
      { path: "a.md/b.md", ...file("b") },
      { path: "none.md", mode: "100644", sha: null },
    ]);
    const expected = await gitTree(path, {
      "docs/ä b.md": "ä\n",
      "docs.md": files["docs.md"] ?? "",
      "docs-too/x": "x",
      "docs.a": "Between the file and the folder.\n",
      "new/ü/x.md": "x",
      "a.md/b.md": "b",
    });
    expect(changed).toBe(expected);
    await git(path, ["fsck", "--strict", changed ?? ""]);
  });

  it("can have a folder added as a whole, and is empty once everything is removed", async () => {
    const base = await gitTree(path, files);
    const folder = await git(path, ["rev-parse", `${base}:docs`]);
    const copied = await changeTree(path, base, [{ path: "copy", mode: "040000", sha: folder }]);
    expect(await git(path, ["rev-parse", `${copied}:copy`])).toBe(folder);
    const removals = Object.keys(files).map((each) => ({ path: each, mode: "100644", sha: null }));
    expect(await changeTree(path, base, removals)).toBe(emptyTree);
  });

  it("keeps names that are not UTF-8", async () => {
    const name = Buffer.from([0x66, 0xff, 0x2e, 0x6d, 0x64]);
    const { sha } = file("x");
    const entry = Buffer.concat([
      Buffer.from("100644 "),
      name,
      Buffer.of(0),
      Buffer.from(sha, "hex"),
    ]);
    const base = writeObject(path, "tree", entry);
    const changed = await changeTree(path, base, [{ path: "z.md", mode: "100644", sha }]);
    const { content } = (await readObject(path, changed ?? "")) ?? {};
    expect(content?.includes(name)).toBe(true);
  });

  it("cannot have a file and a folder of the same name", async () => {
    const base = await gitTree(path, files);
    const added = (at: string) => changeTree(path, base, [{ path: at, ...file("x") }]);
    expect(await added("docs")).toBeUndefined();
    expect(await added("a.md/b")).toBeUndefined();
  });
});
