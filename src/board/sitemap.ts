/**
 * What search engines are told of: every page that they may show, and when it last changed
 * (https://www.sitemaps.org/protocol.html).
 */
import { pages, sitemapPartAddress } from "./addresses.ts";
import { archiveOf } from "./archive.ts";
import type { Board } from "./board.ts";
import type { BoardConfig } from "./config.ts";
import { absoluteUrl } from "./config.ts";
import type { Day } from "./days.ts";
import { termStart } from "./life-cycle.ts";
import { listPages, pagesOf } from "./list-pages.ts";
import type { Post } from "./post.ts";

export type SitemapEntry = {
  address: string;
  /** Left out where nobody knows: search engines stop believing dates that are not true. */
  changed?: Day | undefined;
};

/** A file of the site, ready to be written. A class, so that Eleventy passes it on as it is. */
export class SitemapFile {
  readonly address: string;
  readonly text: string;

  constructor(address: string, text: string) {
    this.address = address;
    this.text = text;
  }
}

/** Pages that there is one of, and that somebody may look for. */
const findable = [
  pages.types,
  pages.categories,
  pages.locations,
  pages.archive,
  pages.create,
  pages.howToSubmit,
  pages.howWeReview,
  pages.about,
] as const;

/** All pages of a board that search engines may show: no closed posts, nothing for one person alone. */
export function sitemapEntries(board: Board): SitemapEntry[] {
  const { live, closed, config } = board;
  const archive = archiveOf(closed).flatMap(({ address, months }) => [
    { address },
    ...months.flatMap(({ list }) => pagesOf(list, config.pageSize)),
  ]);
  return [
    ...listPages(board).map(({ address, posts }) => ({ address, changed: latest(posts) })),
    ...live.map((post) => ({ address: post.address, changed: latest([post]) })),
    ...findable.map((address) => ({ address })),
    ...archive.map(({ address }) => ({ address })),
  ];
}

/** The day on which the last of the posts was listed or renewed. */
function latest(posts: readonly Post[]): Day | undefined {
  const days = posts.map(({ job, published }) => termStart({ ...job, published }));
  return days.sort().at(-1);
}

/** "each Sitemap file that you provide must have no more than 50,000 URLs" */
const maxEntries = 50_000;

/** The sitemap: one file, or where that would be too long an index and its parts. */
export function sitemapFiles(
  entries: readonly SitemapEntry[],
  config: BoardConfig,
  limit = maxEntries,
): SitemapFile[] {
  const parts = chunks(entries, limit);
  if (parts.length <= 1) return [new SitemapFile(pages.sitemap, urlSet(entries, config))];
  const files = parts.map(
    (part, index) => new SitemapFile(sitemapPartAddress(index + 1), urlSet(part, config)),
  );
  const index = files.map(({ address }) => element("sitemap", { address }, config));
  return [new SitemapFile(pages.sitemap, document("sitemapindex", index)), ...files];
}

function urlSet(entries: readonly SitemapEntry[], config: BoardConfig): string {
  return document(
    "urlset",
    entries.map((entry) => element("url", entry, config)),
  );
}

function document(root: string, children: readonly string[]): string {
  return [
    '<?xml version="1.0" encoding="UTF-8"?>',
    `<${root} xmlns="http://www.sitemaps.org/schemas/sitemap/0.9">`,
    ...children,
    `</${root}>\n`,
  ].join("\n");
}

function element(name: string, { address, changed }: SitemapEntry, config: BoardConfig): string {
  const location = escapeXml(absoluteUrl(config, address));
  const date = changed ? `<lastmod>${changed}</lastmod>` : "";
  return `<${name}><loc>${location}</loc>${date}</${name}>`;
}

/** "all URLs (including the URL of your Sitemap) must be URL-escaped and encoded", and then XML-escaped. */
function escapeXml(url: string): string {
  return new URL(url).href.replaceAll("&", "&amp;").replaceAll("'", "&apos;");
}

function chunks<Item>(items: readonly Item[], size: number): Item[][] {
  return Array.from({ length: Math.ceil(items.length / size) }, (_, index) =>
    items.slice(index * size, (index + 1) * size),
  );
}
