/** Which letters about a pull request are left to be sent. */
import type { Letter } from "./letter.ts";

/** Comments of one pull request that are told before strangers' are told no more. */
export const mostComments = 50;

/**
 * Those that were not sent before. What strangers write is told as long as few comments were: who writes
 * hundreds, or deletes them and writes others, neither fills the team's inbox nor the record, nor keeps
 * reviewers' words from being told.
 *
 * @param mailed names of the letters that were sent
 */
export function lettersLeft(letters: readonly Letter[], mailed: ReadonlySet<string>): Letter[] {
  let left = mostComments - [...mailed].filter((name) => name.startsWith("commented-")).length;
  return letters.filter(({ name, rationed }) => {
    if (mailed.has(name)) return false;
    if (rationed) left -= 1;
    return !rationed || left >= 0;
  });
}
