/**
 * The content of feeds: one for each list of live posts that has them, in three formats. `src/site/feeds/`
 * writes the formats.
 */
import type { FeedFormat } from "../addresses.ts";
import { feedAddress, feedFile } from "../addresses.ts";
import type { BoardConfig, Choice } from "../config.ts";
import { absoluteUrl } from "../config.ts";
import type { Instant } from "../days.ts";
import { startOf } from "../days.ts";
import { postHtml } from "../post/html.ts";
import type { Post } from "../post/post.ts";
import type { Board } from "./board.ts";
import { companiesOf } from "./companies.ts";
import type { PostList } from "./list-pages.ts";
import { hasFeed, postLists } from "./list-pages.ts";

export const feedFormats = ["rss", "atom", "json"] as const satisfies FeedFormat[];

/** Media types of the formats (RFC 4287, https://www.jsonfeed.org/version/1.1/). */
export const feedMediaTypes = {
  rss: "application/rss+xml",
  atom: "application/atom+xml",
  json: "application/feed+json",
} as const satisfies Record<FeedFormat, string>;

/** A post as a feed item. */
export type FeedItem = {
  /** The post's URL. It comes from the file's name, so it survives changes to the text. */
  id: string;
  title: string;
  company: string;
  excerpt: string;
  html: string;
  published: Instant;
  /** When it was last renewed or, if never, published. */
  updated: Instant;
  category: Choice;
  types: readonly Choice[];
};

/** One file: a list in one format. A class, so that Eleventy does not copy it. */
export class Feed {
  readonly list: PostList;
  readonly format: FeedFormat;
  readonly config: BoardConfig;
  /** When anything in it last changed. Empty feeds have a fixed date, so that builds do not change them. */
  readonly updated: Instant;
  /** The newest posts of the list, without those from another board: programs would show them all at once. */
  readonly posts: readonly Post[];
  readonly #itemOf: (post: Post) => FeedItem;

  constructor(
    list: PostList,
    format: FeedFormat,
    config: BoardConfig,
    itemOf: (post: Post) => FeedItem,
  ) {
    this.list = list;
    this.format = format;
    this.config = config;
    this.#itemOf = itemOf;
    this.posts = list.posts.filter(({ isImported }) => !isImported).slice(0, config.feedSize);
    const moments = this.posts.map(({ updatedAt }) => updatedAt);
    this.updated = moments.reduce(later, startOf("1970-01-01"));
  }

  /** Path of its file from the site's root. */
  get file(): string {
    return feedFile(this.list.address, this.format);
  }

  /** Its URL. */
  get url(): string {
    return absoluteUrl(this.config, feedAddress(this.list.address, this.format));
  }

  /** The page with the same posts. */
  get pageUrl(): string {
    return absoluteUrl(this.config, this.list.address);
  }

  get title(): string {
    const { kind, heading } = this.list;
    return kind === "all" ? this.config.name : `${heading} – ${this.config.name}`;
  }

  /** Those posts as items. Computed on demand: most posts are in no feed. */
  get items(): FeedItem[] {
    return this.posts.map(this.#itemOf);
  }
}

/** Every feed of a board. */
export function feedsOf(board: Board): Feed[] {
  const items = new Map<Post, FeedItem>();
  // Each post is in about six lists, in three formats each.
  const itemOf = (post: Post) => {
    const item = items.get(post) ?? feedItem(post, board.config);
    items.set(post, item);
    return item;
  };
  return [...postLists(board), ...companiesOf(board)]
    .filter(hasFeed)
    .flatMap((list) => feedFormats.map((format) => new Feed(list, format, board.config, itemOf)));
}

function later(a: Instant, b: Instant): Instant {
  return a > b ? a : b;
}

function feedItem(post: Post, config: BoardConfig): FeedItem {
  const { job, category, types } = post;
  return {
    id: absoluteUrl(config, post.address),
    // Everything that readers choose by, so that a list of titles is enough.
    title: [job.title, job.company, post.placeName, post.pay].filter(Boolean).join(" · "),
    company: job.company,
    excerpt: post.excerpt,
    html: postHtml(post, (heading) => `<h2>${heading}</h2>\n`),
    published: post.publishedAt,
    updated: post.updatedAt,
    category,
    types,
  };
}
