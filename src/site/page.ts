/** What the `.11ty.ts` files of this folder have in common: each makes a page of every item of a list. */
export type PagesOf<Name extends string, Item> = {
  /** The Nunjucks layout that holds all markup. */
  layout?: string;
  /** `data` is the path of the list in the global data, `alias` what the layout calls an item. */
  pagination: { data: `site.${string}`; size: 1; alias: Name };
  permalink: (data: Record<Name, Item>) => string;
};

/** An empty body: markup belongs into layouts, which Eleventy compiles once and not for every page. */
export function emptyBody(): string {
  return "";
}
