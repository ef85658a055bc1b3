/**
 * Measures rules that look for wording on invented posts as people write them: `corpus.jsonl`, one post a line with
 * the sentences that matter, and what is true of it. The first half was written before the rules were improved.
 */
import { readFileSync } from "node:fs";
import { describe, expect, it } from "vitest";
import { boardConfig } from "../../board.config.ts";
import { agencyWording } from "./agency-wording.ts";
import { findingsOf } from "./fixtures.ts";
import type { Rule } from "./rule.ts";
import { topicNamed } from "./topic-named.ts";

/** `agency`: by a recruitment agency. `topic`: about Python, by name or by a tool of it. */
type Sample = { title: string; company: string; text: string; agency: boolean; topic: boolean };

const lines = readFileSync(new URL("corpus.jsonl", import.meta.url), "utf8")
  .trim()
  .split("\n");
const corpus = lines.map((line): Sample => JSON.parse(line));

/** The posts that should get advice and do not, and those that get it although they should not. */
function judge(rule: Rule, deserves: (sample: Sample) => boolean, samples: readonly Sample[]) {
  const isAdvised = ({ title, company, text: description }: Sample) =>
    findingsOf(
      rule,
      { title, company, description, requirements: "Care.", company_description: undefined },
      { config: boardConfig },
    ).length > 0;
  const deserving = samples.filter(deserves);
  const others = samples.filter((sample) => !deserves(sample));
  const missed = deserving.filter((sample) => !isAdvised(sample));
  const wrong = others.filter(isAdvised);
  return {
    missed: missed.map(({ text }) => text),
    wrong: wrong.map(({ text }) => text),
    missedShare: missed.length / deserving.length,
    wrongShare: wrong.length / others.length,
  };
}

describe.each([
  { rule: agencyWording, deserves: ({ agency }: Sample) => agency, wrong: 0.031, missed: 0.5 },
  { rule: topicNamed, deserves: ({ topic }: Sample) => !topic, wrong: 0.2, missed: 0.05 },
])("the rule $rule.name", ({ rule, deserves, ...limits }) => {
  const found = judge(rule, deserves, corpus);

  it(`gives wrong advice on at most ${limits.wrong * 100}% of the other posts`, () => {
    expect(found.wrongShare, found.wrong.join("\n")).toBeLessThanOrEqual(limits.wrong);
  });

  it(`misses at most ${limits.missed * 100}% of the posts that deserve it`, () => {
    expect(found.missedShare, found.missed.join("\n")).toBeLessThanOrEqual(limits.missed);
  });
});
