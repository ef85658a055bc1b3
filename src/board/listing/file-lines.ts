/** Where problems are in a file. */
import type { Job } from "../job/schema.ts";
import { sectionFields } from "../job/sections.ts";
import type { Problem } from "../problem.ts";

/** Counts the line of a problem from the top of the file. Rules count from the top of the text that they look at. */
export function countFromTop(problem: Problem, job: Job, content: Uint8Array): Problem {
  const { line, ...rest } = problem;
  const section = sectionFields.find(({ field }) => field === problem.field)?.field;
  if (line === undefined || !section) return problem;
  const file = new TextDecoder().decode(content).replaceAll("\r\n", "\n");
  const text = String(job[section]);
  // Of a section, only its author's own heading is rewritten when it is read.
  const [heading = ""] = /^## .+\n\n/.exec(text) ?? [];
  for (const above of ["", heading]) {
    const start = file.lastIndexOf(`\n${text.slice(above.length)}`);
    const inPart = line - (above.split("\n").length - 1);
    if (start >= 0 && inPart > 0) {
      return { ...rest, line: file.slice(0, start + 1).split("\n").length - 1 + inPart };
    }
  }
  return rest;
}
