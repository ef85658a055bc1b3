/** The schema of job files for one board: with its categories, types, countries, currencies and languages. */
import type { BoardConfig } from "../config.ts";
import { jobSchema } from "./schema.ts";
import { countryCodes, currencies, languageCodes } from "./vocabulary.ts";

export function schemaFor(config: Pick<BoardConfig, "categories" | "types">) {
  const { properties } = jobSchema;
  const country = { type: "string", enum: countryCodes } as const;
  const slugs = (choices: readonly { slug: string }[]) => choices.map(({ slug }) => slug);
  const [worldwide, countries] = properties.remote_from.anyOf;
  return {
    ...jobSchema,
    properties: {
      ...properties,
      category: { ...properties.category, enum: slugs(config.categories) },
      job_types: {
        ...properties.job_types,
        items: { type: "string", enum: slugs(config.types) },
      },
      remote_from: {
        ...properties.remote_from,
        anyOf: [worldwide, { ...countries, items: country }],
      },
      country: { ...properties.country, ...country },
      places: {
        ...properties.places,
        items: {
          ...properties.places.items,
          properties: { ...properties.places.items.properties, country },
        },
      },
      salary: {
        ...properties.salary,
        properties: {
          ...properties.salary.properties,
          currency: { ...properties.salary.properties.currency, enum: currencies },
        },
      },
      languages: {
        ...properties.languages,
        items: { type: "string", enum: languageCodes },
      },
    },
  };
}
