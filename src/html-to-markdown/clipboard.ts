/** What a paste offers, and whether converting its HTML is worth loading the converter. */
import { tidyMarkdown } from "../board/form/pasted-text.ts";
import { tidyCharacters } from "../board/job/characters.ts";

export type Pasted = {
  /** HTML with more in it than its plain text says. */
  html: string | undefined;
  /** The plain text as Markdown: with lists instead of typed bullets. */
  text: string;
  /** What a browser would paste. */
  original: string;
};

/** Emphasis, links and blocks. Editors of code copy their colors as HTML without any of these. */
const structure = /<(?:h[1-6]|p|li|table|dl|blockquote|a|b|strong|i|em|s|del)[\s>]/i;

export function readClipboard({ getData }: { getData: (type: string) => string }): Pasted {
  const html = getData("text/html");
  const original = getData("text/plain");
  return {
    html: structure.test(html) ? html : undefined,
    text: tidyMarkdown(tidyCharacters(original)),
    original,
  };
}

/**
 * Pasted Markdown. Nothing is lost: if the converter cannot be loaded or fails, it is the plain text.
 *
 * @param load loads the converter
 */
export async function pastedMarkdown(
  { html, text, original }: Pasted,
  load: () => Promise<{ markdownFromHtml: (html: string) => string }>,
): Promise<string> {
  if (html === undefined) return text;
  try {
    const { markdownFromHtml } = await load();
    return markdownFromHtml(html) || original;
  } catch {
    return original;
  }
}
