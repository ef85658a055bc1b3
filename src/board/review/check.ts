/** Checks a submission against the current posts and the ones in earlier pull requests. */

import { submissionProblems as words } from "#words/bot-answers.ts";
import { postAddress } from "../addresses.ts";
import { slugInEditor } from "../change-url.ts";
import type { CityNames } from "../cities/city-names.ts";
import type { BoardConfig } from "../config.ts";
import { absoluteUrl } from "../config.ts";
import { dayOf } from "../days.ts";
import { completeJob } from "../job/complete.ts";
import { readJobFile } from "../job/file.ts";
import { parseJobPath } from "../job/path.ts";
import { redact } from "../job/removed-post.ts";
import type { Job, JobField } from "../job/schema.ts";
import { fieldsFilledBy, jobFields } from "../job/schema.ts";
import type { JobSource } from "../listing/read-board.ts";
import { checkSources } from "../listing/read-board.ts";
import { isSameLogin } from "../login.ts";
import type { Finding, Problem } from "../problem.ts";
import { rules } from "../rules/index.ts";
import type { Submission } from "./classify.ts";
import { changedFields, filesOf, isByOwner } from "./classify.ts";
import type { Facts, Person } from "./facts.ts";
import { ghost, isMaintainer } from "./permissions.ts";

export type CheckedSubmission = {
  /** What could be read of the post, if there is one; for a deleted post, what will remain of it. */
  post: Partial<Job> | undefined;
  problems: readonly Problem[];
};

/** Reads the submitted posts and applies every rule to them. */
export function checkSubmission(
  kind: Submission,
  facts: Facts,
  config: BoardConfig,
  cities?: CityNames,
): CheckedSubmission {
  const touched = new Set(filesOf(kind));
  // Only what will remain of the post is shown.
  if (kind.kind === "closing" && kind.deleted) {
    return { post: redact(kind.before), problems: conflicts(kind, facts, config) };
  }

  const submitted = facts.pull.files.flatMap(({ path, content }) =>
    touched.has(path) && content ? [{ file: path, content }] : [],
  );
  const rivals = facts.others
    .filter(({ path }) => touched.has(path) && kind.kind === "new")
    .sort((a, b) => a.number - b.number);
  const gone = removed(facts);
  const sources = [
    ...facts.posts.filter((post) => !touched.has(post.file) && !gone.includes(post)),
    ...waiting(facts, touched),
    ...submitted,
  ].sort((a, b) => (a.file < b.file ? -1 : 1));
  // Rules about the day of submission do not apply to posts that are already on the board.
  const chosen = kind.kind === "new" ? rules : rules.filter(({ sparesMerged }) => !sparesMerged);
  const { problems } = checkSources(sources, config, facts.now, {
    rules: kind.kind === "closing" ? chosen.filter(({ severity }) => severity === "error") : chosen,
    isChecked: (file) => touched.has(file),
    gone,
    cities,
  });

  const only = kind.kind === "maintenance" ? undefined : submitted[0];
  const post = only && readPost(only, facts, config);
  const guarded = post && kind.kind !== "maintenance" ? guardFields(kind, post, facts) : [];
  return {
    post,
    problems: [
      ...conflicts(kind, facts, config),
      ...(kind.kind === "new" ? takenNames(kind.file, facts, config) : []),
      ...rivals.map(({ number, path }) => takenBySubmission(path, number, facts, config)),
      ...guarded,
      ...problems,
    ],
  };
}

/** The posts whose files would be gone after a merge. */
function removed({ pull, posts }: Facts): JobSource[] {
  const gone = new Set(
    pull.files.map(({ path, change, previousPath }) =>
      change === "removed" ? path : previousPath,
    ),
  );
  return posts.filter(({ file }) => gone.has(file));
}

/** There is none until GitHub knows. Of a new post whose name is taken, that is what its author has to know. */
function conflicts(kind: Submission, facts: Facts, config: BoardConfig): Problem[] {
  const [file] = filesOf(kind);
  const { pull } = facts;
  if (pull.state !== "open" || pull.mergeable !== false || file === undefined) return [];
  if (kind.kind === "new" && isTaken(kind.file, facts)) return [];
  const { how: fix } = resolutionOf(kind, facts, config);
  return [problem(file, "conflict", { field: null, message: words.conflict, fix })];
}

/** `isByEdit`: whether it takes an edit where `correctionUrl` leads. */
export type Resolution = { how: string; isByEdit: boolean };

/**
 * How the sender of a post resolves a conflict with the board. The form cannot: it changes the text in the sender’s
 * branch, which Git still compares with what it was when both sides were the same. The editor moves its branch to the
 * board’s latest version when it saves.
 */
