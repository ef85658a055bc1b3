/** Repairs of a job's places. */
import { mostPlaces, nameInPlaces, placeParts, placesIn } from "../job/places.ts";
import type { Job, JobPlace } from "../job/schema.ts";
import { placeName, placeText } from "../post/place.ts";
import type { Repair } from "../problem.ts";

/** Replaces one of a job's places by others, or by none, unless it would have too many. */
export function replacePlace(
  job: Job,
  index: number,
  places: readonly JobPlace[],
): Repair | undefined {
  const before = placesIn(job);
  const after = before.toSpliced(index, 1, ...places);
  const count = Math.max(before.length, after.length);
  if (count > mostPlaces) return undefined;
  const values = Array.from({ length: count }, (_, at) =>
    placeParts.flatMap((part) => {
      const value = after[at]?.[part] ?? "";
      const name = count > 1 ? nameInPlaces(at + 1, part) : part;
      return value === (before[at]?.[part] ?? "") ? [] : [[name, value] as const];
    }),
  );
  const shown = (places.length > 0 ? places : after).map(placeText).join("; ");
  return { values: Object.fromEntries(values.flat()), shown };
}

/** Makes it a remote job, for people in the country of its office or worldwide. */
export function makeRemote(job: Job, isWorldwide: boolean): Repair | undefined {
  const from = isWorldwide ? "worldwide" : job.country;
  if (job.places || !from) return undefined;
  return {
    values: { workplace: "remote", remote_from: [from], city: "", region: "" },
    shown: placeName({ workplace: "remote", remote_from: isWorldwide ? "worldwide" : [from] }),
  };
}
