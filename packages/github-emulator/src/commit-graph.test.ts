import { mkdtempDisposable } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { commitsSince, forgetBelow, git, isAncestor, mergeBases, treeOf, tryGit } from "./git.ts";

let folder: Awaited<ReturnType<typeof mkdtempDisposable>>;
let repository: string;
/** Commits of many branches that were merged with each other again and again. */
const commits: string[] = [];

const identity = {
  ...{ GIT_AUTHOR_NAME: "Ada", GIT_AUTHOR_EMAIL: "ada@example.org" },
  ...{ GIT_COMMITTER_NAME: "Ada", GIT_COMMITTER_EMAIL: "ada@example.org" },
};

async function commit(parents: readonly string[], message: string): Promise<string> {
  const tree = await git(repository, ["mktree"], { input: "" });
  const parameters = ["commit-tree", tree, "-m", message, ...parents.flatMap((sha) => ["-p", sha])];
  return await git(repository, parameters, { variables: identity });
}

beforeAll(async () => {
  folder = await mkdtempDisposable(join(tmpdir(), "graph-"));
  repository = join(folder.path, "hello.git");
  await git(folder.path, ["init", "-q", "--bare", repository]);
  // Lines that were merged with each other crosswise, so that some have two merge bases.
  let sides = [await commit([], "One"), await commit([], "Another")];
  for (let round = 0; round < 5; round += 1) {
    const [left = "", right = ""] = sides;
    const merges = [await commit([left, right], `Left ${round}`), await commit([right, left], "R")];
    sides = [
      await commit(merges.slice(0, 1), "L"),
      await commit(merges.slice(1), `Right ${round}`),
    ];
    commits.push(left, right, ...merges);
  }
});

afterAll(async () => {
  forgetBelow(folder.path);
  await folder[Symbol.asyncDispose]();
});

function pairs(): [string, string][] {
  return commits.flatMap((one, index) =>
    commits
      .filter((_, other) => (index + other) % 4 === 1)
      .map((other): [string, string] => [one, other]),
  );
}

describe("the graph of commits", () => {
  it("says as Git does who descends from whom", async () => {
    for (const [one, other] of pairs()) {
      const { code } = await tryGit(repository, ["merge-base", "--is-ancestor", one, other]);
      expect(await isAncestor(repository, one, other)).toBe(code === 0);
    }
  });

  it("has the same merge bases as Git, also if there are several", async () => {
    let several = 0;
    for (const [one, other] of pairs()) {
      const { output } = await tryGit(repository, ["merge-base", "--all", one, other]);
      const expected = output.toString().split("\n").filter(Boolean);
      several += expected.length > 1 ? 1 : 0;
      expect((await mergeBases(repository, one, other)).sort()).toEqual(expected.sort());
    }
    expect(several).toBeGreaterThan(0);
  });

  it("has the same commits between two as Git", async () => {
    for (const [one, other] of pairs()) {
      const { output } = await tryGit(repository, ["rev-list", `${one}..${other}`]);
      const expected = output.toString().split("\n").filter(Boolean);
      expect([...(await commitsSince(repository, one, other))].sort()).toEqual(expected.sort());
    }
  });

  it("knows what is added later, and nothing of what is not there", async () => {
    const [first = ""] = commits;
    const unknown = "1".repeat(40);
    expect(await treeOf(repository, unknown)).toBeUndefined();
    expect(await isAncestor(repository, first, unknown)).toBe(false);
    const added = await commit([first], "Another");
    expect(await isAncestor(repository, first, added)).toBe(true);
    const tree = await git(repository, ["rev-parse", `${added}^{tree}`]);
    expect(await treeOf(repository, added)).toBe(tree);
    // A tree is no commit.
    expect(await treeOf(repository, tree)).toBeUndefined();
  });
});
