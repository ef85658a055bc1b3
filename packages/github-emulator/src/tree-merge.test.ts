import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { mergedTree, tryGit } from "./git.ts";
import type { Files, TestRepository } from "./test-repository.ts";
import { gitCommit, gitTree, newRepository } from "./test-repository.ts";
import { mergeTrees } from "./tree-merge.ts";

let repository: TestRepository;
let path: string;

const lines = (name: string) => Array.from({ length: 12 }, (_, at) => `${name} ${at}\n`).join("");
const paths = ["a.md", "b.md", "jobs/c.md", "jobs/d.md", "old/e.md", "old/f.md"];
const base: Files = Object.fromEntries(paths.map((file) => [file, lines(file)]));

/** What a side may do to the files. */
const edits: Readonly<Record<string, (files: Files) => Files>> = {
  nothing: (files) => files,
  "adds a file": (files) => ({ ...files, "jobs/new.md": lines("new") }),
  "adds the same path": (files) => ({ ...files, "jobs/new.md": "Other.\n" }),
  "adds a file to the old folder": (files) => ({ ...files, "old/new.md": "new" }),
  "adds a file where there is a folder": (files) => ({ ...files, "x/y.md": "y" }),
  "adds a file with that name": (files) => ({ ...files, x: "x" }),
  "changes a file": (files) => ({ ...files, "a.md": `${files["a.md"]}end\n` }),
  "changes its beginning": (files) => ({ ...files, "a.md": `begin\n${files["a.md"]}` }),
  "changes two": (files) => ({ ...files, "a.md": "a", "jobs/c.md": "c" }),
  "deletes a file": ({ "jobs/c.md": _, ...files }) => files,
  "moves it": ({ "jobs/c.md": moved = "", ...files }) => ({ ...files, "jobs/2026/c.md": moved }),
  "moves it elsewhere": ({ "jobs/c.md": moved = "", ...files }) => ({ ...files, "z.md": moved }),
  "moves the folder": (files) => renamed(files, /^old\//, "now/"),
  "deletes the folder": (files) =>
    Object.fromEntries(Object.entries(files).filter(([file]) => !file.startsWith("old/"))),
};

function renamed(files: Files, from: RegExp, to: string): Files {
  return Object.fromEntries(
    Object.entries(files).map(([file, text]) => [file.replace(from, to), text]),
  );
}

beforeAll(async () => {
  repository = await newRepository();
  ({ path } = repository);
});

afterAll(async () => {
  await repository[Symbol.asyncDispose]();
});

describe("a merge", () => {
  it("has the same tree as one by Git, or is left to Git", { timeout: 60_000 }, async () => {
    const before = await gitTree(path, base);
    const start = await gitCommit(path, before);
    const sides = new Map<string, { tree: string; commit: string }>();
    for (const [name, edit] of Object.entries(edits)) {
      const tree = await gitTree(path, edit(base));
      sides.set(name, { tree, commit: await gitCommit(path, tree, [start]) });
    }
    const here: string[] = [];
    for (const [one, left] of sides) {
      for (const [other, right] of sides) {
        const merge = ["merge-tree", "--write-tree", "--no-messages", left.commit, right.commit];
        const { code, output } = await tryGit(path, merge);
        const expected = code === 0 ? output.toString().trim() : undefined;
        const what = `One ${one}, the other ${other}.`;
        const found = await mergeTrees(path, [before, left.tree, right.tree]);
        if (found !== undefined) expect(found, what).toBe(expected);
        if (found !== undefined) here.push(what);
        expect(await mergedTree(path, left.commit, right.commit), what).toBe(expected);
      }
    }
    expect(here).toContain("One adds a file, the other changes two.");
    expect(here).toContain("One moves it, the other adds a file.");
    expect(here).not.toContain("One moves it, the other moves it elsewhere.");
    expect(here).not.toContain("One moves the folder, the other adds a file to the old folder.");
  });
});
