/** What is wrong with a post, and how to fix it. */

import { lineLabel } from "#words/problems.ts";
import type { NameInPlaces } from "./job/places.ts";
import type { JobField } from "./job/schema.ts";

/** An `error` keeps the post from being published. `advice` is for its author and the reviewer to weigh. */
export type Severity = "error" | "advice";

/** Values that would solve a problem, for people to accept at one press or to copy. */
export type Repair = {
  /** By field, as a form has them: text, or a list for a field with several choices. "" leaves the field empty. */
  values: Readonly<Partial<Record<JobField | NameInPlaces, string | readonly string[]>>>;
  /** The part that changes, corrected: a line, or some lines of a text. */
  shown: string;
};

/** Something wrong with a job file, and what to do about it. */
export type Problem = {
  /** Path of the file from the repository's root, with forward slashes. */
  file: string;
  /** Name of the field, or `null` if it is about the whole file. */
  field: string | null;
  /** Name of the rule that found it. */
  rule: string;
  severity: Severity;
  /** What is wrong, as one sentence. */
  message: string;
  /** What is wrong in a form, where the message names what is not on the screen. */
  formMessage?: string;
  /** How to fix it, in a sentence or two. */
  fix: string;
  /** How to fix it in a form, where that differs from how to fix the file; "" where nothing need be said. */
  formFix?: string;
  /** The wrong part of a field that is a group, such as pay. */
  part?: string;
  /** The line, counted from 1: of the file, or of the field at a form. */
  line?: number;
  repair?: Repair;
};

/** A problem without its file and rule. */
export type Finding = Omit<Problem, "file" | "rule" | "severity">;

/** Whether any of the problems keeps a post from being published. */
export function hasErrors(problems: readonly Problem[]): boolean {
  return problems.some((problem) => problem.severity === "error");
}

/** The sentences of a problem, one after the other. */
export function problemText({ line, message, fix }: Pick<Problem, "line" | "message" | "fix">) {
  return `${line === undefined ? "" : lineLabel(line)} ${message} ${fix}`.trim();
}
