/**
 * Reads python.org’s job board: the objects of Django’s `dumpdata jobs`. Which posts were public, and until when, is
 * judged by their status and days. Accounts, comments of reviewers and everything else in a dump is ignored.
 */

import { imports as words } from "#words/import.ts";
import type { BoardConfig } from "../config.ts";
import type { Day } from "../days.ts";
import { isDay } from "../days.ts";
import type { FormData } from "../form/form-data.ts";
import type { OtherChoice } from "./choices.ts";
import { findChoice, readCategory, readTypes } from "./choices.ts";
import type { ImportContext, ImportedRecord, Listing } from "./imported-post.ts";
import { closedDays, liveDays } from "./listing-days.ts";
import { readLocation } from "./location.ts";
import type { MarkedUp } from "./markup.ts";
import { readMarkup } from "./markup.ts";
import type { Note } from "./note.ts";
import { dropped, repaired, toDecide } from "./note.ts";
import { plainLine, readContact } from "./plain-text.ts";
import { readAddress } from "./readable-link.ts";
import { saysNothing, splitAd } from "./split-ad.ts";

type Values = Readonly<Record<string, unknown>>;

/** An object of a dump. */
export type DumpObject = { model: string; pk: number; fields: Values };

/** The categories and types of a dump, by their numbers. */
export type Vocabulary = {
  categories: ReadonlyMap<number, OtherChoice>;
  types: ReadonlyMap<number, OtherChoice>;
};

/** An object of a dump, or `undefined` if it is something else. */
export function readObject(value: unknown): DumpObject | undefined {
  const { model, pk, fields } = Object(value) as Values;
  const number = typeof pk === "string" && /^\d+$/.test(pk) ? Number(pk) : pk;
  const isObject = typeof fields === "object" && fields !== null && !Array.isArray(fields);
  if (typeof model !== "string" || !isObject) return undefined;
  if (typeof number !== "number" || !Number.isSafeInteger(number) || number < 0) return undefined;
  return { model: model.toLowerCase(), pk: number, fields: fields as Values };
}

/** Gathers categories and types, which may come after the jobs that have them. */
export class VocabularyReader implements Vocabulary {
  readonly categories = new Map<number, OtherChoice>();
  readonly types = new Map<number, OtherChoice>();

  read({ model, pk, fields }: DumpObject): void {
    const name = plainLine(fields.name);
    const slug = plainLine(fields.slug);
    if (model === "jobs.jobcategory") this.categories.set(pk, { name, slug });
    if (model === "jobs.jobtype") this.types.set(pk, { name, slug });
  }
}

/** The address of a job on python.org, and its alias here. */
export function jobAddress(pk: number): string {
  return `/jobs/${pk}/`;
}

/**
 * A job as a record.
 *
 * @param firstImported the day on which it was first imported, if that was earlier
 */
export function readJob(
  { pk, fields }: DumpObject,
  vocabulary: Vocabulary,
  context: ImportContext,
  now: string,
  firstImported?: Day,
): ImportedRecord {
  const isShortened = { value: false };
  return {
    id: String(pk),
    origin: `https://www.python.org${jobAddress(pk)}`,
    title: plainLine(fields.job_title),
    company: plainLine(fields.company_name),
    listing: judge(fields, context, now, firstImported ?? context.today, isShortened),
    read: () => {
      const { form, notes } = readFields(fields, vocabulary, context);
      return {
        form,
        notes: isShortened.value ? [...notes, repaired("published", words.termShortened)] : notes,
      };
    },
    changed: dayOf(fields.updated) ?? dayOf(fields.created),
    aliases: [jobAddress(pk)],
    isFeatured: fields.is_featured === true,
    oldPlace: plainLine(fields.location_slug),
    readPlace: () => placeOf(fields, [], context.cities).form,
  };
}

/** What was public and what is: only approved jobs, until they expire. */
function judge(
  fields: Values,
  { config, today }: ImportContext,
  now: string,
  firstImported: Day,
  shortened: { value: boolean },
): Listing {
  const { listedDays } = config.lifetimes;
  const created = dayOf(fields.created);
  const updated = dayOf(fields.updated) ?? created;
  const end = dayOf(fields.expires);
  const status = plainLine(fields.status).toLowerCase();
  if (created === undefined || updated === undefined) return unlisted(words.noCreated);
  const why = whyUnlisted(status, end);
  if (why !== undefined)
    return { ...unlisted(why), ...(isWithdrawn(status, end) && { on: updated }) };
  const isOver = Date.parse(String(fields.expires)) < Date.parse(now);
  if (status === "approved" && !isOver) {
    const { isShortened, ...days } = liveDays({ created, end }, firstImported, listedDays);
    shortened.value = isShortened;
    return { state: "live", days };
  }
  const on = closedOn(status, isOver, end ?? updated, updated);
  const days = closedDays({ created, end }, { on, reason: "expired" }, today, listedDays);
  return { state: "closed", days };
}

