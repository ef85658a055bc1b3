/** The picture that other sites show with links to the board: a drawing in its colors, with its logo and its name. */
import type { Colors } from "./tokens.ts";

export const shareImageSize = { width: 1200, height: 630 } as const;

type Look = {
  name: string;
  /** An SVG file. */
  logo: string;
  /** Of the light scheme. */
  colors: Colors;
};

/** Widths of a title, a company, a place, and a salary on the drawn rows. */
const rows = [
  [330, 210, 210, 150],
  [250, 260, 180, 190],
  [390, 180, 200, 120],
] as const;

/** As an SVG file. */
export function shareImage({ name, logo, colors }: Look): string {
  const { width, height } = shareImageSize;
  const { board = "#000", "on-board": text = "#fff", lamp = "#fff" } = colors;
  const image = `data:image/svg+xml,${encodeURIComponent(logo)}`;
  // About half of its height is the width of a letter; a long name is drawn smaller.
  const size = Math.min(72, Math.floor(1800 / [...name].length));
  const lines = rows.map(([title, company, place, pay], index) => {
    const top = 104 + index * 110;
    return `<path fill="${text}" opacity=".3" d="M300 ${top}h796v2H300z"/>
<path fill="${text}" d="M420 ${top + 30}h${title}v26H420zM${1096 - place} ${top + 32}h${place}v22h-${place}z"/>
<path fill="${text}" opacity=".55" d="M420 ${top + 70}h${company}v16H420zM${1096 - pay} ${top + 70}h${pay}v16h-${pay}z"/>
<rect fill="${lamp}" x="300" y="${top + 32}" width="72" height="26" rx="6"/>`;
  });
  return `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 ${width} ${height}" width="${width}" height="${height}">
<rect width="${width}" height="${height}" fill="${board}"/>
<image href="${image}" x="104" y="104" width="140" height="140"/>
${lines.join("\n")}
<text x="104" y="545" fill="${text}" font-family="system-ui, sans-serif" font-weight="700" font-size="${size}">${escapeText(name)}</text>
</svg>
`;
}

function escapeText(text: string): string {
  return text.replaceAll("&", "&amp;").replaceAll("<", "&lt;");
}
