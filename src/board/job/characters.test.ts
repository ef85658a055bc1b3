import { describe, expect, it } from "vitest";
import { findRefusedCharacter, tidyCharacters } from "./characters.ts";

describe("characters of ordinary texts", () => {
  it.each([
    ["Arabic", "مطلوب مهندس برمجيات"],
    ["Persian with joiners", "می‌خواهم"],
    ["Hindi with joiners", "क्‍ष"],
    ["Hebrew with direction marks", "C++\u200e שלום\u200f"],
    ["Chinese", "高级开发工程师"],
    ["a Japanese name in its own writing", "葛\u{e0100}城"],
    ["a family of emoji", "👩‍👩‍👧‍👦 ❤️"],
    ["the flag of Scotland", "🏴󠁧󠁢󠁳󠁣󠁴󠁿"],
    ["tabs and line ends", "a\tb\nc"],
    ["signs", "€ – “quotes” O’Reilly AT&T C++ C# \u00a0"],
  ])("are allowed: %s", (_, text) => expect(findRefusedCharacter(text)).toBeUndefined());
});

describe("a character that is invisible or harmful", () => {
  it.each([
    ["NUL", "\0"],
    ["a bell", "\x07"],
    ["a lone carriage return", "a\rb"],
    ["a C1 control", "\x85"],
    ["a line separator", "\u2028"],
    ["a right-to-left override", "\u202e"],
    ["an isolate", "\u2066"],
    ["a zero-width space", "\u200b"],
    ["a byte order mark", "\ufeff"],
    ["half of a character", "\ud83d"],
    ["a tag character outside a flag", "x\u{e0041}"],
    ["a Hangul filler", "\u3164"],
    ["an empty Braille pattern", "\u2800"],
  ])("is found: %s", (_, text) => expect(findRefusedCharacter(text)).toBeDefined());

  it("is named with its code and line", () => {
    expect(findRefusedCharacter("a\nb\u202ec")).toEqual({
      code: "U+202E",
      name: "a character that changes the direction of the text",
      line: 2,
    });
  });
});

describe("text from a word processor", () => {
  it("has ordinary spaces, so that the same company is spelled the same", () => {
    expect(tidyCharacters("Müller\u00a0&\u202fSöhne\u2007GmbH")).toBe("Müller & Söhne GmbH");
  });

  it("loses invisible characters only", () => {
    expect(tidyCharacters("Soft\u00adware\u200b\r\nnext\u2028last\fpage \u202eevil")).toBe(
      "Software\nnext\nlast\npage \u202eevil",
    );
  });
});
