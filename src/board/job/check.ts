/** The schema applied to what a file says, with ajv's findings put into words. */
import type { ErrorObject } from "ajv";
import type { BoardConfig } from "../config.ts";
import type { Finding } from "../problem.ts";
import type { Job, JobField } from "./schema.ts";
import { fieldNotes, jobFields, jobSchema } from "./schema.ts";
import { validatorFor } from "./validator.ts";
import { refuseWebAddress } from "./web-address.ts";

/** Checks fields against the schema; reports one finding a field. */
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

/** The field that an error is about; for one about the whole post, the field that it misses or does not know. */
function fieldOf({ instancePath, params }: ErrorObject): string {
  return instancePath.split("/")[1] ?? String(params.missingProperty ?? params.additionalProperty);
}

/**
 * Which of two errors of a field to report: the one about a part of the value rather than the whole,
 * and of those about the whole that of `anyOf`, which follows the errors of its branches.
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
  const part = inner.filter((key) => !/^\d+$/.test(key)).join(".");
  const name = part ? `“${part}” of “${field}”` : `“${field}”`;
  const { fix } = fieldNotes(field as JobField);
  return { field, message: `${name} ${complaint(error, value)}.`, fix: fix + choices(error) };
}

/** Fields that are missing, or that a post does not have. */
function explainWhole({ params }: ErrorObject): Finding {
  if (typeof params.missingProperty === "string") {
    const field = params.missingProperty as JobField;
    const { label, fix } = fieldNotes(field);
    return { field, message: `“${label}” (${field}) is missing.`, fix };
  }
  const field = String(params.additionalProperty);
  return {
    field,
    message: `“${shorten(field)}” is not a field of a job post.`,
    fix: `Remove it or mend its spelling. The fields are: ${frontMatterFields.join(", ")}.`,
  };
}

const frontMatterFields = jobFields.filter((field) => !("section" in jobSchema.properties[field]));

const typeNames: Record<string, string> = {
  array: "must be a list in square brackets",
  boolean: "must be true or false",
  number: "must be a number, without quotes, spaces or currency signs",
  integer: "must be a whole number, without quotes",
  object: "must be a group of values in curly brackets",
  string: "must be text; put quotes around a number, a true or a false that is meant as text",
};

/** The rest of a sentence that begins with the name of the field. */
function complaint({ keyword, params }: ErrorObject, value: unknown): string {
  switch (keyword) {
    case "type":
      return value === null
        ? "is empty"
        : (typeNames[params.type] ?? "has a value of the wrong kind");
    case "enum":
      return `has “${shorten(value)}”, which is not one of its choices`;
    case "required":
      return `has no “${params.missingProperty}”`;
    case "additionalProperties":
      return `has a part “${shorten(params.additionalProperty)}” that it does not know`;
    case "minLength":
      return "is empty";
    case "maxLength":
      return `is longer than ${params.limit} characters`;
    case "minItems":
      return "is an empty list";
    case "maxItems":
      return `has more than ${params.limit} entries`;
    case "uniqueItems":
      return "has the same entry twice";
    case "exclusiveMinimum":
      return `must be more than ${params.limit}`;
    case "maximum":
      return `must not be more than ${params.limit}`;
    case "format":
      return formatComplaint(params.format, value);
    default:
      return `has “${shorten(value)}”, which is not understood`;
  }
}

function formatComplaint(format: string, value: unknown): string {
  const shown = `“${shorten(value)}”`;
  switch (format) {
    case "day":
      return `has ${shown}, which is not a day of the calendar`;
    case "line":
      return "must be one line with letters or digits in it, and without spaces around it";
    case "email":
      return `has ${shown}, which is not an e-mail address`;
    case "login":
      return `has ${shown}, which cannot be a GitHub user name`;
    default:
      return `has ${shown}, which ${refuseWebAddress(String(value))}`;
  }
}

/** The choices themselves where they are few enough to read. */
function choices({ keyword, params }: ErrorObject): string {
  const allowed: unknown = params.allowedValues;
  if (keyword !== "enum" || !Array.isArray(allowed) || allowed.length > 25) return "";
  return ` The choices are: ${allowed.join(", ")}.`;
}

function shorten(value: unknown): string {
  // On one line, for a log takes a line that begins with :: for a command.
  const text = (typeof value === "string" ? value : (JSON.stringify(value) ?? "")).replace(
    /\s+/g,
    " ",
  );
  return text.length > 60 ? `${text.slice(0, 60)}…` : text;
}
