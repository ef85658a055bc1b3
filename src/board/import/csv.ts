/** Reads the rows of tables in which boards keep their posts. */

import { imports as words } from "#words/import.ts";
import type { Day } from "../days.ts";
import { addDays, isDay } from "../days.ts";
import type { FormData } from "../form/form-data.ts";
import { readDay } from "../form/typed-day.ts";
import { readPay } from "../form/typed-pay.ts";
import type { OtherChoice } from "./choices.ts";
import { employmentMeant, readCategory, readTypes } from "./choices.ts";
import type { CsvMapping, Row } from "./csv-columns.ts";
import type { ImportContext, ImportedRecord, Listing } from "./imported-post.ts";
import { closedDays, listingOf } from "./listing-days.ts";
import { readLocation } from "./location.ts";
import { readMarkup } from "./markup.ts";
import type { Note } from "./note.ts";
import { dropped, repaired, toDecide } from "./note.ts";
import { bareText, plainLine, readContact } from "./plain-text.ts";
import { readAddress } from "./readable-link.ts";
import { saysNothing, splitAd } from "./split-ad.ts";

function dayFrom(text: string | undefined, dates: CsvMapping["dates"]): Day | undefined {
  if (text === undefined) return undefined;
  const [, one = "", , two = "", year = ""] =
    /^\s*(\d{1,2})([-/])(\d{1,2})\2(\d{4})\s*$/.exec(text) ?? [];
  const [month, day] = dates === "month-first" ? [one, two] : [two, one];
  const known = dates && year ? `${year}-${month.padStart(2, "0")}-${day.padStart(2, "0")}` : "";
  const read = isDay(known) ? known : readDay(plainLine(text));
  return isDay(read) ? read : undefined;
}

const closedStatus = /^(?:expired|closed|archived?|inactive|ended|over)$/i;
const filledStatus = /^(?:filled|hired)$/i;
const liveStatus = /^(?:published|live|open|active|approved|public|listed|online)?$/i;

/**
 * A row as a record.
 *
 * @param firstImportedOf the day on which a record was first imported, by its id
 */
export function readCsvRow(
  row: Row,
  origin: string,
  mapping: CsvMapping,
  context: ImportContext,
  firstImportedOf: (id: string) => Day | undefined,
): ImportedRecord {
  // Many posts may have one link, so that does not tell them apart.
  const named = [row.company, row.title, row.location ?? row.city, row.posted];
  const id = plainLine(row.id) || named.map(plainLine).join(" · ");
  return {
    id,
    origin,
    title: plainLine(row.title),
    company: plainLine(row.company),
    changed: dayFrom(row.posted, mapping.dates),
    listing: judge(row, mapping, context, firstImportedOf(id)),
    read: () => readFields(row, context),
  };
}

function judge(
  row: Row,
  { dates }: CsvMapping,
  { today, config }: ImportContext,
  firstImported: Day = today,
): Listing {
  const { listedDays } = config.lifetimes;
  const status = plainLine(row.status);
  const created = dayFrom(row.posted, dates);
  const last = dayFrom(row.expires, dates);
  const isFilled = filledStatus.test(status);
  const isClosed = isFilled || closedStatus.test(status);
  if (!isClosed && !liveStatus.test(status))
    return { state: "unlisted", reason: words.unknownStatus(status) };
  if (created === undefined)
    return { state: "unlisted", reason: words.noPosted(row.posted), isUndated: true };
  if (row.expires && last === undefined)
    return { state: "unlisted", reason: words.noExpires(row.expires), isUndated: true };
  const end = last && addDays(last, 1);
  if (!isClosed) return listingOf({ created, end }, firstImported, today, listedDays);
  const on = end ?? addDays(created, listedDays);
  const closed = { on, reason: isFilled ? ("filled" as const) : ("expired" as const) };
  return { state: "closed", days: closedDays({ created, end }, closed, today, listedDays) };
}

