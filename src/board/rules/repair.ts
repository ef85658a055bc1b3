/** Makes repairs of texts, and shows what they change. */
import { commonEnds } from "../common-ends.ts";
import type { NameInPlaces } from "../job/places.ts";
import type { JobField } from "../job/schema.ts";
import { trimBlankLines } from "../job/sections.ts";
import type { Repair } from "../problem.ts";

/** The maximum number of lines that are shown. */
const shownLines = 8;

/** The maximum number of characters of a line that are shown. */
const shownLength = 200;

/** Replaces the text of a field. */
export function replaceText(field: JobField | NameInPlaces, before: string, after: string): Repair {
  return { values: { [field]: after }, shown: changedLines(before, after) };
}

/**
 * The lines of the new text that differ from the old one, from the first such line to the last. Empty lines are shown
 * with the lines that they separate.
 */
function changedLines(before: string, after: string): string {
  const old = before.split("\n");
  const lines = after.split("\n");
  const { start, end } = commonEnds(old, lines);
  const last = lines.length - end;
  const isEmpty = (index: number) => start < last && lines[index]?.trim() === "";
  const changed = lines.slice(
    isEmpty(start) ? Math.max(0, start - 1) : start,
    isEmpty(last - 1) ? last + 1 : last,
  );
  const shown = changed.slice(0, shownLines).map(cutLine);
  const isCut = changed.length > shownLines;
  return trimBlankLines([...shown, ...(isCut ? ["…"] : [])].join("\n"));
}

function cutLine(line: string): string {
  const characters = [...line];
  return characters.length > shownLength ? `${characters.slice(0, shownLength).join("")}…` : line;
}
