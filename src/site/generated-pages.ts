/** The pages and files that are made from lists and data of the site; all others have a template of their own. */
import { pages } from "../board/addresses.ts";
import { absoluteUrl, pathPrefix } from "../board/config.ts";
import { jobsApi } from "../board/listing/jobs-api.ts";
import { ownedPosts } from "../board/listing/owned-posts.ts";
import { feedText } from "./feeds/feed-text.ts";
import { headersText } from "./hosting/headers.ts";
import { redirectsText } from "./hosting/redirects.ts";
import type { Site } from "./site.ts";

/** A template for Eleventy without a file of its own. */
type GeneratedPage = { name: string; data: object; render: (data: never) => string };

type Lists = {
  [Name in keyof Site]: Site[Name] extends readonly (infer Item)[] ? Item : never;
};

/** How each item of a list becomes a page, by a layout that knows it as `as`, or by its text. */
type ItemPage<Item> = { at: (item: Item) => string } & (
  | { layout: string; as: string }
  | { text: (item: Item) => string }
);

export const generatedPages: readonly GeneratedPage[] = [
  pageOfEach("lists", { layout: "list.njk", as: "list", at: ({ address }) => address }),
  pageOfEach("posts", { layout: "job.njk", as: "post", at: ({ address }) => address }),
  pageOfEach("removedPages", {
    layout: "removed-post.njk",
    as: "address",
    at: (address) => address,
  }),
  pageOfEach("redirects", { layout: "redirect.njk", as: "redirect", at: ({ from }) => from }),
  pageOfEach("archive", { layout: "archive-year.njk", as: "year", at: ({ address }) => address }),
  pageOfEach("archiveLists", {
    layout: "archive-month.njk",
    as: "list",
    at: ({ address }) => address,
  }),
  pageOfEach("feeds", { at: ({ file }) => file, text: feedText }),
  pageOfEach("sitemap", { at: ({ address }) => address, text: ({ text }) => text }),
  pageOfEach("assets", { at: ({ address }) => address, text: ({ content }) => content }),
  fileOf(pages.api, ({ board }) => JSON.stringify(jobsApi(board))),
  fileOf(pages.minePosts, ({ board }) => JSON.stringify(ownedPosts(board))),
  fileOf(pages.robots, robotsText),
  fileOf("/_headers", headersText),
  fileOf("/_redirects", redirectsText),
];

function pageOfEach<Name extends keyof Lists>(
  list: Name,
  page: ItemPage<Lists[Name]>,
): GeneratedPage {
  const alias = "as" in page ? page.as : "item";
  const itemIn = (data: Record<string, unknown>) => data[alias] as Lists[Name];
  return {
    name: list,
    data: {
      ...("layout" in page ? { layout: page.layout } : {}),
      pagination: { data: `site.${list}`, size: 1, alias },
      permalink: (data: Record<string, unknown>) => page.at(itemIn(data)),
    },
    // Layouts hold all markup: Eleventy compiles them once, and not for every page.
    render: (data: Record<string, unknown>) => ("text" in page ? page.text(itemIn(data)) : ""),
  };
}

function fileOf(address: string, text: (site: Site) => string): GeneratedPage {
  return {
    name: address.slice(1),
    data: { permalink: address },
    render: ({ site }: { site: Site }) => text(site),
  };
}

/** What robots may read (RFC 9309). Closed posts too, for only there do they learn that they may not show them. */
function robotsText({ config }: Site): string {
  return [
    "User-agent: *",
    `Disallow: ${pathPrefix(config).slice(0, -1)}${pages.admin}`,
    "",
    `Sitemap: ${absoluteUrl(config, pages.sitemap)}`,
    "",
  ].join("\n");
}
