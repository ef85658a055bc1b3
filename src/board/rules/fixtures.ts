/** Runs rules on the valid job with some fields changed. */
import type { CityNames } from "../cities/city-names.ts";
import type { BoardConfig } from "../config.ts";
import type { Day } from "../days.ts";
import type { JobChanges } from "../fixtures.ts";
import { jobWith, testConfig } from "../fixtures.ts";
import type { Finding } from "../problem.ts";
import { Neighbors } from "./neighbors.ts";
import type { Rule, RuleContext, Subject } from "./rule.ts";

/** The valid job as a file of the board. */
export function subjectWith(
  changes: JobChanges = {},
  file = "jobs/2026-11-22-example.md",
): Subject {
  const slug = file.slice(file.lastIndexOf("/") + 1, -".md".length);
  return { file, slug, archived: file.startsWith("jobs/archive/"), job: jobWith(changes) };
}

/** The context of rules, with other posts. */
export function contextWith({
  others = [],
  today = "2026-11-22",
  config = testConfig,
  cities,
}: {
  others?: readonly Subject[];
  today?: Day;
  config?: BoardConfig;
  cities?: CityNames;
} = {}): RuleContext {
  return { config, today, cities, neighbors: new Neighbors(others, undefined, cities) };
}

/** What a rule finds in the valid job with some fields changed. */
export function findingsOf(
  rule: Rule,
  changes: JobChanges,
  { file, ...context }: Parameters<typeof contextWith>[0] & { file?: string } = {},
): Finding[] {
  return [...rule.check(subjectWith(changes, file), contextWith(context))];
}
