/** The report of an import: for each record what was taken, repaired and left out, and what a person must decide. */
import { results, report as words } from "#words/import.ts";
import { htmlLanguage } from "../html-language.ts";
import type { Note } from "./note.ts";

export type Result = keyof typeof results;

/** What an import has done with a record. */
export type ReportEntry = {
  id: string;
  /** Its address on the other board, or its place in a file. */
  origin: string;
  title: string;
  company: string;
  result: Result;
  /** Why, if it was not simply written. */
  reason?: string;
  /** The file of the post, if it has one. */
  file?: string;
  /** The fields of the post. */
  taken: readonly string[];
  repaired: readonly ReportNote[];
  dropped: readonly ReportNote[];
  decide: readonly ReportNote[];
};

/** `write`: the line for the corrections, or for the file of a post that was edited here. */
export type ReportNote = { field: string | null; message: string; write?: string };

/** The notes about a record by their kind. */
export function sortNotes(
  id: string,
  notes: readonly Note[],
): Pick<ReportEntry, "repaired" | "dropped" | "decide"> {
  const of = (kind: Note["kind"]): ReportNote[] =>
    notes
      .filter((note) => note.kind === kind)
      .map(({ field, message, write, writeInFile }) => ({
        field,
        message,
        ...lineFor(id, write, writeInFile),
      }));
  return { repaired: of("repaired"), dropped: of("dropped"), decide: of("decide") };
}

function lineFor(id: string, write?: string, writeInFile?: string): { write?: string } {
  if (writeInFile !== undefined) return { write: writeInFile };
  if (write === undefined) return {};
  return { write: `${JSON.stringify(id)}: ${write === "skip" ? write : `{${write}}`}` };
}

/** How many records have each result, in the order of the report, without those that none has. */
export function countResults(entries: readonly ReportEntry[]): [Result, number][] {
  const counts = new Map<Result, number>();
  for (const { result } of entries) counts.set(result, (counts.get(result) ?? 0) + 1);
  return (Object.keys(results) as Result[]).flatMap((result) => {
    const count = counts.get(result);
    return count ? [[result, count]] : [];
  });
}

export type ReportAbout = {
  source: string;
  isDryRun: boolean;
  /** The file for decisions. */
  corrections: string;
};

/** The report as a page for people. It has no scripts, and loads nothing. */
export function reportPage(
  entries: readonly ReportEntry[],
  { source, isDryRun, corrections }: ReportAbout,
): string {
  const title = words.title(source);
  const open = entries.filter(({ decide }) => decide.length > 0);
  const others = entries.filter(({ decide }) => decide.length === 0);
  return `<!doctype html>
<html ${htmlLanguage}>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<title>${escapeHtml(title)}</title>
<style>
:root { color-scheme: light dark }
body { font: 1rem/1.5 system-ui, sans-serif; margin: 2rem auto; max-inline-size: 60rem; padding-inline: 1rem }
article { border-block-start: 1px solid; padding-block: .5rem }
h3 { margin-block: .25rem }
p, ul { margin-block: .25rem }
code { overflow-wrap: anywhere }
</style>
<main>
<h1>${escapeHtml(title)}</h1>
${isDryRun ? `<p><strong>${escapeHtml(words.dryRun)}</strong></p>` : ""}
<ul>
${countResults(entries)
  .map(([result, count]) => `<li>${escapeHtml(results[result])}: ${count}</li>`)
  .join("\n")}
</ul>
<p>${escapeHtml(words.introduction(corrections))}</p>
<h2>${escapeHtml(words.decide)} (${open.length})</h2>
${open.map(articleOf).join("\n")}
<h2>${escapeHtml(words.others)} (${others.length})</h2>
${others.map(articleOf).join("\n")}
</main>
</html>
`;
}

function articleOf(entry: ReportEntry): string {
  const { id, title, company, result, reason = "", origin, file, taken } = entry;
  const heading = [title, company].filter(Boolean).join(" · ") || id;
  const facts = [id, origin, file].filter((one) => one !== undefined && one !== "");
  return [
    `<article><h3 dir="auto">${escapeHtml(heading)}</h3>`,
    `<p><strong>${escapeHtml(results[result])}.</strong> ${escapeHtml(reason)}</p>`,
    `<p>${facts.map((one) => `<code>${escapeHtml(one ?? "")}</code>`).join(" → ")}</p>`,
    taken.length > 0 ? `<p>${escapeHtml(words.taken(taken.join(", ")))}</p>` : "",
    notesOf(words.decide, entry.decide),
    notesOf(words.repaired, entry.repaired),
    notesOf(words.dropped, entry.dropped),
    "</article>",
  ]
    .filter(Boolean)
    .join("\n");
}

function notesOf(label: string, notes: readonly ReportNote[]): string {
  if (notes.length === 0) return "";
  const items = notes.map(({ field, message, write }) => {
    const line =
      write === undefined ? "" : ` ${escapeHtml(words.write)} <code>${escapeHtml(write)}</code>`;
    return `<li>${field ? `<b>${escapeHtml(field)}</b>: ` : ""}${escapeHtml(message)}${line}</li>`;
  });
  return `<p>${escapeHtml(label)}:</p>\n<ul>\n${items.join("\n")}\n</ul>`;
}

function escapeHtml(text: string): string {
  return text
    .replaceAll("&", "&amp;")
    .replaceAll("<", "&lt;")
    .replaceAll(">", "&gt;")
    .replaceAll('"', "&quot;");
}
