import type { Post } from "../../board/post/post.ts";
import type { PagesOf } from "../page.ts";
import { emptyBody } from "../page.ts";

export const data = {
  layout: "job.njk",
  pagination: { data: "site.posts", size: 1, alias: "post" },
  permalink: ({ post }) => post.address,
} satisfies PagesOf<"post", Post>;

export const render = emptyBody;
