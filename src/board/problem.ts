/** `error`: the post cannot be published like this. `advice`: a reviewer decides. */
export type Severity = "error" | "advice";

/** Something about a job file that somebody should know, said so that they can act on it. */
export type Problem = {
  /** Path of the file from the repository's root, with forward slashes. */
  file: string;
  /** Name of the field, or `null` where the file as a whole is concerned. */
  field: string | null;
  /** Name of the rule that found it. */
  rule: string;
  severity: Severity;
  /** What is wrong, as one sentence. */
  message: string;
  /** How to mend it, as one sentence in the imperative. */
  fix: string;
};

/** A problem before it is known which file and rule it belongs to. */
export type Finding = Pick<Problem, "field" | "message" | "fix">;

/** Whether any of the problems keeps a post from being published. */
export function hasErrors(problems: readonly Problem[]): boolean {
  return problems.some((problem) => problem.severity === "error");
}

/** The sentences of a problem, one after the other. */
export function problemText({ message, fix }: Pick<Problem, "message" | "fix">): string {
  return `${message} ${fix}`.trim();
}
