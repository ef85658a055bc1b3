import { describe, expect, it } from "vitest";
import { replaceText } from "./repair.ts";

const shown = (before: string, after: string) => replaceText("description", before, after).shown;

describe("what a repair shows", () => {
  it("is the whole of a line", () => {
    expect(replaceText("title", "R&amp;D", "R&D")).toEqual({
      values: { title: "R&D" },
      shown: "R&D",
    });
  });

  it("is the lines that change", () => {
    expect(shown("a\nb\nc\nd", "a\nB\nc\nd")).toBe("B");
    expect(shown("a\nb\nc\nd", "a\nB\nc\nD")).toBe("B\nc\nD");
    expect(shown("a\na\na", "a\na\na\na")).toBe("a");
    expect(shown("a\nb\nc", "a\nc")).toBe("");
    expect(shown("a\nb\n\nc", "a\n\nc")).toBe("");
  });

  it("is empty lines together with those that they separate", () => {
    expect(shown("a\nb\nc", "a\n\nb\n\nc")).toBe("a\n\nb\n\nc");
    expect(shown("a:\nb", "a:\n\n- b")).toBe("a:\n\n- b");
  });

  it("is cut if it is long", () => {
    const lines = Array.from({ length: 50 }, (_, index) => `- entry ${index}`);
    expect(shown("", lines.join("\n")).split("\n")).toEqual([...lines.slice(0, 8), "…"]);
    expect(shown("", "🐍".repeat(500))).toBe(`${"🐍".repeat(200)}…`);
  });
});
