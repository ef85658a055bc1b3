/** Which language a text is written in, for the `lang` attribute of pages and for reviewers. */
import { eld } from "#language-tables";

/**
 * Letters from which a guess can be trusted: about fifteen words. On shorter pieces of English posts
 * the detector was now and then sure of a wrong language, on longer ones never.
 */
const enoughLetters = 75;

/** The same for scripts in which one sign is a syllable or a word. */
const enoughSigns = 15;

// In UTF-16 units. More costs time and changes nothing.
const lookedAt = 4000;
const judged = 200;

const notProse = /^(`{3,}|~{3,})[^\n]*\n[\s\S]*?(?:^\1|$(?![\s\S]))|`[^`\n]*`|https?:\/\/\S+/gm;
const sign = /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Hangul}]/gu;

/**
 * The ISO 639-1 code of the language in which a Markdown text begins; `undefined` where it is too
 * short or too mixed to be sure.
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
