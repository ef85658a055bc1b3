import { describe, expect, it } from "vitest";
import { printableJson } from "./problem-report.ts";

describe("problems as JSON", () => {
  it("have no raw character that moves the cursor or turns the text, and say the same", () => {
    const problems = [
      {
        file: "jobs/\u202e\u0085.md",
        message: "a\nb\u001b \u2028\u200f\u{e0041} “é” 漢",
        repair: {},
      },
    ];
    const text = printableJson(problems);
    expect(text.replaceAll("\n", "")).not.toMatch(/[\p{Cc}\p{Cf}\u2028\u2029]/u);
    expect(text).toContain("\\u202e\\u0085");
    expect(JSON.parse(text)).toEqual(problems);
  });
});
