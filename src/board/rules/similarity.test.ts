import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { resemblance, shingles, sketch, words } from "./similarity.ts";

const alike = (a: string, b: string) => resemblance(shingles(a), shingles(b));

describe("the words of a text", () => {
  it("have no punctuation and are lowercase", () => {
    expect(words("C++ and *Python*, 3.14: O’Neill!")).toEqual([
      "c++",
      "and",
      "python",
      "3",
      "14",
      "o",
      "neill",
    ]);
  });

  it("are characters in scripts without spaces", () => {
    expect(words("使用Python开发")).toEqual(["使", "用", "python", "开", "发"]);
  });

  it("keep the marks that belong to them", () => {
    expect(words("हिन्दी में")).toEqual(["हिन्दी", "में"]);
  });
});

describe("the resemblance of two texts", () => {
  const text = "You keep the stock ledger of a tea merchant right, and tell us when it is not.";

  it("is 1 with itself, whatever its punctuation, and 0 with an unrelated text", () => {
    expect(alike(text, text.toUpperCase().replaceAll(",", ";"))).toBe(1);
    expect(alike(text, "Robots inspect railway tunnels at night between two trains.")).toBe(0);
  });

  it("decreases with each changed word", () => {
    const once = alike(text, text.replace("tea", "coffee"));
    const twice = alike(text, text.replace("tea", "coffee").replace("tell", "ask"));
    expect(once).toBeLessThan(1);
    expect(twice).toBeLessThan(once);
    expect(twice).toBeGreaterThan(0.3);
  });

  it("depends on the order of words", () => {
    expect(alike(text, text.split(" ").reverse().join(" "))).toBeLessThan(0.1);
  });

  it("is 0 between empty texts", () => {
    expect(alike("", "")).toBe(0);
    expect(alike("", text)).toBe(0);
  });

  it("is the share of common shingles, in both directions", () => {
    const text = fc
      .array(fc.constantFrom("a", "b", "c"), { maxLength: 30 })
      .map((some) => some.join(" "));
    fc.assert(
      fc.property(text, text, (a, b) => {
        const [left, right] = [new Set(shingles(a)), new Set(shingles(b))];
        const all = left.union(right).size;
        const share = all === 0 ? 0 : left.intersection(right).size / all;
        expect(alike(a, b)).toBe(share);
        expect(alike(b, a)).toBe(share);
      }),
    );
  });
});

it("a sketch is the smallest of the hashes", () => {
  const all = shingles("one two three four five six seven");
  expect(sketch(all, 2)).toEqual([...all].sort((a, b) => a - b).slice(0, 2));
  expect(sketch(shingles("one"), 8)).toHaveLength(1);
});
