/**
 * The file format of posts for Decap, with the board's own reader and writer.
 *
 * Decap asks for a file's text in two situations. Before a save, `prepareSave` has checked and marked the
 * form, and the text is the canonical one. While somebody types, Decap stores a backup in the browser every
 * few seconds. Then the form may be half filled in, so the backup is the form itself.
 */

import { theFile, unreadableTitle } from "#words/editor.ts";
import type { BoardConfig } from "../src/board/config.ts";
import type { FormData } from "../src/board/form/form-data.ts";
import { draftFromForm, formFromJob } from "../src/board/form/form-data.ts";
import { checkJob } from "../src/board/job/check.ts";
import { readJobFile, writeJobFile } from "../src/board/job/file.ts";
import { readNameInPlaces } from "../src/board/job/places.ts";
import { problemText } from "../src/board/problem.ts";
import type { CmsFormat } from "./decap-types.ts";

/** Keys of the form's data that are not fields of a job. Decap's list of fields has them as hidden fields. */
export const slugControl = "_slug";
const checkedMark = "_checked";
const unreadableMark = "_unreadable";

const copyKey = "copy of a form that was not saved";

/** The control for further places. Its value has their fields, by name. */
export const placesControl = "places";

/** The form's data in the shape of Decap's fields. */
export function entryFromForm(form: FormData): FormData {
  const isFurther = ([name]: [string, unknown]) => readNameInPlaces(name) !== undefined;
  const all = Object.entries(form);
  const further = all.filter(isFurther);
  return {
    ...Object.fromEntries(all.filter((one) => !isFurther(one))),
    ...(further.length > 0 && { [placesControl]: Object.fromEntries(further) }),
  };
}

/** The inverse of `entryFromForm`. */
export function formFromEntry({ [placesControl]: places, ...others }: FormData): FormData {
  return { ...others, ...(typeof places === "object" ? places : {}) };
}

/** Marks the form as checked, so that it may be written. */
export function markChecked(form: FormData): FormData {
  return { ...form, [checkedMark]: true };
}

/** What is wrong with the file that the form was read from; empty if nothing. */
export function unreadable(form: FormData): string[] {
  const found = form[unreadableMark];
  return Array.isArray(found) ? found.map(String) : [];
}

/** Creates the format. Its `fromFile` never throws, because Decap would then show an empty form that overwrites the file. */
export function jobFormat(config: BoardConfig): CmsFormat {
  return {
    fromFile(content: string): FormData {
      const copy = readCopy(content);
      if (copy) return entryFromForm(copy);
      const result = readJobFile(theFile, content, config);
      if (result.ok) return entryFromForm(formFromJob(result.job));
      return {
        title: unreadableTitle,
        [unreadableMark]: result.problems.map(problemText),
      };
    },

    toFile(data: object): string {
      const form = formFromEntry({ ...data });
      return form[checkedMark] === true ? writeForm(form, config) : writeCopy(form);
    },
  };
}

/** The canonical text. Throws if there is none, because no file is better than an unreadable one. */
function writeForm(form: FormData, config: BoardConfig): string {
  if (unreadable(form).length > 0) throw new Error(unreadable(form).join(" "));
  const { job, findings } = checkJob(draftFromForm(form, config), config);
  if (!job) throw new Error(findings.map(problemText).join(" "));
  const written = writeJobFile(theFile, job, config);
  if (!written.ok) throw new Error(written.problems.map(problemText).join(" "));
  return written.text;
}

function writeCopy(form: FormData): string {
  return JSON.stringify({ [copyKey]: form }, null, 2);
}

function readCopy(content: string): FormData | undefined {
  if (!content.startsWith("{")) return undefined; // A job file starts with three hyphens.
  try {
    const copy: unknown = JSON.parse(content);
    const form: unknown = typeof copy === "object" && copy ? Reflect.get(copy, copyKey) : undefined;
    return typeof form === "object" && form ? { ...form } : undefined;
  } catch {
    return undefined; // Then it is a job file that is wrong in another way, and the reader says how.
  }
}
