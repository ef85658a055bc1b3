/** What a rule is: what it gets, what it finds, and when it is skipped. */
import type { CityNames } from "../cities/city-names.ts";
import type { BoardConfig } from "../config.ts";
import type { Day } from "../days.ts";
import type { Job, JobField } from "../job/schema.ts";
import type { Finding, Severity } from "../problem.ts";
import type { Neighbors } from "./neighbors.ts";

/** A job file that could be read. */
export type Subject = {
  file: string;
  slug: string;
  archived: boolean;
  job: Job;
  /** What the reader of the file has to say about its text. */
  notes?: readonly Finding[];
};

/** What a rule may know in addition to the post itself. */
export type RuleContext = {
  config: BoardConfig;
  today: Day;
  neighbors: Neighbors;
  /** Default: none, so that cities are taken as they are written. */
  cities?: CityNames | undefined;
  /** Posts whose files are gone, the last one first, if that is known. */
  gone?: readonly GonePost[];
};

/** A post as it was before its file was deleted or renamed, and the day it was first listed, if that is known. */
export type GonePost = { subject: Subject; published: Day | undefined };

/** One thing to look for in a post. Only findings that a machine can be sure of are errors. */
export type Rule = {
  name: string;
  severity: Severity;
  /**
   * An error that keeps a submission from being merged, but does not remove a listed post: what it depends
   * on (the date, the settings) may have changed since.
   */
  sparesMerged?: true;
  /**
   * Fields that its findings about other fields depend on. The rule is skipped if one of them is missing or
   * wrong.
   */
  restsOn?: readonly JobField[];
  check(subject: Subject, context: RuleContext): Iterable<Finding>;
};
