/**
 * Which characters a post may contain. Control characters break XML and terminals; direction overrides and
 * invisible characters can make a text look like another one (https://trojansource.codes). Characters that
 * real texts need are allowed: right-to-left text, joiners in emoji and in Persian or Hindi.
 */
import { characters as names } from "#words/problems.ts";

// Not among them: U+200C and U+200D (joiners), U+200E, U+200F and U+061C (marks that only affect the order
// of neighboring words), and U+E0100 to U+E01EF (variants of Chinese and Japanese characters).
const refused: readonly [from: number, to: number, name: string][] = [
  [0x0000, 0x0008, names.control],
  [0x000b, 0x000b, names.verticalTab],
  [0x000c, 0x000c, names.formFeed],
  [0x000d, 0x000d, names.carriageReturn],
  [0x000e, 0x001f, names.control],
  [0x007f, 0x009f, names.control],
  [0x00ad, 0x00ad, names.softHyphen],
  [0x034f, 0x034f, names.invisible],
  [0x115f, 0x1160, names.invisible],
  [0x180e, 0x180e, names.invisible],
  [0x2800, 0x2800, names.braille],
  [0x17b4, 0x17b5, names.invisible],
  [0x200b, 0x200b, names.zeroWidth],
  [0x2028, 0x2029, names.lineSeparator],
  [0x202a, 0x202e, names.direction],
  [0x2060, 0x2065, names.invisible],
  [0x2066, 0x2069, names.direction],
  [0x206a, 0x206f, names.invisible],
  [0x3164, 0x3164, names.invisible],
  [0xd800, 0xdfff, names.half],
  [0xfdd0, 0xfdef, names.none],
  [0xfeff, 0xfeff, names.byteOrderMark],
  [0xffa0, 0xffa0, names.invisible],
  [0xfff0, 0xfffb, names.invisible],
  [0xfffe, 0xffff, names.none],
  [0x1d173, 0x1d17a, names.invisible],
  [0xe0000, 0xe00ff, names.invisible],
  [0xe01f0, 0xe0fff, names.invisible],
];

const hex = (point: number) => `\\u{${point.toString(16)}}`;
const anyRefused = `[${refused.map(([from, to]) => `${hex(from)}-${hex(to)}`).join("")}]`;
const pattern = new RegExp(anyRefused, "u");

// The flags of Scotland, Wales and England are the only legitimate use of tag characters.
const regionalFlags = /\u{1f3f4}[\u{e0061}-\u{e007a}\u{e0030}-\u{e0039}]{2,6}\u{e007f}/gu;
const flagOrRefused = new RegExp(`(${regionalFlags.source})|${anyRefused}`, "gu");

export type RefusedCharacter = {
  /** As in `U+202E`. */
  code: string;
  name: string;
  /** Counted from 1. */
  line: number;
};

/** The first character of a text that is not allowed in posts. */
export function findRefusedCharacter(text: string): RefusedCharacter | undefined {
  const plain = text.replace(regionalFlags, "");
  const match = pattern.exec(plain);
  const point = match?.[0].codePointAt(0);
  if (!match || point === undefined) return undefined;
  const range = refused.find(([from, to]) => from <= point && point <= to);
  return {
    code: codeOf(point),
    name: range?.[2] ?? names.none,
    line: plain.slice(0, match.index).split("\n").length,
  };
}

/** Replaces each character that is not allowed in posts by its code, as in `[U+202E]`. */
export function spellOutRefused(text: string): string {
  return text.replace(
    flagOrRefused,
    (found, flag?: string) => flag ?? `[${codeOf(found.codePointAt(0) ?? 0)}]`,
  );
}

function codeOf(point: number): string {
  return `U+${point.toString(16).toUpperCase().padStart(4, "0")}`;
}

/** Line ends of word processors and PDF files. */
const lineEnds = /[\v\f\u2028\u2029]/g;
/** Soft hyphens, zero-width spaces, word joiners and byte order marks only say where a line may break. */
const breakHints = /[\u00ad\u200b\u2060\ufeff]/g;
const anySoft = new RegExp(`${lineEnds.source}|${breakHints.source}`, "g");

/** A character that is read as what it means. */
export type SoftCharacter = Pick<RefusedCharacter, "code" | "name"> & { endsLine: boolean };

/**
 * Reads characters that posts may not contain but that mean only one thing in a text: special line ends, and
 * invisible hints where a line may break.
 */
export function readSoftCharacters(text: string): { text: string; soft: SoftCharacter[] } {
  const soft = [...new Set(text.match(anySoft))].flatMap((sign) => {
    const found = findRefusedCharacter(sign);
    return found ? [{ ...found, endsLine: sign.replace(lineEnds, "") === "" }] : [];
  });
  return { text: text.replace(lineEnds, "\n").replace(breakHints, ""), soft };
}

// Signs within addresses. A full stop or colon at the end belongs to the sentence.
const inAddress = "[\\p{L}\\p{N}/:@.?#=&%_~+-]";
const furtherOn = "(?:[\\p{L}\\p{N}/@?#=&%_~+-]|[.:](?=[\\p{L}\\p{N}]))";
const interrupted = new RegExp(`${inAddress}${breakHints.source}+${furtherOn}`, "u");
const address = /:\/\/|mailto:|www\.|[\p{L}\p{N}]@[\p{L}\p{N}]|\]\(|\]:/iu;

/**
 * The first invisible character within a web or mail address, where it is not soft: with and without it, these could
 * be two addresses.
 */
export function findHiddenInAddress(text: string): RefusedCharacter | undefined {
  if (!interrupted.test(text)) return undefined;
  const word = text
    .split(/[ \t\n\r\v\f\u00a0\u2028\u2029]/)
    .find((one) => interrupted.test(one) && address.test(one.replace(breakHints, "")));
  return word === undefined ? undefined : findRefusedCharacter(word);
}

const aroundIt = new RegExp(`^(?:\\s|${breakHints.source})+|(?:\\s|${breakHints.source})+$`, "g");

/**
 * Reads a value typed or pasted into the form: as in the text of a file, and non-breaking spaces become ordinary
 * ones, because otherwise two spellings of a company could look the same. Other characters that posts may not
 * contain stay and are reported.
 */
export function tidyCharacters(text: string): string {
  return readSoftCharacters(text.replaceAll("\r\n", "\n")).text.replace(
    /[\u00a0\u2007\u202f]/g,
    " ",
  );
}

/** Reads an address or username typed or pasted into the form: without the blanks and invisible hints around it. */
export function trimCharacters(text: string): string {
  return text.replace(aroundIt, "");
}
