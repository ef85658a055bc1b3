/** Undoes what happens to UTF-8 that a program reads as Windows-1252: “é” becomes “Ã©”, and “’” becomes “â€™”. */

/** What Windows-1252 has at 0x80 to 0x9F. From 0xA0 on it has what Unicode has. */
const symbols = "€\u0081‚ƒ„…†‡ˆ‰Š‹Œ\u008dŽ\u008f\u0090‘’“”•–—˜™š›œ\u009džŸ";

const next = `[\u0080-\u00bf${symbols.replace(/[\u0081-\u009d]/g, "")}]`;
const one = `(?:[Â-ß]${next}|[à-ï]${next}{2}|[ð-ô]${next}{3})`;
const sequence = new RegExp(one, "gu");
const endsWithOne = new RegExp(`${one}$`, "u");

/** A closing quotation mark that lost its last byte, which Windows-1252 lacks. */
const cutQuote = /â€(?![\p{L}\p{S}\p{P}])/gu;

/** A non-breaking space that has become an ordinary one since. */
const cutSpace = /(?<=[\p{Ll}\p{N}.,:;!?)])Â[ \u00a0]/gu;

/** “à”, whose second half has become an ordinary space since. */
const cutLetter = /(?<!\p{Lu})Ã(?:[ \u00a0](?=[\s\p{P}])|(?=[ \u00a0]\p{L}))/gu;

/** The text as it was meant, or the same text if nothing in it was encoded twice. */
export function decodeTwice(text: string): string {
  return text
    .replace(sequence, (found, at: number) => {
      const before = text.slice(Math.max(0, at - 4), at);
      const after = text.slice(at + found.length, at + found.length + 2);
      return isMeant(found, before, after) ? (decode(found) ?? found) : found;
    })
    .replace(cutSpace, " ")
    .replace(cutLetter, "à")
    .replace(cutQuote, "”");
}

/**
 * Real words have few of these sequences, such as the end of a quotation in German („Spaß“) or Portuguese (“IRMÔ):
 * those that are possible there have to be within a word.
 */
function isMeant(found: string, before: string, after: string): boolean {
  if (/^\p{L}/u.test(after) || endsWithOne.test(before)) return true;
  if (/^(?:â|ð)/.test(found)) return true;
  if (!/^[ÂÃ]/.test(found)) return false;
  return !(/[“”‘’«»]$/.test(found) && /\p{Lu}$/u.test(before));
}

function decode(found: string): string | undefined {
  const bytes = [...found].map((character) => {
    const place = symbols.indexOf(character);
    return place < 0 ? character.charCodeAt(0) : 0x80 + place;
  });
  try {
    return new TextDecoder("utf-8", { fatal: true }).decode(new Uint8Array(bytes));
  } catch {
    return undefined; // These characters were meant.
  }
}
