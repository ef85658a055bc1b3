/** Reads and checks all job files, and decides which posts are on the board and which are left out. */

import { misplacedFile } from "#words/problems.ts";
import type { CityNames } from "../cities/city-names.ts";
import type { BoardConfig } from "../config.ts";
import type { Day, Instant, Moment } from "../days.ts";
import { addDays, dayIn, dayOf } from "../days.ts";
import { completeJob } from "../job/complete.ts";
import type { ReadResult } from "../job/file.ts";
import { readJobFile } from "../job/file.ts";
import type { JobPath } from "../job/path.ts";
import { archivedJobPath, isLivePostPath, liveJobPath, parseJobPath } from "../job/path.ts";
import type { Job } from "../job/schema.ts";
import { isImported } from "../post/imported.ts";
import { Post } from "../post/post.ts";
import { isSample, moveSample } from "../post/sample.ts";
import type { Problem } from "../problem.ts";
import { hasErrors } from "../problem.ts";
import type { Approval } from "../review/approval-record.ts";
import { applyRules, applyRulesAround, errorRules, isSoundAlone } from "../rules/index.ts";
import { Neighbors } from "../rules/neighbors.ts";
import type { GonePost, Rule, Subject } from "../rules/rule.ts";
import { Board } from "./board.ts";
import { countFromTop } from "./file-lines.ts";

/** What Git's history says about a post, if there is a history. */
export type PostHistory = {
  /** When the file was first on the main branch. */
  firstListed?: Moment | undefined;
  /** When it was changed there, the first time first. */
  changed?: readonly Moment[] | undefined;
  /** The review that approved it. */
  approved?: Approval | undefined;
  /** The file is older than the part of the history that the clone has. */
  isIncomplete?: true;
};

/** A file in the folder of posts. */
export type JobSource = PostHistory & {
  /** Path from the repository's root, with forward slashes. */
  file: string;
  /** The bytes, or why they were not read, as the end of a sentence that begins with the file. */
  readonly content: Uint8Array | { refused: string };
  /** What is known of the content without reading it. */
  known?: KnownContent | undefined;
};

/** What an earlier build found in the same bytes. */
export type KnownContent = {
  /** Tells these bytes from others. */
  hash: string;
  /** What they say, with the same settings; missing if that was not kept. */
  readonly result?: ReadResult | undefined;
  /** The post's excerpt, if it was needed. */
  readonly excerpt?: string | undefined;
};

/** A job file that could be read, with its history. */
export type ReadPost = Subject & PostHistory & { known?: KnownContent | undefined };

/** A job file that is not on the board, as far as its fields could be read. */
type FlawedPost = { subject: Subject; standIns: ReadonlySet<string> };

type CheckOptions = {
  /** Default: all rules. */
  rules?: readonly Rule[];
  /** Files to check, default: all. The others are only read, to compare with. */
  isChecked?(file: string): boolean;
  /** Files that were posts and are gone, the last one first, to compare renamed ones with. */
  gone?: readonly JobSource[];
  /** The names of cities. */
  cities?: CityNames | undefined;
};

