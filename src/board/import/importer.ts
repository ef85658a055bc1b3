/** Decides for each record of another board what is written: a new post, a change to an imported one, or nothing. */

import { imports as words } from "#words/import.ts";
import { postAddress } from "../addresses.ts";
import type { Day, Instant } from "../days.ts";
import { addDays, isDay } from "../days.ts";
import { readJobFile, writeJobFile } from "../job/file.ts";
import { archivedJobPath, parseJobPath } from "../job/path.ts";
import { isRemoved, redact } from "../job/removed-post.ts";
import type { Job } from "../job/schema.ts";
import { cutAtWord, maxSlugLength, slugFor } from "../job/slug.ts";
import type { Closing } from "../post/life-cycle.ts";
import { stateAt } from "../post/life-cycle.ts";
import { problemText } from "../problem.ts";
import type { ImportRecord, Present, RecordedPost } from "./import-record.ts";
import { planReimport } from "./import-record.ts";
import type { ReportEntry, Result } from "./import-report.ts";
import { sortNotes } from "./import-report.ts";
import type {
  Corrections,
  ImportContext,
  ImportedPost,
  ImportedRecord,
  Listing,
} from "./imported-post.ts";
import { makePost, pathFor } from "./imported-post.ts";
import { listingOf } from "./listing-days.ts";
import type { Note } from "./note.ts";
import { repaired, toDecide } from "./note.ts";

/** The folder of posts as it is. */
export type PostsNow = {
  /** The text of a file; `undefined` if there is none. */
  textOf(file: string): string | undefined;
  /** The files of posts that no import has written, by their addresses, former ones too. */
  others: ReadonlyMap<string, string>;
};

export type ImporterOptions = {
  record: ImportRecord;
  corrections: Corrections;
  posts: PostsNow;
  /** Tells texts apart. */
  hash(text: string): string;
  withArchive: boolean;
  /** Only records that were created or changed since this day. */
  since?: Day | undefined;
  now: Instant;
};

/** A file to write, new or instead of what was imported before. */
export type Write = { file: string; text: string };

/** What is done about a record. */
export type Step = { entry: ReportEntry; write?: Write; job?: Job | undefined };

export class Importer {
  readonly #context: ImportContext;
  readonly #options: ImporterOptions;
  readonly #seen = new Set<string>();
  readonly #taken: Set<string>;

  constructor(context: ImportContext, options: ImporterOptions) {
    this.#context = context;
    this.#options = options;
    const imported = [...options.record.values()].map(({ file }) => addressOf(file));
    this.#taken = new Set([...options.posts.others.keys(), ...imported]);
  }

  /** What to do about a record. Never throws: a record that makes trouble is reported. */
  add(record: ImportedRecord): Step {
    try {
      return this.#add(record);
    } catch (error) {
      const why = error instanceof Error ? error.message : String(error);
      return this.#report(record, "failed", { reason: why });
    }
  }

