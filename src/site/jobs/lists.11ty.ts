import type { ListPage } from "../../board/list-pages.ts";

/** The pages of all lists of live posts. */
export const data = {
  layout: "list.njk",
  pagination: { data: "site.lists", size: 1, alias: "list" },
  permalink: ({ list }: { list: ListPage }) => list.address,
};

/** Empty: all markup is in the layout, which Eleventy compiles once and not for every page. */
export function render(): string {
  return "";
}
