import type { BoardConfig } from "../config.ts";
import type { Day, Instant } from "../days.ts";
import { dayOf } from "../days.ts";
import { readJobFile } from "../job/file.ts";
import { parseJobPath } from "../job/path.ts";
import { Post } from "../post/post.ts";
import { moveSample } from "../post/sample.ts";
import type { Problem } from "../problem.ts";
import { hasErrors } from "../problem.ts";
import { applyRules, errorRules } from "../rules/index.ts";
import { Neighbours } from "../rules/neighbours.ts";
import type { Rule } from "../rules/rule.ts";
import type { Subject } from "../rules/subject.ts";
import { Board } from "./board.ts";

/** A file found where posts lie. */
export type JobSource = {
  /** Path from the repository's root, with forward slashes. */
  file: string;
  /** The bytes, or why they were not read, as the end of a sentence that begins with the file. */
  content: Uint8Array | { refused: string };
  /** The day on which Git first saw the file on the main branch, if there is a Git that knows. */
  firstListed?: Day | undefined;
};

/** A job file that could be read, with what the history says of it. */
export type ReadPost = Subject & { firstListed: Day | undefined };

/** Reads job files and applies rules to each: the problems of all, and those without an error. */
export function checkSources(
  sources: readonly JobSource[],
  config: BoardConfig,
  now: Instant,
  rules?: readonly Rule[],
): { sound: ReadPost[]; problems: Problem[] } {
  const problems: Problem[] = [];
  const read: ReadPost[] = [];
  for (const source of sources) {
    const result = readSource(source, config);
    if ("problems" in result) problems.push(...result.problems);
    else read.push(result);
  }
  const context = { config, today: dayOf(now), neighbours: new Neighbours(read) };
  const sound = read.filter((subject) => {
    const found = applyRules(subject, context, rules);
    problems.push(...found);
    return !hasErrors(found);
  });
  return { sound, problems };
}

/** The day a post was first listed: by its own word, else by the history's, else the day it was sent. */
export function publishedOn({ job, firstListed }: Pick<ReadPost, "job" | "firstListed">): Day {
  return job.published ?? firstListed ?? job.submitted;
}

/** The board that job files make at a moment, and the problems of those that are not on it. */
export function readBoard(
  sources: readonly JobSource[],
  config: BoardConfig,
  now: Instant,
): { board: Board; problems: Problem[] } {
  const { sound, problems } = checkSources(sources, config, now, errorRules);
  const posts = sound.map((post) => {
    const { file, slug, job } = post;
    const dated = { ...job, published: publishedOn(post) };
    const moved = moveSample(dated, config, now);
    return new Post(
      { file, slug, job: moved, published: moved.published ?? moved.submitted },
      config,
      now,
    );
  });
  return { board: new Board(posts, config, now), problems };
}

function readSource(
  { file, content, firstListed }: JobSource,
  config: BoardConfig,
): ReadPost | { problems: Problem[] } {
  const refuse = (refused: string) => ({
    problems: [
      {
        file,
        field: null,
        rule: "path",
        severity: "error" as const,
        message: `This file ${refused}.`.replace(" :", ":"),
        fix: "Keep nothing in jobs/ but posts, each an ordinary file named like 2027-01-31-company-title.md.",
      },
    ],
  });
  const path = parseJobPath(file);
  if ("refused" in path) return refuse(path.refused);
  if ("refused" in content) return refuse(content.refused);
  const result = readJobFile(file, content, config);
  if (!result.ok) return result;
  return { file, ...path, job: result.job, firstListed };
}
