/**
 * Reads schema.org’s JobPosting, as career pages have it in JSON-LD for search engines. Also runs in a browser. It is read
 * leniently: makers leave properties out, write text for objects, lists for one value, and encode HTML twice.
 */

import { imports as words } from "#words/import.ts";
import type { Day } from "../days.ts";
import { addDays, isDay } from "../days.ts";
import type { FormData } from "../form/form-data.ts";
import { readDay } from "../form/typed-day.ts";
import { employmentMeant, readCategory } from "./choices.ts";
import type { ImportContext, ImportedRecord } from "./imported-post.ts";
import { listingOf } from "./listing-days.ts";
import type { WrittenPlace } from "./location.ts";
import { readLocation } from "./location.ts";
import { readMarkup } from "./markup.ts";
import type { Note } from "./note.ts";
import { dropped, repaired, toDecide } from "./note.ts";
import { plainLine } from "./plain-text.ts";
import { readAddress } from "./readable-link.ts";
import { splitAd } from "./split-ad.ts";

type Values = Readonly<Record<string, unknown>>;

/** A posting, and the address of the page that it is on, if that says it. */
export type FoundPosting = { posting: Values; page: string };

/** The postings of a page’s source, or of JSON. Blocks that cannot be read are left out. */
export function findPostings(source: string): FoundPosting[] {
  const isJson = /^\s*[[{]/.test(source);
  const blocks = isJson ? [source] : blocksIn(source);
  const page = isJson ? "" : addressOfPage(source);
  return blocks
    .flatMap((block) => postingsIn(parseLeniently(block)))
    .map((posting) => ({ posting, page }));
}

/** The postings in a value of JSON-LD, however deep. */
export function postingsIn(value: unknown, depth = 0): Values[] {
  if (typeof value !== "object" || value === null || depth > 8) return [];
  if (Array.isArray(value)) return value.flatMap((one) => postingsIn(one, depth + 1));
  const values = value as Values;
  const types = listOf(values["@type"]).map((type) => plainLine(type));
  if (types.some((type) => /(?:^|[/:])JobPosting$/i.test(type))) return [values];
  // JSON without types, as exports of boards have it.
  const isBare = depth < 2 && types.length === 0 && values.title && values.hiringOrganization;
  if (isBare) return [values];
  return Object.values(values).flatMap((inner) => postingsIn(inner, depth + 1));
}

function blocksIn(html: string): string[] {
  const scripts = html.matchAll(
    /<script\b[^>]*\btype\s*=\s*["']?application\/ld\+json\b[^>]*>([\s\S]*?)<\/script\s*>/gi,
  );
  return [...scripts].map(([, text = ""]) => text);
}

function parseLeniently(text: string): unknown {
  const bare = text
    .replace(/^\s*(?:\/\/)?\s*(?:<!--|<!\[CDATA\[)|(?:\/\/)?\s*(?:-->|\]\]>)\s*$/g, "")
    .replace(/;\s*$/, "");
  // Line ends within texts are not allowed in JSON, but common.
  for (const one of [bare, bare.replace(/\p{Cc}+/gu, " "), bare.replace(/,\s*(?=[}\]])/g, "")]) {
    try {
      return JSON.parse(one);
    } catch {
      // The next way to read it.
    }
  }
  return undefined;
}

function addressOfPage(html: string): string {
  const tags = html.match(/<(?:link|meta)\b(?:"[^"]*"|'[^']*'|[^"'>])*>/gi) ?? [];
  const attributeOf = (pattern: RegExp, name: string) => {
    const tag = tags.find((one) => pattern.test(one)) ?? "";
    const [, , value = ""] = new RegExp(`\\b${name}\\s*=\\s*(["'])(.*?)\\1`, "i").exec(tag) ?? [];
    return plainLine(value);
  };
  return (
    attributeOf(/\brel\s*=\s*["']?canonical\b/i, "href") ||
    attributeOf(/\bproperty\s*=\s*["']?og:url\b/i, "content")
  );
}

function listOf(value: unknown): readonly unknown[] {
  if (Array.isArray(value)) return value;
  return value === undefined || value === null ? [] : [value];
}

/** Text as it is, or the name of an object. */
function nameOf(value: unknown): string {
  const [first] = listOf(value);
  if (typeof first === "object" && first !== null) {
    const { name, legalName, "@id": id } = first as Values;
    return plainLine(listOf(name)[0] ?? legalName ?? id);
  }
  return plainLine(first);
}

/** Long text, which some makers write as a list of lines. */
function textOf(value: unknown): string {
  const lines = listOf(value).map((one) => {
    if (typeof one === "string") return one;
    const { description, name } = Object(one) as Values;
    return [description, name].find((text) => typeof text === "string") as string | undefined;
  });
  const all = lines.filter((line) => line !== undefined && line.trim() !== "");
  return all.length > 1 ? all.map((line) => `- ${line}`).join("\n") : (all[0] ?? "");
}

/** The form filled in from a posting. What it does not say stays empty. */
export function formFromPosting(
  { posting, page }: FoundPosting,
  { config, cities, convert }: Pick<ImportContext, "config" | "cities" | "convert">,
): { form: FormData; notes: Note[] } {
  const title = nameOf(posting.title ?? posting.name);
  const company = nameOf(posting.hiringOrganization);
  const text = readMarkup({ text: textOf(posting.description) }, "description", convert);
  const split = splitAd(text.markdown, config, company);
  const further = ["qualifications", "skills", "experienceRequirements", "educationRequirements"]
    .map((name) => readMarkup({ text: textOf(posting[name]) }, "requirements", convert).markdown)
    .filter((one) => one.length > 2);
  const duties = readMarkup({ text: textOf(posting.responsibilities) }, "description", convert);
  const hasDuties = duties.markdown !== "" && !text.markdown.includes(duties.markdown);
  const place = readLocation(
    {
      places: placesOf(posting),
      remote: nameOf(posting.jobLocationType).toUpperCase() === "TELECOMMUTE" ? "yes" : undefined,
      applicants: listOf(posting.applicantLocationRequirements).map(areaOf),
      texts: [title, text.markdown],
    },
    cities,
  );
  const category = readCategory(undefined, title, config);
  const employment = employmentOf(posting.employmentType);
  const pay = payOf(posting.baseSalary ?? posting.estimatedSalary);
  const link = readAddress([posting.url, page].map(nameOf).find(Boolean) ?? "");
  const requirements = split.requirements ?? further.join("\n\n");
  return {
    form: {
      title,
      company,
      category: category.category,
      employment: employment.employment,
      ...place.form,
      ...pay,
      apply_url: link.address,
      email: plainLine((Object(posting.applicationContact) as Values).email).replace(
        /^mailto:/i,
        "",
      ),
      description: [split.description ?? "", ...(hasDuties ? [duties.markdown] : [])].join("\n\n"),
      requirements,
      company_description: split.company_description ?? "",
    },
    notes: [
      ...[...text.notes, ...category.notes, ...place.notes, ...employment.notes, ...link.notes],
      ...(split.requirements ? [repaired("requirements", words.requirementsSplit)] : []),
    ],
  };
}

function placesOf({ jobLocation }: Values): WrittenPlace[] {
  return listOf(jobLocation).map((location) => {
    if (typeof location === "string") return { city: location };
    const { address, name } = Object(location) as Values;
    const [first] = listOf(address);
    if (typeof first === "string") return { city: first };
    const { addressLocality, addressRegion, addressCountry } = Object(first) as Values;
    const [city, region, country] = [addressLocality, addressRegion, addressCountry].map(nameOf);
    return { city: city || (region ? "" : nameOf(name)), region, country };
  });
}

/** A country or region from which people can apply. */
function areaOf(value: unknown): string {
  const { address } = Object(value) as Values;
  return nameOf(value) || nameOf((Object(address) as Values).addressCountry);
}

function employmentOf(value: unknown): { employment: string | undefined; notes: Note[] } {
  const all = listOf(value)
    .flatMap((one) => plainLine(one).split(/\s*[,;|]\s*/))
    .filter(Boolean);
  const meant = [...new Set(all.flatMap((one) => employmentMeant(one) ?? []))];
  if (meant.length === 1 || all.length === 0) return { employment: meant[0], notes: [] };
  const line = `employment: ${meant[0] ?? "full_time"}`;
  return {
    employment: undefined,
    notes: [toDecide("employment", words.severalEmployments(all), line)],
  };
}

const units = { h: "hour", d: "day", w: "week", m: "month", y: "year", a: "year" } as const;

/** Pay as the form has it. Zero is how some makers say nothing. */
function payOf(value: unknown): FormData {
  const salary = Object(listOf(value)[0]) as Values;
  const range = Object(listOf(salary.value)[0]) as Values;
  const amounts = [salary.minValue, range.minValue, range.value, salary.median, salary.value].map(
    amountOf,
  );
  const min = amounts.find((amount) => amount !== undefined);
  const max = [salary.maxValue, range.maxValue]
    .map(amountOf)
    .find((amount) => amount !== undefined);
  if (min === undefined && max === undefined) return {};
  const unit = plainLine(range.unitText ?? salary.unitText ?? salary.duration ?? salary.name)
    .toLowerCase()
    .replace(/^(?:per|an?)\s+/, "");
  return {
    salary_min: min ?? max,
    ...(max !== undefined && max !== min && { salary_max: max }),
    salary_currency: plainLine(salary.currency ?? range.currency).toUpperCase(),
    salary_per: units[unit.charAt(0) as keyof typeof units],
  };
}

function amountOf(value: unknown): number | undefined {
  const number = typeof value === "string" ? Number(value.replace(/[,\s]/g, "")) : value;
  return typeof number === "number" && number > 0 ? number : undefined;
}

/** A day as pages write it: ISO 8601, with or without a time, or as Java does: `Wed Nov 11 01:00:00 UTC 2026`. */
export function dayIn(value: unknown): Day | undefined {
  const text = plainLine(value);
  const [iso] = /^\d{4}-\d\d-\d\d/.exec(text) ?? [];
  const java = /^\w{3} (\w{3}) (\d{1,2}) [\d:]+ \w+ (\d{4})$/.exec(text);
  const day = iso ?? readDay(java ? `${java[2]} ${java[1]} ${java[3]}` : text);
  return isDay(day) ? day : undefined;
}

/**
 * A posting as a record, for boards that publish their posts as pages.
 *
 * @param firstImported the day on which it was first imported, if that was earlier
 */
export function readPosting(
  found: FoundPosting,
  origin: string,
  context: ImportContext,
  firstImportedOf: (id: string) => Day | undefined,
): ImportedRecord {
  const { posting, page } = found;
  const { today, config } = context;
  const id = idOf(found);
  const created = dayIn(posting.datePosted) ?? firstImportedOf(id) ?? today;
  const last = dayIn(posting.validThrough);
  const end = last && addDays(last, 1);
  return {
    id,
    origin: page || origin,
    title: nameOf(posting.title ?? posting.name),
    company: nameOf(posting.hiringOrganization),
    changed: created,
    listing: listingOf(
      { created, end },
      firstImportedOf(id) ?? today,
      today,
      config.lifetimes.listedDays,
    ),
    read() {
      const { form, notes } = formFromPosting(found, context);
      const isUndated = dayIn(posting.datePosted) === undefined;
      const line = `requirements: ${words.seeDescription}`;
      const isMissing = form.requirements === "";
      return {
        form: isMissing ? { ...form, requirements: words.seeDescription } : form,
        notes: [
          ...notes,
          ...(isMissing ? [toDecide("requirements", words.requirementsMissing, line)] : []),
          ...(isUndated ? [dropped("submitted", words.undated)] : []),
        ],
      };
    },
  };
}

/** What tells a posting from others in a later import. */
function idOf({ posting, page }: FoundPosting): string {
  const identifier = Object(listOf(posting.identifier)[0]) as Values;
  const number = plainLine(identifier.value ?? (listOf(posting.identifier)[0] as unknown));
  const company = nameOf(posting.hiringOrganization);
  if (number) return `${company} ${number}`;
  const title = nameOf(posting.title ?? posting.name);
  const address = nameOf(posting.url) || page;
  // One page may have several postings.
  return [address || company, title, ...(address ? [] : [plainLine(posting.datePosted)])].join(
    " · ",
  );
}
