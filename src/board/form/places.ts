/** The fields of the form for the places of a job: the first has those of a single one, the others have their own. */
import { tidyCharacters } from "../job/characters.ts";
import type { NameInPlaces, PlacePart } from "../job/places.ts";
import { nameInPlaces, placeParts, readNameInPlaces } from "../job/places.ts";

type Values = Readonly<Record<string, unknown>>;

/** The form’s field for a part of a place, counted from 1. */
export function placeControl(number: number, part: PlacePart): PlacePart | NameInPlaces {
  return number === 1 ? part : nameInPlaces(number, part);
}

/**
 * A file can have more places than a post may. The form shows so many, with the problem, so that its author can choose
 * what to remove; thousands would only keep a browser busy.
 */
export const mostShown = 20;

/** The number of the last place that has something filled in; 1 if none has. */
export function lastPlace(form: Values): number {
  const numbers = Object.entries(form).map(([name, value]) =>
    typeof value === "string" && tidyCharacters(value).trim() !== ""
      ? (readNameInPlaces(name)?.number ?? 1)
      : 1,
  );
  return Math.max(1, ...numbers);
}

/** Removes a place. Those after it move up. */
export function withoutPlace(form: Values, number: number): Values {
  const values = { ...form };
  const last = lastPlace(form);
  for (let at = number; at <= last; at += 1) {
    for (const part of placeParts) {
      values[placeControl(at, part)] = form[placeControl(at + 1, part)];
    }
  }
  return values;
}
