/**
 * Records an approval in the message of the merge commit, and reads it back: which pull request, and who
 * approved it. Git keeps the record, so no API is needed. Who may approve is decided in permissions.ts.
 */
import type { Day } from "../days.ts";
import type { Job } from "../job/schema.ts";
import { isLogin } from "../login.ts";
import type { Login } from "./facts.ts";

/** When a post was approved, and if known, in which pull request and by whom. */
export type Approval = NonNullable<Job["approved"]>;

/** The commit trailer that names the approver. */
export const approverKey = "Approved-by";

/** The title of a merge commit with the number of its pull request, as GitHub’s merge button writes it. */
export function numberedTitle(title: string, pull: number): string {
  return `${title} (#${pull})`;
}

/** The body of a merge commit. */
export function approverLine(login: Login): string {
  return `${approverKey}: ${login}`;
}

/**
 * Reads the approval from a commit of the main branch; `undefined` if there is none, as in a commit made by hand.
 * Submitters cannot forge it: with the repository’s settings their text never reaches the body of a merge commit,
 * and GitHub appends the real number to their title.
 *
 * @param commit `title`: the first line; `approvers`: the values of the lines called `approverKey`
 */
export function readApproval(commit: {
  on: Day;
  title: string;
  approvers: readonly string[];
}): Approval | undefined {
  const number = / \(#([1-9]\d{0,8})\)$/.exec(commit.title)?.[1];
  const last = commit.approvers.at(-1) ?? "";
  const by = isLogin(last) ? last : undefined;
  if (number === undefined && by === undefined) return undefined;
  return { on: commit.on, ...(number && { pull: Number(number) }), ...(by && { by }) };
}
