/** The places in a job’s fields: one as `city`, `region` and `country`, several in `places`. */
import { labelInPlace, fields as words } from "#words/fields.ts";
import type { Job, JobField, JobPlace } from "./schema.ts";
import { jobSchema } from "./schema.ts";

export type PlacePart = keyof JobPlace;

/** The name of a part of one of several places, counted from 1. */
export type NameInPlaces = `places.${number}.${PlacePart}`;

/** The parts of a place, in order. Each is also a field of a job with one place. */
export const placeParts: readonly PlacePart[] = ["city", "region", "country"];

export function isPlacePart(name: string | undefined): name is PlacePart {
  return placeParts.some((part) => part === name);
}

/** The maximum number of places of one job. */
export const mostPlaces = jobSchema.properties.places.maxItems;

export type PlaceFields = Pick<Job, PlacePart | "places">;

/** The places that a job names. A remote job’s country is that of its employer. */
export function placesIn({ places, city, region, country }: PlaceFields): readonly JobPlace[] {
  if (places) return places;
  if (city === undefined && region === undefined && country === undefined) return [];
  return [
    {
      ...(city !== undefined && { city }),
      ...(region !== undefined && { region }),
      ...(country !== undefined && { country }),
    },
  ];
}

/** The fields for these places, as the board writes them. */
export function fieldsForPlaces(places: readonly JobPlace[]): PlaceFields {
  return places.length > 1 ? { places: [...places] } : { ...places[0] };
}

/**
 * The name of a part of a job’s place in problems: `city`, or `places.2.city` for the second of several.
 *
 * @param index of the place, from 0
 */
export function placeField(
  { places }: PlaceFields,
  index: number,
  part: PlacePart,
): PlacePart | NameInPlaces {
  return places ? nameInPlaces(index + 1, part) : part;
}

/** These parts of all places of a job, with their names. */
export function partsOfPlaces(job: PlaceFields, parts: readonly PlacePart[]) {
  return placesIn(job).flatMap((place, index) =>
    parts.flatMap((part) => {
      const value = place[part];
      return value === undefined ? [] : [{ field: placeField(job, index, part), value }];
    }),
  );
}

/** `number` counts the places from 1. */
export function nameInPlaces(number: number, part: PlacePart): NameInPlaces {
  return `places.${number}.${part}`;
}

/** What such a name names. */
export function readNameInPlaces(name: string): { number: number; part: PlacePart } | undefined {
  const [, digits = "", written] = /^places\.(\d+)\.(\w+)$/.exec(name) ?? [];
  return isPlacePart(written) ? { number: Number(digits), part: written } : undefined;
}

/** The field of the schema that a problem’s field is or belongs to, if it is known. */
export function rootField(name: string): JobField {
  return (name.startsWith("places.") ? "places" : name) as JobField;
}

/** The label of a field, or of a part of one of several places. */
export function fieldLabel(name: string): string {
  const inPlaces = readNameInPlaces(name);
  if (inPlaces) return labelInPlace(words[inPlaces.part].label, inPlaces.number);
  return Object.hasOwn(words, name) ? words[name as JobField].label : name;
}
