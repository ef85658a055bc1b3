/** For tests: a bare repository that Git itself has made. */
import { mkdtempDisposable } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { forgetBelow, git } from "./git.ts";

export type TestRepository = AsyncDisposable & { path: string };

export const identity = {
  ...{ GIT_AUTHOR_NAME: "Ada", GIT_AUTHOR_EMAIL: "ada@example.org" },
  ...{ GIT_COMMITTER_NAME: "Ada", GIT_COMMITTER_EMAIL: "ada@example.org" },
};

export async function newRepository(): Promise<TestRepository> {
  const folder = await mkdtempDisposable(join(tmpdir(), "repository-"));
  const path = join(folder.path, "hello.git");
  await git(folder.path, ["init", "-q", "--bare", "-b", "main", path]);
  return {
    path,
    async [Symbol.asyncDispose]() {
      forgetBelow(folder.path);
      await folder[Symbol.asyncDispose]();
    },
  };
}

/** Files of a tree by path, each with its content. */
export type Files = Readonly<Record<string, string>>;

/** Writes a tree with Git. */
export async function gitTree(path: string, files: Files): Promise<string> {
  const variables = { GIT_INDEX_FILE: join(path, "index-of-test") };
  await git(path, ["read-tree", "--empty"], { variables });
  const lines: string[] = [];
  for (const [file, input] of Object.entries(files)) {
    const blob = await git(path, ["hash-object", "-w", "--stdin"], { input });
    lines.push(`100644 ${blob}\t${file}\0`);
  }
  await git(path, ["update-index", "-z", "--index-info"], { input: lines.join(""), variables });
  return await git(path, ["write-tree"], { variables });
}

/** Writes a commit with Git. */
export async function gitCommit(
  path: string,
  tree: string,
  parents: readonly string[] = [],
): Promise<string> {
  const parameters = ["commit-tree", tree, "-m", "x", ...parents.flatMap((sha) => ["-p", sha])];
  return await git(path, parameters, { variables: identity });
}
