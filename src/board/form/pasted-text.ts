/** What comes along with text from word processors, made what it was meant as. */
import MarkdownIt from "markdown-it";

/**
 * What cannot be seen is no part of the text: soft hyphens, spaces without width, byte order marks.
 * Their ends of lines become ordinary ones, and so do spaces that do not break: two spellings of a
 * company would look the same. Other characters that a post may not hold stay, and are reported.
 */
export function tidyCharacters(text: string): string {
  return text
    .replace(/\r\n|[\v\u2028\u2029]/g, "\n")
    .replace(/[\u00a0\u2007\u202f]/g, " ")
    .replace(/[\u00ad\u200b\u2060\ufeff]/g, "");
}

const parser = new MarkdownIt("commonmark", { html: false });
// Only where the blocks stand is asked.
parser.core.ruler.enableOnly(["normalize", "block"]);

const bullet = /^[•‣▪◦●]\s+/;

/** Markdown with one empty line where there were several, and with its own bullets; code stays as it is. */
export function tidyMarkdown(text: string): string {
  const lines = text.split("\n");
  const code = codeLines(text);
  const tidied: string[] = [];
  for (const [index, line] of lines.entries()) {
    const isCode = code.has(index);
    if (!isCode && line.trim() === "") {
      if (tidied.at(-1) !== "" || code.has(index - 1)) tidied.push("");
    } else if (!isCode && bullet.test(line)) {
      // The editor ends a line within a paragraph with a backslash, which would show before a list.
      const before = tidied.pop();
      if (before !== undefined) tidied.push(before.replace(/\\$/, ""));
      tidied.push(line.replace(bullet, "- "));
    } else tidied.push(line);
  }
  return tidied.join("\n");
}

/** The lines of code blocks, counted from 0. */
function codeLines(text: string): ReadonlySet<number> {
  const blocks = parser.parse(text, {}).flatMap(({ type, map }) => {
    const isCode = type === "fence" || type === "code_block";
    return isCode && map ? [map] : [];
  });
  return new Set(
    blocks.flatMap(([from, to]) => Array.from({ length: to - from }, (_, index) => from + index)),
  );
}
