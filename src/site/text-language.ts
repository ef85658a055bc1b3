import type { BoardConfig } from "../board/config.ts";
import { languageOf } from "../board/post/language.ts";
import type { Post } from "../board/post/post.ts";

/** Letters that English does without. */
const foreignLetter = /[^\P{L}A-Za-z]/u;

/**
 * Tells the language of a post's text where it is not the board's own, for the `lang` attribute
 * (https://www.w3.org/TR/WCAG22/#language-of-parts).
 *
 * Asking the detector for each of ten thousand English posts would be a tenth of a build. So on an
 * English board a text in plain letters is taken to be English: a Dutch or Malay one may be missed.
 */
export function textLanguages({ language }: Pick<BoardConfig, "language">) {
  const known = new WeakMap<Post, string | undefined>();
  return (post: Post): string | undefined => {
    if (!known.has(post)) known.set(post, foreignLanguage(post, language));
    return known.get(post);
  };
}

function foreignLanguage({ job }: Post, own: string): string | undefined {
  if (own === "en" && !foreignLetter.test(job.description)) return undefined;
  const language = languageOf(job.description);
  return language === own ? undefined : language;
}