export function resolutionOf(kind: Submission, facts: Facts, config: BoardConfig): Resolution {
  if (kind.kind === "maintenance") return { how: words.resolveConflict, isByEdit: false };
  const isInEditor = slugInEditor(facts.pull.branch, config) !== undefined;
  if (kind.kind === "new" && isTaken(kind.file, facts)) {
    return { how: otherName(facts, config), isByEdit: !isInEditor };
  }
  if (isInEditor) return { how: words.saveAgain, isByEdit: true };
  if (kind.kind === "new") return { how: words.sendAgain, isByEdit: false };
  const address = absoluteUrl(config, postAddress(slugOf(kind.file)));
  return { how: words.changeAgain(address), isByEdit: false };
}

/** Posts in earlier pull requests, which a new post must not duplicate. */
function waiting({ others, posts }: Facts, touched: ReadonlySet<string>): JobSource[] {
  const known = new Set([...touched, ...posts.map(({ file }) => file)]);
  const inOrder = others.toSorted((a, b) => a.number - b.number);
  return inOrder.flatMap(({ path, content }) => {
    if (!content || known.has(path)) return [];
    known.add(path);
    return [{ file: path, content }];
  });
}

/** The values that could be read, without placeholders for the others. */
function readPost(
  { file, content }: JobSource,
  { now }: Facts,
  config: BoardConfig,
): Partial<Job> | undefined {
  if ("refused" in content) return undefined;
  const read = readJobFile(file, content, config);
  if (read.ok) return read.job;
  if (!read.fields) return undefined;
  const { job, standIns } = completeJob(read.fields, config, dayOf(now));
  return Object.fromEntries(Object.entries(job).filter(([field]) => !standIns.has(field)));
}

/** Two posts cannot have the same file name, even if one of them is archived by now. */
function takenNames(file: string, facts: Facts, config: BoardConfig): Problem[] {
  if (!isTaken(file, facts)) return [];
  const message = words.nameTaken(slugOf(file));
  return [problem(file, "address-taken", { field: null, message, fix: otherName(facts, config) })];
}

function slugOf(file: string): string {
  const parsed = parseJobPath(file);
  return "slug" in parsed ? parsed.slug : file;
}

function isTaken(file: string, { posts }: Facts): boolean {
  return posts.some((post) => post.file === file);
}

function takenBySubmission(
  file: string,
  number: number,
  facts: Facts,
  config: BoardConfig,
): Problem {
  const message = words.nameTakenBy(number);
  return problem(file, "address-taken", { field: null, message, fix: otherName(facts, config) });
}

/** The editor cannot rename a file. */
function otherName({ pull }: Facts, config: BoardConfig): string {
  return slugInEditor(pull.branch, config) ? words.otherPost : words.otherName;
}

const boardFields = fieldsFilledBy("board");
const stampedFields = fieldsFilledBy("form");

/** Problems with fields that a submitter may not set or change. */
function guardFields(
  kind: Exclude<Submission, { kind: "maintenance" }>,
  post: Partial<Job>,
  facts: Facts,
): Problem[] {
  if (isMaintainer(facts.pull.author.login, facts)) return [];
  const say = (finding: Finding) => problem(kind.file, "board-fields", finding);
  if (kind.kind === "new") {
    const { login } = facts.pull.author;
    const isTheirs = post.submitted_by === undefined || isSameLogin(post.submitted_by, login);
    return [
      ...boardFields.filter((field) => post[field] !== undefined).map(setByBoard),
      ...(isTheirs ? [] : [submittedBy(facts.pull.author)]),
    ].map(say);
  }
  const after = { ...kind.before, ...post };
  const changed: ReadonlySet<JobField> = new Set(
    changedFields(kind.before, after).concat(
      jobFields.filter((field) => kind.before[field] !== undefined && post[field] === undefined),
    ),
  );
  const mayClose = kind.before.closed === undefined && isByOwner(post.closed);
  return [
    ...boardFields
      .filter((field) => changed.has(field) && !(field === "closed" && mayClose))
      .map(changedByBoard),
    ...stampedFields.filter((field) => changed.has(field)).map(neverChanges),
  ].map(say);
}

function setByBoard(field: JobField): Finding {
  return {
    field,
    message: words.setByBoard(field),
    fix: words.removeLine(field),
  };
}

function changedByBoard(field: JobField): Finding {
  return {
    field,
    message: words.changedByBoard(field),
    fix: field === "closed" ? words.restoreClosed : words.restore,
  };
}

function neverChanges(field: JobField): Finding {
  return { field, message: words.neverChanges(field), fix: words.restore };
}

function submittedBy({ login, id }: Person): Finding {
  return {
    field: "submitted_by",
    message: words.otherSender,
    fix: id === ghost.id ? words.deletedSender : words.ownSender(login),
  };
}

function problem(file: string, rule: string, finding: Finding): Problem {
  return { file, rule, severity: "error", ...finding };
}
