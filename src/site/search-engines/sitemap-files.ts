/** The files of a sitemap, by https://www.sitemaps.org/protocol.html. */
import { pages, sitemapPartAddress } from "../../board/addresses.ts";
import type { BoardConfig } from "../../board/config.ts";
import { absoluteUrl } from "../../board/config.ts";
import type { SitemapEntry } from "../../board/listing/sitemap.ts";
import { escapeHtml } from "../../board/post/markdown.ts";

/** A file of the site. A class, so that Eleventy does not copy it. */
export class SitemapFile {
  readonly address: string;
  readonly text: string;

  constructor(address: string, text: string) {
    this.address = address;
    this.text = text;
  }
}

/** "each Sitemap file that you provide must have no more than 50,000 URLs" */
const maxEntries = 50_000;

const xmlns = "http://www.sitemaps.org/schemas/sitemap/0.9";

/** The sitemap: one file, or an index and its parts if that would be too long. */
export function sitemapFiles(
  entries: readonly SitemapEntry[],
  config: BoardConfig,
  limit = maxEntries,
): SitemapFile[] {
  const element = (name: string) => elementOf(name, config);
  const parts = chunks(entries, limit).map((part) => document("urlset", part.map(element("url"))));
  const [only, ...others] = parts;
  if (only && others.length === 0) return [new SitemapFile(pages.sitemap, only)];
  const files = parts.map((text, index) => new SitemapFile(sitemapPartAddress(index + 1), text));
  const index = document("sitemapindex", files.map(element("sitemap")));
  return [new SitemapFile(pages.sitemap, index), ...files];
}

// Strings, because a general writer of XML takes a fifth of a second for ten thousand entries, in every build.
function document(name: string, elements: readonly string[]): string {
  const start = `<?xml version="1.0" encoding="UTF-8"?>\n<${name} xmlns="${xmlns}">\n`;
  return `${start}${elements.join("")}</${name}>\n`;
}

function elementOf(name: string, config: BoardConfig) {
  return ({ address, changed }: SitemapEntry): string => {
    const date = changed ? `<lastmod>${changed}</lastmod>\n` : "";
    return `<${name}>\n<loc>${escapeHtml(absoluteUrl(config, address))}</loc>\n${date}</${name}>\n`;
  };
}

function chunks<Item>(items: readonly Item[], size: number): Item[][] {
  return Array.from({ length: Math.ceil(items.length / size) }, (_, index) =>
    items.slice(index * size, (index + 1) * size),
  );
}
