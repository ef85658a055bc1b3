/** What commands and workflow logs say when GitHub can’t do, or may not do, what the board asks of it. */

// ── Reading ──
export const boardKeepsChanging = "The board keeps changing. Try again in a moment.";

export function mergeableUnknown(pull: number): string {
  return `GitHub does not know yet whether pull request #${pull} can be merged. Try again in a moment.`;
}

export function pullKeepsChanging(pull: number): string {
  return `Pull request #${pull} keeps changing, or GitHub has not tested yet how it merges with the latest version of the board. Try again in a moment. GitHub tests the merge within half a day, or immediately after a push to the pull request’s branch.`;
}
