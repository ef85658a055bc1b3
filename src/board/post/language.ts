/** Detects the language of a text, for the `lang` attribute of pages and for reviewers. */
import { eld } from "#language-tables";

/**
 * Minimum number of letters for a reliable guess: about fifteen words. For shorter pieces of English posts
 * the detector was sometimes sure of a wrong language, for longer ones never.
 */
const enoughLetters = 75;

/** The same for scripts in which a character is a syllable or a word. */
const enoughSigns = 15;

// In UTF-16 units. More costs time and changes nothing.
const lookedAt = 4000;
const judged = 200;

const notProse = /^(`{3,}|~{3,})[^\n]*\n[\s\S]*?(?:^\1|$(?![\s\S]))|`[^`\n]*`|https?:\/\/\S+/gm;
const sign = /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Hangul}]/gu;

/**
 * The ISO 639-1 code of the language at the start of a Markdown text; `undefined` if it is too short or too
 * mixed to be sure.
 */
export function languageOf(text: string): string | undefined {
  const prose = text.slice(0, lookedAt).replace(notProse, " ").slice(0, judged);
  const letters = prose.replace(/[^\p{L}\p{M}]+/gu, "");
  const isEnough =
    letters.length >= enoughLetters || (letters.match(sign)?.length ?? 0) >= enoughSigns;
  if (!isEnough) return undefined;
  const guess = eld.detect(prose);
  return guess.isReliable() ? guess.language : undefined;
}
