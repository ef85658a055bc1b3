/**
 * Which characters may stand in a post. Control characters break XML and terminals; direction
 * overrides and invisible characters make a text look like another one (https://trojansource.codes).
 * What honest writing needs stays: right-to-left text, joiners in emoji and in Persian or Hindi.
 */

// Each range with its reason. U+200C and U+200D (joiners), U+200E, U+200F, U+061C (marks that only
// help the order of neighbouring words) and U+E0100 to U+E01EF (which choose the form of a Chinese or
// Japanese character) are not among them.
const refused: readonly [from: number, to: number, name: string][] = [
  [0x0000, 0x0008, "a control character"],
  [0x000b, 0x001f, "a control character"],
  [0x007f, 0x009f, "a control character"],
  [0x00ad, 0x00ad, "a soft hyphen, which is invisible"],
  [0x034f, 0x034f, "an invisible character"],
  [0x115f, 0x1160, "an invisible character"],
  [0x180e, 0x180e, "an invisible character"],
  [0x2800, 0x2800, "an empty Braille pattern, which is invisible"],
  [0x17b4, 0x17b5, "an invisible character"],
  [0x200b, 0x200b, "a zero-width space, which is invisible"],
  [0x2028, 0x2029, "a line separator of another kind"],
  [0x202a, 0x202e, "a character that turns the direction of the text"],
  [0x2060, 0x2065, "an invisible character"],
  [0x2066, 0x2069, "a character that turns the direction of the text"],
  [0x206a, 0x206f, "an invisible character"],
  [0x3164, 0x3164, "an invisible character"],
  [0xd800, 0xdfff, "half of a character"],
  [0xfdd0, 0xfdef, "a character that is not one"],
  [0xfeff, 0xfeff, "a byte order mark"],
  [0xffa0, 0xffa0, "an invisible character"],
  [0xfff0, 0xfffb, "an invisible character"],
  [0xfffe, 0xffff, "a character that is not one"],
  [0x1d173, 0x1d17a, "an invisible character"],
  [0xe0000, 0xe00ff, "an invisible character"],
  [0xe01f0, 0xe0fff, "an invisible character"],
];

const hex = (point: number) => `\\u{${point.toString(16)}}`;
const anyRefused = `[${refused.map(([from, to]) => `${hex(from)}-${hex(to)}`).join("")}]`;
const pattern = new RegExp(anyRefused, "u");

// The flags of Scotland, Wales and England are the one honest use of tag characters.
const regionalFlags = /\u{1f3f4}[\u{e0061}-\u{e007a}\u{e0030}-\u{e0039}]{2,6}\u{e007f}/gu;
const flagOrRefused = new RegExp(`(${regionalFlags.source})|${anyRefused}`, "gu");

export type RefusedCharacter = {
  /** As in `U+202E`. */
  code: string;
  name: string;
  /** Counted from 1. */
  line: number;
};

/** The first character of the text that may not stand in a post. */
export function findRefusedCharacter(text: string): RefusedCharacter | undefined {
  const plain = text.replace(regionalFlags, "");
  const match = pattern.exec(plain);
  const point = match?.[0].codePointAt(0);
  if (!match || point === undefined) return undefined;
  const range = refused.find(([from, to]) => from <= point && point <= to);
  return {
    code: codeOf(point),
    name: range?.[2] ?? "a character",
    line: plain.slice(0, match.index).split("\n").length,
  };
}

/** The text with every character that may not stand in a post replaced by its code, as in `[U+202E]`. */
export function spellOutRefused(text: string): string {
  return text.replace(
    flagOrRefused,
    (found, flag?: string) => flag ?? `[${codeOf(found.codePointAt(0) ?? 0)}]`,
  );
}

function codeOf(point: number): string {
  return `U+${point.toString(16).toUpperCase().padStart(4, "0")}`;
}
