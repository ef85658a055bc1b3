/** Where problems are in a file. */
import { readMarks } from "../job/body.ts";
import { readSoftCharacters } from "../job/characters.ts";
import type { Job } from "../job/schema.ts";
import { sectionFields } from "../job/sections.ts";
import type { Problem } from "../problem.ts";

/** Counts the line of a problem from the top of the file. Rules count from the top of the text that they look at. */
export function countFromTop(problem: Problem, job: Job, content: Uint8Array): Problem {
  const { line, ...rest } = problem;
  const section = sectionFields.find(({ field }) => field === problem.field)?.field;
  if (line === undefined || !section) return problem;
  const lines = linesOf(new TextDecoder().decode(content));
  const file = readMarks(lines.map(({ read }) => read).join("\n"));
  const text = String(job[section]);
  // Of a section, only its author's own heading is rewritten when it is read.
  const [heading = ""] = /^## .+\n\n/.exec(text) ?? [];
  for (const left of ["", heading]) {
    const start = file.lastIndexOf(`\n${text.slice(left.length)}`);
    const inPart = line - (left.split("\n").length - 1);
    const above = file.slice(0, start + 1).split("\n").length - 2;
    const found = start >= 0 && inPart > 0 ? lines[above + inPart] : undefined;
    if (found) return { ...rest, line: found.number };
  }
  return rest;
}

/** The lines of a file as they are read, where some characters end a line, with their numbers in the file. */
function linesOf(file: string): { read: string; number: number }[] {
  return file.split(/\r?\n/).flatMap((line, index) =>
    readSoftCharacters(line)
      .text.split("\n")
      .map((read) => ({ read, number: index + 1 })),
  );
}
