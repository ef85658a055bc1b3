/** A submitted file as reviewers see it: the post as the site would show it, and its problems. */
import type { CityNames } from "../../board/cities/city-names.ts";
import type { BoardConfig } from "../../board/config.ts";
import type { Day, Instant } from "../../board/days.ts";
import { dayOf } from "../../board/days.ts";
import { completeJob } from "../../board/job/complete.ts";
import { readJobFile } from "../../board/job/file.ts";
import type { Job } from "../../board/job/schema.ts";
import { checkSources, publishedOn } from "../../board/listing/read-board.ts";
import { Post } from "../../board/post/post.ts";
import { moveSample } from "../../board/post/sample.ts";
import type { Problem } from "../../board/problem.ts";
import { rules } from "../../board/rules/index.ts";

/** A file of a pull request. */
export type Submitted = { path: string; content: Uint8Array; isNew: boolean };

/** What `submitted.njk` shows. */
export type PreviewContext = {
  /** Errors first. */
  problems: readonly Problem[];
  /** Missing if not even the fields can be read. */
  post: Post | undefined;
  /** Its properties are the fields that are missing or wrong. */
  missing: Readonly<Record<string, true>>;
  /** The page does not know which lists exist, so it links to none. */
  lists: ReadonlySet<string>;
};

const notForMerged = rules.filter(({ sparesMerged }) => !sparesMerged);

/** Checks the file alone. What depends on other posts, such as duplicates, only the bot reports. */
export function previewOf(
  { path, content, isNew }: Submitted,
  config: BoardConfig,
  now: Instant,
  cities?: CityNames,
): PreviewContext {
  const found = checkSources([{ file: path, content }], config, now, {
    rules: isNew ? rules : notForMerged,
    cities,
  });
  const today = dayOf(now);
  const read = readJobFile(path, content, config);
  const fields = read.ok ? read.job : read.fields;
  const completed = fields && completeJob(fields, config, today);
  return {
    problems: found.problems.toSorted((a, b) => rank(a) - rank(b)),
    post: completed && postOf(path, dated(completed.job, isNew, config, now), config, now),
    missing: Object.fromEntries([...(completed?.standIns ?? [])].map((name) => [name, true])),
    lists: new Set(),
  };
}

function rank({ severity }: Problem): number {
  return severity === "error" ? 0 : 1;
}

/** A new post would be listed from today; a changed one keeps its day, as far as its file has it. */
function dated(
  job: Job,
  isNew: boolean,
  config: BoardConfig,
  now: Instant,
): Job & { published: Day } {
  if (isNew) return { ...job, published: job.published ?? dayOf(now) };
  const published = publishedOn({ job }, now);
  const moved = moveSample({ ...job, published }, config, now);
  return { ...moved, published: moved.published ?? published };
}

function postOf(
  file: string,
  job: Job & { published: Day },
  config: BoardConfig,
  now: Instant,
): Post {
  // An invalid name is among the problems already.
  const slug = file.replace(/^.*\/|\.md$/g, "");
  return new Post({ file, slug, job, published: job.published }, config, now);
}
