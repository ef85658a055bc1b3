/** A commit that changes files. It is on no branch until one is pointed to it. */
import type { GitHub } from "../client.ts";

/** What a branch points to. */
export type Top = { commit: string; tree: string };

export async function readTop({ rest, at }: GitHub, branch: string): Promise<Top> {
  const { data: ref } = await rest.git.getRef({ ...at, ref: `heads/${branch}` });
  const commit = ref.object.sha;
  const { data } = await rest.git.getCommit({ ...at, commit_sha: commit });
  return { commit, tree: data.tree.sha };
}

/** A file by its path, and what is to stand in it; `null`: nothing, it goes. */
export type FileChange = { path: string; text: string | null };

/** Makes the commit on top of another, and gives back its name. */
export async function commitFile(
  github: GitHub,
  on: Top,
  { message, ...file }: { path: string; text: string; message: string },
): Promise<string> {
  return (await commitFiles(github, on, [file], message)).commit;
}

/** Makes one commit of several changes on top of another. */
export async function commitFiles(
  { rest, at }: GitHub,
  on: Top,
  changes: readonly FileChange[],
  message: string,
): Promise<Top> {
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
