/**
 * Chooses the “similar jobs” that a post’s page links to, by category, type and place. Duplicates are another
 * matter: src/board/rules/likely-duplicate.ts. The cost per post does not grow with the board.
 */
import { categoryAddress, typeAddress } from "../addresses.ts";
import type { Post } from "../post/post.ts";
import type { Board } from "./board.ts";

/** Number of suggested posts. */
const proposed = 4;

/** Number of the newest posts in each of a post's groups that are compared with it. */
const considered = 12;

export class Related {
  readonly #board: Board;
  /** Position of each live post in the list of its category. */
  readonly #rank = new Map<Post, number>();

  constructor(board: Board) {
    this.#board = board;
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

  /** Live posts similar to a closed one, most similar first. */
  similarTo(post: Post): readonly Post[] {
    const types = new Set(post.types.map(({ slug }) => slug));
    const cities = new Set(post.cities.map(({ slug }) => slug));
    const score = (other: Post) =>
      other.types.filter(({ slug }) => types.has(slug)).length +
      2 * Number(other.category.slug === post.category.slug) +
      2 * Number(other.cities.some(({ slug }) => cities.has(slug))) +
      Number(other.job.workplace === post.job.workplace) +
      Number(other.job.seniority !== undefined && other.job.seniority === post.job.seniority);
    return [...this.#candidates(post)]
      .map((other) => ({ other, score: score(other) }))
      .sort((a, b) => b.score - a.score)
      .slice(0, proposed)
      .map(({ other }) => other);
  }

  #candidates(post: Post): Set<Post> {
    const addresses = [
      ...post.cities.map(({ address }) => address),
      categoryAddress(post.category.slug),
      ...post.types.map(({ slug }) => typeAddress(slug)),
    ];
    const posts = addresses.flatMap(
      (address) => this.#board.groupAt(address)?.posts.slice(0, considered) ?? [],
    );
    return new Set(posts).difference(new Set([post]));
  }
}