/** Why a job must not be listed; `undefined` if it is or was public. A job without an end was never approved. */
function whyUnlisted(status: string, end: Day | undefined): string | undefined {
  if (Object.hasOwn(words.status, status)) return words.status[status as keyof typeof words.status];
  if (!["approved", "expired", "archived"].includes(status)) return words.unknownStatus(status);
  return end === undefined ? words.neverPublic : undefined;
}

function isWithdrawn(status: string, end: Day | undefined): boolean {
  return end !== undefined && (status === "removed" || status === "rejected");
}

/** People close jobs before their end; what the board itself calls expired may be so months later. */
function closedOn(status: string, isOver: boolean, end: Day, updated: Day): Day {
  if (status === "archived") return end < updated ? end : updated;
  return isOver ? end : updated;
}

function unlisted(reason: string): Extract<Listing, { state: "unlisted" }> {
  return { state: "unlisted", reason };
}

function dayOf(moment: unknown): Day | undefined {
  if (typeof moment !== "string") return undefined;
  const milliseconds = Date.parse(moment);
  if (Number.isNaN(milliseconds)) return undefined;
  const day = new Date(milliseconds).toISOString().slice(0, 10);
  return isDay(day) ? day : undefined;
}

function readFields(
  fields: Values,
  { categories, types }: Vocabulary,
  { config, cities, convert }: ImportContext,
): { form: FormData; notes: Note[] } {
  const notes: Note[] = [];
  const title = plainLine(fields.job_title);
  const texts = readTexts(fields, config, convert, notes);
  const place = placeOf(fields, [title, texts.description], cities);
  const named = categories.get(Number(fields.category));
  const category = readCategory(named ?? { name: "" }, title, config);
  const numbers = Array.isArray(fields.job_types) ? fields.job_types : [];
  const found = numbers.flatMap((number) => types.get(Number(number)) ?? []);
  const type = readTypes(
    found,
    plainLine(fields.other_job_type),
    [title, texts.description, texts.requirements],
    config,
  );
  const apply = readAddress(fields.url);
  const contact = readContact(fields.contact);
  notes.push(...category.notes, ...type.notes, ...place.notes, ...apply.notes);
  if (contact.removed.length > 0) notes.push(dropped("contact", words.contactCut));
  return {
    form: {
      title,
      company: plainLine(fields.company_name),
      category: category.category,
      job_types: type.job_types,
      other_job_type: type.other_job_type,
      ...place.form,
      // True is the default there, so that nobody may have chosen it.
      ...(fields.agencies === false && { agencies_welcome: "false" }),
      contact: contact.name,
      email: plainLine(fields.email),
      apply_url: apply.address,
      ...texts,
    },
    notes,
  };
}

function placeOf(fields: Values, texts: readonly string[], cities: ImportContext["cities"]) {
  const { city, region, country, telecommuting } = fields;
  // Only `true` was chosen by somebody. Remote work is possible then, not required.
  const remote = telecommuting === true ? "allowed" : "default-no";
  return readLocation({ places: [{ city, region, country }], remote, texts }, cities);
}

type Texts = { description: string; requirements: string; company_description: string };

function readTexts(
  fields: Values,
  config: BoardConfig,
  convert: ImportContext["convert"],
  notes: Note[],
): Texts {
  const [description = "", requirements = "", company_description = ""] = (
    ["description", "requirements", "company_description"] as const
  ).map((section) => {
    const read = readMarkup(markedUp(fields, section), section, convert);
    notes.push(...read.notes);
    return read.markdown;
  });
  if (!saysNothing(requirements)) return { description, requirements, company_description };
  const split = splitAd(description, config, plainLine(fields.company_name));
  if (split.requirements && split.description) {
    notes.push(repaired("requirements", words.requirementsSplit));
    return {
      description: split.description,
      requirements: split.requirements,
      company_description: [company_description, split.company_description]
        .filter(Boolean)
        .join("\n\n"),
    };
  }
  notes.push(
    toDecide("requirements", words.requirementsMissing, "requirements: See the description."),
  );
  return { description, requirements: words.seeDescription, company_description };
}

const markups = ["html", "markdown", "restructuredtext", "plain"] as const;

function markedUp(fields: Values, section: string): MarkedUp {
  const said = String(fields[`${section}_markup_type`] ?? "").toLowerCase();
  const text = fields[section];
  const rendered = fields[`_${section}_rendered`];
  return {
    text: typeof text === "string" ? text : "",
    markup: markups.find((markup) => markup === said),
    ...(typeof rendered === "string" && { rendered }),
  };
}

/** The addresses of lists there that are others here, with those of this board. */
export function vocabularyAddresses(
  { categories, types }: Vocabulary,
  config: BoardConfig,
): { kind: "category" | "type"; slug: string; ours: string | undefined }[] {
  const of = (kind: "category" | "type", all: Iterable<OtherChoice>) =>
    [...all].flatMap((one) => {
      const choices = kind === "category" ? config.categories : config.types;
      const ours = findChoice(choices, one)?.slug;
      return one.slug && ours !== one.slug ? [{ kind, slug: one.slug, ours }] : [];
    });
  return [...of("category", categories.values()), ...of("type", types.values())];
}
