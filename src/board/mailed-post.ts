/** A post that came by e-mail: made a file of the board's, in the name of the maintainer who sends it on. */
import type { BoardConfig } from "./config.ts";
import type { Day, Instant } from "./days.ts";
import { dayOf } from "./days.ts";
import type { DraftResult } from "./draft.ts";
import { draftPost } from "./draft.ts";
import { stampNew } from "./form/stamp.ts";
import { completeJob } from "./job/complete.ts";
import { maxFileBytes, readJobFile } from "./job/file.ts";
import { liveJobPath } from "./job/path.ts";
import { fieldNotes, jobFields } from "./job/schema.ts";
import { slugFor } from "./job/slug.ts";
import { readArrival } from "./job/transport.ts";
import type { JobSource } from "./listing/read-board.ts";
import type { Problem } from "./problem.ts";
import type { Login, OtherSubmission } from "./review/facts.ts";
import { isSame } from "./review/people.ts";
import { sameFileInPull } from "./words/en/problems.ts";

/** What such a file says, with nothing checked but that it can be read. */
export type MailedPost = {
  fields: Readonly<Record<string, unknown>>;
  /** Repairs of damage from the way it was sent. */
  repairs: readonly string[];
};

/** Reads a file that a mail program has saved. `file` is what people call it. */
export function readMailedPost(
  file: string,
  bytes: Uint8Array,
  config: BoardConfig,
): { ok: true; post: MailedPost } | { ok: false; problems: Problem[] } {
  const arrival = bytes.length > maxFileBytes ? undefined : readArrival(bytes);
  const read = readJobFile(file, arrival?.text ?? bytes, config);
  const fields = read.ok ? read.job : read.fields;
  if (!fields) return { ok: false, problems: read.ok ? [] : read.problems };
  return { ok: true, post: { fields, repairs: arrival?.repairs ?? [] } };
}

export type Sending = {
  /** Whose name the post goes under at GitHub. */
  login: Login;
  /** Who has sent it by mail, in place of what the file says. */
  contact?: string | undefined;
};

/** What there is beside the post. */
export type Surroundings = {
  posts: readonly JobSource[];
  /** What waits in pull requests. */
  others: readonly OtherSubmission[];
  /** Those of them that were sent on like this one, by the names of their posts. */
  sent: readonly { number: number; slug: string }[];
};

/**
 * Makes the file. A post that was sent on before, and waits, keeps the day that it has got then, and with it
 * its name. Whatever else has that name, on the board or in a pull request, is a problem.
 */
export function draftMailedPost(
  { fields }: MailedPost,
  { login, contact }: Sending,
  { posts, others, sent }: Surroundings,
  config: BoardConfig,
  now: Instant,
): DraftResult {
  const today = dayOf(now);
  const given = { ...fields, ...(contact !== undefined && { contact }) };
  const { job } = completeJob(stampNew(given, { today, login }), config, today);
  const waiting = sent.find(({ slug }) => withoutDay(slug) === withoutDay(slugFor(job)));
  const day = waiting ? dayIn(waiting.slug) : today;

  const rivals = others.filter(({ number }) => number !== waiting?.number);
  const path = liveJobPath(slugFor({ ...job, submitted: day }));
  const neighbours = [...posts, ...rivals.flatMap((rival) => sourceOf(rival, path, posts))];
  const draft = draftPost(stampNew(given, { today: day, login }), neighbours, config, now);
  const taken = draft.ok && rivals.find((rival) => rival.path === draft.file);
  return taken ? { ok: false, problems: [takenBy(taken)] } : draft;
}

/** What a file says that is not taken over, as ends of a sentence that begins with “Left out:”. */
export function leftOut({ fields }: MailedPost, { login }: Sending): string[] {
  const given = jobFields.filter((field) => fields[field] !== undefined);
  const byBoard = given.filter((field) => fieldNotes(field).filledBy === "board");
  const { submitted_by: named } = fields;
  const isOther = typeof named === "string" && !isSame(named, login);
  return [
    ...byBoard.map((field) => `“${field}”, which is for the board to say`),
    ...(isOther ? ["“submitted_by”: it is you who sends the post"] : []),
  ];
}

const dayLength = "2027-01-31".length;

/** As long as nothing is cut off its end, which depends on the length of the whole, and a day has always the same. */
function withoutDay(slug: string): string {
  return slug.slice(dayLength);
}

function dayIn(slug: string): Day {
  return slug.slice(0, dayLength);
}

/** A post that waits, as a neighbour. What has the name of this one, or of one on the board, is told otherwise. */
function sourceOf(
  { path, text }: OtherSubmission,
  own: string,
  posts: readonly JobSource[],
): JobSource[] {
  if (text === undefined || path === own || posts.some(({ file }) => file === path)) return [];
  return [{ file: path, content: new TextEncoder().encode(text) }];
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
