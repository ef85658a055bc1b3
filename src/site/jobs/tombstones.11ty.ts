import type { PagesOf } from "../page.ts";
import { emptyBody } from "../page.ts";

export const data = {
  layout: "tombstone.njk",
  pagination: { data: "site.tombstones", size: 1, alias: "address" },
  permalink: ({ address }) => address,
} satisfies PagesOf<"address", string>;

export const render = emptyBody;
