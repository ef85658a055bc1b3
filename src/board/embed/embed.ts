/** A list of jobs in a frame on another site: what its address asks for, and the HTML that shows it. */
import { pages } from "../addresses.ts";
import type { SearchState } from "../search/search-state.ts";
import { readState, writeState } from "../search/search-state.ts";

export const themes = ["auto", "light", "dark"] as const;

export type Theme = (typeof themes)[number];

export type Embed = {
  state: SearchState;
  /** The number of jobs, at most `mostRows`. */
  rows: number;
  theme: Theme;
};

export const mostRows = 20;
export const usualRows = 5;

/** Reads the query of a frame's address: that of a search, with `rows` and `theme`. Whatever is not understood is left out. */
export function readEmbed(query: string): Embed {
  const parameters = new URLSearchParams(query);
  const rows = /^\d{1,4}$/.test(parameters.get("rows") ?? "")
    ? Number(parameters.get("rows"))
    : usualRows;
  return {
    state: { ...readState(query), page: 1 },
    rows: Math.min(Math.max(rows, 1), mostRows),
    theme: themes.find((theme) => theme === parameters.get("theme")) ?? "auto",
  };
}

/** The query for a frame's address. */
export function writeEmbed({ state, rows, theme }: Embed): string {
  const own = new URLSearchParams({
    ...(rows === usualRows ? {} : { rows: String(rows) }),
    ...(theme === "auto" ? {} : { theme }),
  });
  return [writeState({ ...state, page: 1 }), own.toString()].filter(Boolean).join("&");
}

/** About as high as a row is on a phone, and what is above and below the rows, in pixels. */
const rowHeight = 96;
const frameHeight = 120;

/**
 * The HTML for the other site.
 *
 * @param root the board's own address
 * @param title what the frame shows, for people who cannot see it
 */
export function embedSnippet(embed: Embed, root: string, title: string): string {
  const query = writeEmbed(embed);
  const url = new URL(pages.embed.slice(1), root).href + (query && `?${query}`);
  const attributes = {
    src: url,
    title,
    width: "100%",
    height: String(frameHeight + embed.rows * rowHeight),
    loading: "lazy",
    style: "border: 0",
  };
  const written = Object.entries(attributes).map(([name, value]) => `${name}="${quoted(value)}"`);
  return `<iframe ${written.join(" ")}></iframe>`;
}

function quoted(value: string): string {
  return value.replaceAll("&", "&amp;").replaceAll('"', "&quot;");
}
