/** Which posts are in another language than the board, for their `lang` attribute. */
import { languageOf } from "../board/post/language.ts";
import type { Post } from "../board/post/post.ts";

/** Letters that English does not use. */
const foreignLetter = /[^\P{L}A-Za-z]/u;

/** The languages found so far: pages and the search ask for them. */
const known = new WeakMap<Post, string | undefined>();

/**
 * The language of a post’s text if it differs from the board’s, for the `lang` attribute
 * (https://www.w3.org/TR/WCAG22/#language-of-parts).
 *
 * Detecting the language of ten thousand English posts would take a tenth of a build. So an English board
 * assumes that a text in plain letters is English, and may miss a Dutch or Malay one.
 */
export function textLanguages(language: string) {
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
