/** The JSON Schemas that the site publishes for other programs: of `/api/jobs.json`, and of the fields of a job file. */
import { publishedSchemas as words } from "#words/fields.ts";
import { pages } from "./addresses.ts";
import type { BoardConfig } from "./config.ts";
import { absoluteUrl } from "./config.ts";
import { schemaFor } from "./job/board-schema.ts";
import type { JobField } from "./job/schema.ts";
import { fieldNotes, jobFields } from "./job/schema.ts";
import { jobsApiSchema } from "./listing/jobs-api.ts";

type Schema = { readonly [keyword: string]: unknown };

const dialect = "https://json-schema.org/draft/2020-12/schema";

/** Our formats that the standard has too. Validators reject formats they do not know, so others are left out. */
const standardFormats: Readonly<Record<string, string>> = { day: "date", moment: "date-time" };

/** The schema of `/api/jobs.json`. Unlike ours it allows further keys, because later versions may add some. */
export function publishedApiSchema(config: BoardConfig): Schema {
  const withoutLimits = replaceIn(jobsApiSchema, (keyword, value) =>
    keyword === "additionalProperties" ? undefined : value,
  );
  return {
    $schema: dialect,
    $id: absoluteUrl(config, pages.apiSchema),
    title: words.api(config.name),
    ...withoutLimits,
  };
}

/** The schema of what is between the `---` lines of a job file on this board, for editors and programs that write some. */
export function publishedJobFileSchema(config: BoardConfig): Schema {
  const { type, additionalProperties, required, properties } = schemaFor(config);
  const isInFrontMatter = (field: JobField) => !("section" in properties[field]);
  const fields = jobFields.filter(isInFrontMatter).map((field) => {
    const { label, hint, fix } = fieldNotes(field);
    return [field, { title: label, description: `${hint} ${fix}`, ...standard(properties[field]) }];
  });
  return {
    $schema: dialect,
    $id: absoluteUrl(config, pages.jobFileSchema),
    title: words.jobFile(config.name),
    ...{ type, additionalProperties, required: required.filter(isInFrontMatter) },
    properties: Object.fromEntries(fields),
  };
}

/** Without what only this program understands. */
function standard(schema: Schema): Schema {
  return replaceIn(schema, (keyword, value) => {
    if (keyword === "filledBy") return undefined;
    return keyword === "format" ? standardFormats[String(value)] : value;
  });
}

/** A copy in which every keyword has another value, or is missing if that is `undefined`. */
function replaceIn(schema: Schema, replace: (keyword: string, value: unknown) => unknown): Schema {
  const copy = (value: unknown): unknown => {
    if (Array.isArray(value)) return value.map(copy);
    if (typeof value !== "object" || value === null) return value;
    return Object.fromEntries(
      Object.entries(value).flatMap(([keyword, each]) => {
        const replaced = replace(keyword, each);
        return replaced === undefined ? [] : [[keyword, copy(replaced)]];
      }),
    );
  };
  return copy(schema) as Schema;
}
