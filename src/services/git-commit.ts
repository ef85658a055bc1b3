/** Makes commits in a throw-away repository, and pushes them to branches of the remote. Nothing is checked out. */
import * as words from "#words/github.ts";
import type { GitObjects } from "./git-objects.ts";
import type { RemoteBranch } from "./git-posts.ts";
import { authorization } from "./git-settings.ts";

/** A file and its new text; `null` deletes it. */
export type FileChange = { path: string; text: string | null };

export type Made = { commit: string; tree: string };

/** The remote understood a push and refused it. */
export class PushRefusal extends Error {
  /** In the words of the remote. */
  readonly because: string;

  constructor(branch: string, because: string) {
    super(words.git.pushRefused(branch, because));
    this.because = because;
  }
}

/** The name of a commit in the throw-away repository. */
const madeRef = "refs/heads/made";

const pushAttempts = 2;

/** Commits changed files on top of a commit of the branch, which was fetched. The commit is on no branch of the remote. */
export async function commitFiles(
  objects: GitObjects,
  {
    on,
    changes,
    message,
    author,
  }: {
    on: string;
    changes: readonly FileChange[];
    message: string;
    author: { name: string; email: string };
  },
): Promise<Made> {
  await objects.fetchTrees([on]);
  const lines = [
    `commit ${madeRef}`,
    `committer ${author.name} <${author.email}> now`,
    data(message),
    `from ${on}`,
    ...changes.map(({ path, text }) =>
      text === null
        ? `D ${JSON.stringify(path)}`
        : `M 100644 inline ${JSON.stringify(path)}\n${data(text)}`,
    ),
  ];
  // https://git-scm.com/docs/git-fast-import
  await objects.readAll(["fast-import", "--quiet", "--force", "--date-format=now"], {
    input: `${lines.join("\n")}\n`,
  });
  const names = await objects.readAll(["rev-parse", madeRef, `${madeRef}^{tree}`]);
  const [commit = "", tree = ""] = names.toString().trim().split("\n");
  return { commit, tree };
}

function data(text: string): string {
  return `data ${Buffer.byteLength(text)}\n${text}`;
}

/**
 * Pushes a commit to a branch of the remote. Throws a PushRefusal if the remote refuses it, and another Error if Git
 * does not know which of its objects the remote has, because its own branch has moved on since it was fetched.
 *
 * @param target.force whether to replace what the branch has
 * @returns `false` if the branch is there, and what it has would be lost
 */
export async function pushCommit(
  objects: GitObjects,
  remote: RemoteBranch,
  { branch, commit, force = false }: { branch: string; commit: string; force?: boolean },
): Promise<boolean> {
  const refspec = `${force ? "+" : ""}${commit}:refs/heads/${branch}`;
  for (let attempt = 1; ; attempt += 1) {
    const push = ["push", "--porcelain", "--no-thin", remote.url, refspec];
    const { code, output, messages } = await objects.read(push, overNetwork(remote));
    if (code === 0) return true;
    const [, kind, reason = ""] = /^!.*\[(remote )?rejected\] \((.*)\)$/m.exec(`${output}`) ?? [];
    if (reason !== "" && kind === undefined) return false;
    const isRefused = reason !== "" && reason !== incomplete;
    if (isRefused || isForbidden(messages)) {
      throw new PushRefusal(branch, remarksIn(messages) || reason || forbidden);
    }
    if (attempt === pushAttempts) {
      throw new Error(words.git.notPushed(branch, remote.url), { cause: new Error(messages) });
    }
  }
}

/** What Git says if a push lacks objects. */
const incomplete = "unpacker error";

/** What Git says about this answer to any of its requests. */
const forbidden = "The requested URL returned error: 403";

function isForbidden(messages: string): boolean {
  return messages.includes(forbidden);
}

/** What the remote says: Git begins these lines with its name. */
function remarksIn(messages: string): string {
  const lines = messages.split("\n").filter((line) => line.startsWith("remote:"));
  return lines.map((line) => line.slice("remote:".length).trim()).join(" ");
}

/** The commit that a branch of the remote points at, with what it has and follows; `undefined` without the branch. */
export async function readRemoteBranch(
  objects: GitObjects,
  remote: RemoteBranch,
  branch: string,
): Promise<(Made & { parents: readonly string[] }) | undefined> {
  const parameters = ["ls-remote", remote.url, `refs/heads/${branch}`];
  const [commit] = (await objects.readAll(parameters, overNetwork(remote))).toString().split("\t");
  if (!commit || !(await objects.fetchCommits([commit]))) return undefined;
  const found = await objects.readAll(["log", "-1", "--format=%T %P", commit]);
  const [tree = "", ...parents] = found.toString().trim().split(" ");
  return { commit, tree, parents };
}

function overNetwork(remote: RemoteBranch) {
  const protocols = new URL(remote.url).protocol.slice(0, -1);
  return { protocols, settings: authorization(remote) };
}
