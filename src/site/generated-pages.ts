/** The pages and files that are made from lists and data of the site; all others have a template of their own. */
import { categoryAddress, pages, typeAddress } from "../board/addresses.ts";
import { absoluteUrl, pathPrefix } from "../board/config.ts";
import { jobsApi } from "../board/listing/jobs-api.ts";
import type { ListPage } from "../board/listing/list-pages.ts";
import { ownedPosts } from "../board/listing/owned-posts.ts";
import type { Post } from "../board/post/post.ts";
import { publishedApiSchema, publishedJobFileSchema } from "../board/published-schemas.ts";
import { feedText } from "./feeds/feed-text.ts";
import { headersText } from "./hosting/headers.ts";
import { redirectsText } from "./hosting/redirects.ts";
import { postVersion } from "./post-version.ts";
import { openSearchText } from "./search-engines/open-search.ts";
import type { Site } from "./site.ts";

/** A template for Eleventy without a file of its own. */
type GeneratedPage = { name: string; data: object; render: (data: never) => string };

type Lists = {
  [Name in keyof Site]: Site[Name] extends readonly (infer Item)[] ? Item : never;
};

/** How each item of a list becomes a page, by a layout that knows it as `as`, or by its text. */
type ItemPage<Item> = {
  at: (item: Item) => string;
  /**
   * Everything that the page shows and that can change without the settings, in any form. Builds write a page again
   * only if this differs: what is missing here stays as it was.
   */
  madeOf: (item: Item, site: Site) => unknown;
} & ({ layout: string; as: string } | { text: (item: Item) => string });

/** Of a list whose items are not known. */
type AnyItemPage = ItemPage<never>;

const itemPages: { readonly [Name in keyof Lists]?: ItemPage<Lists[Name]> } = {
  lists: {
    layout: "list.njk",
    as: "list",
    at: ({ address }) => address,
    madeOf: (page, site) => [
      paging(page),
      page.list.parts?.map(({ address, shortName }) => [address, shortName]),
      page.months.map(({ address }) => address),
      page.list.kind === "all" && page.number === 1
        ? [page.list.posts.length, site.board.firstEnd?.toMillis()]
        : [],
      page.posts.map(postVersion),
    ],
  },
  companyLists: {
    layout: "list.njk",
    as: "list",
    at: ({ address }) => address,
    madeOf: (page) => [
      paging(page),
      page.feed("rss"),
      page.months.map(({ address }) => address),
      page.posts.map(postVersion),
      page.number === 1 && page.list.closed?.map(postVersion),
    ],
  },
  posts: {
    layout: "job.njk",
    as: "post",
    at: ({ address }) => address,
    // The page of a closed post shows no other posts, and leads to lists that always exist.
    madeOf: (post, { related }) =>
      post.isLive
        ? [
            postVersion(post),
            related.moreInCategory(post).map(postVersion),
            [post.newer, post.older].map((other) => other && [other.address, other.job.title]),
            groupsOf(post).map((address) => related.linkedLists(post).has(address)),
          ]
        : postVersion(post),
  },
  removedPages: {
    layout: "removed-post.njk",
    as: "address",
    at: (address) => address,
    madeOf: () => "",
  },
  redirects: {
    layout: "redirect.njk",
    as: "redirect",
    at: ({ from }) => from,
    madeOf: ({ to }) => to,
  },
  archive: {
    layout: "archive-year.njk",
    as: "year",
    at: ({ address }) => address,
    madeOf: ({ months }) => months.map(({ name, list }) => [name, list.posts.length]),
  },
  archiveLists: {
    layout: "archive-month.njk",
    as: "list",
    at: ({ address }) => address,
    madeOf: (page) => [paging(page), page.posts.map(postVersion)],
  },
  feeds: {
    at: ({ file }) => file,
    text: feedText,
    madeOf: ({ title, updated, posts }) => [title, updated.toMillis(), posts.map(postVersion)],
  },
  sitemap: { at: ({ address }) => address, text: ({ text }) => text, madeOf: ({ text }) => text },
  assets: {
    at: ({ address }) => address,
    text: ({ content }) => content,
    madeOf: ({ version }) => version,
  },
};

