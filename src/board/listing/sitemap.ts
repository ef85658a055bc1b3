/** What search engines are told of: every page that they may show, and when it last changed. */
import { pages } from "../addresses.ts";
import type { Day } from "../days.ts";
import type { Post } from "../post/post.ts";
import { archiveOf } from "./archive.ts";
import type { Board } from "./board.ts";
import { listPages, pagesOf } from "./list-pages.ts";

export type SitemapEntry = {
  address: string;
  /** Left out where nobody knows: search engines stop believing dates that are not true. */
  changed?: Day | undefined;
};

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
  pages.stats,
] as const;

/** All pages of a board that search engines may show: no closed posts, nothing for one person alone. */
export function sitemapEntries(board: Board): SitemapEntry[] {
  const { live, closed, config } = board;
  const archive = archiveOf(closed).flatMap(({ address, months }) => [
    { address },
    ...months.flatMap(({ list }) => pagesOf(list, config.pageSize)),
  ]);
  return [
    ...listPages(board)
      .filter(({ isFindable }) => isFindable)
      .map(({ address, posts }) => ({ address, changed: latest(posts) })),
    ...live.map((post) => ({ address: post.address, changed: post.updated })),
    ...findable.map((address) => ({ address })),
    ...archive.map(({ address }) => ({ address })),
  ];
}

/** The day on which the last of the posts was listed or renewed. */
function latest(posts: readonly Post[]): Day | undefined {
  return posts.reduce<Day | undefined>(
    (day, { updated }) => (day && day > updated ? day : updated),
    undefined,
  );
}
