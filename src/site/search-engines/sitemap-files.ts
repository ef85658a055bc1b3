/** The files of a sitemap, by https://www.sitemaps.org/protocol.html. */
import { pages, sitemapPartAddress } from "../../board/addresses.ts";
import type { BoardConfig } from "../../board/config.ts";
import { absoluteUrl } from "../../board/config.ts";
import type { SitemapEntry } from "../../board/listing/sitemap.ts";
import { type XmlContent, xmlText } from "../xml.ts";

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
  const parts = chunks(entries, limit).map((part) => {
    const url = part.map((entry) => element(entry, config));
    return xmlText("urlset", { "@xmlns": xmlns, url });
  });
  const [only, ...others] = parts;
  if (only && others.length === 0) return [new SitemapFile(pages.sitemap, only)];
  const files = parts.map((text, index) => new SitemapFile(sitemapPartAddress(index + 1), text));
  const sitemap = files.map(({ address }) => element({ address }, config));
  const index = xmlText("sitemapindex", { "@xmlns": xmlns, sitemap });
  return [new SitemapFile(pages.sitemap, index), ...files];
}

function element({ address, changed }: SitemapEntry, config: BoardConfig): XmlContent {
  return { loc: absoluteUrl(config, address), lastmod: changed };
}

function chunks<Item>(items: readonly Item[], size: number): Item[][] {
  return Array.from({ length: Math.ceil(items.length / size) }, (_, index) =>
    items.slice(index * size, (index + 1) * size),
  );
}
