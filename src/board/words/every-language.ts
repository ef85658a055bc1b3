/**
 * What the board reads in each of its languages, whichever it speaks: texts stay in files, issues and comments when a
 * board changes its language, and people write in theirs.
 */
import * as enPost from "./en/post.ts";
import * as enForm from "./en/request-form.ts";
import * as enStatus from "./en/status.ts";
import * as esPost from "./es/post.ts";
import * as esForm from "./es/request-form.ts";
import * as esStatus from "./es/status.ts";

/** For `Intl`. */
export const languages = ["en", "es"];

/** The form for owners’ requests. */
export const requestForms = [enForm, esForm];

/** The beginnings of commit statuses that say that a reviewer has requested changes. */
export const changesRequested = [enStatus.changesRequested, esStatus.changesRequested];

/** The headings of a job file’s sections. */
export const sectionHeadings = {
  description: [],
  requirements: [enPost.requirements, esPost.requirements],
  company_description: [enPost.company, esPost.company],
};
