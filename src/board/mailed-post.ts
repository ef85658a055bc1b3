/** Turns a post that arrived by email into a file of the board, submitted by a maintainer. */

import { sameFileInPull } from "#words/problems.ts";
import { submit as words } from "#words/terminal-github.ts";
import type { CityNames } from "./cities/city-names.ts";
import type { BoardConfig } from "./config.ts";
import type { Day, Instant } from "./days.ts";
import { dayOf } from "./days.ts";
import type { DraftResult } from "./draft.ts";
import { draftPost } from "./draft.ts";
import { stampNew } from "./form/stamp.ts";
import { completeJob } from "./job/complete.ts";
import { maxFileBytes, readJobFile } from "./job/file.ts";
import { liveJobPath } from "./job/path.ts";
import { fieldsFilledBy } from "./job/schema.ts";
import { slugFor } from "./job/slug.ts";
import { readArrival } from "./job/transport.ts";
import type { JobSource } from "./listing/read-board.ts";
import { isSameLogin } from "./login.ts";
import type { Problem } from "./problem.ts";
import type { Login, OtherSubmission } from "./review/facts.ts";
import { softCharacters } from "./rules/soft-characters.ts";

/** The content of a file, not validated yet. */
export type MailedPost = {
  fields: Readonly<Record<string, unknown>>;
  /** Repairs of damage done by mail programs. */
  repairs: readonly string[];
  /** Slugs that the mail names: a post that is corrected in the form comes with its own. */
  names: readonly string[];
  /** Advice on characters that are read as what they mean, so that the board's file has them no more. */
  advice: readonly Problem[];
};

/** Reads a file that a mail program saved. `file` is its name in messages. */
export function readMailedPost(
  file: string,
  bytes: Uint8Array,
  config: BoardConfig,
): { ok: true; post: MailedPost } | { ok: false; problems: Problem[] } {
  const arrival = bytes.length > maxFileBytes ? undefined : readArrival(bytes);
  const read = readJobFile(file, arrival?.text ?? bytes, config);
  const fields = read.ok ? read.job : read.fields;
  if (!fields) return { ok: false, problems: read.ok ? [] : read.problems };
  const { repairs = [], greeting = "" } = arrival ?? {};
  const { name: rule, severity } = softCharacters;
  const above = greeting.split("\n").length - 1;
  const advice = (read.notes ?? []).map(({ line = 0, ...note }) => ({
    ...{ file, rule, severity, ...note },
    line: above + line,
  }));
  return { ok: true, post: { fields, repairs, names: slugsIn(`${greeting}\n${file}`), advice } };
}

/** The names of files in a text, without their ending. */
function slugsIn(text: string): string[] {
  return [...text.matchAll(/[\w-]+(?=\.md\b)/g)].map(([name]) => name);
}

export type Sending = {
  /** GitHub username for `submitted_by`. */
  login: Login;
  /** Who sent it by mail; replaces what the file says. */
  contact?: string | undefined;
};

/** The other posts. */
export type Surroundings = {
  posts: readonly JobSource[];
  /** Posts in open pull requests. */
  others: readonly OtherSubmission[];
  /** Those of them that were submitted by mail, too, by slug. */
  sent: readonly { number: number; slug: string }[];
};

/**
 * Creates the file. A post whose pull request is still open keeps its day and its name, also if its title is corrected.
 * Another post with that name, on the board or in a pull request, is a problem.
 */
export function draftMailedPost(
  { fields, names }: MailedPost,
  { login, contact }: Sending,
  { posts, others, sent }: Surroundings,
  config: BoardConfig,
  now: Instant,
  cities: CityNames,
): DraftResult {
  const today = dayOf(now);
  const given = { ...fields, ...(contact !== undefined && { contact }) };
  const { job } = completeJob(stampNew(given, { today, login }), config, today);
  const waiting =
    sent.find(({ slug }) => names.includes(slug)) ??
    sent.find(({ slug }) => withoutDay(slug) === withoutDay(slugFor(job)));
  const day = waiting ? dayIn(waiting.slug) : today;

  const rivals = others.filter(({ number }) => number !== waiting?.number);
  const slug = waiting?.slug ?? slugFor({ ...job, submitted: day });
  const path = liveJobPath(slug);
  const neighbors = [...posts, ...rivals.flatMap((rival) => sourceOf(rival, path, posts))];
  const stamped = stampNew(given, { today: day, login });
  const draft = draftPost(stamped, neighbors, config, now, { known: slug, cities });
  const taken = draft.ok && rivals.find((rival) => rival.path === draft.file);
  return taken ? { ok: false, problems: [takenBy(taken)] } : draft;
}

/** What is not taken from the file, to follow “Left out:”. */
export function leftOut({ fields }: MailedPost, { login }: Sending): string[] {
  const byBoard = fieldsFilledBy("board").filter((field) => fields[field] !== undefined);
  const { submitted_by: named } = fields;
  const isOther = typeof named === "string" && !isSameLogin(named, login);
  return [
    ...byBoard.map((field) => words.setByBoard(field)),
    ...(isOther ? [words.submitterIsYou] : []),
  ];
}

const dayLength = "2027-01-31".length;

/** Valid as long as the slug is not shortened. That depends on its length, which is the same for every day. */
function withoutDay(slug: string): string {
  return slug.slice(dayLength);
}

function dayIn(slug: string): Day {
  return slug.slice(0, dayLength);
}

/** A post of an open pull request, for comparison. Those with the same name are reported elsewhere. */
function sourceOf(
  { path, content }: OtherSubmission,
  own: string,
  posts: readonly JobSource[],
): JobSource[] {
  if (!content || path === own || posts.some(({ file }) => file === path)) return [];
  return [{ file: path, content }];
}

function takenBy({ path, number }: OtherSubmission): Problem {
  return {
    file: path,
    field: null,
    rule: "address-taken",
    severity: "error",
    ...sameFileInPull(path, number),
  };
}
