/** The slug of a post, which is its file name and address: how a new one is made, and which are valid. */
import slugify from "@sindresorhus/slugify";
import { slugs as words } from "#words/problems.ts";
import { reservedSlugs } from "../addresses.ts";
import type { Job } from "./schema.ts";

/** Maximum length of a slug. With `.md` it is far below the limit of any file system. */
export const maxSlugLength = 80;

/**
 * Names of devices on Windows, which no file there can have, whatever its ending. As a regular expression.
 * https://learn.microsoft.com/windows/win32/fileio/naming-a-file
 */
export const deviceNames = "(?:con|prn|aux|nul|(?:com|lpt)[0-9])";

/** What a slug is made from. */
export type SlugSource = Pick<Job, "title" | "company" | "submitted"> &
  Partial<Pick<Job, "workplace" | "city" | "places">>;

const replacements: [string, string][] = [
  ["C++", " cpp "],
  ["C#", " csharp "],
  [".NET", " dotnet "],
  ["'", ""],
  ["’", ""],
];

/**
 * The text in lowercase Latin letters, digits and single hyphens; a short hash of it if none of its letters
 * or digits can be transliterated.
 */
export function transliterate(text: string): string {
  const normal = text.normalize("NFC").trim();
  return inLatin(normal) || (/[\p{L}\p{N}]/u.test(normal) ? shortHash(normal) : "");
}

/** What can be transliterated of the text; "" if nothing can. */
export function inLatin(text: string): string {
  return slugify(text, { decamelize: false, customReplacements: replacements });
}

/** What is left of a long name of a company and of a city, so that there is room for the title. */
const shortest = { company: 20, city: 16 };

/** The slug of another job with the same company, title and city: with a hash of its text. */
export function slugApart(job: SlugSource & Pick<Job, "description">): string {
  const hash = shortHash(job.description);
  return `${cutAtWord(slugFor(job), maxSlugLength - hash.length - 1)}-${hash}`;
}

/**
 * The slug of a new post: the day, the company, the title and, unless the job is remote, the city; of several, the
 * first. What is too long is cut at words, the company first, and a hash tells apart what was cut. The same job has
 * the same slug everywhere.
 */
export function slugFor(job: SlugSource): string {
  const { submitted, company, title } = job;
  const city = cityOf(job);
  const names = [company, title, city].map(transliterate);
  const whole = joined(submitted, ...names);
  if (whole.length <= maxSlugLength && whole !== submitted) return whole;
  const hash = shortHash([company, title, city].join("\n"));
  const [inCompany = "", inTitle = "", inCity = ""] = names;
  const room = maxSlugLength - joined(submitted, hash).length;
  // Each takes a hyphen too.
  const place = cutAtWord(
    inCity,
    Math.max(shortest.city, room - inCompany.length - inTitle.length - 3),
  );
  const left = room - place.length - 1;
  const employer = cutAtWord(inCompany, Math.max(shortest.company, left - inTitle.length - 2));
  const role = cutAtWord(inTitle, left - employer.length - 2);
  return joined(submitted, employer, role, place, hash);
}

function cityOf({ workplace, city, places }: SlugSource): string {
  return workplace === "remote" ? "" : (places?.[0]?.city ?? city ?? "");
}

function joined(...parts: readonly string[]): string {
  return parts.filter((part, index) => part !== "" || index === 0).join("-");
}

/** Why a name cannot be the slug of a post, as the end of a sentence; `undefined` if it can. */
export function refuseSlug(slug: string): string | undefined {
  if (slug.length > maxSlugLength) return words.tooLong(maxSlugLength);
  if (!/^[a-z0-9]+(?:-[a-z0-9]+)*$/.test(slug)) return words.characters;
  if (/^\d+$/.test(slug)) return words.digits;
  if (new RegExp(`^${deviceNames}$`).test(slug)) return words.device;
  if (reservedSlugs.has(slug)) return words.reserved;
  return undefined;
}

/** The slug, cut at a word if it is longer than this many characters. */
export function cutAtWord(slug: string, length: number): string {
  if (slug.length <= length) return slug;
  const end = slug.lastIndexOf("-", length);
  return slug.slice(0, end > 0 ? end : length);
}

/** FNV-1a, 32 bits, in base 36 (http://www.isthe.com/chongo/tech/comp/fnv/). Not for secrets. */
export function shortHash(text: string): string {
  let hash = 0x811c9dc5;
  for (const byte of new TextEncoder().encode(text)) {
    hash = Math.imul(hash ^ byte, 0x01000193) >>> 0;
  }
  return hash.toString(36).padStart(7, "0");
}
