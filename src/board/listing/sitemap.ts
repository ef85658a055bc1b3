/** The sitemap: every page that search engines may index, and when it last changed. */
import { pages } from "../addresses.ts";
import type { Day } from "../days.ts";
import type { Post } from "../post/post.ts";
import { archiveOf } from "./archive-pages.ts";
import type { Board } from "./board.ts";
import { companiesOf } from "./companies.ts";
import { listPages, pagesOf } from "./list-pages.ts";

export type SitemapEntry = {
  address: string;
  /** Missing if unknown: search engines stop trusting wrong dates. */
  changed?: Day | undefined;
};

/** Single pages that people may search for. */
const findable = [
  pages.types,
  pages.categories,
  pages.locations,
  pages.companies,
  pages.archive,
  pages.create,
  pages.howToSubmit,
  pages.howWeReview,
  pages.about,
  pages.embedding,
  pages.stats,
] as const;

/** All indexable pages: no closed posts, no personal pages. */
export function sitemapEntries(board: Board): SitemapEntry[] {
  const { live, closed, config } = board;
  const archive = archiveOf(closed).flatMap(({ address, months }) => [
    { address },
    ...months.flatMap(({ list }) => pagesOf(list, config)),
  ]);
  const companies = companiesOf(board).flatMap((list) => pagesOf(list, config));
  return [
    ...[...listPages(board), ...companies]
      .filter(({ isFindable }) => isFindable)
      .map(({ address, posts }) => ({ address, changed: latest(posts) })),
    ...live.map((post) => ({ address: post.address, changed: post.updated })),
    ...findable.map((address) => ({ address })),
    ...archive.map(({ address }) => ({ address })),
  ];
}

/** The last day on which any of the posts was listed or renewed. */
function latest(posts: readonly Post[]): Day | undefined {
  return posts.reduce<Day | undefined>(
    (day, { updated }) => (day && day > updated ? day : updated),
    undefined,
  );
}
