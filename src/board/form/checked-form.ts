/** What the core says of a form, however far it is filled in. */
import type { BoardConfig } from "../config.ts";
import { completeJob } from "../job/complete.ts";
import { liveJobPath, parseJobPath } from "../job/path.ts";
import type { Job } from "../job/schema.ts";
import { slugFor } from "../job/slug.ts";
import { checkDraft } from "./check-draft.ts";
import type { FormData } from "./form-data.ts";
import { draftFromForm } from "./form-data.ts";
import type { FormProblem } from "./form-words.ts";
import { inFormWords } from "./form-words.ts";
import type { Stamp } from "./stamp.ts";
import { stampNew } from "./stamp.ts";

/** A post in the form. `path` is that of its file; a new post has none yet. */
export type EditedPost = { form: FormData; path: string | undefined };

export type CheckedForm = {
  /** The form with what it fills in by itself. */
  form: FormData;
  /** The job with stand-ins for what is missing or wrong. */
  job: Job;
  file: string;
  slug: string;
  /** Fields that are missing or wrong: `job` lacks them, or has a stand-in. */
  missing: ReadonlySet<string>;
  problems: FormProblem[];
};

/** Judges the form, and makes a job of it. A new post is stamped with who sends it, and when. */
export function checkForm(
  { form, path }: EditedPost,
  config: BoardConfig,
  stamp: Stamp,
): CheckedForm {
  const stamped = path === undefined ? stampNew(form, stamp) : form;
  const draft = draftFromForm(stamped);
  const { job, standIns: missing } = completeJob(draft, config, stamp.today);
  const file = path ?? liveJobPath(slugFor(job));
  const found = parseJobPath(file);
  const isMerged = path !== undefined;
  return {
    form: stamped,
    job,
    missing,
    file,
    slug: "slug" in found ? found.slug : slugFor(job),
    problems: checkDraft(draft, { file, config, today: stamp.today, isMerged }).flatMap((problem) =>
      inFormWords(problem, draft),
    ),
  };
}
