/** Rule: advice if a post does not mention the board’s topic; also counts how often it does. */
import type { BoardConfig } from "../config.ts";
import type { Job, JobField } from "../job/schema.ts";
import type { Finding } from "../problem.ts";
import * as texts from "../words/en/rules.ts";
import { sectionsOf } from "./prose.ts";
import type { Rule } from "./rule.ts";

/** How often a post names a term of the board's topic, and in which field. */
export type Mention = { term: string; field: JobField; times: number };

type Topic = Pick<BoardConfig, "topic">;

/** The terms of the board's topic in a post, field by field. */
export function topicMentions(job: Job, { topic }: Topic): Mention[] {
  return textsOf(job).flatMap(({ field, text }) =>
    topic.terms.flatMap((term) => {
      const times = text.match(patternOf([term], "giu"))?.length ?? 0;
      return times > 0 ? [{ term, field, times }] : [];
    }),
  );
}

/** A post should show what the job has to do with the board's topic. */
export const topicNamed: Rule = {
  name: "topic-named",
  severity: "advice",
  restsOn: ["title", "other_job_type", "description", "requirements"],
  *check({ job }, { config }): Iterable<Finding> {
    const pattern = anyTerm(config);
    const isNamed = textsOf(job).some(
      ({ field, text }) => field !== "company_description" && pattern.test(text),
    );
    if (isNamed) return;
    const [elsewhere] = topicMentions(job, config);
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

const patterns = new WeakMap<BoardConfig["topic"], RegExp>();

function anyTerm({ topic }: Topic): RegExp {
  const pattern = patterns.get(topic) ?? patternOf(topic.terms, "iu");
  patterns.set(topic, pattern);
  return pattern;
}

/**
 * Matches terms as whole words, in any case, with or without a version (“Python3”). Only adjacent Latin
 * letters make a different word: “用Python开发” and “وDjango” match.
 */
function patternOf(terms: readonly string[], flags: string): RegExp {
  const words = terms.map((term) => term.replace(/[\\^$.*+?()[\]{}|/]/g, "\\$&")).join("|");
  return new RegExp(
    `(?<![\\p{Script=Latin}\\p{N}_])(?:${words})(?!\\p{N}*[\\p{Script=Latin}_])`,
    flags,
  );
}
