/** What the page's address says to fill in. */
import type { BoardConfig } from "../../../board/config.ts";
import type { FormData } from "../../../board/form/form-data.ts";
import { formFromQuery, formToPostAgain } from "../../../board/form/given-values.ts";
import { readJobFile } from "../../../board/job/file.ts";
import { parseJobPath } from "../../../board/job/path.ts";
import { noSuchPost, unreadablePost } from "../../../board/words/en/form.ts";
import type { Answer } from "../github.ts";
import { askGitHub, failureText } from "../github.ts";
import { readBoardFile } from "./board-file.ts";

export type Given =
  /** Values in the address. */
  | { kind: "values"; form: FormData }
  /** An earlier post, by the path of its file. */
  | { kind: "again"; file: string };

/** `search` is the query of the address. */
export function givenIn(search: string, config: BoardConfig): Given | undefined {
  const query = new URLSearchParams(search);
  const file = query.get("again");
  if (file !== null) return { kind: "again", file };
  const form = formFromQuery(query, config);
  return Object.keys(form).length > 0 ? { kind: "values", form } : undefined;
}

export type Earlier = { ok: true; form: FormData; title: string } | { ok: false; message: string };

/**
 * Reads an earlier post, with one request to GitHub.
 *
 * @param api address of the repository in GitHub's API
 */
export async function readEarlier(
  api: string,
  file: string,
  config: BoardConfig,
  ask: (address: string) => Promise<Answer> = askGitHub,
): Promise<Earlier> {
  if ("refused" in parseJobPath(file)) return { ok: false, message: noSuchPost };
  const found = await readBoardFile(api, file, config, ask);
  if (!found.ok) {
    const { failure } = found;
    return { ok: false, message: failure.kind === "missing" ? noSuchPost : failureText(failure) };
  }
  const read = readJobFile(file, found.content, config);
  if (!read.ok) return { ok: false, message: unreadablePost };
  return { ok: true, form: formToPostAgain(read.job, config), title: read.job.title };
}
