/**
 * Creates commits that change files. They are on no branch until one is moved to them.
 *
 * GitHub signs what its API commits for the bot, unlike what Git pushes: housekeeping can bring its commit to the board’s
 * branch as it is, where unsigned ones may be forbidden. Changes to single posts are made with Git, because GitHub makes
 * their commit again when it merges. https://docs.github.com/authentication/managing-commit-signature-verification/about-commit-signature-verification#signature-verification-for-bots
 */
import type { GitHub } from "../client.ts";

/** The commit that a branch points at, and its tree. */
export type BranchHead = { commit: string; tree: string };

export async function readBranchHead({ rest, at }: GitHub, branch: string): Promise<BranchHead> {
  const { data: ref } = await rest.git.getRef({ ...at, ref: `heads/${branch}` });
  const commit = ref.object.sha;
  const { data } = await rest.git.getCommit({ ...at, commit_sha: commit });
  return { commit, tree: data.tree.sha };
}

/** A file and its new text; `null` deletes it. */
export type FileChange = { path: string; text: string | null };

/** Commits one file on top of another commit. Returns the SHA. */
export async function commitFile(
  github: GitHub,
  on: BranchHead,
  { message, ...file }: { path: string; text: string; message: string },
): Promise<string> {
  return (await commitFiles(github, on, [file], message)).commit;
}

/** Commits several files at once on top of another commit. */
export async function commitFiles(
  { rest, at }: GitHub,
  on: BranchHead,
  changes: readonly FileChange[],
  message: string,
): Promise<BranchHead> {
  const { data: tree } = await rest.git.createTree({
    ...at,
    base_tree: on.tree,
    tree: changes.map(({ path, text }) => ({
      path,
      mode: "100644" as const,
      type: "blob" as const,
      ...(text === null ? { sha: null } : { content: text }),
    })),
  });
  const { data: commit } = await rest.git.createCommit({
    ...at,
    message,
    tree: tree.sha,
    parents: [on.commit],
  });
  return { commit: commit.sha, tree: tree.sha };
}
