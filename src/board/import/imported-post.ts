/**
 * Makes a post of what another board says about a job. It is read as the form reads what people type, repaired as the form
 * offers it, and checked as every post is: nothing is written that could not be listed.
 */

import { imports as words } from "#words/import.ts";
import type { CityNames } from "../cities/city-names.ts";
import type { BoardConfig } from "../config.ts";
import type { Day } from "../days.ts";
import type { FormData } from "../form/form-data.ts";
import { draftFromForm, isEmpty } from "../form/form-data.ts";
import { placeControl } from "../form/places.ts";
import { completeJob } from "../job/complete.ts";
import { archivedJobPath, liveJobPath } from "../job/path.ts";
import type { PlacePart } from "../job/places.ts";
import { readNameInPlaces, rootField } from "../job/places.ts";
import type { Job, JobField } from "../job/schema.ts";
import { jobFields } from "../job/schema.ts";
import { importAccount } from "../post/imported.ts";
import type { Repair } from "../problem.ts";
import { problemText } from "../problem.ts";
import { cityName } from "../rules/city-name.ts";
import { applyRules, rules } from "../rules/index.ts";
import { Neighbors } from "../rules/neighbors.ts";
import { regionName } from "../rules/region-name.ts";
import { shoutingTitle } from "../rules/shouting-title.ts";
import type { Convert } from "./markup.ts";
import type { Note } from "./note.ts";
import { dropped, repaired, toDecide } from "./note.ts";
import { hasPhone, isFreeMail } from "./plain-text.ts";

/** Whether and when the job was listed on the other board, in terms of a post. */
export type Listing =
  | { state: "live" | "closed"; days: Pick<Job, "submitted" | "published" | "expires" | "closed"> }
  /**
   * It must not be listed here. `on`: the day on which it was taken down, if it had been public. `isUndated`: only because
   * its days cannot be read.
   */
  | { state: "unlisted"; reason: string; on?: Day; isUndated?: true };

/** One record of another board, as far as it could be read. */
export type ImportedRecord = {
  /** By which the same record is known in a later export. */
  id: string;
  /** Where it is or was: an address, or a place in a file. */
  origin: string;
  title: string;
  company: string;
  listing: Listing;
  /** Reads the rest: texts are only converted if the post is written. */
  read(): { form: FormData; notes: Note[] };
  /** The day of its last change. */
  changed?: Day | undefined;
  aliases?: readonly string[];
  isFeatured?: boolean;
  /** The name of its place in addresses of the other board. */
  oldPlace?: string;
  /** Its place, as far as it can be read without its text. */
  readPlace?(): FormData;
};

export type ImportContext = {
  config: BoardConfig;
  cities: CityNames;
  today: Day;
  convert: Convert;
};

/** What people have decided about records, by their ids: fields as in a job file, or `skip`. */
export type Corrections = Readonly<Record<string, Readonly<Record<string, unknown>> | "skip">>;

export type ImportedPost = { job: Job | undefined; notes: Note[] };

/** Makes a post of a record, or says in the notes why that is not possible. */
export function makePost(
  record: ImportedRecord,
  corrections: Readonly<Record<string, unknown>>,
  context: ImportContext,
): ImportedPost {
  const { listing } = record;
  if (listing.state === "unlisted") return { job: undefined, notes: [] };
  const { form, notes: read } = record.read();
  const notes = read.filter(({ field }) => field === null || !(field in corrections));
  const own = {
    ...listing.days,
    submitted_by: importAccount(context.config),
    ...(record.aliases && { aliases: [...record.aliases] }),
    ...(record.isFeatured && listing.state === "live" && { featured: true }),
  };
  const draft = { ...draftFromForm(form, context.config), ...own, ...corrections };
  const fields = listing.state === "closed" ? withoutPeople(draft, notes) : draft;
  const made = completeFields(fields, notes, context);
  if (!made) return { job: undefined, notes };
  const job = checked(repairedPlaces(made, corrections, notes, context), notes, context);
  if (job) notes.push(...privacyNotes(job));
  return { job, notes };
}

/** The file of a post: of a closed one in the archive. */
export function pathFor(slug: string, { submitted, closed }: Job): string {
  return closed ? archivedJobPath(slug, submitted) : liveJobPath(slug);
}

/** Closed posts are no longer public elsewhere, so their people are not named again where a link is enough. */
function withoutPeople(draft: Record<string, unknown>, notes: Note[]): Record<string, unknown> {
  const { contact, email, ...rest } = draft;
  if (!contact && !email) return draft;
  if (isEmpty(draft.apply_url)) {
    notes.push(toDecide("email", words.mailInArchive, "skip"));
    return draft;
  }
  notes.push(dropped("email", words.peopleDropped));
  return rest;
}