  /** The imported posts that were not among the records. */
  missing(): ReportEntry[] {
    return [...this.#options.record]
      .filter(([id]) => !this.#seen.has(id))
      .map(([id, { file }]) => {
        const record = { id, origin: "", title: "", company: "" };
        return this.#report(record, "kept", { reason: words.missing, file }).entry;
      });
  }

  #add(record: ImportedRecord): Step {
    const { record: known, corrections, since, posts } = this.#options;
    const { id } = record;
    if (this.#seen.has(id)) return this.#report(record, "skipped", { reason: words.twice });
    this.#seen.add(id);
    const correction = Object.hasOwn(corrections, id) ? corrections[id] : undefined;
    const recorded = known.get(id);
    if (recorded)
      return this.#again(record, recorded, correction === "skip" ? {} : (correction ?? {}));
    if (correction === "skip")
      return this.#report(record, "skipped", { reason: words.byCorrection });
    const other = record.aliases?.map((alias) => posts.others.get(alias)).find(Boolean);
    if (other && !this.#isAsMade(record, correction ?? {}, other)) {
      return this.#report(record, "kept", { reason: words.onBoard(other), file: other });
    }
    if (since && record.changed && record.changed < since) {
      return this.#report(record, "skipped", { reason: words.notSince(since) });
    }
    return this.#create(record, correction ?? {});
  }

  /** Whether a file is what this import would write: an earlier one was cut off before it could remember that. */
  #isAsMade(
    record: ImportedRecord,
    correction: Readonly<Record<string, unknown>>,
    file: string,
  ): boolean {
    const { job } = makePost(record, correction, this.#context);
    return job !== undefined && this.#textOf(job, file, []) === this.#options.posts.textOf(file);
  }

  #create(record: ImportedRecord, correction: Readonly<Record<string, unknown>>): Step {
    const { listing } = record;
    if (listing.state === "unlisted") return this.#undated(record, correction, listing);
    if (listing.state === "closed" && !this.#options.withArchive) {
      return this.#report(record, "skipped", { reason: words.closedThere });
    }
    const { job, notes } = makePost(record, correction, this.#context);
    if (!job) return this.#report(record, "failed", { reason: words.incomplete, notes });
    const text = this.#textOf(job, pathFor("new", job), notes);
    if (text === undefined)
      return this.#report(record, "failed", { reason: words.incomplete, notes });
    const slug = this.#freeSlug(job, text, notes);
    const file = pathFor(slug, job);
    this.#taken.add(postAddress(slug));
    this.#remember(record.id, { file, text });
    const result = listing.state === "live" ? "live" : "archived";
    return this.#report(record, result, { notes, file, job, text });
  }

  /** A person can say when a record was listed, in the corrections. */
  #undated(
    record: ImportedRecord,
    correction: Readonly<Record<string, unknown>>,
    { reason, isUndated }: Extract<Listing, { state: "unlisted" }>,
  ): Step {
    if (!isUndated) return this.#report(record, "skipped", { reason });
    const { config, today } = this.#context;
    const { submitted, expires } = correction;
    if (typeof submitted === "string" && isDay(submitted)) {
      const end = typeof expires === "string" && isDay(expires) ? addDays(expires, 1) : undefined;
      const listing = listingOf(
        { created: submitted, end },
        today,
        today,
        config.lifetimes.listedDays,
      );
      return this.#create({ ...record, listing }, correction);
    }
    const notes = [toDecide("submitted", reason, `submitted: ${today}`)];
    return this.#report(record, "failed", { reason, notes });
  }

  /** Its file name; one that is in use gets a number, unless it has the same text, as after an import that was cut off. */
  #freeSlug(job: Job, text: string, notes: Note[]): string {
    const slug = slugFor(job);
    for (let number = 1; ; number += 1) {
      const end = number === 1 ? "" : `-${number}`;
      const free = `${cutAtWord(slug, maxSlugLength - end.length)}${end}`;
      const isOurs = this.#options.posts.textOf(pathFor(free, job)) === text;
      if (this.#taken.has(postAddress(free)) && !isOurs) continue;
      if (number > 1) notes.push(repaired(null, words.numbered(free)));
      return free;
    }
  }

  #again(
    record: ImportedRecord,
    recorded: RecordedPost,
    correction: Readonly<Record<string, unknown>>,
  ): Step {
    const { config } = this.#context;
    const { file } = recorded;
    const current = this.#options.posts.textOf(file);
    const present = this.#presentState(recorded, current);
    if (current === undefined) {
      const reason = present === "archived" ? words.archivedHere : words.goneHere;
      return this.#report(record, "kept", { reason, file });
    }
    const read = readJobFile(file, current, config);
    if (!read.ok) return this.#report(record, "kept", { reason: words.editedHere, file });
    const { job } = read;
    const term = { ...job, published: job.published ?? job.submitted };
    const isOver = stateAt(term, this.#options.now, config.lifetimes).state === "closed";
    if (present === "edited") return this.#keepEdited(record, file, isOver);
    const plan = planReimport(stateOf(record), isOver);
    if (plan === "leave") return this.#report(record, "unchanged", { file });
    const closing = closingOf(record);
    return plan === "close" && closing
      ? this.#rewrite(record, recorded, "closed", { job: closedJob(job, closing), notes: [] })
      : this.#rewrite(record, recorded, "updated", makePost(record, correction, this.#context));
  }

  #keepEdited(record: ImportedRecord, file: string, isOver: boolean): Step {
    const closing = closingOf(record);
    const line = closing && `closed: {on: ${closing.on}, reason: ${closing.reason}}`;
    const note = { ...toDecide("closed", words.closeByHand), ...(line && { writeInFile: line }) };
    const notes = line && !isOver ? [note] : [];
    return this.#report(record, "kept", { reason: words.editedHere, file, notes });
  }

