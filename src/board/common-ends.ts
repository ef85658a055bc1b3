/** What two texts, or two lists of lines, have in common at both ends, around what has changed. */

/** How many characters or lines are the same at the start and, apart from those, at the end. */
export function commonEnds<Sequence extends string | readonly string[]>(
  before: Sequence,
  after: Sequence,
): { start: number; end: number } {
  const most = Math.min(before.length, after.length);
  let start = 0;
  while (start < most && before[start] === after[start]) start++;
  let end = 0;
  while (end < most - start && before.at(-1 - end) === after.at(-1 - end)) end++;
  return { start, end };
}
