/** A field's value as people type it on one line: what stands behind the colon in a job file. */

import type { BoardConfig } from "../config.ts";
import { schemaFor } from "./board-schema.ts";
import { readFrontMatter } from "./front-matter.ts";
import type { JobField } from "./schema.ts";
import { jobSchema } from "./schema.ts";

/**
 * Reads a value. Text is taken as it is; everything else as it would stand in the file, where the
 * brackets around a list may be left out. What cannot be read stays text, so that the check of the
 * schema says what is wrong with it.
 */
export function readFieldText(field: JobField, text: string): unknown {
  const property = jobSchema.properties[field];
  if ("type" in property && property.type === "string") return text;
  const isList = !("type" in property) || property.type === "array";
  const isBare = isList && !text.startsWith("[") && text !== "worldwide";
  const result = readFrontMatter(`---\n${field}: ${isBare ? `[${text}]` : text}\n---\n`);
  return result.ok && !text.includes("\n") ? result.value.fields[field] : text;
}

/** The values that may be chosen for a field, or for the entries of its list, in a new post; none where any text will do. */
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