  #rewrite(
    record: ImportedRecord,
    { file, hash, on }: RecordedPost,
    result: "closed" | "updated",
    { job, notes }: ImportedPost,
  ): Step {
    const text = job && this.#textOf(job, file, notes);
    if (text === undefined) {
      return this.#report(record, "kept", { reason: words.notImportable, file, notes });
    }
    if (this.#options.hash(text) === hash) {
      return this.#report(record, "unchanged", { file, notes, job });
    }
    this.#remember(record.id, { file, text }, on);
    return this.#report(record, result, { file, notes, job, text });
  }

  #presentState({ file, hash }: RecordedPost, current: string | undefined): Present {
    const { posts } = this.#options;
    if (current !== undefined)
      return this.#options.hash(current) === hash ? "as-written" : "edited";
    const path = parseJobPath(file);
    if ("refused" in path || path.archived) return "gone";
    const archived = archivedJobPath(path.slug, path.slug.slice(0, 10));
    return posts.textOf(archived) === undefined ? "gone" : "archived";
  }

  #remember(id: string, { file, text }: Write, on = this.#context.today): void {
    this.#options.record.set(id, { file, hash: this.#options.hash(text), on });
  }

  #textOf(job: Job, file: string, notes: Note[]): string | undefined {
    const written = writeJobFile(file, job, this.#context.config);
    if (written.ok) return written.text;
    notes.push(...written.problems.map((problem) => toDecide(null, problemText(problem))));
    return undefined;
  }

  #report(
    { id, origin, title, company }: Pick<ImportedRecord, "id" | "origin" | "title" | "company">,
    result: Result,
    { reason, file, notes = [], job, text }: About,
  ): Step {
    return {
      entry: {
        ...{ id, origin, title, company, result },
        ...(reason !== undefined && { reason }),
        ...(file !== undefined && { file }),
        taken: job ? Object.keys(job) : [],
        ...sortNotes(id, notes),
      },
      ...(file !== undefined && text !== undefined && { write: { file, text } }),
      job,
    };
  }
}

type About = {
  reason?: string;
  file?: string;
  notes?: readonly Note[];
  job?: Job | undefined;
  text?: string;
};

function addressOf(file: string): string {
  const path = parseJobPath(file);
  return "slug" in path ? postAddress(path.slug) : file;
}

/** What the other board says of a post; `unknown` if it is neither listed nor was it taken down. */
function stateOf(record: ImportedRecord): "live" | "closed" | "removed" | "unknown" {
  const { state } = record.listing;
  if (state !== "unlisted") return state;
  return closingOf(record) ? "removed" : "unknown";
}

/** When and why the other board has closed a post, if it has. */
function closingOf({ listing }: ImportedRecord): Closing | undefined {
  if (listing.state !== "unlisted") return listing.days.closed;
  return listing.on === undefined ? undefined : { on: listing.on, reason: "removed" };
}

/** What is over there is over here, and no longer names people where a link is enough. */
function closedJob(job: Job, { on, reason }: Closing): Job {
  const first = job.published ?? job.submitted;
  const day = job.closed?.on ?? (on < first ? first : on);
  const closed: Job = { ...job, closed: { on: day, reason } };
  if (isRemoved(closed)) return redact(closed);
  const { email, contact, ...rest } = closed;
  return closed.apply_url ? (rest as Job) : closed;
}