/** Reads job files, applies rules to those that are checked, and returns problems and files without errors. */
export function checkSources(
  sources: readonly JobSource[],
  config: BoardConfig,
  now: Instant,
  { rules, isChecked = () => true, gone = [], cities }: CheckOptions = {},
): { sound: ReadPost[]; problems: Problem[] } {
  const today = dayOf(now);
  const readGone = (source: JobSource): GonePost[] => {
    const subject = readSource(source, config, today);
    if (!("job" in subject)) return [];
    const isKnown = subject.job.published ?? subject.firstListed;
    return [{ subject, published: isKnown && publishedOn(subject, now) }];
  };
  const problems: Problem[] = [];
  const read: ReadPost[] = [];
  const flawed: FlawedPost[] = [];
  for (const source of sources) {
    const result = readSource(source, config, today);
    if ("job" in result) read.push(result);
    else if (isChecked(source.file)) {
      problems.push(...result.problems);
      if (result.flawed) flawed.push(result.flawed);
    }
  }
  const alone = { config, today, cities, neighbors: new Neighbors([]) };
  const neighbors = new Neighbors(read, (subject) => isSoundAlone(subject, alone), cities);
  const context = { config, today, cities, neighbors, gone: gone.flatMap(readGone) };
  const byFile = new Map(sources.map((source) => [source.file, source]));
  const report = ({ file, job }: Subject, found: readonly Problem[]) => {
    if (found.length === 0) return;
    const content = byFile.get(file)?.content;
    const isRead = content && !("refused" in content);
    problems.push(...(isRead ? found.map((one) => countFromTop(one, job, content)) : found));
  };
  for (const { subject, standIns } of flawed) {
    report(subject, applyRulesAround(standIns, subject, context, rules));
  }
  const sound = read.filter((subject) => {
    if (!isChecked(subject.file)) return false;
    const found = applyRules(subject, context, rules);
    report(subject, found);
    return !hasErrors(found);
  });
  return { sound, problems };
}

/** What is known about when a post was first listed. */
type FirstListing = { job: Job; firstListed?: Moment | Day | undefined };

/**
 * The day a post was first listed: `published` in the file, else from history, else the day it was sent. A day
 * that is yet to come does not count, or the post would lead the list until then.
 */
export function publishedOn({ job, firstListed }: FirstListing, now: Instant): Day {
  const today = dayOf(now);
  const days = [job.published, firstListed && dayIn(firstListed), job.submitted];
  return days.find((day) => day && day <= today) ?? today;
}

/** The second of that day, if the file or history has it. */
function publishedAt({ job, firstListed }: FirstListing, published: Day): Moment | undefined {
  return [job.published_at, firstListed].find((moment) => moment && dayIn(moment) === published);
}

/**
 * The review that approved a post: `approved` in the file, else from history. A sample's history belongs to
 * the project it came with, whose pull requests are not this board's.
 */
function approvalOf(
  { job, approved }: Pick<ReadPost, "job" | "approved">,
  config: Pick<BoardConfig, "demo">,
): Approval | undefined {
  return job.approved ?? (isSample(job, config) ? undefined : approved);
}

/** The job, completed from history. */
export function withHistory(
  post: Pick<ReadPost, "job" | keyof PostHistory>,
  config: Pick<BoardConfig, "demo">,
  now: Instant,
): Job & { published: Day } {
  const approved = approvalOf(post, config);
  const published = publishedOn(post, now);
  const at = publishedAt(post, published);
  const job = {
    ...post.job,
    published,
    ...(at && { published_at: at }),
    ...(approved && { approved }),
  };
  if (!at) delete job.published_at;
  return job;
}

/**
 * The board made of job files at a moment, and the problems of files that are left out.
 *
 * @param cities by which other names of a city lead to one page
 */
export function readBoard(
  sources: readonly JobSource[],
  config: BoardConfig,
  now: Instant,
  cities?: CityNames,
): { board: Board; problems: Problem[] } {
  const { sound, problems } = checkSources(sources, config, now, { rules: errorRules, cities });
  const posts = sound.map((post) => {
    const { file, slug, changed, known } = post;
    const moved = moveSample(withHistory(post, config, now), config, now);
    const published = moved.published ?? moved.submitted;
    const source = { file, slug, job: moved, published, changed, known };
    // As the file says: history gives every post its first day.
    return new Post({ ...source, isImported: isImported(post.job, config) }, config, now, cities);
  });
  return { board: new Board(posts, config, now), problems };
}

/**
 * Enough for clocks that were wrong: a commit counts as later than the one before, whatever its time, so a wrong
 * time can move those of the next commits.
 */
const marginDays = 7;

/**
 * The day since which history is needed for all live posts, if that of one is incomplete. Nobody sends a post before
 * the day in `submitted`. Samples and files with errors need no history.
 */
