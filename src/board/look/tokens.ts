/** The colors in `src/site/styles/tokens.css`: which must be told apart, and how one main color becomes all of its kind. */
import { fixes, messages, unusableColors } from "#words/settings.ts";
import type { ConfigProblem } from "../config-check.ts";
import { requireNone } from "../config-check.ts";
import { contrast, isColor, mix, readable } from "./color.ts";

export const tokensFile = "src/site/styles/tokens.css";

/** Values by the name of the token. */
export type Colors = Readonly<Record<string, string>>;

export type Schemes = { light: Colors; dark: Colors };

/** Text needs this contrast, https://www.w3.org/TR/WCAG22/#contrast-minimum. */
const least = 4.5;

/** Colors of text, and what they are written on. */
const texts: Readonly<Record<string, readonly string[]>> = {
  ink: ["ground", "panel"],
  soft: ["ground", "panel"],
  link: ["ground", "panel"],
  visited: ["ground", "panel"],
  "on-strong": ["strong"],
  "on-board": ["board"],
  lamp: ["board"],
  "on-lamp": ["lamp"],
  warn: ["ground", "panel", "warn-ground"],
};

/** Reads the colors of the file. What the dark scheme does not set is as in the light one. */
export function readTokens(css: string): Schemes {
  const [light = "", dark = ""] = halves(css);
  const colors = colorsIn(light);
  return { light: colors, dark: { ...colors, ...colorsIn(dark) } };
}

/** Throws an Error that names every text that is too faint to read. */
export function requireReadableColors(css: string): void {
  requireNone(checkTokens(css), unusableColors);
}

/** The texts that are too faint to read. */
export function checkTokens(css: string): ConfigProblem[] {
  return Object.entries(readTokens(css)).flatMap(([scheme, colors]) =>
    Object.entries(texts).flatMap(([text, grounds]) =>
      grounds.flatMap((ground) => checkPair(colors, { scheme, text, ground })),
    ),
  );
}

type Pair = { scheme: string; text: string; ground: string };

function checkPair(colors: Colors, { scheme, text, ground }: Pair): ConfigProblem[] {
  const [color, behind] = [colors[text], colors[ground]];
  const missing = [text, ground].filter((name) => colors[name] === undefined);
  if (color === undefined || behind === undefined) {
    return missing.map((name) => ({
      setting: `${tokensFile}: --${name}`,
      message: messages.missing,
      fix: fixes.color,
    }));
  }
  const found = contrast(color, behind);
  if (found >= least) return [];
  return [
    {
      setting: `${tokensFile}: --${text}`,
      message: messages.faint(color, `--${ground}`, behind, scheme, found),
      fix: fixes.contrast(least),
    },
  ];
}

/** The file with other values for those colors that depend on the board's main color. */
export function withMainColor(css: string, main: string): string {
  const { light, dark } = readTokens(css);
  const [lightCss = "", darkCss = ""] = halves(css);
  return [
    withColors(lightCss, lightColors(main, light)),
    withColors(darkCss, darkColors(main, dark)),
  ].join("");
}

function lightColors(
  main: string,
  { ground = "#fff", panel = "#fff", lamp = "#fff" }: Colors,
): Colors {
  const strong = readable(main, { on: [ground, panel], toward: "#000", least });
  return {
    link: strong,
    strong,
    "on-strong": readable("#ffffff", { on: [strong], toward: "#fff", least }),
    ...boardColors(strong, lamp),
  };
}

function darkColors(
  main: string,
  { ground = "#000", panel = "#000", lamp = "#fff" }: Colors,
): Colors {
  const strong = readable(main, { on: [ground, panel], toward: "#fff", least: 7 });
  const { board } = boardColors(mix(main, "#000", 0.3), lamp);
  return {
    link: strong,
    strong,
    "on-strong": readable(mix(main, "#000", 0.7), { on: [strong], toward: "#000", least }),
    ...(board && { board }),
  };
}

/** What is at the head of each page. */
function boardColors(main: string, lamp: string): Colors {
  const onBoard = mix(main, "#fff", 0.92);
  const board = readable(main, { on: [onBoard, lamp], toward: "#000", least: 7 });
  return { board, "on-board": onBoard };
}

/** Before and after the dark scheme begins. */
function halves(css: string): string[] {
  const start = css.indexOf("@media (prefers-color-scheme: dark)");
  return start < 0 ? [css] : [css.slice(0, start), css.slice(start)];
}

function colorsIn(css: string): Colors {
  const set = [...css.matchAll(/^\s*--([\w-]+):\s*([^;]+);/gm)];
  return Object.fromEntries(
    set
      .map(([, name = "", value = ""]) => [name, value.trim()])
      .filter(([, value = ""]) => isColor(value)),
  );
}

function withColors(css: string, colors: Colors): string {
  return Object.entries(colors).reduce(
    (text, [name, value]) =>
      text.replace(new RegExp(`(^\\s*--${name}:\\s*)#\\w+;`, "m"), `$1${value};`),
    css,
  );
}
