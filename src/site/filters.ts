/**
 * What templates call. Pure, few and quick, for they run for every post; the preview of the CMS
 * renders the same templates with the same filters in the browser.
 */
import { categoryAddress, typeAddress } from "../board/addresses.ts";
import type { BoardConfig } from "../board/config.ts";
import { pathPrefix, repositoryUrl } from "../board/config.ts";
import type { Day } from "../board/days.ts";
import { employmentLabels, seniorityLabels, workplaceLabels } from "../board/labels.ts";
import { countryPlace } from "../board/place.ts";
import { languageName } from "../board/vocabulary.ts";

const months = [
  ...["January", "February", "March", "April", "May", "June"],
  ...["July", "August", "September", "October", "November", "December"],
];

const labels: Record<string, string> = {
  ...workplaceLabels,
  ...employmentLabels,
  ...seniorityLabels,
};

/** A day in words: “22 November 2026”. */
export function dayText(day: Day): string {
  return `${Number(day.slice(8))} ${monthText(day)}`;
}

/** The month of a day (or of `2026-11`) in words: “November 2026”. */
export function monthText(day: string): string {
  return `${monthName(day)} ${day.slice(0, 4)}`;
}

/** A day where the year is plain: “22 Nov”. */
export function shortDay(day: Day): string {
  return `${Number(day.slice(8))} ${monthName(day).slice(0, 3)}`;
}

function monthName(day: string): string {
  return months[Number(day.slice(5, 7)) - 1] ?? "";
}

/** The filters of one board, by the names that templates use. */
export function filtersFor(config: BoardConfig) {
  const prefix = pathPrefix(config).slice(0, -1);
  return {
    /** A link to an address of this site, wherever the site lives. */
    path: (address: string) => prefix + address,
    /** The same with host, for what is read elsewhere. */
    absolute: (address: string) => new URL(prefix + address, config.url).href,
    repository: (path: string) => repositoryUrl(config, path),
    day: dayText,
    shortDay,
    month: monthText,
    /** Words for a code such as `full_time`. */
    label: (code: string) => labels[code] ?? code,
    language: languageName,
    countryPlace,
    typeAddress,
    categoryAddress,
  };
}
