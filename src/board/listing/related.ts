/**
 * What else the page of a post links to: from a live post to others of its category, from a closed one to lists of open
 * jobs. The cost per post does not grow with the board.
 */
import { categoryAddress, pages, typeAddress } from "../addresses.ts";
import { remotePlace } from "../post/place.ts";
import type { Post } from "../post/post.ts";
import type { Board } from "./board.ts";
import type { PermanentList } from "./list-pages.ts";
import { permanentLists } from "./list-pages.ts";

/** Number of suggested posts. */
const proposed = 4;

export class Related {
  readonly #board: Board;
  /** Position of each live post in the list of its category. */
  readonly #rank = new Map<Post, number>();
  readonly #current: ReadonlySet<string>;
  readonly #permanent: ReadonlyMap<string, PermanentList>;

  constructor(board: Board) {
    this.#board = board;
    this.#current = new Set(board.groups.map(({ address }) => address));
    this.#permanent = new Map(permanentLists(board.config).map((list) => [list.address, list]));
    for (const { posts } of board.categories) {
      for (const [index, post] of posts.entries()) this.#rank.set(post, index);
    }
  }

  /**
   * More live posts in a live post's category: the next older ones, then newer ones. So a new post only
   * changes the pages of the category's oldest posts.
   */
  moreInCategory(post: Post): readonly Post[] {
    const posts = this.#board.groupAt(categoryAddress(post.category.slug))?.posts ?? [];
    const rank = this.#rank.get(post) ?? -1;
    const older = posts.slice(rank + 1, rank + 1 + proposed);
    const missing = proposed - older.length;
    return missing > 0
      ? [...older, ...posts.slice(Math.max(0, rank - missing), Math.max(0, rank))]
      : older;
  }

  /**
   * To which lists a post's page links: always to its company's, which has this post. From a closed post otherwise only
   * to those that exist whatever posts there are, so that its page never changes with others.
   */
  linkedLists({ isLive, companyAddress }: Post): { has(address: string): boolean } {
    const lists = isLive ? this.#current : this.#permanent;
    return { has: (address) => address === companyAddress || lists.has(address) };
  }

  /** Where a closed post leads to open jobs; the last list has all of them. */
  listsLike(post: Post): readonly PermanentList[] {
    const addresses = [
      categoryAddress(post.category.slug),
      ...post.types.map(({ slug }) => typeAddress(slug)),
      ...(post.isRemote ? [remotePlace.address] : []),
      pages.list,
    ];
    return addresses.flatMap((address) => this.#permanent.get(address) ?? []);
  }
}
