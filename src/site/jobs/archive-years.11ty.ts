import type { ArchiveYear } from "../../board/listing/archive.ts";
import type { PagesOf } from "../page.ts";
import { emptyBody } from "../page.ts";

export const data = {
  layout: "archive-year.njk",
  pagination: { data: "site.archive", size: 1, alias: "year" },
  permalink: ({ year }) => year.address,
} satisfies PagesOf<"year", ArchiveYear>;

export const render = emptyBody;
