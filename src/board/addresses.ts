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
  archive: "/jobs/archive/",
  create: "/jobs/create/",
  thanks: "/jobs/thanks/",
  mine: "/jobs/mine/",
  review: "/jobs/review/",
  moderate: "/jobs/moderate/",
  preview: "/jobs/preview/",
  howToSubmit: "/jobs/how-to-submit/",
  howWeReview: "/jobs/how-we-review/",
  about: "/about/",
  admin: "/admin/",
  api: "/api/jobs.json",
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

/** What python.org calls remote work in its addresses. */
export const remoteSlug = "telecommute";

export function postAddress(slug: string): string {
  return `/jobs/${slug}/`;
}

/** Further page of a list, counted from 1. */
export function pageAddress(list: string, page: number): string {
  return page === 1 ? list : `${list}page/${page}/`;
}

export type FeedFormat = "rss" | "atom" | "json";

/** The folder that a feed is served from: python.org's is `/jobs/feed/rss/`. */
export function feedAddress(list: string, format: FeedFormat): string {
  return `${list}feed/${format}/`;
}

/** Closed posts of a year, or of one month of it. */
export function archiveAddress(year: string, month?: string): string {
  return month ? `${pages.archive}${year}/${month}/` : `${pages.archive}${year}/`;
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
