import { describe, expect, it } from "vitest";
import { readOutputs } from "./steps.ts";

describe("a step's outputs", () => {
  it("are lines with a name and a value, or several lines up to a delimiter", () => {
    expect(readOutputs("a=1=2\nb<<END\nx\n\ny=z\nEND\nc=\n")).toEqual({
      a: "1=2",
      b: "x\n\ny=z",
      c: "",
    });
  });

  it.each(["nothing", "=1", "a<<END\nx\n"])("are rejected if they are neither: %j", (text) => {
    expect(() => readOutputs(text)).toThrow();
  });
});
