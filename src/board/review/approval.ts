/**
 * The review by which a post came to the board, as the commit says that merged it. Written and read here
 * and nowhere else, so that the record is in Git and asks nobody's API.
 */
import type { Day } from "../days.ts";
import { formats } from "../job/formats.ts";
import type { Job } from "../job/schema.ts";
import type { Login } from "./facts.ts";

/** When a post was approved; in which pull request and by whom, as far as that is known. */
export type Approval = NonNullable<Job["approved"]>;

/** Git's name for the line of a commit's message that names the approver. */
export const approverKey = "Approved-by";

/** The title of a merge with the number of its pull request, as GitHub's own button writes it. */
export function numberedTitle(title: string, pull: number): string {
  return `${title} (#${pull})`;
}

/** The text of a merge below its title. */
export function approverLine(login: Login): string {
  return `${approverKey}: ${login}`;
}

/**
 * What a commit of the main branch says of the review behind it; `undefined` if it says nothing, as one
 * that was made by hand. Whether strangers can write into it is not seen here: nothing of theirs reaches
 * the lines below a title where the repository is set up as it has to be, and in a title of theirs the
 * number that GitHub adds comes last.
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
  const by = formats.login.test(last) && last.length <= 39 ? last : undefined;
  if (number === undefined && by === undefined) return undefined;
  return { on: commit.on, ...(number && { pull: Number(number) }), ...(by && { by }) };
}
