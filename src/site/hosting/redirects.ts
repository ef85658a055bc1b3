/**
 * Redirects and rewrites for hosts that read them from a file: Netlify
 * (https://docs.netlify.com/routing/redirects/) and Cloudflare Pages
 * (https://developers.cloudflare.com/pages/configuration/redirects/). On other hosts, pages with a refresh do
 * the same, a little slower.
 */
import { anyGroupAddress, feedAddress, feedFile, pages } from "../../board/addresses.ts";
import { pathPrefix } from "../../board/config.ts";
import type { Site } from "../site.ts";

/** The text of `/_redirects`. */
export function redirectsText({ config, redirects }: Site): string {
  const prefix = pathPrefix(config).slice(0, -1);
  const rules = [...redirects.map(({ from, to }) => ({ from, to, status: 301 })), ...feedFolders];
  return rules
    .map(({ from, to, status }) => `${prefix}${from} ${prefix}${to} ${status}\n`)
    .join("");
}

/** Unlike GitHub Pages, these hosts do not serve the index.xml of a folder. */
const feedFolders = [pages.list, anyGroupAddress].flatMap((list) =>
  (["rss", "atom"] as const).map((format) => ({
    from: feedAddress(list, format),
    to: feedFile(list, format),
    status: 200,
  })),
);