export function historyNeededSince(
  sources: readonly JobSource[],
  config: BoardConfig,
): Day | undefined {
  if (!sources.some(({ isIncomplete }) => isIncomplete)) return undefined;
  const live = sources.flatMap(({ file, content, isIncomplete }) => {
    if (!isLivePostPath(file) || "refused" in content) return [];
    const read = readOnce(file, content, config);
    if (!read.ok || isSample(read.job, config)) return [];
    return [{ submitted: read.job.submitted, isIncomplete }];
  });
  if (!live.some(({ isIncomplete }) => isIncomplete)) return undefined;
  const first = live.map(({ submitted }) => submitted).reduce((a, b) => (a < b ? a : b));
  return addDays(first, -marginDays);
}

function readSource(
  source: JobSource,
  config: BoardConfig,
  today: Day,
): ReadPost | { problems: Problem[]; flawed?: FlawedPost } {
  const { file, firstListed, changed, approved, known } = source;
  const path = parseJobPath(file);
  const misplaced = "refused" in path ? [refuseFile(file, path.refused)] : [];
  const result = known?.result ?? readContent(source, config);
  if (!result) return { problems: misplaced };
  if ("refused" in result) return { problems: [...misplaced, refuseFile(file, result.refused)] };

  const { notes } = result;
  if (result.ok && !("refused" in path)) {
    const history = { firstListed, changed, approved };
    return { file, ...path, job: result.job, ...(notes && { notes }), ...history, known };
  }

  const found = result.ok ? [] : result.problems;
  const fields = result.ok ? result.job : result.fields;
  if (!fields) return { problems: [...misplaced, ...found] };
  const { job, standIns } = completeJob(fields, config, today);
  const subject = { file, ...placeOf(file), job, ...(notes && { notes }) };
  const place = standIns.has("submitted") ? undefined : rightPlace(subject);
  const placed = "refused" in path ? [refuseFile(file, path.refused, place)] : [];
  return { problems: [...placed, ...found], flawed: { subject, standIns } };
}

/** What a file says, or why it was not read. A file whose name is no post's name is not treated as a broken post. */
function readContent(
  { file, content }: JobSource,
  config: BoardConfig,
): ReadResult | { refused: string } | undefined {
  if ("refused" in content) return content;
  return file.endsWith(".md") ? readOnce(file, content, config) : undefined;
}

type Reading = { content: Uint8Array; config: BoardConfig; result: ReadResult };

/** The last reading of each file, the oldest first. */
const readings = new Map<string, Reading>();
const mostReadings = 20_000;

/** Reads the same bytes once: each of many pull requests is compared with the whole board, and with the others. */
function readOnce(file: string, content: Uint8Array, config: BoardConfig): ReadResult {
  const known = readings.get(file);
  if (known?.config === config && isSame(known.content, content)) return known.result;
  const result = readJobFile(file, content, config);
  readings.set(file, { content, config, result });
  const [oldest] = readings.size > mostReadings ? readings.keys() : [];
  if (oldest !== undefined) readings.delete(oldest);
  return result;
}

function isSame(one: Uint8Array, other: Uint8Array): boolean {
  if (one === other) return true;
  if (one.length !== other.length) return false;
  // Several times as fast as every().
  for (let index = 0; index < one.length; index += 1) {
    if (one[index] !== other[index]) return false;
  }
  return true;
}

/** The path that a post would have with a valid file name. */
function placeOf(file: string): JobPath {
  const slug = file.slice(file.lastIndexOf("/") + 1, -".md".length);
  return { slug, archived: file.startsWith("jobs/archive/") };
}

/** Where a post in a folder for no posts belongs; `undefined` if its name is no post's name. */
function rightPlace({ slug, archived, job }: Subject): string | undefined {
  const place = archived ? archivedJobPath(slug, job.submitted) : liveJobPath(slug);
  return "refused" in parseJobPath(place) ? undefined : place;
}

function refuseFile(file: string, refused: string, place?: string): Problem {
  return {
    file,
    field: null,
    rule: "path",
    severity: "error",
    ...misplacedFile(refused, place),
  };
}
