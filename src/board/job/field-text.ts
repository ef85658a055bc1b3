/** A field's value typed on one line, like the text after the colon in a job file. */

import type { BoardConfig } from "../config.ts";
import { readLogin, readLogins } from "../login.ts";
import { schemaFor } from "./board-schema.ts";
import { readFields } from "./front-matter.ts";
import type { JobField } from "./schema.ts";
import { jobSchema } from "./schema.ts";

/**
 * Reads a value. Text is used as it is, and anything else is read as in a file, with optional brackets
 * around a list. A value that cannot be read stays text, so that the schema reports it.
 */
export function readFieldText(field: JobField, text: string): unknown {
  const property = jobSchema.properties[field];
  if (field === "submitted_by") return readLogin(text) ?? text;
  if (field === "managers") return readLogins(text);
  if ("type" in property && property.type === "string") return text;
  const isList = !("type" in property) || property.type === "array";
  const isBare = isList && !text.startsWith("[") && text !== "worldwide";
  const result = readFields(`---\n${field}: ${isBare ? `[${text}]` : text}\n---`);
  return result.ok && !text.includes("\n") ? result.fields[field] : text;
}

/** The choices for a field of a new post, or for the entries of its list; none if any text is allowed. */
export function choicesOf(field: JobField, config: BoardConfig): string[] {
  const property: object = schemaFor(config).properties[field];
  const described = "items" in property ? property.items : property;
  if (typeof described !== "object" || described === null || !("enum" in described)) return [];
  const retired = [...config.categories, ...config.types]
    .filter((choice) => choice.retired)
    .map(({ slug }) => slug);
  return Array.isArray(described.enum)
    ? described.enum.map(String).filter((choice) => !retired.includes(choice))
    : [];
}
