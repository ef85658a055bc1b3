import { failureText } from "./github.ts";
import type { SubmittedFile } from "./submitted-file.ts";

type PreviewFailure = Extract<SubmittedFile, { ok: false }>["failure"];

/** Why a submission is not shown, in words for its reviewer. */
export function previewFailureText(failure: PreviewFailure, pull: number): string {
  switch (failure.kind) {
    case "missing":
      return `There is no pull request #${pull}.`;
    case "no-post":
      return `Pull request #${pull} adds or changes no post.`;
    case "many-posts":
      return `Pull request #${pull} changes ${failure.count} posts. A submission changes one, so none is shown; GitHub shows them all.`;
    case "removed":
      return `Pull request #${pull} removes ${failure.path}, so there is nothing to show.`;
    case "too-large":
      return `What pull request #${pull} changes is too large to be a post.`;
    default:
      return failureText(failure);
  }
}
