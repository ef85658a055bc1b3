/** Rule: advice if readers would see markup in the text: HTML, or the signs of emphasis that was left open, or would not see signs that Markdown reads as emphasis. */
import * as words from "#words/rules-on-text.ts";
import { allTokens, paragraphsOf, proseOf } from "./prose.ts";
import type { FindFlaw } from "./text-rule.ts";
import { lineAt, matchesInSource, quoteOf, replaceInSource, textRule } from "./text-rule.ts";

// ── HTML

// Real element names only: `std::vector<Pose>` and “salary <negotiable>” are not HTML.
const names =
  "a|article|audio|b|big|blockquote|body|br|button|center|code|dd|details|div|dl|dt|em|embed|font|form|h[1-6]|head|hr|html|i|iframe|img|input|ins|li|link|meta|object|ol|p|pre|script|section|small|span|strike|strong|style|sub|summary|sup|svg|table|tbody|td|th|thead|tr|u|ul|video";
const tag = new RegExp(`</?(?:${names})(?:\\s[^<>]*)?/?>|<!--`, "i");

/** What Markdown has instead of tags, the inner ones first. Lengths are limited: the text is from strangers. */
const replacements: readonly (readonly [RegExp, (inner: string, address: string) => string])[] = [
  [/<!--[\s\S]{0,2000}?-->/gi, () => ""],
  [/<(?:b|strong)>([^<>]{0,500})<\/(?:b|strong)>/gi, (inner) => `**${inner}**`],
  [/<(?:i|em)>([^<>]{0,500})<\/(?:i|em)>/gi, (inner) => `*${inner}*`],
  [/<code>([^<>`]{0,500})<\/code>/gi, (inner) => `\`${inner}\``],
  [
    /<a\s(?:[^<>]{0,200}\s)?href=["']?(?=(https?:[^"'<>\s]{1,500}))[^<>]{0,700}>([^<>]{0,500})<\/a>/gi,
    (address, inner) => `[${inner}](${address})`,
  ],
  [/<h[1-6][^<>]{0,200}>([^<>]{0,500})<\/h[1-6]>/gi, (inner) => `\n\n### ${inner}\n\n`],
  [/<li(?:\s[^<>]{0,200})?>([^<>]{0,3000})(?:<\/li>|(?=<))/gi, (inner) => `\n- ${inner}`],
  [/[ \t]{0,9}<br\s{0,9}\/?>\s{0,9}/gi, () => "\\\n"],
  [/<\/?(?:p|div|section|ul|ol|blockquote)(?:\s[^<>]{0,200})?>/gi, () => "\n\n"],
  [/<\/?(?:span|font|center|u|small|big)(?:\s[^<>]{0,200})?>/gi, () => ""],
];

const html: FindFlaw = (text) => {
  if (!tag.test(text)) return undefined;
  const found = tag.exec(proseOf(text))?.[0];
  if (!found) return undefined;
  const [first] = matchesInSource(text, new RegExp(tag.source, "gi"));
  let corrected = text;
  for (const [pattern, markdown] of replacements) {
    corrected = replaceInSource(corrected, pattern, ([, one = "", two = ""]) =>
      markdown(one.trim(), two.trim()),
    );
  }
  return {
    line: lineAt(text, first?.index ?? 0),
    words: words.rawHtml(quoteOf(found)),
    corrected: corrected
      .replace(/\n(?:[ \t]*\n)+(?=- )/g, "\n")
      .replace(/\n{3,}/g, "\n\n")
      .trim(),
  };
};

// ── Emphasis

/** Two asterisks mean something else in arithmetic, in Python’s `**kwargs`, in “*nix”, and in rows of them. */
const meant =
  /\*{3,}(?!\p{L})|[\w)] ?\*\* ?[\d(]|\*nix\b|\*{1,2}\w*(?:args|kwargs|kw|kwds|options|params|dict)\b/gu;

/** One asterisk can also refer to a footnote, or stand in for letters; names can begin with underscores. */
const openSingle = /(?<=[\p{L}\p{N},;:] )\*(?=\p{L}[^*]*$)/u;
const openUnderscores = /(?<![\p{L}\p{N}_])_{1,2}(?=\p{Lu}\p{Ll}* [^_]*$)/u;
const footnote = /[\p{L}\p{N}.,!?)]\*(?!\*)/u;
const secondFootnote = /(?<=[\p{L}\p{N}])\*\*(?![\p{L}\p{N}])/gu;

const sign = /[*~]|_\p{Lu}/u;

/** The maximum number of lines that are repaired: each is parsed several times. */
const mostRepaired = 40;

const openEmphasis: FindFlaw = (text) => {
  if (!sign.test(text) || !isOpenIn(text)) return undefined;
  const source = text.split("\n");
  // Emphasis can go on in the next line, so a line alone does not tell.
  const paragraphs = paragraphsOf(text).filter(({ lines }) => isOpenIn(lines.join("\n")));
  const lines = paragraphs.flatMap(({ from, lines }) =>
    lines.map((line, index) => ({ line: line.trim(), at: from + index })),
  );
  const open = lines.filter(({ line }) => sign.test(line) && isOpenIn(line));
  const [first] = open;
  if (!first) return undefined;
  for (const { line, at } of open.slice(0, mostRepaired)) {
    source[at] = (source[at] ?? "").replace(line, () => closed(line));
  }
  return {
    line: first.at,
    words: words.openEmphasis(quoteOf(first.line.replaceAll("\\*", "*"))),
    corrected: open.length > mostRepaired ? undefined : source.join("\n"),
  };
};

/** Whether readers would see signs that were to make something bold or italic. */
function isOpenIn(text: string): boolean {
  const shown = allTokens(text).filter(({ type }) => type === "text");
  const isFootnote = shown.some(({ content }) => footnote.test(content));
  return shown.some(({ content }) => {
    const rest = content.replace(meant, "");
    if (openUnderscores.test(rest) || rest.includes("~~")) return true;
    if (isFootnote) return rest.replace(secondFootnote, "").includes("**");
    return rest.includes("**") || openSingle.test(rest);
  });
}

/** The first of several ways to write what was meant that leaves no sign in the text. */
function closed(line: string): string {
  const plain = line.replaceAll("\\*", "*");
  const signs = [/\*{1,3}/, /_{1,2}/, /~~/].flatMap((one) => one.exec(plain) ?? []);
  const ways = [
    plain,
    spacesOutside(plain),
    plain.replace(/(\*\*[^*\n]{1,300}\*\*)(?=[\p{L}\p{N}])/gu, "$1 "),
    plain.replace(/(?<=[\p{L}\p{N}])(\*\*[^*\n]{1,300}\*\*)/gu, " $1"),
    ...signs.map((one) => plain + one),
    ...signs.filter((one) => plain.endsWith(one)).map((one) => one + plain),
    ...signs.map((one) => plain.replaceAll(one, "")),
  ];
  // A row of signs is no emphasis, either.
  return ways.find((way) => !isOpenIn(way) && !way.includes("****")) ?? line;
}

function spacesOutside(line: string): string {
  const moved = line.replace(/\*\*([^*\n]{1,300})\*\*/g, (_, inner: string) => {
    const [start, end] = [/^\s/, /\s$/].map((pattern) => (pattern.test(inner) ? " " : ""));
    return `${start}**${inner.trim()}**${end}`;
  });
  return moved.replace(/ {2,}/g, " ").trim();
}

// ── Signs that became emphasis

/** “m*w*d”, and names that Python has between underscores. */
const signs =
  /(?<![\p{L}*\\])\p{L}\*\p{L}\*\p{L}(?![\p{L}*])|(?<![\w`\\])__(?:init|main|name|call|str|repr|dict|slots|new|enter|exit|all|file|doc)__(?!\w)/gu;

const lostSigns: FindFlaw = (text) => {
  const [first] = matchesInSource(text, signs);
  if (!first) return undefined;
  return {
    line: lineAt(text, first.index),
    words: words.lostSigns(first[0]),
    corrected: replaceInSource(text, signs, ([all]) =>
      all.startsWith("_") ? `\`${all}\`` : all.replaceAll("*", "\\*"),
    ),
  };
};

export const markup = textRule("markup", [html, openEmphasis, lostSigns]);
