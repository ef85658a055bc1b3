import { describe, expect, it } from "vitest";
import { readBody } from "./body.ts";

const notesOn = (body: string) => {
  const result = readBody(body, 10);
  return result.ok ? result.notes.map(({ line, message }) => [line, message]) : [];
};

describe("the text of a job file", () => {
  it("is left alone if it has nothing special", () => {
    const body = "One\u00a0km – “two”\n\n- three\n\n```\n-\tfour\n```\n";
    expect(readBody(body, 10)).toEqual({ ok: true, text: body, notes: [] });
  });

  it("gets one note for each kind of character, with its first line in the file", () => {
    expect(notesOn("a\u2028b\nc\u200bd\ne\u200bf\u2028g")).toEqual([
      [10, "The text contains a special line separator (U+2028). It is read as the end of a line."],
      [11, "The text contains an invisible zero-width space (U+200B). It is left out."],
    ]);
    expect(notesOn("a\n\n-\u00a0b\n-\u00a0c")).toEqual([
      [12, expect.stringContaining("starts with a non-breaking space")],
    ]);
  });

  it("is refused with the line in the file, whatever line ends come before it", () => {
    const result = readBody("a\u2028b\u2028c\nd\u202ee", 10);
    expect(result).toMatchObject({ finding: { message: expect.stringMatching(/^Line 11 /) } });
  });
});
