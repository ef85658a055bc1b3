/** Finds the board’s own categories, types and other choices for what another board calls them. */

import { imports as words } from "#words/import.ts";
import type { BoardConfig, Choice } from "../config.ts";
import type { Note } from "./note.ts";
import { dropped, repaired, toDecide } from "./note.ts";
import { bareText } from "./plain-text.ts";

/** A category or type of another board. */
export type OtherChoice = { name: string; slug?: string | undefined };

/** The choice with the same slug or name. */
export function findChoice(
  choices: readonly Choice[],
  { name, slug = "" }: OtherChoice,
): Choice | undefined {
  const bare = bareText(name);
  return (
    choices.find((choice) => choice.slug === slug) ??
    choices.find((choice) => bareText(choice.name) === bare || bareText(choice.slug) === bare)
  );
}

/** What titles say about categories that boards often have. */
const kinds: readonly [RegExp, string][] = [
  [/\b(?:research|scientist|postdoc|professor|phd)/i, "researcher-scientist"],
  [/\b(?:manager|director|head of|vp|chief|cto)\b/i, "manager-executive"],
  [
    /\b(?:system administrator|sysadmin|administrator|site reliability|sre|devops)\b/i,
    "system-administrator",
  ],
  [/\b(?:test|qa|quality assurance)\b/i, "test-engineer"],
  [/\b(?:evangelist|advocate|developer relations)\b/i, "evangelist"],
  [/\b(?:developer|engineer|programmer|architect|coder)/i, "developer-engineer"],
];

/**
 * The category of a job. One that this board does not have becomes “Other”; where the other board has none, the title
 * tells, else it is the first.
 */
export function readCategory(
  other: OtherChoice | undefined,
  title: string,
  { categories }: BoardConfig,
): { category: string | undefined; notes: Note[] } {
  const same = other && findChoice(categories, other);
  if (same) return { category: same.slug, notes: [] };
  const bySlug = (slug: string) => categories.find((choice) => choice.slug === slug);
  const told = kinds.find(([pattern, slug]) => pattern.test(title) && bySlug(slug));
  const guess = other
    ? (bySlug("other") ?? categories[0])
    : (bySlug(told?.[1] ?? "") ?? categories[0]);
  const line = `category: ${guess?.slug}`;
  const note = toDecide("category", words.categoryGuessed(other?.name, guess?.name ?? ""), line);
  return { category: guess?.slug, notes: [note] };
}

/** The most types that a post can have. */
const mostTypes = 5;

/**
 * The types of a job. Of too many, those stay that the title names, then those that the text names. What the board does
 * not have goes into the field for another type, if that is free.
 */
export function readTypes(
  others: readonly OtherChoice[],
  other: string,
  texts: readonly string[],
  { types }: BoardConfig,
): { job_types: string[]; other_job_type: string; notes: Note[] } {
  const found = others.map((one) => ({ one, choice: findChoice(types, one) }));
  const known = [...new Set(found.flatMap(({ choice }) => choice ?? []))];
  const unknown = found.filter(({ choice }) => !choice).map(({ one }) => one.name);
  const compact = texts.map((text) => bareText(text).replaceAll(" ", ""));
  // “Backend” is the type “Back end”, too.
  const namedAt = ({ name }: Choice) => {
    const at = compact.findIndex((text) => text.includes(bareText(name).replaceAll(" ", "")));
    return at < 0 ? texts.length : at;
  };
  const kept =
    known.length > mostTypes
      ? new Set(known.toSorted((a, b) => namedAt(a) - namedAt(b)).slice(0, mostTypes))
      : new Set(known);
  const gone = known.filter((choice) => !kept.has(choice)).map(({ name }) => name);
  const [first = "", ...rest] = other ? [other, ...unknown] : unknown;
  return {
    job_types: known.filter((choice) => kept.has(choice)).map(({ slug }) => slug),
    other_job_type: first.slice(0, 100),
    notes: [
      ...(gone.length > 0 ? [dropped("job_types", words.tooManyTypes(gone))] : []),
      ...(rest.length > 0 ? [dropped("job_types", words.unknownTypes(rest))] : []),
      ...(!other && first ? [repaired("other_job_type", words.typeAsOther(first))] : []),
    ],
  };
}

const employments: readonly [RegExp, string][] = [
  [
    /\b(?:intern|internship|trainee|apprentice(?:ship)?|werkstudent|working student)\b/,
    "internship",
  ],
  [/\bpart time\b/, "part_time"],
  [/\b(?:contract(?:or)?|freelance(?:r)?|self employed|per diem)\b/, "contractor"],
  [/\b(?:temporary|temp|fixed term|seasonal)\b/, "temporary"],
  [/\bfull time\b/, "full_time"],
];

/** The employment type that a text means. */
export function employmentMeant(text: string): string | undefined {
  const bare = bareText(text.replaceAll("_", " ")).replace(/\b(full|part)time\b/, "$1 time");
  const found = employments.filter(([pattern]) => pattern.test(bare)).map(([, value]) => value);
  return found.length === 1 ? found[0] : undefined;
}
