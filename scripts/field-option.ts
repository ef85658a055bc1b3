/** A field of a post as a flag of the command line, explained in the words of the schema. */

import { newPost as words } from "#words/terminal-posts.ts";
import type { BoardConfig } from "../src/board/config.ts";
import { choicesOf } from "../src/board/job/field-text.ts";
import type { JobField } from "../src/board/job/schema.ts";
import { fieldNotes, jobSchema } from "../src/board/job/schema.ts";
import type { Option } from "./command.ts";

/** Nobody reads a longer list of choices. */
export const mostChoices = 25;

/** A post without a day of submission was submitted today. */
const required: readonly JobField[] = jobSchema.required.filter((field) => field !== "submitted");

/** The placeholder for a value in the help, by the schema's format or else by its type. */
const valueNames: Readonly<Record<string, string>> = {
  array: "LIST",
  boolean: "true|false",
  object: "{…}",
  day: "DAY",
  email: "ADDRESS",
  login: "LOGIN",
  "web-address": "URL",
};

/** The name of the flag, without its hyphens. */
export function flagOf(field: JobField): string {
  return field.replaceAll("_", "-");
}

/** The flag: whether it is required, how to write its value, and the choices. */
export function fieldOption(field: JobField, config: BoardConfig): Option {
  const choices = choicesOf(field, config);
  const howTo = howToWrite(field);
  const isTold = choices.length > mostChoices || choices.every((choice) => howTo.includes(choice));
  const sentences = [
    `${fieldNotes(field).label}${required.includes(field) ? words.required : ""}.`,
    howTo,
    ...(isTold ? [] : [words.choices(choices.join(", "))]),
  ];
  return { type: "string", value: valueName(field, choices), help: sentences.join(" ") };
}

/** How to write the value of a flag. The `fix` of a section mentions headings, and a flag has none. */
export function howToWrite(field: JobField): string {
  const { section, hint, fix } = fieldNotes(field);
  return section === undefined ? fix : hint;
}

function valueName(field: JobField, choices: readonly string[]): string {
  const property = jobSchema.properties[field];
  const type = "type" in property ? property.type : "array";
  const format = "format" in property ? property.format : type;
  return valueNames[format] ?? valueNames[type] ?? (choices.length > 0 ? "CODE" : "TEXT");
}
