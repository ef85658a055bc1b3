/** The files besides the settings in which `npm run adopt` changes something, and their new texts. */
import { readFile } from "node:fs/promises";
import { join } from "node:path";
import { adopt as words } from "#words/terminal-posts.ts";
import type { BoardConfig } from "../src/board/config.ts";
import { shareImage } from "../src/board/look/share-image.ts";
import { readTokens, tokensFile, withMainColor } from "../src/board/look/tokens.ts";

export const shareDrawing = "src/site/share.svg";
export const logoFile = "src/site/static/favicon.svg";
const manifestFile = "package.json";
const readmeFile = "README.md";

/** What a logo may have at most. Each visitor loads it. */
const maxLogoBytes = 32 * 1024;

export type FileChange = { file: string; text: string };

export type Look = {
  /** A color that `isColor`. */
  color: string | undefined;
  /** The text of an SVG file. */
  logo: string | undefined;
};

/** The language of the words in use: `package.json` names their folder as the default. */
export async function languageOf(directory: string): Promise<string> {
  const manifest = await readFile(join(directory, manifestFile), "utf8");
  const [, , language] = wordsLine.exec(manifest) ?? [];
  if (language === undefined) throw new Error(words.noLanguage(manifestFile));
  return language;
}

const wordsLine = /("default": "\.\/src\/board\/words\/)([\w-]+)(?=\/\*\.ts")/;

/** Reads a logo, or throws an Error that says why it cannot be one. */
export async function readLogo(path: string): Promise<string> {
  const text = await readFile(path, "utf8");
  if (!/^\s*(?:<\?xml[^>]*>\s*)?<svg\b/.test(text)) throw new Error(words.logoNotSvg(path));
  if (Buffer.byteLength(text) > maxLogoBytes) throw new Error(words.logoTooLarge(maxLogoBytes));
  return text;
}

/** The files whose text would change. */
export async function changedFiles(
  directory: string,
  settings: { before: BoardConfig; after: BoardConfig },
  language: string,
  { color, logo }: Look,
): Promise<FileChange[]> {
  const read = (file: string) => readFile(join(directory, file), "utf8").catch(() => "");
  const [tokens, oldLogo] = await Promise.all([tokensFile, logoFile].map(read));
  const newTokens = color ? withMainColor(tokens ?? "", color) : (tokens ?? "");
  const colors = readTokens(newTokens).light;
  const newLogo = logo ?? recolored(oldLogo ?? "", readTokens(tokens ?? "").light, colors);
  const { before, after } = settings;
  const heading = `# ${before.name}\n`;
  const readme = await read(readmeFile);
  const texts: Record<string, string> = {
    [manifestFile]: (await read(manifestFile)).replace(wordsLine, `$1${language}`),
    [readmeFile]: readme.startsWith(heading)
      ? readme.replace(heading, () => `# ${after.name}\n`)
      : readme,
    [tokensFile]: newTokens,
    [logoFile]: newLogo,
    [shareDrawing]: shareImage({ name: after.name, logo: newLogo, colors }),
  };
  const changes: FileChange[] = [];
  for (const [file, text] of Object.entries(texts)) {
    if (text !== (await read(file))) changes.push({ file, text });
  }
  return changes;
}

/** A logo in the board's colors follows them. */
function recolored(
  logo: string,
  before: Readonly<Record<string, string>>,
  after: Readonly<Record<string, string>>,
): string {
  const { board = "" } = before;
  return board ? logo.replaceAll(`"${board}"`, `"${after.board}"`) : logo;
}
