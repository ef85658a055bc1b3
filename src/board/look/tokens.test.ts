import { readFile } from "node:fs/promises";
import { describe, expect, it } from "vitest";
import { contrast, mix } from "./color.ts";
import {
  checkTokens,
  readTokens,
  requireReadableColors,
  tokensFile,
  withMainColor,
} from "./tokens.ts";

const css = await readFile(tokensFile, "utf8");

describe("contrast", () => {
  it.each([
    ["#000", "#fff", 21],
    ["#ffffff", "#777777", 4.48],
    ["#777", "#777", 1],
  ])("of %s and %s is %d", (one, other, ratio) => {
    expect(contrast(one, other)).toBeCloseTo(ratio, 2);
    expect(contrast(other, one)).toBeCloseTo(ratio, 2);
  });
});

describe("the colors of this board", () => {
  it("can be read in both schemes", () => {
    expect(checkTokens(css)).toEqual([]);
  });
});

describe("colors that are hard to read", () => {
  it("stop a build", () => {
    expect(() => requireReadableColors(css)).not.toThrow();
    const faint = css.replace(/--soft: #\w+;/, "--soft: #aaa;");
    expect(() => requireReadableColors(faint)).toThrow(
      /^The colors of the board .*\n {2}src\/site/,
    );
  });
});

describe("a color that is hard to read", () => {
  it("is named with what is behind it and its contrast", () => {
    const faint = css.replace(/--soft: #\w+;/, "--soft: #aaa;");
    expect(checkTokens(faint)[0]).toEqual({
      setting: "src/site/styles/tokens.css: --soft",
      message: expect.stringMatching(
        /^\(#aaa\) is hard to read on --ground \(#fff\) in the light scheme: its contrast is 2\.32 to 1$/,
      ),
      fix: expect.stringContaining("4.5 to 1"),
    });
  });

  it("is found in the dark scheme too", () => {
    const faint = css.replace(/^( {4}--link: )#\w+;/m, "$1#333;");
    expect(checkTokens(faint).map(({ message }) => message)).toEqual([
      expect.stringContaining("in the dark scheme"),
      expect.stringContaining("in the dark scheme"),
    ]);
  });

  it("is missing if it is not a hexadecimal number", () => {
    const named = css.replace(/--ink: #\w+;/, "--ink: black;");
    expect(checkTokens(named)[0]).toMatchObject({
      setting: expect.stringContaining("--ink"),
      message: "is missing",
    });
  });
});

describe("a main color", () => {
  const colors = [
    "#000000",
    "#ffffff",
    "#ff0000",
    "#ffff00",
    "#00ffff",
    "#0d3b2e",
    "#b7410e",
    "#808080",
    "#abc",
  ];

  it.each(colors)("%s can be read wherever it is used", (main) => {
    expect(checkTokens(withMainColor(css, main))).toEqual([]);
  });

  it("is used as it is where it can be read", () => {
    const { light } = readTokens(withMainColor(css, "#7a2e0b"));
    expect(light).toMatchObject({ link: "#7a2e0b", strong: "#7a2e0b" });
  });

  it("changes nothing else, and nothing the second time", () => {
    const once = withMainColor(css, "#b7410e");
    expect(withMainColor(once, "#b7410e")).toBe(once);
    const changed = once.split("\n").filter((line, index) => line !== css.split("\n")[index]);
    expect(changed.every((line) => /--(?:link|strong|on-strong|board|on-board):/.test(line))).toBe(
      true,
    );
  });

  it("is mixed in even steps", () => {
    expect(mix("#000", "#ffffff", 0.5)).toBe("#808080");
  });
});
