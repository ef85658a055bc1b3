/** Cleans up text pasted from word processors. */
import MarkdownIt from "markdown-it";

/**
 * Removes invisible characters (soft hyphens, zero-width spaces, byte order marks), and makes line ends and
 * non-breaking spaces ordinary ones, because otherwise two spellings of a company could look the same.
 * Other characters that posts may not contain stay and are reported.
 */
export function tidyCharacters(text: string): string {
  return text
    .replace(/\r\n|[\v\u2028\u2029]/g, "\n")
    .replace(/[\u00a0\u2007\u202f]/g, " ")
    .replace(/[\u00ad\u200b\u2060\ufeff]/g, "");
}

const parser = new MarkdownIt("commonmark", { html: false });
// Only the positions of blocks are needed.
parser.core.ruler.enableOnly(["normalize", "block"]);

const bullet = /^[•‣▪◦●]\s+/;

/** Collapses several empty lines into one, and turns typed bullets into lists. Code stays as it is. */
export function tidyMarkdown(text: string): string {
  const lines = text.split("\n");
  const code = codeLines(text);
  const tidied: string[] = [];
  for (const [index, line] of lines.entries()) {
    const isCode = code.has(index);
    if (!isCode && line.trim() === "") {
      if (tidied.at(-1) !== "" || code.has(index - 1)) tidied.push("");
    } else if (!isCode && bullet.test(line)) {
      // The editor ends a line within a paragraph with a backslash, which would be visible before a list.
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
