/**
 * Headers for hosts that read them from a file: Netlify (https://docs.netlify.com/routing/headers/)
 * and Cloudflare Pages (https://developers.cloudflare.com/pages/configuration/headers/). Such hosts join the
 * values of all rules that match, and two joined policies forbid what either forbids. So no address may
 * match two rules that set the same header.
 */

import type { FeedFormat } from "../../board/addresses.ts";
import { anyGroupAddress, feedAddress, pages } from "../../board/addresses.ts";
import { pathPrefix } from "../../board/config.ts";
import type { PageKind } from "../../board/content-security-policy.ts";
import {
  contentSecurityPolicy,
  contentSecurityPolicyHeader,
} from "../../board/content-security-policy.ts";
import { feedFormats, feedMediaTypes } from "../../board/listing/feed.ts";
import type { Site } from "../site.ts";

/** The text of `/_headers`. */
export function headersText({ config, readOrigins }: Site): string {
  const prefix = pathPrefix(config).slice(0, -1);
  return rulesFor(readOrigins)
    .map(([path, headers]) =>
      [`${prefix}${path}`, ...headers.map((header) => `  ${header}`), ""].join("\n"),
    )
    .join("\n");
}

type Rule = [path: string, headers: string[]];

function rulesFor(readOrigins: readonly string[]): Rule[] {
  return [
    [
      "/*",
      [
        "X-Content-Type-Options: nosniff",
        // Companies see that a visitor comes from the board, but not from which page.
        "Referrer-Policy: strict-origin-when-cross-origin",
      ],
    ],
    policy(pages.home, "redirect"),
    // Some of these load data from elsewhere. Each page also has a narrower policy, and both apply.
    policy(`${pages.list}*`, "page", readOrigins),
    policy(`${pages.about}*`, "page"),
    // The only page that other sites may put into a frame.
    [pages.embed, [`Content-Security-Policy: ${contentSecurityPolicy("page")}`]],
    policy(`${pages.stats}*`, "page", readOrigins),
    policy(`${pages.status}*`, "page", readOrigins),
    policy(pages.notFound, "page"),
    policy(`${pages.admin}*`, "admin"),
    // Scripts of other sites may read these.
    ["/api/*", [contentSecurityPolicyLine("machine"), "Access-Control-Allow-Origin: *"]],
    [pages.openSearch, ["Content-Type: application/opensearchdescription+xml"]],
    ...feedFormats.flatMap((format) => [
      feedRule(pages.list, format),
      feedRule(anyGroupAddress, format),
    ]),
  ];
}

function policy(path: string, kind: PageKind, alsoConnectTo: readonly string[] = []): Rule {
  return [path, [contentSecurityPolicyLine(kind, alsoConnectTo)]];
}

function contentSecurityPolicyLine(kind: PageKind, alsoConnectTo: readonly string[] = []): string {
  return `Content-Security-Policy: ${contentSecurityPolicyHeader(kind, alsoConnectTo)}`;
}

function feedRule(list: string, format: FeedFormat): Rule {
  return [
    feedAddress(list, format),
    [`Content-Type: ${feedMediaTypes[format]}; charset=utf-8`, "Access-Control-Allow-Origin: *"],
  ];
}
