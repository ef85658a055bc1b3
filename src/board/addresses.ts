/**
 * Every address of the site, as paths from its root. The one list of what lives where: pages take
 * their permalinks from it, links their targets, and the slugs of posts keep clear of it.
 */

/** Pages that there is one of. */
export const pages = {
  home: "/",
  list: "/jobs/",
  types: "/jobs/types/",
  categories: "/jobs/categories/",
  locations: "/jobs/locations/",
  companies: "/jobs/companies/",
  archive: "/jobs/archive/",
  create: "/jobs/create/",
  /** The form on the site itself. */
  form: "/jobs/create/form/",
  thanks: "/jobs/thanks/",
  /** What a reader's browser has saved. */
  saved: "/jobs/saved/",
  mine: "/jobs/mine/",
  /** Whose post each is, for the page before. */
  minePosts: "/jobs/mine/posts.json",
  review: "/jobs/review/",
  moderate: "/jobs/moderate/",
  preview: "/jobs/preview/",
  /** What a search loads first. */
  searchIndex: "/jobs/search/index.bin",
  howToSubmit: "/jobs/how-to-submit/",
  howWeReview: "/jobs/how-we-review/",
  about: "/about/",
  /** Makes the HTML for the next. */
  embedding: "/about/embed/",
  /** A list in a frame on another site. */
  embed: "/embed/",
  stats: "/stats/",
  status: "/status/",
  admin: "/admin/",
  api: "/api/jobs.json",
  apiSchema: "/api/jobs.schema.json",
  jobFileSchema: "/api/job-file.schema.json",
  openSearch: "/opensearch.xml",
  sitemap: "/sitemap.xml",
  robots: "/robots.txt",
  notFound: "/404.html",
} as const;

/** Pages that there is one of for each choice. */
export function typeAddress(slug: string): string {
  return `/jobs/type/${slug}/`;
}

export function categoryAddress(slug: string): string {
  return `/jobs/category/${slug}/`;
}

/** Of a place (`berlin-de`), a country (`de`), or the remote jobs (`remoteSlug`). */
export function locationAddress(slug: string): string {
  return `/jobs/location/${slug}/`;
}

export function companyAddress(slug: string): string {
  return `${pages.companies}${slug}/`;
}

/** What python.org calls remote work in its addresses. */
export const remoteSlug = "telecommute";

export function postAddress(slug: string): string {
  return `/jobs/${slug}/`;
}

/** A file that a search loads, by its name: with rows to show, or with what is packed, as is the index itself. */
export function searchFileAddress(name: string, format: "json" | "bin"): string {
  return `/jobs/search/${name}.${format}`;
}

/** A listed post in the form of the CMS. */
export function editAddress(slug: string): string {
  return `${pages.admin}#/collections/jobs/entries/${slug}`;
}

/** A submission as it will look, by the number of its pull request. */
export function previewAddress(pull: number): string {
  return `${pages.preview}?pr=${pull}`;
}

/** The form with a submission that can still be changed, by the number of its pull request. */
export function correctionAddress(pull: number): string {
  return `${pages.form}?pr=${pull}`;
}

/** The form with a listed post. The change to it ends in GitHub’s own editor. */
export function changeAddress(slug: string): string {
  return `${pages.form}?edit=${slug}`;
}

/** The form, filled in from an earlier post. Links made earlier have the path of its file instead of the slug. */
export function againAddress(slug: string): string {
  return `${pages.form}?again=${slug}`;
}

/** Further page of a list, counted from 1. */
export function pageAddress(list: string, page: number): string {
  return page === 1 ? list : `${list}page/${page}/`;
}

/** The lists of all categories, types and places, as hosts write patterns. */
export const anyGroupAddress = `${pages.list}:kind/:slug/`;

export type FeedFormat = "rss" | "atom" | "json";

/**
 * Where a feed is read. Python.org's is `/jobs/feed/rss/`, a folder. JSON's is a file, because hosts
 * look for an index.xml in a folder, but not for an index.json.
 */
export function feedAddress(list: string, format: FeedFormat): string {
  return format === "json" ? `${list}feed/feed.json` : `${list}feed/${format}/`;
}

/** The file that a feed is written to. */
export function feedFile(list: string, format: FeedFormat): string {
  const address = feedAddress(list, format);
  return address.endsWith("/") ? `${address}index.xml` : address;
}

/** One of the parts of a sitemap that is too long for one file, counted from 1. */
export function sitemapPartAddress(part: number): string {
  return `/sitemap/${part}.xml`;
}

/** The posts of a list, or of the archive, by their month (`2026-10`). */
export function monthAddress(list: string, month: string): string {
  return `${list}${month.replace("-", "/")}/`;
}

/** Closed posts of a year. */
export function archiveAddress(year: string): string {
  return `${pages.archive}${year}/`;
}

/** First parts of addresses below /jobs/ that are taken, so that no post can have them as its slug. */
export const reservedSlugs: ReadonlySet<string> = new Set(
  [
    ...Object.values(pages),
    typeAddress("-"),
    categoryAddress("-"),
    locationAddress("-"),
    pageAddress(pages.list, 2),
    feedAddress(pages.list, "rss"),
  ].flatMap((address) => /^\/jobs\/([^/]+)\//.exec(address)?.[1] ?? []),
);
