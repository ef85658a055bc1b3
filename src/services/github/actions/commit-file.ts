/** A commit that changes one file. It is on no branch until one is pointed to it. */
import type { GitHub } from "../client.ts";

/** What a branch points to. */
export type Top = { commit: string; tree: string };

export async function readTop({ rest, at }: GitHub, branch: string): Promise<Top> {
  const { data: ref } = await rest.git.getRef({ ...at, ref: `heads/${branch}` });
  const commit = ref.object.sha;
  const { data } = await rest.git.getCommit({ ...at, commit_sha: commit });
  return { commit, tree: data.tree.sha };
}

/** Makes the commit on top of another, and gives back its name. */
export async function commitFile(
  { rest, at }: GitHub,
  on: Top,
  { path, text, message }: { path: string; text: string; message: string },
): Promise<string> {
  const { data: tree } = await rest.git.createTree({
    ...at,
    base_tree: on.tree,
    tree: [{ path, mode: "100644", type: "blob", content: text }],
  });
  const { data: commit } = await rest.git.createCommit({
    ...at,
    message,
    tree: tree.sha,
    parents: [on.commit],
  });
  return commit.sha;
}
