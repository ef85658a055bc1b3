/** The lists of live posts, cut into pages. */
import type { FeedFormat } from "../addresses.ts";
import { feedAddress, pageAddress, pages } from "../addresses.ts";
import type { Post } from "../post/post.ts";
import type { Board, CountryGroup, Group } from "./board.ts";

/** Posts that are shown together, newest first. */
export type PostList = {
  kind: "all" | "category" | "type" | "city" | "country" | "remote" | "month";
  /** What the posts have in common, as it stands on links to the list. */
  name: string;
  /** The first page's heading, without the number of posts. */
  heading: string;
  address: string;
  posts: readonly Post[];
  /** The lists inside this one: the cities of a country. */
  parts?: readonly Group[];
};

/** One page of a list. A class, so that Eleventy passes it on as it is. */
export class ListPage {
  readonly list: PostList;
  /** Counted from 1. */
  readonly number: number;
  readonly last: number;
  readonly posts: readonly Post[];

  constructor(list: PostList, number: number, size: number) {
    this.list = list;
    this.number = number;
    this.last = Math.max(1, Math.ceil(list.posts.length / size));
    this.posts = list.posts.slice((number - 1) * size, number * size);
  }

  get address(): string {
    return pageAddress(this.list.address, this.number);
  }

  /** Address of the page with newer posts, if there is one. */
  get newer(): string | undefined {
    return this.number > 1 ? pageAddress(this.list.address, this.number - 1) : undefined;
  }

  /** Address of the page with older posts, if there is one. */
  get older(): string | undefined {
    return this.number < this.last ? pageAddress(this.list.address, this.number + 1) : undefined;
  }

  /** Address of the list's feed, if it has one. */
  feed(format: FeedFormat): string | undefined {
    return hasFeed(this.list) ? feedAddress(this.list.address, format) : undefined;
  }
}

/** Whether a list can be subscribed to: cities are too many and too small, and a past month stays as it is. */
export function hasFeed({ kind }: PostList): boolean {
  return kind !== "city" && kind !== "month";
}

/** The pages of one list. There is always a first one, even if it has no post. */
export function pagesOf(list: PostList, size: number): ListPage[] {
  const first = new ListPage(list, 1, size);
  const further = Array.from(
    { length: first.last - 1 },
    (_, index) => new ListPage(list, index + 2, size),
  );
  return [first, ...further];
}

/** The list of all live posts. */
export function wholeList({ live, config }: Board): PostList {
  const heading = `${config.topic.name} jobs`;
  return { kind: "all", name: "All jobs", heading, address: pages.list, posts: live };
}

/** Every list of live posts that has a page: the whole, and one for each group. */
export function postLists(board: Board): PostList[] {
  const named = ({ name, address, posts }: Group) => ({ name, address, posts });
  const jobs = (kind: "category" | "type" | "remote") => (group: Group) =>
    ({ kind, heading: `${group.name} jobs`, ...named(group) }) satisfies PostList;
  const city = (group: Group) =>
    ({ kind: "city", heading: `Jobs in ${group.name}`, ...named(group) }) satisfies PostList;
  const country = ({ cities, ...group }: CountryGroup) =>
    ({
      kind: "country",
      heading: `Jobs in ${group.name}`,
      parts: cities,
      ...named(group),
    }) satisfies PostList;
  return [
    wholeList(board),
    ...board.categories.map(jobs("category")),
    ...board.types.map(jobs("type")),
    ...board.cities.map(city),
    ...board.countries.map(country),
    ...(board.remote ? [board.remote].map(jobs("remote")) : []),
  ];
}

/** The pages of every list of live posts. */
export function listPages(board: Board): ListPage[] {
  return postLists(board).flatMap((list) => pagesOf(list, board.config.pageSize));
}
