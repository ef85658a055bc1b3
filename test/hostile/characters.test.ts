import { describe, expect, it } from "vitest";
import { findRefusedCharacter } from "../../src/board/job/characters.ts";
import { renderMarkdown, renderWithExcerpt } from "../../src/board/post/markdown.ts";
import { elementsOf, read, readJob, textOf, withFields, withText } from "./job-text.ts";

const bytes = (...values: number[]) => new Uint8Array(values);
const encode = (text: string) => new TextEncoder().encode(text);

/** A file with these bytes in its text. */
function withBytes(inner: Uint8Array): Uint8Array {
  const [before = "", after = ""] = withText("Python §").split("§");
  return Uint8Array.from([...encode(before), ...inner, ...encode(after)]);
}

describe("bytes that are not UTF-8", () => {
  it.each([
    ["Latin-1", bytes(0xe9)],
    ["a character cut short", bytes(0xe2, 0x82)],
    ["an overlong slash", bytes(0xc0, 0xaf)],
    ["an overlong NUL", bytes(0xc0, 0x80)],
    ["half of a character (CESU-8)", bytes(0xed, 0xa0, 0x80)],
    ["beyond Unicode", bytes(0xf4, 0x90, 0x80, 0x80)],
    ["a stray continuation", bytes(0x80)],
    ["0xFF", bytes(0xff)],
  ])("are rejected: %s", (_, inner) => {
    expect(read(withBytes(inner)).refusedBy).toEqual(["encoding"]);
  });

  it.each(["utf-16le", "utf-16be"])("are rejected as a whole file: %s", (encoding) => {
    const text = `\ufeff${withText("Python")}`;
    const units = Uint8Array.from(
      [...text].flatMap((character) => {
        const code = character.charCodeAt(0);
        return encoding === "utf-16le" ? [code & 0xff, code >> 8] : [code >> 8, code & 0xff];
      }),
    );
    expect(read(units).refusedBy).toEqual(["encoding"]);
  });

  it("are rejected if a second byte order mark hides the fence", () => {
    const mark = [0xef, 0xbb, 0xbf];
    const file = encode(withText("x"));
    expect(read(Uint8Array.from([...mark, ...file])).refusedBy).toEqual([]);
    expect(read(Uint8Array.from([...mark, ...mark, ...file])).refusedBy).toEqual(["characters"]);
  });
});

/** Read as what they mean in the text, and nowhere else. */
const soft: [string, string][] = [
  ["vertical tab", "\v"],
  ["form feed", "\f"],
  ["line separator", "\u2028"],
  ["paragraph separator", "\u2029"],
  ["zero-width space", "\u200b"],
  ["word joiner", "\u2060"],
  ["byte order mark", "\ufeff"],
  ["soft hyphen", "\u00ad"],
];

const hard: [string, string][] = [
  ["NUL", "\0"],
  ["backspace", "\b"],
  ["escape", "\u001b"],
  ["carriage return", "\ra"],
  ["delete", "\u007f"],
  ["next line (C1)", "\u0085"],
  ["CSI (C1)", "\u009b"],
  ["right-to-left override", "\u202e"],
  ["left-to-right embedding", "\u202a"],
  ["first strong isolate", "\u2068"],
  ["Hangul filler", "\u3164"],
  ["a tag", "\u{e0041}"],
  ["a flag’s tags without a flag", "\u{e0067}\u{e0062}\u{e007f}"],
  ["no character", "\ufffe"],
  ["interlinear annotation", "\ufff9"],
];

const refused = [...hard, ...soft];

