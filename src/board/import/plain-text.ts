/** Reads values of one line, and finds what should not be public in them. */
import { spellOutRefused, tidyCharacters } from "../job/characters.ts";

const named: Readonly<Record<string, string>> = {
  amp: "&",
  lt: "<",
  gt: ">",
  quot: '"',
  apos: "'",
  nbsp: " ",
};

/** Decodes the entities that programs write by themselves. Others, such as `&eacute;`, stay for the parser of HTML. */
export function decodeEntities(text: string): string {
  return text.replace(/&(?:#(\d{1,7})|#x([\da-f]{1,6})|([a-z]{2,4}));/gi, (whole, ...groups) => {
    const [decimal, hex, name] = groups as (string | undefined)[];
    if (name !== undefined) return named[name.toLowerCase()] ?? whole;
    const point = decimal ? Number(decimal) : Number.parseInt(hex ?? "", 16);
    return point > 0 && point <= 0x10ffff ? String.fromCodePoint(point) : "";
  });
}

/** A text on one line, without entities, tags and invisible characters. Empty for anything but text and numbers. */
export function plainLine(value: unknown): string {
  if (typeof value !== "string" && typeof value !== "number") return "";
  const text = tidyCharacters(decodeEntities(String(value)).replace(/<\/?[a-z][^<>]*>/gi, " "));
  return spellOutRefused(text.replace(/\s+/g, " "))
    .replace(/\[U\+[\dA-F]{4,6}\]/g, "")
    .trim();
}

const phone =
  /(?:\btel(?:ephone)?\b\.?|\bphone\b|\bmobile\b)?[\s:]*\(?(?:\+|\b0)\d[\d\s()/.-]{5,}\d/gi;
const mail = /[^\s@,;<>()]+@[^\s@,;<>()]+\.\p{L}{2,}/gu;

/** A contact without telephone numbers and mail addresses, which have no place there. */
export function readContact(value: unknown): { name: string; removed: string[] } {
  const text = plainLine(value);
  const removed = [...(text.match(phone) ?? []), ...(text.match(mail) ?? [])];
  const name = text
    .replace(phone, " ")
    .replace(mail, " ")
    .replace(/\s*[<([]\s*[>)\]]/g, "")
    .replace(/\s+/g, " ")
    .replace(/^[\s,;:/|–-]+|[\s,;:/|–-]+$/g, "");
  return { name, removed: removed.map((one) => one.trim()) };
}

/** Whether a text has a telephone number. */
export function hasPhone(text: string): boolean {
  return text.search(phone) >= 0;
}

const freeMail =
  /@(?:gmail|googlemail|yahoo|hotmail|outlook|live|icloud|aol|gmx|web|proton(?:mail)?|mail|yandex|qq|163)\.\p{L}{2,3}(?:\.\p{L}{2})?$/iu;

/** Whether a mail address is probably a person’s own, and not a company’s. */
export function isFreeMail(address: string): boolean {
  return freeMail.test(address);
}

/** A text for comparing: in lowercase, letters and digits only. */
export function bareText(text: string): string {
  return text
    .normalize("NFKC")
    .toLowerCase()
    .replace(/['’]/g, "")
    .replace(/[^\p{L}\p{N}]+/gu, " ")
    .trim();
}
