import { describe, expect, it } from "vitest";
import { testConfig } from "../fixtures.ts";
import { findingsOf } from "./fixtures.ts";
import { textLanguage } from "./text-language.ts";

const german =
  "Wir suchen zum nächstmöglichen Zeitpunkt eine erfahrene Entwicklerin für unser Team in Köln, das mit Python und Django Fahrpläne berechnet.";
const english =
  "We are looking for an experienced developer for our team in Cologne, who calculates timetables with Python and Django. You would work with three colleagues on the part that notices late trains, and tell our customers of it before they ask. Much of our code is ten years old and well tested, and the rest is younger.";

describe("a text in a language that the board does not accept", () => {
  it("is reported, with both languages", () => {
    const [finding] = findingsOf(textLanguage, { description: german });
    expect(finding?.message).toBe(
      "The text seems to be in German. This board accepts posts in English.",
    );
  });

  it("may follow one that it accepts", () => {
    expect(findingsOf(textLanguage, { description: `${english}\n\n${german}` })).toEqual([]);
  });

  it("passes on a board that accepts it", () => {
    const config = { ...testConfig, postLanguages: ["en", "de"] };
    expect(findingsOf(textLanguage, { description: german }, { config })).toEqual([]);
  });
});

it("a text that is too short to tell passes", () => {
  expect(
    findingsOf(textLanguage, { description: "Wir suchen.", requirements: "Django, Redis" }),
  ).toEqual([]);
});
