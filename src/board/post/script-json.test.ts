import { describe, expect, it } from "vitest";
import { scriptJson } from "./script-json.ts";

describe("JSON inside a script element", () => {
  const hostile = '</script><!--<script>&amp;\u2028\u2029]]>"\\';

  it("has no character that could end or change the element", () => {
    expect(scriptJson({ [hostile]: hostile })).not.toMatch(/[<>&\u2028\u2029]/);
  });

  it("parses to the same value", () => {
    expect(JSON.parse(scriptJson({ title: hostile, places: [1, null] }))).toEqual({
      title: hostile,
      places: [1, null],
    });
  });

  it("escapes with four hexadecimal digits", () => {
    expect(scriptJson("<&\u2028")).toBe('"\\u003c\\u0026\\u2028"');
  });
});
