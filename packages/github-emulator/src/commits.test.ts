import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { readCommit } from "./commit-graph.ts";
import { writeCommitTo } from "./commits.ts";
import { commitsInOrder, git } from "./git.ts";
import type { TestRepository } from "./test-repository.ts";
import { gitCommit, newRepository } from "./test-repository.ts";
import { emptyTree } from "./tree-objects.ts";

let repository: TestRepository;
let path: string;

beforeAll(async () => {
  repository = await newRepository();
  ({ path } = repository);
  await git(path, ["mktree"], { input: "" });
});

afterAll(async () => {
  await repository[Symbol.asyncDispose]();
});

describe("a commit", () => {
  it("is written as by Git, and read as it was written", async () => {
    const parent = await gitCommit(path, emptyTree);
    const [date, later] = ["2030-01-02T03:04:05Z", "2030-01-02T03:04:06Z"];
    const names = ["Ada", "Zoë  Müller", ' "Dr." <Ada>, Jr. ', "O'Hara"];
    for (const [index, name] of names.entries()) {
      const email = `${index}+ada@example.org`;
      const message = index % 2 === 0 ? "Add a post" : "Add\n\nWhy: ä\n\n";
      const input = {
        ...{ tree: emptyTree, parents: [parent], message },
        author: { name, email, date },
        committer: { name, email, date: later },
      };
      const made = writeCommitTo(path, input);
      const variables = {
        ...{ GIT_AUTHOR_NAME: name, GIT_AUTHOR_EMAIL: email, GIT_AUTHOR_DATE: date },
        ...{ GIT_COMMITTER_NAME: name, GIT_COMMITTER_EMAIL: email, GIT_COMMITTER_DATE: later },
      };
      const parameters = ["commit-tree", emptyTree, "-p", parent];
      expect(made).toBe(await git(path, parameters, { input: message, variables }));
      const shown = await git(path, ["log", "-1", "--format=%an%x00%ae", made]);
      expect(await readCommit(path, made)).toEqual({
        ...{ ...input, sha: made, message: message.trimEnd() },
        author: { name: shown.split("\0")[0], email, date },
        committer: { name: shown.split("\0")[0], email, date: later },
      });
    }
  });

  it("with more headers is read, too", async () => {
    const person = "Ada <ada@example.org> 1900000000 +0200";
    const input = [
      `tree ${emptyTree}`,
      ...[
        `author ${person}`,
        `committer ${person}`,
        "gpgsig -----BEGIN",
        " author Eve <e> 1 +0000",
      ],
      ...["", "Signed", "", "author Eve <e> 1 +0000", ""],
    ].join("\n");
    const sha = await git(path, ["hash-object", "-t", "commit", "-w", "--stdin"], { input });
    expect(await readCommit(path, sha)).toMatchObject({
      ...{ parents: [], author: { name: "Ada", date: "2030-03-17T17:46:40Z" } },
      message: "Signed\n\nauthor Eve <e> 1 +0000",
    });
  });
});

describe("the commits between two", () => {
  it("are in Git's order, also if there are merges among them", async () => {
    const base = await gitCommit(path, emptyTree);
    const left = await gitCommit(path, emptyTree, [await gitCommit(path, emptyTree, [base])]);
    const tree = await git(path, ["mktree"], {
      input: `040000 tree ${emptyTree}\tempty\n`,
    });
    const right = await gitCommit(path, tree, [base]);
    const merge = await gitCommit(path, tree, [left, right]);
    for (const head of [base, left, merge]) {
      const parameters = ["rev-list", "--reverse", "--topo-order", `${base}..${head}`];
      const expected = (await git(path, parameters)).split("\n").filter(Boolean);
      expect(await commitsInOrder(path, base, head)).toEqual(expected);
    }
  });
});
