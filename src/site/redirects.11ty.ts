import type { PagesOf } from "./page.ts";
import { emptyBody } from "./page.ts";
import type { Redirect } from "./site.ts";

export const data = {
  layout: "redirect.njk",
  pagination: { data: "site.redirects", size: 1, alias: "redirect" },
  permalink: ({ redirect }) => redirect.from,
} satisfies PagesOf<"redirect", Redirect>;

export const render = emptyBody;
