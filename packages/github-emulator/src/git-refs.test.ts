import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { git } from "./git.ts";
import { listRefs, readRef, updateRef } from "./git-refs.ts";
import type { TestRepository } from "./test-repository.ts";
import { gitCommit, newRepository } from "./test-repository.ts";
import { emptyTree } from "./tree-objects.ts";

let repository: TestRepository;
let path: string;
let [first, second] = ["", ""];

beforeEach(async () => {
  repository = await newRepository();
  ({ path } = repository);
  await git(path, ["mktree"], { input: "" });
  first = await gitCommit(path, emptyTree);
  second = await gitCommit(path, emptyTree, [first]);
});

afterEach(async () => {
  await repository[Symbol.asyncDispose]();
});

const main = "refs/heads/main";

async function listedByGit(): Promise<string[]> {
  const list = await git(path, ["for-each-ref", "--format=%(refname) %(objectname)"]);
  return list.split("\n").filter(Boolean);
}

async function expectAsListedByGit(): Promise<void> {
  const all = listRefs(path, "refs/").map(({ ref, sha }) => `${ref} ${sha}`);
  expect(all).toEqual(await listedByGit());
}

describe("a ref", () => {
  it("is created, moved, and deleted, as Git sees it, packed or not", async () => {
    for (const isPacked of [false, true]) {
      expect((await updateRef(path, { ref: main, before: null, after: first })).code).toBe(0);
      const topic = { ref: "refs/heads/a/b/topic", after: first };
      expect((await updateRef(path, topic)).code).toBe(0);
      if (isPacked) await git(path, ["pack-refs", "--all"]);
      await expectAsListedByGit();
      expect((await updateRef(path, { ref: main, before: first, after: second })).code).toBe(0);
      expect(readRef(path, main)).toBe(second);
      expect(listRefs(path, "refs/heads/a/").map(({ ref }) => ref)).toEqual([topic.ref]);
      await expectAsListedByGit();
      for (const ref of [main, topic.ref]) {
        expect((await updateRef(path, { ref, after: null })).code).toBe(0);
        expect(readRef(path, ref)).toBeUndefined();
      }
      // Its folders are no longer in the way.
      expect((await updateRef(path, { ref: "refs/heads/a", after: first })).code).toBe(0);
      await updateRef(path, { ref: "refs/heads/a", after: null });
      await expectAsListedByGit();
    }
  });

  it("does not move if it has moved meanwhile, or cannot be there", async () => {
    await updateRef(path, { ref: main, before: null, after: second });
    const refused = [
      { ref: main, before: first, after: first },
      { ref: main, before: null, after: first },
      { ref: main, before: first, after: null },
      { ref: `${main}/topic`, before: null, after: first },
      { ref: "refs/heads/none", before: first, after: first },
      // No commit.
      { ref: main, after: emptyTree },
      { ref: "refs/heads/..", after: first },
    ];
    for (const change of refused) {
      const { code, words } = await updateRef(path, change);
      expect(code).not.toBe(0);
      expect(words).not.toBe("");
    }
    expect(await listedByGit()).toEqual([`${main} ${second}`]);
  });
});
