/** An `error` keeps the post from being published. `advice` is for its author and the reviewer to weigh. */
export type Severity = "error" | "advice";

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
  /** How to fix it, in a sentence or two. */
  fix: string;
  /** How to fix it in a form, where that differs from how to fix the file; "" where nothing need be said. */
  formFix?: string;
  /** The wrong part of a field that is a group, such as pay. */
  part?: string;
};

/** A problem without its file and rule. */
export type Finding = Omit<Problem, "file" | "rule" | "severity">;

/** Whether any of the problems keeps a post from being published. */
export function hasErrors(problems: readonly Problem[]): boolean {
  return problems.some((problem) => problem.severity === "error");
}

/** The sentences of a problem, one after the other. */
export function problemText({ message, fix }: Pick<Problem, "message" | "fix">): string {
  return `${message} ${fix}`.trim();
}
