import { describe, expect, it } from "vitest";
import { maxFileBytes, readJobFile } from "../../src/board/job/file.ts";
import { renderMarkdown, renderWithExcerpt } from "../../src/board/post/markdown.ts";
import { applyRules } from "../../src/board/rules/index.ts";
import { Neighbors } from "../../src/board/rules/neighbors.ts";
import { exampleConfig, exampleDay, exampleJob } from "../example-job.ts";
import { body, fields, file, withText } from "./job-text.ts";

/** As long as a section may be; two of them fill a file. */
const length = 29_900;

/** How many times the work of an ordinary post of the same length is allowed: harmless, but beyond chance. */
const mostTimes = 25;

function fill(piece: string, to = length): string {
  return piece.repeat(Math.ceil(to / piece.length)).slice(0, to);
}

/** The minimum of up to three measurements, in milliseconds of CPU. Stops after one that is at most `enough`. */
function costOf(work: () => void, enough = 0): number {
  let least = Number.POSITIVE_INFINITY;
  for (let count = 0; count < 3 && least > enough; count += 1) {
    const before = process.cpuUsage();
    work();
    const { user, system } = process.cpuUsage(before);
    least = Math.min(least, (user + system) / 1000);
  }
  return least;
}

/** Everything that is done with a post: it is parsed, checked and rendered. */
function handle(text: string, section: string): void {
  readJobFile(file, text, exampleConfig);
  renderMarkdown(section);
  renderWithExcerpt(section, 40);
  const job = { ...exampleJob, description: section, requirements: section };
  const subject = { file, slug: "2026-11-20-example", archived: false, job };
  const neighbors = new Neighbors([subject]);
  applyRules(subject, { config: exampleConfig, today: exampleDay, neighbors });
}

function twoSections(section: string): string {
  return withText(section).replace("Three years of Django.", section);
}

const ordinary = fill(
  "You would join a team of *five* that counts `fish` in [rivers](https://example.com/x), and **likes** it.\n\n- one\n- two, see https://example.com/two\n\n",
);
handle(twoSections(ordinary), ordinary); // To warm up the compiler.
const ordinaryCost = costOf(() => handle(twoSections(ordinary), ordinary));
const mostCost = mostTimes * ordinaryCost;

function nested(around: (inner: string) => string): string {
  let text = "x";
  while (around(text).length < length) text = around(text);
  return text;
}

const half = length / 2;
const texts: Record<string, string> = {
  "open brackets": fill("["),
  "mail links that are none": `[a](mailto:${fill("@", length - 20)}?)`,
  "open pictures": fill("!["),
  "brackets that close late": fill("[", half) + fill("]", half),
  "links that close late": fill("[", half) + fill("](b)", half),
  "links without an end": fill("[a]("),
  "links with an open title": fill('[a](b "'),
  "links in links": nested((inner) => `[${inner}](https://a.example)`),
  "pictures in pictures": nested((inner) => `![${inner}](https://a.example)`),
  references: fill("[a][", half) + fill("[a]", half),
  "many definitions": Array.from({ length: 2500 }, (_, index) => `[a${index}]: b`).join("\n"),
  "a definition without an end": `[a]: b "${fill("a\n")}`,
  emphasis: fill("*a ", half) + fill("a* ", half),
  "mixed emphasis": fill("*_**"),
  "strong and not": fill("***a** "),
  underscores: fill("__a"),
  strikethrough: fill("~~a"),
  "emphasis in links": fill("[*a"),
  backticks: fill("`"),
  "backticks in runs of every length": Array.from(
    { length: 240 },
    (_, n) => `${"`".repeat(n + 1)}a`,
  ).join(" "),
  "less-than signs": fill("<"),
  "tags without an end": fill('<a b="'),
  "comments without an end": fill("<!--"),
  entities: fill("&#x"),
  "known entities": fill("&amp"),
  backslashes: fill("\\"),
  quotes: fill("> "),
  "quotes that go on lazily": `${">".repeat(100)}\n${fill("a\n")}`,
  "quotes of every depth": Array.from({ length: 170 }, (_, n) => `${">".repeat(n + 1)} a`).join(
    "\n\n",
  ),
  lists: fill("- "),
  "numbered lists": fill("1. "),
  "lists of every depth": Array.from({ length: 240 }, (_, n) => `${" ".repeat(n * 2)}- a`).join(
    "\n",
  ),
  "lists in quotes": fill("> - "),
  "a wide table": `|${fill("a|", 9000)}\n|${fill("-|", 9000)}\n${fill("|\n", 8000)}`,
  "a long table": `|a|\n|-|\n${fill("|a|\n")}`,
  pipes: fill("a|"),
  headings: fill("# a\n"),
  "underlined headings": fill("a\n=\n"),
  "a heading of many signs": `# ${fill("#")}a`,
  rules: fill("---\n"),
  fences: fill("```\n"),
  "characters that were encoded twice": fill("â€"),
  "short lines": fill("Aa\n"),
  "typed marks": fill("-a\n\n"),
  "open emphasis in each line": fill("**a\n\n"),
  "an open tag, and spaces": `<b>${fill(" ", length - 10)}`,
  "links to files": fill("[a](../b.md) "),
  spaces: `x${fill(" ")}x`,
  "spaces first": `${fill(" ")}x`,
  tabs: `x${fill("\t\n")}x`,
  "empty lines": `x${fill("\n")}x`,
  "empty lines with spaces": `x${fill(" \n")}x`,
  "hard breaks": fill("a  \n"),
  addresses: fill("https://a.example/ "),
  "addresses in one word": fill("https://a.example/,"),
  "addresses that are refused": fill("https://a.b/,"),
  "schemes only": fill("http://"),
  "an address of brackets": fill("https://a.b/("),
  "an address of dots": `https://a.example/${fill(".")}`,
  "a host of dots": `https://${fill("a.")}`,
  "mail addresses": fill("<a@b.example>"),
  "mail addresses without an end": fill("a@a."),
  signs: fill("漢"),
  emoji: fill("👩‍👩‍👧‍👦"),
  "one word": fill("a"),
};

