/** What the page's address says to fill in. */

import { archiveCutOff, noSuchPost, unreadablePost } from "#words/form.ts";
import type { BoardConfig } from "../../../board/config.ts";
import type { FormData } from "../../../board/form/form-data.ts";
import { formFromQuery, formToPostAgain } from "../../../board/form/given-values.ts";
import { readJobFile } from "../../../board/job/file.ts";
import { failureText } from "../github.ts";
import type { NotFound } from "./named-post.ts";
import { readNamedPost } from "./named-post.ts";

export type Given =
  /** Values in the address. */
  | { kind: "values"; form: FormData }
  /** An earlier post, by its slug or, in older links, by the path of its file. */
  | { kind: "again"; name: string };

/** `search` is the query of the address. */
export function givenIn(search: string, config: BoardConfig): Given | undefined {
  const query = new URLSearchParams(search);
  const name = query.get("again");
  if (name !== null) return { kind: "again", name };
  const form = formFromQuery(query, config);
  return Object.keys(form).length > 0 ? { kind: "values", form } : undefined;
}

export type Earlier = { ok: true; form: FormData; title: string } | { ok: false; message: string };

/**
 * Reads an earlier post, mostly with one request to GitHub.
 *
 * @param api address of the repository in GitHub's API
 * @param name its slug, or the path of its file
 */
export async function readEarlier(
  api: string,
  name: string,
  config: BoardConfig,
): Promise<Earlier> {
  const found = await readNamedPost(api, name, config);
  if (!found.ok) {
    return { ok: false, message: messageFor(found.failure) };
  }
  const read = readJobFile(found.file, found.content, config);
  if (!read.ok) return { ok: false, message: unreadablePost };
  return { ok: true, form: formToPostAgain(read.job, config), title: read.job.title };
}

function messageFor(failure: NotFound): string {
  if (failure.kind === "missing") return noSuchPost;
  return failure.kind === "cut-off" ? archiveCutOff : failureText(failure);
}