/** Templates whose pages show nothing but settings and words, and where those pages are. */
const staticTemplates: Readonly<Record<string, string>> = {
  "about.njk": pages.about,
  "about/embedding.njk": pages.embedding,
  "embed.njk": pages.embed,
  "jobs/create.njk": pages.create,
  "jobs/form.njk": pages.form,
  "jobs/how-to-submit.njk": pages.howToSubmit,
  "jobs/how-we-review.njk": pages.howWeReview,
  "jobs/mine.njk": pages.mine,
  "jobs/preview.njk": pages.preview,
  "jobs/review.njk": pages.review,
  "jobs/saved.njk": pages.saved,
  "jobs/thanks.njk": pages.thanks,
  "not-found.njk": pages.notFound,
};

/** What a page of a list says of the others. Months only say that there are more: later posts come on further pages. */
function paging({ list, last, next }: ListPage): unknown {
  return [list.heading, list.kind === "month" ? [last > 1, next] : last];
}

/** Pages that a post links to if they exist. */
function groupsOf({ places, category, types }: Post): string[] {
  return [
    ...places.flatMap(({ address }) => address ?? []),
    categoryAddress(category.slug),
    ...types.map(({ slug }) => typeAddress(slug)),
  ];
}

/**
 * The items of each list whose pages are to be written, by the name of the list. A class, because Eleventy would copy a
 * plain object for each page.
 */
export class PageSelection {
  readonly #unchanged: ReadonlySet<string>;

  /**
   * @param isStale whether a page must be written, by the path of its file from the site's root and all that it shows;
   *   default: every page
   */
  constructor(site: Site, isStale?: (file: string, madeOf: string) => boolean) {
    const select = <Name extends keyof Lists>(name: Name, page: ItemPage<Lists[Name]>) =>
      (site[name] as readonly Lists[Name][]).filter(
        (item) => isStale?.(fileAt(page.at(item)), JSON.stringify(page.madeOf(item, site))) ?? true,
      );
    const unchanged = Object.entries(staticTemplates).filter(
      ([, address]) => !(isStale?.(fileAt(address), "") ?? true),
    );
    this.#unchanged = new Set(unchanged.map(([template]) => template));
    const entries = Object.entries(itemPages) as [keyof Lists, ItemPage<Lists[keyof Lists]>][];
    Object.assign(
      this,
      Object.fromEntries(entries.map(([name, page]) => [name, select(name, page)])),
    );
  }

  /** Whether a template’s page is to be written. */
  has(template: string): boolean {
    return !this.#unchanged.has(template);
  }
}

/** The path of the file at an address. */
function fileAt(address: string): string {
  return address.endsWith("/") ? `${address.slice(1)}index.html` : address.slice(1);
}

/** Templates of Eleventy; of pages of items they write those of the global `selection`. */
export const generatedPages: readonly GeneratedPage[] = [
  ...Object.entries(itemPages).map(([name, page]) => pageOfEach(name, page as AnyItemPage)),
  fileOf(pages.api, ({ board }) => JSON.stringify(jobsApi(board))),
  fileOf(pages.apiSchema, ({ config }) => JSON.stringify(publishedApiSchema(config))),
  fileOf(pages.jobFileSchema, ({ config }) => JSON.stringify(publishedJobFileSchema(config))),
  fileOf(pages.openSearch, ({ config }) => openSearchText(config)),
  fileOf(pages.minePosts, ({ board }) => JSON.stringify(ownedPosts(board))),
  fileOf(pages.robots, robotsText),
  fileOf("/_headers", headersText),
  fileOf("/_redirects", redirectsText),
];

function pageOfEach(list: string, page: AnyItemPage): GeneratedPage {
  const alias = "as" in page ? page.as : "item";
  return {
    name: list,
    data: {
      ...("layout" in page ? { layout: page.layout } : {}),
      pagination: { data: `selection.${list}`, size: 1, alias },
      permalink: (data: Record<string, unknown>) => page.at(data[alias] as never),
    },
    // Layouts hold all markup: Eleventy compiles them once, and not for every page.
    render: (data: Record<string, unknown>) =>
      "text" in page ? page.text(data[alias] as never) : "",
  };
}

function fileOf(address: string, text: (site: Site) => string): GeneratedPage {
  return {
    name: address.slice(1),
    data: { permalink: address },
    render: ({ site }: { site: Site }) => text(site),
  };
}

/** What robots may read (RFC 9309). Closed posts too, for only there do they learn that they may not show them. */
function robotsText({ config }: Site): string {
  return [
    "User-agent: *",
    `Disallow: ${pathPrefix(config).slice(0, -1)}${pages.admin}`,
    "",
    `Sitemap: ${absoluteUrl(config, pages.sitemap)}`,
    "",
  ].join("\n");
}
