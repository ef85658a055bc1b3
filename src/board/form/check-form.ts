/** Checks a form, however far it is filled in, with the same schema and rules as a file. */

import { salaryLabels } from "#words/fields.ts";
import {
  amountFix,
  chooseFromList,
  completeThePay,
  missingLogin,
  requirementsInDescription,
  unreadableAmount,
  unreadableDate,
  wrongLogin,
} from "#words/form.ts";
import { hiddenCharacterInText, hiddenCharacterInValue, missing } from "#words/problems.ts";
import type { CityNames } from "../cities/city-names.ts";
import type { BoardConfig } from "../config.ts";
import { findRefusedCharacter } from "../job/characters.ts";
import type { CompletedJob } from "../job/complete.ts";
import { completeJob } from "../job/complete.ts";
import { writeJobFile } from "../job/file.ts";
import { liveJobPath, parseJobPath } from "../job/path.ts";
import type { PlaceFields } from "../job/places.ts";
import { fieldLabel, partsOfPlaces, placeParts, readNameInPlaces } from "../job/places.ts";
import type { Job } from "../job/schema.ts";
import { jobSchema } from "../job/schema.ts";
import { sectionFields, splitOwnHeading } from "../job/sections.ts";
import { slugApart, slugFor } from "../job/slug.ts";
import { plainText } from "../post/markdown.ts";
import type { Problem, Repair } from "../problem.ts";
import { applyRulesAround, rules } from "../rules/index.ts";
import { Neighbors } from "../rules/neighbors.ts";
import type { Draft, FormData, SalaryPart } from "./form-data.ts";
import { draftFromForm, isEmpty, salaryControl, salaryParts } from "./form-data.ts";
import { placeControl } from "./places.ts";
import type { Stamp } from "./stamp.ts";
import { stampNew } from "./stamp.ts";

/** A post in the form. */
export type EditedPost = {
  form: FormData;
  /** Of its file; a new post has none yet. */
  path: string | undefined;
  /** It has a file, but is not on the board yet. */
  isWaiting?: boolean;
  /** It is new, and another job than one with the same company, title and city. */
  isAnother?: boolean;
};

/** The control for the GitHub username, which is a field of the form only. */
export const loginControl = "login";

/** `control` is the name of the control that shows the problem, or null if it is about the whole post. */
export type FormProblem = Problem & { control: string | null };

export type CheckedForm = {
  /** The form with what it fills in by itself. */
  form: FormData;
  /** The job, with placeholders for missing or wrong values. */
  job: Job;
  file: string;
  slug: string;
  /** Fields that are missing or wrong: `job` has a placeholder for them, or lacks them. */
  missing: ReadonlySet<string>;
  problems: FormProblem[];
};

/**
 * Checks the form and makes a job of it. A new post gets its date and submitter.
 *
 * @param cities the names of cities, if they are known yet
 */
export function checkForm(
  { form, path, isWaiting = path === undefined, isAnother }: EditedPost,
  config: BoardConfig,
  stamp: Stamp,
  cities?: CityNames,
): CheckedForm {
  const stamped = path === undefined ? stampNew(form, stamp) : form;
  const draft = draftFromForm(stamped, config);
  const completed = completeJob(draft, config, stamp.today);
  const { job, standIns } = completed;
  const newSlug = isAnother ? slugApart(job) : slugFor(job);
  const file = path ?? liveJobPath(newSlug);
  const found = parseJobPath(file);
  const slug = "slug" in found ? found.slug : newSlug;
  const problems = [
    ...problemsOfFields(completed, draft, file),
    ...problemsOfWriting(job, file, config),
    ...problemsByRules(completed, { file, isMerged: !isWaiting }, config, stamp, cities),
  ];
  return {
    form: stamped,
    job,
    missing: standIns,
    file,
    slug,
    problems: [
      ...aboutWholePost(stamped, draft, file, config),
      ...problems.flatMap((problem) => inForm(problem, draft, path === undefined)),
    ].map((problem) => aroundParts(problem, partsOf(stamped, draft))),
  };
}

/** The sections in a whole post that was pasted into the description; `undefined` if each is in its own field. */
function partsOf(form: FormData, draft: Draft): Record<string, string> | undefined {
  if (!isEmpty(form.requirements) || draft.requirements === undefined) return undefined;
  const parts = sectionFields.map(({ field }) => [field, draft[field]] as const);
  return Object.fromEntries(
    parts.flatMap(([field, text]) => (text ? [[field, String(text)]] : [])),
  );
}

function aboutWholePost(
  form: FormData,
  draft: Draft,
  file: string,
  config: BoardConfig,
): FormProblem[] {
  const values = partsOf(form, draft);
  if (!values) return [];
  const own = splitOwnHeading(values.requirements ?? "", config).heading;
  const words = requirementsInDescription(own ? plainText(own) : fieldLabel("requirements"));
  const about = { file, field: "description", control: "description", rule: "sections" };
  const repair = { values, shown: "" };
  return [{ ...about, severity: "advice", ...words, repair }];
}

