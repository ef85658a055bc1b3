/** Checks a post in the editor, and prepares it to be saved. */

import { fileUnreadable } from "#words/editor.ts";
import type { CityNames } from "../src/board/cities/city-names.ts";
import type { BoardConfig } from "../src/board/config.ts";
import type { CheckedForm, EditedPost } from "../src/board/form/check-form.ts";
import { checkForm } from "../src/board/form/check-form.ts";
import type { FormData } from "../src/board/form/form-data.ts";
import type { Stamp } from "../src/board/form/stamp.ts";
import { problemText } from "../src/board/problem.ts";
import { markChecked, slugControl, unreadable } from "./job-format.ts";

/** `form` is what would be saved. */
export type CheckedPost = CheckedForm & {
  /** Why its file cannot be edited in the form. */
  unreadable: string[];
};

export function checkPost(
  post: EditedPost,
  config: BoardConfig,
  stamp: Stamp,
  cities?: CityNames,
): CheckedPost {
  const checked = checkForm(post, config, stamp, cities);
  return {
    ...checked,
    form: { ...checked.form, [slugControl]: checked.slug },
    unreadable: unreadable(post.form),
  };
}

/**
 * The form to write. Throws an Error with all problems. Decap has already validated each visible field, so
 * this is for problems that no field shows.
 */
export function prepareSave(post: EditedPost, config: BoardConfig, stamp: Stamp): FormData {
  const { form, unreadable, problems } = checkPost(post, config, stamp);
  if (unreadable.length > 0) throw new Error(fileUnreadable(unreadable.join(" ")));
  const errors = problems.filter(({ severity }) => severity === "error");
  if (errors.length > 0) throw new Error(errors.map(problemText).join(" "));
  return markChecked(form);
}