function readFields(
  row: Row,
  { config, cities, convert }: ImportContext,
): { form: FormData; notes: Note[] } {
  const notes: Note[] = [];
  const title = plainLine(row.title);
  const texts = readTexts(row, convert, notes, (text) =>
    splitAd(text, config, plainLine(row.company)),
  );
  const isSplit = row.city !== undefined || row.location === undefined;
  const place = readLocation(
    {
      places: [
        { city: isSplit ? row.city : row.location, region: row.region, country: row.country },
      ],
      remote: remoteMeant(row.remote),
      texts: [title, texts.description],
    },
    cities,
  );
  const category = readCategory(row.category ? choice(row.category) : undefined, title, config);
  const named = (row.job_types ?? "")
    .split(/\s*[;,|]\s*/)
    .map(plainLine)
    .filter(Boolean);
  const type = readTypes(
    named.map(choice),
    "",
    [title, texts.description, texts.requirements],
    config,
  );
  const employment = row.employment ? employmentMeant(row.employment) : undefined;
  if (row.employment && !employment) {
    notes.push(
      toDecide(
        "employment",
        words.severalEmployments([plainLine(row.employment)]),
        "employment: full_time",
      ),
    );
  }
  const pay = readPayOf(row, notes);
  const apply = readAddress(row.apply_url);
  const contact = readContact(row.contact);
  notes.push(...category.notes, ...type.notes, ...place.notes, ...apply.notes);
  if (contact.removed.length > 0) notes.push(dropped("contact", words.contactCut));
  return {
    form: {
      title,
      company: plainLine(row.company),
      category: category.category,
      job_types: type.job_types,
      other_job_type: type.other_job_type,
      employment,
      ...place.form,
      ...pay,
      contact: contact.name,
      email: plainLine(row.email).replace(/^mailto:/i, ""),
      apply_url: apply.address,
      ...texts,
    },
    notes,
  };
}

function choice(name: string): OtherChoice {
  return { name: plainLine(name), slug: plainLine(name) };
}

function remoteMeant(text = "") {
  const bare = bareText(text);
  if (/^(?:yes|y|true|1|x|remote|fully remote|remote only|full|only)$/.test(bare))
    return "yes" as const;
  if (/^(?:hybrid|partly|partial|partially|some days)$/.test(bare)) return "hybrid" as const;
  if (/^(?:possible|allowed|optional|ok|negotiable)$/.test(bare)) return "allowed" as const;
  return /^(?:no|n|false|0|none|on ?site|office|in office)$/.test(bare)
    ? ("no" as const)
    : undefined;
}

/** Pay in one cell or in several. What cannot be understood for sure is left out. */
function readPayOf(row: Row, notes: Note[]): FormData {
  const text = plainLine(row.salary ?? row.salary_min);
  const top = row.salary === undefined ? plainLine(row.salary_max) : "";
  if (text === "" && top === "") return {};
  const pay = readPay({
    ...(text && { min: text }),
    ...(top && { max: top }),
    ...(row.salary_currency && { currency: plainLine(row.salary_currency).toUpperCase() }),
    ...(row.salary_per && { per: plainLine(row.salary_per).toLowerCase() }),
  });
  if (typeof pay.min === "number" && pay.currency && pay.per) {
    if (text !== String(pay.min)) notes.push(repaired("salary", words.payRead(text, payLine(pay))));
    return {
      salary_min: pay.min,
      salary_max: pay.max,
      salary_currency: pay.currency,
      salary_per: pay.per,
    };
  }
  const line = `salary: ${payLine(examplePay(pay))}`;
  notes.push(toDecide("salary", words.payUnclear([text, top].filter(Boolean).join(" – ")), line));
  return {};
}

/** Pay to correct: what could not be read is an example. */
function examplePay({ min, max, currency, per }: Readonly<Record<string, unknown>>) {
  return {
    min: typeof min === "number" ? min : 65000,
    max: typeof max === "number" ? max : undefined,
    currency: /^[A-Z]{3}$/.test(String(currency)) ? currency : "EUR",
    per: /^(?:hour|day|week|month|year)$/.test(String(per)) ? per : "year",
  };
}

/** Pay as a job file has it. */
function payLine(pay: Readonly<Record<string, unknown>>): string {
  const parts = Object.entries(pay).filter(([, value]) => value !== undefined);
  return `{${parts.map(([part, value]) => `${part}: ${value}`).join(", ")}}`;
}

type Texts = { description: string; requirements: string; company_description: string };

function readTexts(
  row: Row,
  convert: ImportContext["convert"],
  notes: Note[],
  split: (text: string) => Partial<Texts>,
): Texts {
  const [description = "", requirements = "", company_description = ""] = (
    ["description", "requirements", "company_description"] as const
  ).map((section) => {
    const read = readMarkup({ text: row[section] ?? "" }, section, convert);
    notes.push(...read.notes);
    return read.markdown;
  });
  if (!saysNothing(requirements)) return { description, requirements, company_description };
  const parts = split(description);
  if (parts.description && parts.requirements) {
    notes.push(repaired("requirements", words.requirementsSplit));
    const company = [company_description, parts.company_description].filter(Boolean).join("\n\n");
    return {
      description: parts.description,
      requirements: parts.requirements,
      company_description: company,
    };
  }
  notes.push(
    toDecide("requirements", words.requirementsMissing, "requirements: See the description."),
  );
  return { description, requirements: words.seeDescription, company_description };
}
