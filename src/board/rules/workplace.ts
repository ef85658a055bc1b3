/** Rule: an error if places or eligible countries are missing or don’t fit the workplace. */

import * as words from "#words/rules-on-places.ts";
import { fixOf } from "../job/check.ts";
import { fieldLabel, placeField, placeParts, placesIn } from "../job/places.ts";
import { isRemoved } from "../job/removed-post.ts";
import type { Job } from "../job/schema.ts";
import { transliterate } from "../job/slug.ts";
import type { Finding } from "../problem.ts";
import type { Rule } from "./rule.ts";

/** Each office has a city and a country. A remote job names the countries or regions people can work from. */
export const workplace: Rule = {
  name: "workplace",
  severity: "error",
  restsOn: ["workplace", "places", "remote_regions"],
  *check({ job }): Iterable<Finding> {
    if (isRemoved(job)) return;
    if (job.workplace === "remote") yield* areasOfRemote(job);
    else {
      yield* placesOfOffice(job);
      for (const field of ["remote_from", "remote_regions"] as const) {
        if (job[field]) yield { field, ...words.onlyRemote(fieldLabel(field)) };
      }
    }
  },
};

function* areasOfRemote(job: Job): Iterable<Finding> {
  if (!job.remote_from && !job.remote_regions) yield missing("remote_from", "remote");
  if (job.remote_from === "worldwide" && job.remote_regions) {
    yield { field: "remote_regions", ...words.worldwideAndRegions };
  }
  for (const field of ["city", "region"] as const) {
    if (job[field]) yield { field, ...words.notForRemote(fieldLabel(field)) };
  }
  if (job.places) yield { field: "places", ...words.placesNotForRemote };
}

function* placesOfOffice(job: Job): Iterable<Finding> {
  for (const field of placeParts) {
    if (job.places && job[field]) yield { field, ...words.besidePlaces(fieldLabel(field)) };
  }
  const places = placesIn(job);
  for (const [index, place] of (places.length > 0 ? places : [{}]).entries()) {
    for (const part of ["city", "country"] as const) {
      if (!place[part]) yield missing(placeField(job, index, part), job.workplace);
    }
  }
  yield* repeatedPlaces(job);
}

function* repeatedPlaces(job: Job): Iterable<Finding> {
  const places = placesIn(job);
  if (places.length < 2) return;
  const texts = places.map((place) =>
    place.city ? placeParts.map((part) => transliterate(place[part] ?? "")).join() : undefined,
  );
  for (const [index, text] of texts.entries()) {
    const first = texts.indexOf(text);
    if (text === undefined || first === index) continue;
    yield { field: placeField(job, index, "city"), ...words.samePlace(index + 1, first + 1) };
  }
}

function missing(name: string, workplace: Job["workplace"]): Finding {
  return { field: name, message: words.neededAt(workplace, fieldLabel(name)), ...fixOf(name) };
}
