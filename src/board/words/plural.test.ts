import { describe, expect, it } from "vitest";
import { plural, pluralIn } from "./plural.ts";

describe("a count with its noun", () => {
  it.each([
    [0, "0 posts"],
    [1, "1 post"],
    [2, "2 posts"],
    [21, "21 posts"],
    [1234, "1,234 posts"],
  ])("of %i is “%s”", (count, text) => {
    expect(plural(count, { one: "post", other: "posts" })).toBe(text);
  });

  it("follows the rules of another language", () => {
    const forms = { one: "wpis", few: "wpisy", other: "wpisów" };
    expect([1, 3, 5, 22].map((count) => pluralIn("pl")(count, forms))).toEqual([
      ...["1 wpis", "3 wpisy", "5 wpisów", "22 wpisy"],
    ]);
  });

  it("uses the general form if a language has a category without a word", () => {
    expect(pluralIn("pl")(3, { other: "wpisów" })).toBe("3 wpisów");
  });
});
