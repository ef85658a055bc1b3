/**
 * The lists of live posts, divided into pages: the newest posts on numbered pages, older ones by month. A new post would
 * move all others if even long lists had numbered pages only.
 */

import { allJobs, jobs, jobsIn } from "#words/list-pages.ts";
import type { FeedFormat } from "../addresses.ts";
import { categoryAddress, feedAddress, pageAddress, pages, typeAddress } from "../addresses.ts";
import type { BoardConfig, Choice } from "../config.ts";
import { remotePlace } from "../post/place.ts";
import type { Post } from "../post/post.ts";
import type { Facet } from "../search/search-state.ts";
import type { Board, CityGroup, Group } from "./board.ts";
import { olderMonths } from "./month-lists.ts";

/** Posts that are shown together, newest first; those of a month oldest first. */
export type PostList = {
  kind: "all" | "category" | "type" | "city" | "country" | "remote" | "company" | "month";
  /** What the posts have in common; the text of links to the list. */
  name: string;
  /** The first page's heading, without the number of posts. */
  heading: string;
  address: string;
  posts: readonly Post[];
  /** Of a company, its newest closed posts that have a page, closed last first. */
  closed?: readonly Post[];
  /** The lists inside this one: the cities of a country. */
  parts?: readonly CityGroup[];
  /** Of a month, the address of what it is a part of: a list of live posts, or the archive. */
  whole?: string;
};

/** One page of a list. A class, so that Eleventy does not copy it. */
export class ListPage {
  readonly list: PostList;
  /** Starts at 1. */
  readonly number: number;
  readonly last: number;
  readonly posts: readonly Post[];
  /** On the last page of the newest posts, the lists of older ones. */
  readonly months: readonly PostList[];

  constructor(
    list: PostList,
    number: number,
    { last, posts, months }: Pick<ListPage, "last" | "posts" | "months">,
  ) {
    this.list = list;
    this.number = number;
    this.last = last;
    this.posts = posts;
    this.months = months;
  }

  get address(): string {
    return pageAddress(this.list.address, this.number);
  }

  /** Address of the page before, if there is one. */
  get previous(): string | undefined {
    return this.number > 1 ? pageAddress(this.list.address, this.number - 1) : undefined;
  }

  /** Address of the page after it, if there is one. */
  get next(): string | undefined {
    return this.number < this.last ? pageAddress(this.list.address, this.number + 1) : undefined;
  }

  /** Whether search engines may index it: not if it is empty, unless it is the full list. */
  get isFindable(): boolean {
    return this.list.kind === "all" || this.list.posts.length > 0;
  }

  /** The filter of the search that has the same posts; the full list, months and companies have none. */
  get searchFilter(): { facet: Facet; value: string } | undefined {
    const { kind, address } = this.list;
    const slug = address.split("/").at(-2) ?? "";
    if (kind === "all" || kind === "month" || kind === "company") return undefined;
    if (kind === "remote") return { facet: "workplace", value: "remote" };
    return { facet: kind, value: kind === "country" ? slug.toUpperCase() : slug };
  }

  /** Address of the list's feed, if it has one. */
  feed(format: FeedFormat): string | undefined {
    return hasFeed(this.list) ? feedAddress(this.list.address, format) : undefined;
  }
}

/** Live posts that make a feed of a company worth following. */
const leastForFeed = 3;

/** Whether a list has feeds: cities and most companies are too many and too small, and past months do not change. */
export function hasFeed({ kind, posts }: PostList): boolean {
  if (kind === "company") return posts.length >= leastForFeed;
  return kind !== "city" && kind !== "month";
}

/** The pages of one list: of its newest posts, even if there are none, then of each month with older ones. */
export function pagesOf(
  list: PostList,
  settings: Pick<BoardConfig, "pageSize" | "recentPosts">,
): ListPage[] {
  const { pageSize, recentPosts } = settings;
  const isMonth = list.kind === "month";
  const posts = isMonth ? list.posts : list.posts.slice(0, recentPosts);
  const months = isMonth ? [] : olderMonths(list, recentPosts);
  const last = Math.max(1, Math.ceil(posts.length / pageSize));
  const numbered = Array.from({ length: last }, (_, index) => {
    const number = index + 1;
    return new ListPage(list, number, {
      last,
      posts: posts.slice(index * pageSize, number * pageSize),
      months: number === last ? months : [],
    });
  });
  return [...numbered, ...months.flatMap((month) => pagesOf(month, settings))];
}

/** A list that has a page whatever posts there are. */
export type PermanentList = Pick<PostList, "kind" | "name" | "heading" | "address">;

/**
 * The list of all jobs, and those that somebody may have bookmarked or subscribed to while they had posts: all current
 * categories and types, and remote work.
 */
export function permanentLists({ topic, categories, types }: BoardConfig): PermanentList[] {
  return [
    { kind: "all", name: allJobs, heading: jobs(topic.name), address: pages.list },
    ...categories.filter(({ retired }) => !retired).map(categoryList),
    ...types.filter(({ retired }) => !retired).map(typeList),
    {
      kind: "remote",
      name: remotePlace.name,
      heading: jobs(remotePlace.name),
      address: remotePlace.address,
    },
  ];
}

/**
 * Every list of live posts that has a page: those that always have one, and all other groups. Those of companies have
 * closed posts too: companies.ts.
 */
export function postLists(board: Board): PostList[] {
  const { config } = board;
  const postsAt = (address: string) =>
    address === board.address ? board.live : (board.groupAt(address)?.posts ?? []);
  const retired = [
    ...config.categories.filter(({ retired }) => retired).map(categoryList),
    ...config.types.filter(({ retired }) => retired).map(typeList),
  ].filter(({ address }) => board.groupAt(address));
  return [
    ...[...permanentLists(config), ...retired].map((list) => ({
      ...list,
      posts: postsAt(list.address),
    })),
    ...board.cities.map((city) => placeList("city", city)),
    ...board.countries.map((country) => ({
      ...placeList("country", country),
      parts: country.cities,
    })),
  ];
}

function categoryList({ slug, name }: Choice): PermanentList {
  return { kind: "category", name, heading: jobs(name), address: categoryAddress(slug) };
}

function typeList({ slug, name }: Choice): PermanentList {
  return { kind: "type", name, heading: jobs(name), address: typeAddress(slug) };
}

function placeList(kind: "city" | "country", { name, address, posts }: Group): PostList {
  return { kind, name, heading: jobsIn(name), address, posts };
}

/** The pages of every list of live posts. */
export function listPages(board: Board): ListPage[] {
  return postLists(board).flatMap((list) => pagesOf(list, board.config));
}
