import { pages } from "../../board/addresses.ts";
import { absoluteUrl, pathPrefix } from "../../board/config.ts";
import type { Site } from "../site.ts";

/** What robots may read (RFC 9309). Closed posts too, for only there do they learn that they may not show them. */
export const data = { permalink: pages.robots };

export function render({ site: { config } }: { site: Site }): string {
  return [
    "User-agent: *",
    `Disallow: ${pathPrefix(config).slice(0, -1)}${pages.admin}`,
    "",
    `Sitemap: ${absoluteUrl(config, pages.sitemap)}`,
    "",
  ].join("\n");
}
