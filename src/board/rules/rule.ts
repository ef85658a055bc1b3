import type { BoardConfig } from "../config.ts";
import type { Day } from "../days.ts";
import type { Job, JobField } from "../job/schema.ts";
import type { Finding, Severity } from "../problem.ts";
import type { Neighbours } from "./neighbours.ts";

/** A job file that could be read. */
export type Subject = {
  file: string;
  slug: string;
  archived: boolean;
  job: Job;
};

/** What a rule may know in addition to the post itself. */
export type RuleContext = {
  config: BoardConfig;
  today: Day;
  neighbours: Neighbours;
};

/** One thing to look for in a post. An `error` is only what a machine can be sure of. */
export type Rule = {
  name: string;
  severity: Severity;
  /**
   * An error that keeps a submission from being merged, but takes no post off the board that is on
   * it: what it measures by (the day, the board's settings) may have changed since.
   */
  sparesMerged?: true;
  /**
   * The fields on which its findings about others rest. Where one of them is missing or wrong, the
   * rule would guess, and is not asked.
   */
  restsOn?: readonly JobField[];
  check(subject: Subject, context: RuleContext): Iterable<Finding>;
};
