import type { Post } from "../../board/post.ts";

/** The page of each live post. */
export const data = {
  layout: "job.njk",
  pagination: { data: "site.board.live", size: 1, alias: "post" },
  permalink: ({ post }: { post: Post }) => post.address,
};

/** Empty: all markup is in the layout, which Eleventy compiles once and not for every page. */
export function render(): string {
  return "";
}
