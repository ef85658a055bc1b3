import type { GitHub } from "../client.ts";

/** The commit that the board's branch is at. */
export async function readTip({ rest, at, branch }: GitHub): Promise<string> {
  return (await rest.git.getRef({ ...at, ref: `heads/${branch}` })).data.object.sha;
}
