import type { ListPage } from "../../board/listing/list-pages.ts";
import type { PagesOf } from "../page.ts";
import { emptyBody } from "../page.ts";

export const data = {
  layout: "list.njk",
  pagination: { data: "site.lists", size: 1, alias: "list" },
  permalink: ({ list }) => list.address,
} satisfies PagesOf<"list", ListPage>;

export const render = emptyBody;
