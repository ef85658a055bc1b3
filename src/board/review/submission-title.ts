/**
 * The title of a pull request that adds, changes or closes a post. With GitHub’s own button it becomes the message of
 * a commit, where a stranger’s words could mention people, close issues, or keep workflows from running.
 */

import { submissionTitles } from "#words/labels.ts";
import { spellOutRefused } from "../job/characters.ts";
import type { Job } from "../job/schema.ts";

/** GitHub allows 256 characters. */
const longestTitle = 200;

export function submissionTitle(
  kind: keyof typeof submissionTitles,
  { title, company }: Pick<Job, "title" | "company">,
): string {
  return withoutReferences(submissionTitles[kind](title, company));
}

/**
 * A text in which GitHub finds no issue, person, address or instruction for workflows.
 * https://docs.github.com/get-started/writing-on-github/working-with-advanced-formatting/autolinked-references-and-urls
 * https://docs.github.com/actions/how-tos/manage-workflow-runs/skip-workflow-runs
 */
export function withoutReferences(text: string): string {
  const plain = spellOutRefused(text)
    .replace(/\s+/g, " ")
    .replace(/[a-z][a-z0-9+.-]*:\/\//gi, "")
    .replace(/\bwww\./gi, "")
    .replace(/\bGH-(?=\d)/gi, "GH ")
    .replace(/([#@])(?=\S)/g, "$1 ")
    .replaceAll("[", "(")
    .replaceAll("]", ")")
    .trim();
  const characters = [...plain];
  return characters.length > longestTitle
    ? `${characters.slice(0, longestTitle).join("")}…`
    : plain;
}