describe("an invisible or harmful character", () => {
  it.each(hard)("is rejected in the text: %s", (_, character) => {
    expect(read(withText(`Python${character} developer`)).refusedBy).toEqual(["characters"]);
  });

  it.each(refused)("is rejected in a field: %s", (_, character) => {
    expect(read(withFields(`contact: 'A${character}B'`)).refusedBy).toEqual(["characters"]);
  });

  it.each(refused)("is rejected as an escape in a field: %s", (_, character) => {
    const escaped = [...character.replace("a", "")]
      .map((each) => `\\U${(each.codePointAt(0) ?? 0).toString(16).padStart(8, "0")}`)
      .join("");
    expect(read(withFields(`contact: "A${escaped}B"`)).refusedBy).toEqual(["characters"]);
    expect(read(withFields(`salary: {"${escaped}": 1}`)).refusedBy).toEqual(["characters"]);
    expect(read(withFields(`"${escaped}": 1`)).refusedBy).toEqual(["characters"]);
  });

  it.each(soft)("does not reach the post from its text: %s", (_, character) => {
    const { description } = readJob(withText(`Python${character} developer`));
    expect(findRefusedCharacter(description)).toBeUndefined();
  });

  it.each(soft.slice(4))("is rejected within an address in the text: %s", (_, character) => {
    for (const text of [
      `https://exam${character}ple.com/`,
      `<https://example.com${character}.evil.example>`,
      `[us](https://example.com/${character}jobs)`,
      `[us]: https://example.com/${character}jobs`,
      `www.exam${character}ple.com`,
      `jobs@exam${character}ple.com`,
      `<mailto:jobs${character}@example.com>`,
    ]) {
      expect(read(withText(`Python ${text}`)).refusedBy).toEqual(["characters"]);
    }
  });

  it("is rejected as half of a surrogate pair, in any notation", () => {
    for (const half of ["\\ud83d", "\\ude00", "\\U0000D83D"]) {
      expect(read(withFields(`contact: "A${half}B"`)).refusedBy).toEqual(["characters"]);
    }
    expect(read(withText("Python \ud83d")).refusedBy).toEqual(["characters"]);
  });
});

describe("a reference to such a character", () => {
  const references = [
    "&#0;",
    "&#x202e;",
    "&#8232;",
    "&#12;",
    "&#27;",
    "&#xd800;",
    "&#xfeff;",
    "&ZeroWidthSpace;",
    "&shy;",
    "&NoBreak;",
    "&rlm;&#x2066;",
  ];

  it.each(references)("does not insert it into a page or an excerpt: %s", (reference) => {
    const text = `a${reference}b **c${reference}** [d${reference}](https://example.com "${reference}")\n\n# e${reference}`;
    const { html, excerpt } = renderWithExcerpt(text, 40);
    for (const piece of [html, textOf(html), excerpt, renderMarkdown(text)]) {
      expect(findRefusedCharacter(piece)).toBeUndefined();
    }
    for (const { attributes } of elementsOf(html)) {
      expect(findRefusedCharacter(Object.values(attributes).join(" "))).toBeUndefined();
    }
  });

  it.each([
    "https://example.com/%00",
    "https://example.com/%E2%80%AEx",
    "https://example.com/%0A%1B",
  ])("does not insert it through a code in a link: %s", (address) => {
    const html = renderMarkdown(`${address} <${address}> [x](${address})`);
    expect(findRefusedCharacter(textOf(html))).toBeUndefined();
    expect(textOf(html)).toBe(`${address} ${address} x\n`);
  });
});

describe("characters in ordinary texts", () => {
  it.each([
    ["a family of four", "👨‍👩‍👧‍👦"],
    ["the flag of Scotland", "🏴󠁧󠁢󠁳󠁣󠁴󠁿"],
    ["the flag of Japan", "🇯🇵"],
    ["a heart in red", "❤️"],
    ["a hand of another color", "👋🏽"],
    ["a keycap", "1️⃣"],
    ["Arabic", "مهندس برمجيات"],
    ["Arabic with marks of direction", "Python\u200f وDjango\u200e"],
    ["Persian with joiners", "می‌خواهیم توسعه‌دهنده"],
    ["Hindi with joiners", "क्‍ष र्‍य"],
    ["Hebrew with points", "שָׁלוֹם"],
    ["Chinese", "后端开发工程师"],
    ["Japanese", "バックエンド・エンジニア（東京）"],
    ["Korean", "백엔드 개발자"],
    ["Thai", "นักพัฒนา"],
    ["accents put together", "Zu\u0308rich, Kōwhai, Łódź, Reykjavík"],
    ["a space that does not break", "5\u00a0000\u202f€"],
    ["typographic signs", "“O’Neill” – 40 h … ™ ½ №"],
    ["mathematics", "∑ ≤ ∞ 𝒪(n)"],
    ["a tab", "a\tb"],
  ])("pass: %s", (_, text) => {
    expect(readJob(withText(`Python: ${text}!`)).description).toBe(`Python: ${text}!`);
    expect(textOf(renderMarkdown(text))).toBe(`${text}\n`);
  });
});
