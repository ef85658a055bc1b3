/** Reads a listed post, so that its owner can change it. */

import * as words from "#words/corrections.ts";
import { fileEditorPath } from "../../../board/change-url.ts";
import { formFromJob } from "../../../board/form/form-data.ts";
import { readJobFile } from "../../../board/job/file.ts";
import { liveJobPath } from "../../../board/job/path.ts";
import { refuseSlug } from "../../../board/job/slug.ts";
import { readAuthorTasks } from "../../../board/review/tasks-in-comment.ts";
import { failureText } from "../github.ts";
import { readBoardFile } from "./board-file.ts";
import type { ReadSentPost, SentPost, Source } from "./sent-post.ts";
import { obstacle } from "./sent-post.ts";

/** With one request to GitHub. */
export async function readListedPost(slug: string, source: Source): Promise<ReadSentPost> {
  const { api, config, ask } = source;
  if (refuseSlug(slug)) return obstacle(words.notListed, { page: "mine" });
  const path = liveJobPath(slug);
  const { owner, name } = config.repository;
  const editorPath = `/${owner}/${name}${fileEditorPath(path, config)}`;
  const file = await readBoardFile(api, path, config, ask);
  if (!file.ok) {
    return file.failure.kind === "missing"
      ? obstacle(words.notListed, { page: "mine" })
      : obstacle(failureText(file.failure), { path: editorPath });
  }
  const read = readJobFile(path, file.content, config);
  if (!read.ok) return obstacle(words.unreadable, { path: editorPath }, { reasons: read.problems });
  const { job } = read;
  if (job.closed) return obstacle(words.notListed, { page: "mine" });
  const post: SentPost = {
    ...{ id: slug, isListed: true, isNew: false, isOpen: true, isUnchecked: false },
    ...{ isEmailed: false, status: undefined, tasks: readAuthorTasks("") },
    ...{ path, hash: file.hash, form: formFromJob(job), editorPath, login: job.submitted_by },
    text: new TextDecoder().decode(file.content),
  };
  return { kind: "editable", post };
}
