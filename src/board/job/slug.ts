import slugify from "@sindresorhus/slugify";
import { reservedSlugs } from "../addresses.ts";
import { slugs as words } from "../words/en/problems.ts";
import type { Job } from "./schema.ts";

/** Longest slug in characters. With `.md` it stays far below what any file system allows. */
export const maxSlugLength = 80;

/** What the name of a job file, and so the address of its page, is made of. */
export type SlugSource = Pick<Job, "title" | "company" | "submitted">;

const replacements: [string, string][] = [
  ["C++", " cpp "],
  ["C#", " csharp "],
  [".NET", " dotnet "],
  ["'", ""],
  ["’", ""],
];

/**
 * The text in lower-case Latin letters, digits and single hyphens. Where a text has letters or
 * digits of which none can be written so, it is a short hash of the text instead.
 */
export function transliterate(text: string): string {
  const normal = text.normalize("NFC").trim();
  const latin = slugify(normal, { decamelize: false, customReplacements: replacements });
  return latin || (/[\p{L}\p{N}]/u.test(normal) ? shortHash(normal) : "");
}

/**
 * The slug of a new post: the day, the company, the title. The same job gives the same slug
 * everywhere. What is longer than the limit is cut at a word.
 */
export function slugFor({ submitted, company, title }: SlugSource): string {
  const parts = [submitted, transliterate(company), transliterate(title)];
  const whole = parts.filter(Boolean).join("-");
  const slug = cutAtWord(whole, maxSlugLength);
  // What is left could say nothing of the job: then a hash tells it from the others of that day.
  return slug === submitted ? `${submitted}-${shortHash(`${company}\n${title}`)}` : slug;
}

/** Why a name cannot be the slug of a post, as the end of a sentence; `undefined` if it can. */
export function refuseSlug(slug: string): string | undefined {
  if (slug.length > maxSlugLength) return words.tooLong(maxSlugLength);
  if (!/^[a-z0-9]+(?:-[a-z0-9]+)*$/.test(slug)) return words.characters;
  if (/^\d+$/.test(slug)) return words.digits;
  if (reservedSlugs.has(slug)) return words.reserved;
  return undefined;
}

/** The slug itself, or what of its words fits into so many characters. */
export function cutAtWord(slug: string, length: number): string {
  if (slug.length <= length) return slug;
  const end = slug.lastIndexOf("-", length);
  return slug.slice(0, end > 0 ? end : length);
}

/** FNV-1a, 32 bits, in base 36 (http://www.isthe.com/chongo/tech/comp/fnv/): for telling names apart, not for secrets. */
function shortHash(text: string): string {
  let hash = 0x811c9dc5;
  for (const byte of new TextEncoder().encode(text)) {
    hash = Math.imul(hash ^ byte, 0x01000193) >>> 0;
  }
  return hash.toString(36).padStart(7, "0");
}
