/** What the rules on workplace, city, and countries find in a post, and how to fix it. */
import type { Job } from "../../job/schema.ts";
import type { ProblemWords } from "./problems.ts";

export function cityIsNone(city: string): ProblemWords {
  return {
    message: `“${city}” is not a city.`,
    fix: "Write where the office is. If there is none, set “workplace” to remote.",
    formFix: "Enter where the office is. If there is none, choose “Remote” as the workplace.",
  };
}

export function cityIsCountry(city: string): ProblemWords {
  return {
    message: `“${city}” is a country, not a city.`,
    fix: "Write the city where the office is. The country has its own field.",
  };
}

export function severalCities(city: string, first: string): ProblemWords {
  return {
    message: `“${city}” is more than one city.`,
    fix: `Write one, such as “${first}”, as the city. If the job is in each of them, list them in “places”.`,
    formFix: `Enter one, such as “${first}”. For each of the others, add a place.`,
  };
}

export function moreThanCity(city: string, name: string, region: string | undefined): ProblemWords {
  const rest = region ? `, and “${region}” as the region` : "";
  return {
    message: `“${city}” is more than the name of a city. Region and country have their own fields, and postcodes are not shown.`,
    fix: `Write “${name}” as the city${rest}.`,
  };
}

/** `usual` is how the city is usually written. */
export function otherName(city: string, usual: string): ProblemWords {
  return {
    message: `“${city}” is usually written “${usual}”.`,
    fix: `Write “${usual}” as the city, which more people will search for. The post is listed on the same page either way.`,
  };
}

export function regionIsCountry(region: string): ProblemWords {
  return {
    message: `“${region}” is the country, not a region.`,
    fix: "Leave the region out. The country has its own field.",
    formFix: "Leave the region empty. The country has its own field.",
  };
}

export function regionOfOther(region: string, countries: readonly string[]): ProblemWords {
  return {
    message: `“${region}” is a region of another country: ${countries.join(" or ")}.`,
    fix: "Correct the region or the country.",
  };
}

const jobsWith: Record<Job["workplace"], string> = {
  onsite: "on-site jobs",
  hybrid: "hybrid jobs",
  remote: "remote jobs",
};

export function neededAt(workplace: Job["workplace"], label: string): string {
  return `“${label}” is missing. It is required for ${jobsWith[workplace]}.`;
}

export function onlyRemote(label: string): ProblemWords {
  return {
    message: `“${label}” is only for remote jobs.`,
    fix: "Remove it, or change the workplace to remote.",
    formFix: "Remove the choices, or change the workplace to “Remote”.",
  };
}

export function notForRemote(label: string): ProblemWords {
  return {
    message: `“${label}” is not for remote jobs.`,
    fix: "Remove it, or change the workplace to hybrid or onsite. “country” can stay: it says where the employer is.",
    formFix:
      "Leave it empty, or change the workplace to “Hybrid” or “On site”. “Country” can stay: it says where the employer is.",
  };
}

export const placesNotForRemote: ProblemWords = {
  message: "Remote jobs have no places.",
  fix: "Remove “places”, or change the workplace to hybrid or onsite. “country” can say where the employer is.",
  formFix:
    "Remove the places, or change the workplace to “Hybrid” or “On site”. The country of the first place can stay: it says where the employer is.",
};

export function besidePlaces(label: string): ProblemWords {
  return {
    message: `“${label}” can’t be used together with “places”.`,
    fix: "Remove it, or move it into “places” as one of the places.",
  };
}

/** Two of several places, counted from 1, are the same. */
export function samePlace(number: number, first: number): ProblemWords {
  return {
    message: `Place ${number} is the same as place ${first}.`,
    fix: "Remove one of them.",
  };
}

export const worldwideAndRegions: ProblemWords = {
  message: "A job that is open worldwide is open to all regions.",
  fix: "Remove the regions, or name countries instead of “worldwide”.",
  formFix: "Remove the regions, or the choice “Worldwide”.",
};

export const worldwide: ProblemWords = {
  message: "Search engines do not show jobs that are open worldwide.",
  fix: "If most applicants live in certain countries or regions, name those, such as [US, CA, DE] or “remote_regions: [EU]”. Otherwise ignore this.",
  formFix:
    "If most applicants live in certain countries or regions, choose those. Otherwise ignore this.",
};
