/** Rule: advice if a post does not mention the board’s topic; also counts how often it does. */

import * as texts from "#words/rules.ts";
import type { BoardConfig } from "../config.ts";
import type { Job, JobField } from "../job/schema.ts";
import type { Finding } from "../problem.ts";
import { sectionsOf } from "./prose.ts";
import type { Rule } from "./rule.ts";

/** How often a post names a term of the board's topic, and in which field. */
export type Mention = { term: string; field: JobField; times: number };

type Topic = Pick<BoardConfig, "topic">;

/** The terms of the board's topic in a post, field by field. */
export function topicMentions(job: Job, { topic }: Topic): Mention[] {
  return textsOf(job).flatMap(({ field, text }) =>
    countBy(namesIn(text, topic.terms)).map(([term, times]) => ({ term, field, times })),
  );
}

/** A post should show what the job has to do with the board's topic. */
export const topicNamed: Rule = {
  name: "topic-named",
  severity: "advice",
  restsOn: ["title", "other_job_type", "description", "requirements"],
  *check({ job }, { config }): Iterable<Finding> {
    const mentions = topicMentions(job, config);
    if (mentions.some(({ field }) => field !== "company_description")) return;
    const [elsewhere] = mentions;
    yield {
      field: "description",
      ...texts.topicNamed(config.topic.name, elsewhere?.term),
    };
  },
};

function textsOf(job: Job): { field: JobField; text: string }[] {
  const { title, other_job_type: other } = job;
  return [
    { field: "title", text: title },
    ...(other ? [{ field: "other_job_type" as const, text: other }] : []),
    ...sectionsOf(job),
  ];
}

/** The terms that a text names, as often as it does, in the order of the terms. */
function namesIn(text: string, terms: readonly string[]): string[] {
  const plain = terms.filter((term) => !term.includes("*"));
  const named = plain.flatMap((term) => (text.match(patternOf(term)) ?? []).map(() => term));
  const known = new Set(plain.map((term) => term.toLowerCase()));
  const other = terms
    .filter((term) => term.includes("*"))
    .flatMap((term) => text.match(patternOf(term)) ?? [])
    .filter((name) => !known.has(name.toLowerCase()));
  return [...named, ...other];
}

function countBy(names: readonly string[]): [string, number][] {
  const counts = new Map<string, number>();
  for (const name of names) counts.set(name, (counts.get(name) ?? 0) + 1);
  return [...counts];
}

const patterns = new Map<string, RegExp>();

function patternOf(term: string): RegExp {
  const pattern = patterns.get(term) ?? createPattern(term);
  patterns.set(term, pattern);
  return pattern;
}

/**
 * Matches a term as a whole word, in any case, with or without a version (“Python3”). Only adjacent Latin
 * letters make a different word: “用Python开发” and “وDjango” match. `*Py*` matches names in which capitals set
 * this part off from the rest, such as “PyData” and “EuroPython”, but not “Pyramid”.
 */
function createPattern(term: string): RegExp {
  const part = term.replaceAll("*", "").replace(/[\\^$.+?()[\]{}|/]/g, "\\$&");
  const letter = "[\\p{Script=Latin}\\p{N}]";
  const word = term.includes("*")
    ? `(?:${letter}+${part}${letter}*|${part}[\\p{Lu}\\p{N}]${letter}*)`
    : part;
  return new RegExp(
    `(?<![\\p{Script=Latin}\\p{N}_])${word}(?!\\p{N}*[\\p{Script=Latin}_])`,
    term.includes("*") ? "gu" : "giu",
  );
}