/** Without optional fields that cannot be right. `undefined` if a required one cannot. */
function completeFields(
  fields: Record<string, unknown>,
  notes: Note[],
  { config, today }: ImportContext,
): Job | undefined {
  const { job, findings } = completeJob(fields, config, today);
  for (const finding of findings) {
    const field = fieldOf(finding.field);
    const written = field ? exampleOf(field, fields[field]) : undefined;
    notes.push(
      field === null || required.has(field)
        ? toDecide(field, problemText(finding), written)
        : toDecide(field, words.leftOut(problemText(finding)), written),
    );
  }
  return findings.some(({ field }) => required.has(fieldOf(field) ?? "title")) ? undefined : job;
}

const required: ReadonlySet<JobField> = new Set<JobField>([
  ...(["title", "company", "category", "workplace", "description", "requirements"] as const),
  ...(["submitted", "submitted_by", "published", "closed", "aliases"] as const),
]);

function fieldOf(name: string | null): JobField | null {
  const field = name === null ? null : rootField(name);
  return field && jobFields.includes(field) ? field : null;
}

/** A line to complete, for the corrections. */
function exampleOf(field: JobField, value: unknown): string {
  const examples: Partial<Record<JobField, string>> = {
    salary: "salary: {min: 65000, max: 85000, currency: EUR, per: year}",
    places: "places: [{city: Berlin, country: DE}, {city: Vienna, country: AT}]",
    country: "country: GB",
    remote_from: "remote_from: [US]",
    requirements: "requirements: See the description.",
  };
  const text = typeof value === "string" ? value.replace(/\s+/g, " ").slice(0, 100) : "";
  return examples[field] ?? `${field}: ${JSON.stringify(text)}`;
}

const repairRules = [cityName, regionName, shoutingTitle];

/** Accepts what the form would offer to correct in places, once for each part of them. */
function repairedPlaces(
  job: Job,
  corrections: Readonly<Record<string, unknown>>,
  notes: Note[],
  { config, cities, today }: ImportContext,
): Job {
  let current = job;
  for (let round = 0; round < 4; round += 1) {
    const subject = { file: "jobs/new.md", slug: "new", archived: false, job: current };
    const found = applyRules(
      subject,
      { config, cities, today, neighbors: new Neighbors([]) },
      repairRules,
    ).filter(({ field }) => !(rootField(field ?? "") in corrections));
    const one = found.find(({ repair }) => repair !== undefined);
    const next = one?.repair && withRepair(current, one.repair, config, today);
    if (!one || !next) {
      for (const problem of found) {
        const field = fieldOf(problem.field);
        const line = field ? exampleOf(field, Reflect.get(current, field)) : undefined;
        notes.push(toDecide(field, problemText(problem), line));
      }
      return current;
    }
    notes.push(repaired(fieldOf(one.field), words.correctedTo(one.repair?.shown ?? "")));
    current = next;
  }
  return current;
}

/** The job with a repair, whose values are named as in the form. */
function withRepair(
  job: Job,
  { values }: Repair,
  config: BoardConfig,
  today: Day,
): Job | undefined {
  const { city, region, country, places, workplace, remote_from } = job;
  const [first] = places ?? [];
  const all = (places ?? []).flatMap((place, index) =>
    Object.entries(place).map(
      ([part, value]) => [placeControl(index + 1, part as PlacePart), value] as const,
    ),
  );
  const changes = Object.entries(values).map(([name, value]) => {
    const inPlaces = readNameInPlaces(name);
    return [inPlaces ? placeControl(inPlaces.number, inPlaces.part) : name, value] as const;
  });
  const form: FormData = {
    ...(first ? {} : { city, region, country }),
    ...{ workplace, remote_from },
    ...Object.fromEntries([...all, ...changes]),
  };
  const { city: _, region: __, country: ___, places: ____, ...rest } = job;
  const { job: next, findings } = completeJob(
    { ...rest, ...draftFromForm(form, config) },
    config,
    today,
  );
  return findings.length === 0 ? next : undefined;
}

/** The job if every rule allows it, without an optional field that one does not allow. */
function checked(
  job: Job,
  notes: Note[],
  { config, cities, today }: ImportContext,
): Job | undefined {
  const errors = rules.filter(({ severity }) => severity === "error");
  // The name of the file and its neighbors are looked at when it gets them.
  const subject = { file: "jobs/new.md", slug: "new", archived: false, job };
  const found = applyRules(
    subject,
    { config, cities, today, neighbors: new Neighbors([]) },
    errors,
  );
  if (found.length === 0) return job;
  const optional = found.every(({ field }) => field === "salary");
  for (const problem of found) {
    const field = fieldOf(problem.field);
    const line = field ? exampleOf(field, Reflect.get(job, field)) : undefined;
    notes.push(
      toDecide(field, optional ? words.leftOut(problemText(problem)) : problemText(problem), line),
    );
  }
  if (!optional) return undefined;
  const { salary: _, ...rest } = job;
  return rest as Job;
}

/** What somebody should look at before it is in Git's history for ever. */
function privacyNotes({ email, description, requirements, company_description = "" }: Job): Note[] {
  const text = [description, requirements, company_description].join("\n");
  return [
    ...(email && isFreeMail(email) ? [toDecide("email", words.freeMail(email), 'email: ""')] : []),
    ...(hasPhone(text) ? [toDecide("description", words.phoneInText, "skip")] : []),
  ];
}