/** A repair of one part of such a post moves the others to their fields, and lines are not counted in a part. */
function aroundParts(problem: FormProblem, parts: Record<string, string> | undefined): FormProblem {
  if (!parts || !(problem.field && problem.field in parts)) return problem;
  const { repair, line, ...rest } = problem;
  return {
    ...rest,
    ...(line !== undefined && problem.field === "description" && { line }),
    ...(repair && { repair: { ...repair, values: { ...parts, ...repair.values } } }),
  };
}

/** The name under which the reader reports characters. */
const charactersRule = "characters";

/** The reader counts lines of the file. Here the problem names the field and the line in it. */
function problemsOfFields({ findings }: CompletedJob, draft: Draft, file: string): Problem[] {
  const severity = "error" as const;
  const places = draft.places ? partsOfPlaces(draft as PlaceFields, placeParts) : [];
  const values = Object.entries(draft).map(([field, value]) => ({ field, value }));
  const byCharacter = [...values, ...places].flatMap(({ field, value }): Problem[] => {
    const found = findRefusedCharacter([value].flat().join("\n"));
    if (!found) return [];
    const label = fieldLabel(field);
    const isText = sectionFields.some((section) => section.field === field);
    const words = isText
      ? hiddenCharacterInText(label, found)
      : hiddenCharacterInValue(label, found);
    return [{ file, field, rule: charactersRule, severity, ...words }];
  });
  const found = new Set(byCharacter.map(({ field }) => field));
  // A hidden character makes an address wrong too, and says more.
  const bySchema = findings
    .filter(({ field }) => !found.has(field))
    .map((finding) => ({ file, rule: "schema", severity, ...finding }));
  return [...bySchema, ...byCharacter];
}

function problemsOfWriting(job: Job, file: string, config: BoardConfig): Problem[] {
  const written = writeJobFile(file, job, config);
  return written.ok ? [] : written.problems.filter(({ rule }) => rule !== charactersRule);
}

/**
 * Rules look at a whole job, so they get the one with placeholders; what they find in a placeholder is
 * left out. Rules that spare merged posts spare a file that is already on the board.
 */
function problemsByRules(
  { job, standIns }: CompletedJob,
  { file, isMerged }: { file: string; isMerged: boolean },
  config: BoardConfig,
  { today }: Stamp,
  cities: CityNames | undefined,
): Problem[] {
  const path = parseJobPath(file);
  if ("refused" in path) return [];
  const subject = { file, ...path, job };
  const context = { config, today, cities, neighbors: new Neighbors([subject]) };
  const chosen = isMerged ? rules.filter(({ sparesMerged }) => !sparesMerged) : rules;
  return applyRulesAround(standIns, subject, context, chosen);
}

/**
 * A problem in terms of the form's controls. One with the pay can be several here: the form has a control for each
 * part of it. The submitter of a new post comes from the control for the GitHub username.
 */
function inForm(problem: Problem, draft: Draft, isNew: boolean): FormProblem[] {
  const { field, rule, message, formMessage = message, fix, formFix = fix } = problem;
  if (isNew && field === "submitted_by") {
    return [{ ...problem, control: loginControl, ...(draft[field] ? wrongLogin : missingLogin) }];
  }
  if (field === "salary" && rule === "schema") return problemsOfPay(problem, draft.salary);
  if (field === "expires" && rule === "schema") {
    return [
      { ...problem, control: field, message: unreadableDate(fieldLabel(field)), fix: formFix },
    ];
  }
  const { repair } = problem;
  return [
    {
      ...problem,
      ...{ control: field && controlOf(field), message: formMessage, fix: formFix },
      ...(repair && { repair: { ...repair, values: inControls(repair.values) } }),
    },
  ];
}

/** The control that shows the problems of a field. The first place has the names of a single one. */
function controlOf(field: string): string {
  if (field === "salary") return salaryControl("min");
  if (field === "places") return placeControl(2, "city");
  const inPlaces = readNameInPlaces(field);
  return inPlaces ? placeControl(inPlaces.number, inPlaces.part) : field;
}

function inControls(values: Repair["values"]): Repair["values"] {
  return Object.fromEntries(
    Object.entries(values).map(([field, value]) => [controlOf(field), value]),
  );
}

/** Each missing or wrong part. The schema's check reports only one at a time. */
function problemsOfPay(problem: Problem, salary: unknown): FormProblem[] {
  const pay = typeof salary === "object" && salary !== null ? salary : {};
  const required: readonly string[] = jobSchema.properties.salary.required;
  return salaryParts.flatMap((part) => {
    const control = salaryControl(part);
    if (required.includes(part) && !Object.hasOwn(pay, part)) {
      return [{ ...problem, control, message: missing(salaryLabels[part]), fix: completeThePay }];
    }
    if (problem.part !== part) return [];
    const isText = (part === "min" || part === "max") && typeof Reflect.get(pay, part) === "string";
    const message = isText ? unreadableAmount(salaryLabels[part]) : problem.message;
    return [{ ...problem, control, message, fix: fixOfPay[part] }];
  });
}

const fixOfPay: Record<SalaryPart, string> = {
  min: amountFix,
  max: amountFix,
  currency: chooseFromList,
  per: chooseFromList,
};
