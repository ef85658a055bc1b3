/** What the columns of a table are: guessed by their names, and kept where people can correct it. */
import { isDay } from "../days.ts";
import { readDay } from "../form/typed-day.ts";
import { bareText } from "./plain-text.ts";

/** What a column can be, with other names for it. */
const columnNames = {
  id: "id|ref|reference|job id|nr|number",
  title: "title|job title|position|role|job|vacancy",
  company: "company|company name|employer|organisation|organization|hiring organization",
  category: "category|function|department",
  job_types: "job types|types|tags|technologies|keywords|skills tags",
  employment: "employment|employment type|contract|contract type|job type|type",
  location: "location|place|where|office",
  city: "city|town|locality",
  region: "region|state|province|county",
  country: "country|country code",
  remote: "remote|telecommute|telecommuting|workplace|work mode|remote ok",
  salary: "salary|pay|compensation|wage",
  salary_min: "salary min|min salary|minimum salary|pay min",
  salary_max: "salary max|max salary|maximum salary|pay max",
  salary_currency: "salary currency|currency",
  salary_per: "salary per|per|pay period|salary period",
  apply_url: "apply url|url|link|apply|apply link|application url|job url|website",
  email: "email|e mail|mail|contact email|application email",
  contact: "contact|contact name|contact person",
  posted: "posted|date posted|posted on|published|created|date|submitted|listed",
  expires: "expires|expiry|expiry date|valid through|deadline|closing date|last day|closes",
  status: "status|state of post",
  description: "description|text|body|content|job description|ad",
  requirements: "requirements|qualifications|profile",
  company_description: "company description|about|about us|about the company|company profile",
} as const;

export type Column = keyof typeof columnNames;

export const columns = Object.keys(columnNames) as Column[];

/** Kept between imports: what each column is (`null`: nothing of use), and in which order dates have day and month. */
export type CsvMapping = {
  columns: Readonly<Record<string, Column | null>>;
  /** How `11/05/2026` is meant: day first or month first; `null` if it does not occur or nobody has said. */
  dates: "day-first" | "month-first" | null;
};

/** What the columns probably are. Of two with the same meaning, the first is taken. */
export function guessMapping(header: readonly string[], known?: CsvMapping): CsvMapping {
  const taken = new Set<Column>();
  const guessed = header.map((name) => {
    const kept = known && Object.hasOwn(known.columns, name) ? known.columns[name] : undefined;
    const bare = bareText(name.replaceAll("_", " "));
    const meant =
      kept !== undefined
        ? kept
        : (columns.find((column) => columnNames[column].split("|").includes(bare)) ?? null);
    const column = meant !== null && !taken.has(meant) ? meant : null;
    if (column) taken.add(column);
    return [name, column] as const;
  });
  return {
    columns: { ...known?.columns, ...Object.fromEntries(guessed) },
    dates: known?.dates ?? null,
  };
}

/** Reads a kept mapping; `undefined` if it is none. */
export function readMapping(value: unknown): CsvMapping | undefined {
  const { columns: named, dates = null } = Object(value) as Record<string, unknown>;
  const isOrder = dates === null || dates === "day-first" || dates === "month-first";
  if (typeof named !== "object" || named === null || !isOrder) return undefined;
  const all = Object.entries(named);
  const isColumn = (one: unknown) => one === null || columns.some((column) => column === one);
  if (!all.every(([, one]) => isColumn(one))) return undefined;
  return { columns: Object.fromEntries(all) as CsvMapping["columns"], dates };
}

export type Row = Readonly<Partial<Record<Column, string>>>;

/** The cells of a row by what they are. */
export function readRow(cells: Readonly<Record<string, string>>, mapping: CsvMapping): Row {
  return Object.fromEntries(
    Object.entries(cells).flatMap(([name, cell]) => {
      const column = Object.hasOwn(mapping.columns, name) ? mapping.columns[name] : null;
      return column && cell.trim() ? [[column, cell]] : [];
    }),
  );
}

const ambiguousDay = /^\s*\d{1,2}([-/])\d{1,2}\1\d{4}\s*$/;

/** A date of a row that can mean two days, if it has one. */
export function findAmbiguousDay({ posted = "", expires = "" }: Row): string | undefined {
  return [posted, expires].find((text) => ambiguousDay.test(text) && !isDay(readDay(text)));
}
