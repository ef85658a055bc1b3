import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { splitSections } from "../job/sections.ts";
import { renderMarkdown } from "./markdown.ts";

/** Words that no markup contains and nothing else begins with. */
const word = fc.integer({ min: 0, max: 99_999 }).map((number) => `w${number}x`);
const words = fc.array(word, { minLength: 1, maxLength: 4 }).map((all) => all.join(" "));

const phrase = fc.oneof(
  words,
  words.map((text) => `**${text}**`),
  words.map((text) => `*${text}`),
  words.map((text) => `\`${text}\``),
  words.map((text) => `[${text}](https://example.com/)`),
  words.map((text) => `[${text}](../about.md)`),
  words.map((text) => `![${text}](https://example.com/x.png)`),
  words.map((text) => `<b>${text}</b>`),
  words.map((text) => `<!-- ${text} -->`),
  words.map((text) => `~~${text}~~ &amp; ${text}\\`),
);

const row = fc
  .array(words, { minLength: 1, maxLength: 5 })
  .map((cells) => `| ${cells.join(" | ")} |`);

const leaf = fc.oneof(
  phrase,
  fc.array(phrase, { minLength: 2, maxLength: 3 }).map((lines) => lines.join("\n")),
  fc
    .tuple(fc.integer({ min: 1, max: 7 }), words)
    .map(([level, text]) => `${"#".repeat(level)} ${text}`),
  words.map((text) => `${text}\n---`),
  words.map((text) => `    ${text}`),
  words.map((text) => `\`\`\`\n${text}\n\`\`\``),
  words.map((text) => `~~~\n${text}`),
  fc.tuple(row, fc.array(row, { maxLength: 3 })).map(([head, rows]) => {
    const rule = `|${"---|".repeat(head.split(" | ").length)}`;
    return [head, rule, ...rows].join("\n");
  }),
);

const marks = fc.constantFrom("- ", "* ", "+ ", "1. ", "7) ", "> ", "-\t", "  - ", "    ");

/** A block in another, with other text around it. Some are nested far more deeply than people do. */
const block = fc
  .tuple(
    leaf,
    fc.array(fc.tuple(marks, fc.option(leaf, { nil: "" }), fc.boolean()), { maxLength: 25 }),
  )
  .map(([inner, around]) =>
    around.reduce((text, [mark, before, isLoose]) => {
      const indent = mark.startsWith(">") ? "> " : " ".repeat(mark.length);
      const [first, ...rest] = [before, text]
        .filter(Boolean)
        .join(isLoose ? "\n\n" : "\n")
        .split("\n");
      return [mark + first, ...rest.map((line) => indent + line)].join("\n");
    }, inner),
  );

const markdown = fc
  .array(fc.tuple(block, fc.constantFrom("\n", "\n\n")), { minLength: 1, maxLength: 5 })
  .map((blocks) => blocks.flat().join(""));

function lost(text: string, shown: string): string[] {
  return (text.match(/w\d+x/g) ?? []).filter((one) => !shown.includes(one));
}

describe("random Markdown", () => {
  it("loses no word on the page", () => {
    fc.assert(
      fc.property(markdown, (text) => {
        expect(lost(text, renderMarkdown(text).replace(/<[^>]*>/g, ""))).toEqual([]);
      }),
      { numRuns: 2000 },
    );
  });

  it("hides no heading of a section below it", () => {
    fc.assert(
      fc.property(markdown, (text) => {
        // Code can end in another block than it began in, and then does not end there.
        fc.pre(!/~~~|```/.test(text));
        const body = `${text}\n\n## Requirements\n\nlast`;
        const { sections } = splitSections(body, { requirementsHeadings: [] });
        expect(sections.requirements).toBe("last");
        expect(lost(text, sections.description ?? "")).toEqual([]);
      }),
      { numRuns: 500 },
    );
  });
});
