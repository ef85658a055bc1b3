/**
 * Finds the parts of a comment that can contain commands: its author’s own words. Quotes, mail below a reply, hidden
 * text and code cannot. Goes by lines, unlike Markdown: somebody who writes right below a quote does not mean to
 * continue it.
 */

export type CommentLine = {
  /** As written. */
  raw: string;
  /** The same as `raw`, character for character, but with hidden text as spaces and code as backticks. */
  own: string;
  /** Neither blank nor quoted. */
  counts: boolean;
};

/** A space of any kind, or an invisible character. For regular expressions with the flag `u`. */
export const blank = String.raw`[\s\p{Cf}]`;

const hidden = String.raw`<!--[\s\S]*?(?:-->|$(?![\s\S]))`;
const fenced =
  "^ {0,3}(?<fence>`{3,}(?=[^`\\n]*$)|~{3,})[\\s\\S]*?(?:\\n {0,3}\\k<fence>[`~]*[ \\t]*$|$(?![\\s\\S]))";
const indented = String.raw`^(?: {4}| {0,3}\t)[ \t]*\S.*$`;
/** May span lines, but not paragraphs. Bounded, so that no comment takes long to parse. */
const inline = "(?<!`)(?<span>`+)(?!`)(?:(?!\\n[ \\t]*\\n)[\\s\\S]){1,2000}?(?<!`)\\k<span>(?!`)";
const other = new RegExp(`${hidden}|${fenced}|${indented}|${inline}`, "gm");

/** “On 22 November 2026, Rita <…> wrote:”, which mail programs wrap into up to three lines. */
const attribution = /^On\b(?=.*\d)(?:.*\n){0,2}?.*\bwrote:[ \t]*$/m;

const quotedOrBlank = new RegExp(`^${blank}*(?:>|$)`, "u");

/** The lines of a comment, up to the email that it replies to. */
export function linesOf(body: string): CommentLine[] {
  const whole = body.replace(/\r\n?/g, "\n");
  const masked = whole.replace(other, (text) =>
    text.replace(/[^\n]/g, text.startsWith("<!--") ? " " : "`"),
  );
  const reply = attribution.exec(masked)?.index ?? masked.length;
  const raw = whole.slice(0, reply).split("\n");
  const own = masked.slice(0, reply).split("\n");
  return own.map((line, index) => ({
    raw: raw[index] ?? "",
    own: line,
    counts: !quotedOrBlank.test(line),
  }));
}
