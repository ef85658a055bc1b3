/** Reads the file of a post on the board, with one request to GitHub. */
import type { BoardConfig } from "../../../board/config.ts";
import type { Failure } from "../github.ts";
import { askGitHub } from "../github.ts";

export type BoardFile =
  /** `hash`: of the content, as Git computes it. */
  { ok: true; content: Uint8Array; hash: string } | { ok: false; failure: Failure };

/** @param api address of the repository in GitHub's API */
export async function readBoardFile(
  api: string,
  file: string,
  { repository }: BoardConfig,
  ask = askGitHub,
): Promise<BoardFile> {
  const answer = await ask(`${api}/contents/${file}?ref=${encodeURIComponent(repository.branch)}`);
  if (!answer.ok) return answer;
  // https://docs.github.com/rest/repos/contents#get-repository-content
  const { content, sha: hash } = answer.value as { content: string; sha: string };
  return { ok: true, content: Uint8Array.from(atob(content), (sign) => sign.charCodeAt(0)), hash };
}
