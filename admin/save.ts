/** What the core says of a post in the editor, and what happens to it between the button and the file. */
import type { BoardConfig } from "../src/board/config.ts";
import { completeJob } from "../src/board/job/complete.ts";
import { liveJobPath, parseJobPath } from "../src/board/job/path.ts";
import type { Job } from "../src/board/job/schema.ts";
import { slugFor } from "../src/board/job/slug.ts";
import { checkDraft } from "./check-draft.ts";
import type { FormData } from "./form-data.ts";
import { draftFromForm } from "./form-data.ts";
import type { FormProblem } from "./form-words.ts";
import { inFormWords } from "./form-words.ts";
import { describe, markChecked, slugControl, unreadable } from "./job-format.ts";
import type { Stamp } from "./stamp.ts";
import { stampNew } from "./stamp.ts";

/** A post in the editor. `path` is that of its file; a new post has none yet. */
export type EditedPost = { form: FormData; path: string | undefined };

export type CheckedPost = {
  /** The form as it would be saved. */
  form: FormData;
  /** The job with stand-ins for what is missing or wrong. */
  job: Job;
  file: string;
  slug: string;
  /** Why its file cannot be edited in the form. */
  unreadable: string[];
  /** Fields that are missing or wrong: `job` lacks them, or has a stand-in. */
  missing: ReadonlySet<string>;
  problems: FormProblem[];
};

export function checkPost(
  { form, path }: EditedPost,
  config: BoardConfig,
  stamp: Stamp,
): CheckedPost {
  const stamped = path === undefined ? stampNew(form, stamp) : form;
  const draft = draftFromForm(stamped);
  const { job, standIns: missing } = completeJob(draft, config, stamp.today);
  const file = path ?? liveJobPath(slugFor(job));
  const found = parseJobPath(file);
  const slug = "slug" in found ? found.slug : slugFor(job);
  return {
    form: { ...stamped, [slugControl]: slug },
    job,
    missing,
    file,
    slug,
    unreadable: unreadable(form),
    problems: checkDraft(draft, {
      ...{ file, config, today: stamp.today },
      isMerged: path !== undefined,
    }).flatMap((problem) => inFormWords(problem, draft)),
  };
}

/**
 * The form to be written. Throws an Error with all that is wrong: Decap's own checks have looked
 * at each visible field before, so this is for what they could not see.
 */
export function prepareSave(post: EditedPost, config: BoardConfig, stamp: Stamp): FormData {
  const { form, unreadable, problems } = checkPost(post, config, stamp);
  if (unreadable.length > 0) throw new Error(`Its file cannot be read. ${unreadable.join(" ")}`);
  const errors = problems.filter(({ severity }) => severity === "error");
  if (errors.length > 0) throw new Error(errors.map(describe).join(" "));
  return markChecked(form);
}