describe("a text that is slow on purpose", () => {
  it.each(Object.entries(texts).map(([name, text]) => [name, text.slice(0, length)]))(
    "takes no longer than any other: %s",
    (_, text = "") => {
      const whole = twoSections(text);
      expect(whole.length).toBeLessThan(maxFileBytes);
      expect(costOf(() => handle(whole, text), mostCost)).toBeLessThanOrEqual(mostCost);
    },
  );
});

const yaml: Record<string, string> = {
  "empty lines": fill("\n", 60_000),
  "lines of spaces": fill(" \n", 60_000),
  "comment signs": fill("#\n", 60_000),
  "open lists": `contact: ${fill("[", 60_000)}`,
  "open objects": `contact: ${fill("{a: ", 60_000)}`,
  "lists in lists": `contact:\n${fill("- ", 60_000)}`,
  "a long list": `job_types: [${fill("web, ", 60_000)}web]`,
  "unknown fields": Array.from({ length: 5000 }, (_, index) => `k${index}: 1`).join("\n"),
  "keys of keys": fill("? ", 60_000),
  digits: `contact: ${fill("1", 60_000)}`,
  "a text in lines": `contact: >\n${fill("  a\n\n", 60_000)}`,
  "empty lines of a text": `contact: |\n${fill("      \n", 60_000)}`,
  escapes: `contact: "${fill("\\u0041", 60_000)}"`,
  "a long name": `'${fill("x", 60_000)}': 1`,
  "a mail address of dots": `email: a@${fill("a.", 60_000)}`,
  "a link of dots": `apply_url: https://${fill("a.", 60_000)}`,
};

describe("fields that are slow on purpose", () => {
  it.each(Object.entries(yaml))(
    "are rejected before they cost more than a post: %s",
    (_, lines) => {
      const text = `---\n${fields}${lines}\n---\n\n${body}`;
      expect(readJobFile(file, text, exampleConfig).ok).toBe(false);
      const most = lines.slice(0, 7_500 - fields.length); // Just below the limit.
      const cost = costOf(() => {
        readJobFile(file, text, exampleConfig);
        readJobFile(file, `---\n${fields}${most}\n---\n\n${body}`, exampleConfig);
      }, mostCost);
      expect(cost).toBeLessThanOrEqual(mostCost);
    },
  );

  it("are never read beyond the limit", () => {
    const large = new Uint8Array(50 * 1024 * 1024);
    const cost = costOf(() => readJobFile(file, large, exampleConfig), ordinaryCost);
    expect(cost).toBeLessThanOrEqual(ordinaryCost);
  });
});

it("the measurement can fail", () => {
  const spaces = `${fill(" ")}x`;
  const quadratic = () => void [1, 2, 3].map(() => spaces.replace(/\s+$/, ""));
  expect(costOf(quadratic, Number.POSITIVE_INFINITY)).toBeGreaterThan(mostCost);
});
