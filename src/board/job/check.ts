/** Checks the fields of a file against the schema, and puts ajv's findings into words. */
import type { ErrorObject } from "ajv";
import { salaryLabels } from "#words/fields.ts";
import * as words from "#words/problems.ts";
import { complaints } from "#words/problems.ts";
import type { BoardConfig } from "../config.ts";
import type { Finding } from "../problem.ts";
import { spellOutRefused } from "./characters.ts";
import { fieldLabel, isPlacePart, nameInPlaces, readNameInPlaces, rootField } from "./places.ts";
import type { Job, JobField } from "./schema.ts";
import { fieldNotes, jobFields, jobSchema } from "./schema.ts";
import { validatorFor } from "./validator.ts";
import { countryMeant, countryName } from "./vocabulary.ts";
import { refuseWebAddress } from "./web-address.ts";

/** Checks fields against the schema, and reports one finding per field. */
export function checkJob(
  fields: Record<string, unknown>,
  config: BoardConfig,
): { job: Job; findings: [] } | { job: undefined; findings: Finding[] } {
  const validate = validatorFor(config);
  if (validate(fields)) return { job: fields, findings: [] };
  const telling = new Map<string, ErrorObject>();
  for (const error of validate.errors ?? []) {
    const field = fieldOf(error);
    const known = telling.get(field);
    if (!known || tellsMore(error, known)) telling.set(field, error);
  }
  return { job: undefined, findings: [...telling.values()].map((error) => explain(error, fields)) };
}

/**
 * The field that an error is about, or a part of one of several places. For an error about the whole post, the
 * missing or unknown field.
 */
function fieldOf({ instancePath, params }: ErrorObject): string {
  const [, field, index, part] = instancePath.split("/");
  if (field === "places" && isPlacePart(part)) return nameInPlaces(Number(index) + 1, part);
  return field ?? String(params.missingProperty ?? params.additionalProperty);
}

/**
 * Which of two errors of a field to report: the one about a part of the value rather than the whole, and
 * among those about the whole the one of `anyOf`, which comes after those of its branches.
 */
function tellsMore(error: ErrorObject, than: ErrorObject): boolean {
  const depth = ({ instancePath }: ErrorObject) => instancePath.split("/").length;
  if (depth(error) !== depth(than)) return depth(error) > depth(than);
  return error.keyword === "anyOf";
}

function explain(error: ErrorObject, fields: Record<string, unknown>): Finding {
  const [field = "", ...inner] = error.instancePath.split("/").slice(1);
  if (field === "") return explainWhole(error);
  const value = [field, ...inner].reduce<unknown>(
    (outer, key) =>
      typeof outer === "object" && outer !== null ? Reflect.get(outer, key) : undefined,
    fields,
  );
  const name = fieldOf(error);
  const { fix, formFix } = fixOf(name);
  const found = complaint(error, value);
  if (field === "places") {
    const message = words.wrongValue(fieldLabel(name), "", found);
    return { field: name, message, fix: fix + countryBeside(inner.at(-1) ?? "", value), formFix };
  }
  const part = inner.find((key) => !/^\d+$/.test(key));
  const { label } = fieldNotes(field as JobField);
  const shownName = field === "salary" && part ? salaryLabels[part as SalaryPart] : label;
  const shownPart = field === "salary" ? "" : (part ?? "");
  return {
    field,
    ...(part !== undefined && { part }),
    message: words.wrongValue(shownName, shownPart, found),
    fix: fix + choicesBeside(fix, error) + countryBeside(field, value),
    formFix,
  };
}

/**
 * How to fix a field, or a part of one of several places. In a form, only fields that are typed as in the file need
 * an explanation.
 */
export function fixOf(name: string): Pick<Finding, "fix"> & { formFix: string } {
  const field = readNameInPlaces(name)?.part ?? rootField(name);
  const { fix } = fieldNotes(field);
  const property = jobSchema.properties[field];
  return { fix, formFix: "format" in property ? fix : "" };
}

type SalaryPart = keyof typeof salaryLabels;

/** Missing or unknown fields. */
function explainWhole({ params }: ErrorObject): Finding {
  if (typeof params.missingProperty === "string") {
    const field = params.missingProperty as JobField;
    return { field, message: words.missing(fieldNotes(field).label), ...fixOf(field) };
  }
  const field = String(params.additionalProperty);
  return { field, ...words.unknownField(shorten(field), frontMatterFields) };
}

const frontMatterFields = jobFields.filter((field) => !("section" in jobSchema.properties[field]));

/** The rest of a sentence that begins with the name of the field. */
function complaint({ keyword, params }: ErrorObject, value: unknown): string {
  const shown = shorten(value);
  switch (keyword) {
    case "type":
      return value === null ? complaints.empty : typeComplaint(params.type);
    case "enum":
      return complaints.noChoice(shown);
    case "required":
      return complaints.lacks(params.missingProperty);
    case "additionalProperties":
      return complaints.unknownPart(shorten(params.additionalProperty));
    case "minLength":
      return complaints.empty;
    case "maxLength":
      return complaints.tooLong(params.limit);
    case "minItems":
      return complaints.emptyList;
    case "maxItems":
      return complaints.tooMany(params.limit);
    case "uniqueItems":
      return complaints.sameEntryTwice;
    case "exclusiveMinimum":
      return complaints.notMoreThan(params.limit);
    case "maximum":
      return complaints.moreThan(params.limit);
    case "format":
      return formatComplaint(params.format, shown, String(value));
    default:
      return complaints.notUnderstood(shown);
  }
}

const types = ["array", "boolean", "number", "integer", "object", "string"] as const;

function typeComplaint(wanted: string): string {
  const type = types.find((one) => one === wanted);
  return type ? complaints[type] : complaints.wrongType;
}

function formatComplaint(format: string, shown: string, value: string): string {
  switch (format) {
    case "day":
      return complaints.noDate(shown);
    case "moment":
      return complaints.noMoment(shown);
    case "line":
      return complaints.line;
    case "email":
      return complaints.noEmail(shown);
    case "login":
      return complaints.noLogin(shown);
    default:
      return complaints.noAddress(shown, refuseWebAddress(value) ?? "");
  }
}

/** The choices, if they are few enough to read and the fix does not name them already. */
function choicesBeside(fix: string, { keyword, params }: ErrorObject): string {
  const allowed: unknown = params.allowedValues;
  if (keyword !== "enum" || !Array.isArray(allowed) || allowed.length > 25) return "";
  const all = allowed.map(String);
  return all.every((choice) => fix.includes(choice)) ? "" : words.choices(all);
}

/** The code of the country that was meant, such as GB for UK. */
function countryBeside(field: string, value: unknown): string {
  const isCountry = field === "country" || field === "remote_from";
  const code = isCountry && typeof value === "string" ? countryMeant(value) : undefined;
  return code ? words.meantCountry(countryName(code), code) : "";
}

function shorten(value: unknown): string {
  // On one line, because GitHub’s logs treat a line that starts with :: as a command.
  const text = (typeof value === "string" ? value : (JSON.stringify(value) ?? "")).replace(
    /\s+/g,
    " ",
  );
  return spellOutRefused(text.length > 60 ? `${text.slice(0, 60)}…` : text);
}
