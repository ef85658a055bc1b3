import { pages } from "../../board/addresses.ts";
import { ownedPosts } from "../../board/listing/owned-posts.ts";
import type { Site } from "../site.ts";

/** What the page of one's own posts reads. */
export const data = { permalink: pages.minePosts };

export function render({ site }: { site: Site }): string {
  return JSON.stringify(ownedPosts(site.board));
}
