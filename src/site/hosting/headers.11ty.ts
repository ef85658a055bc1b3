/**
 * Headers for hosts that read them from a file: Netlify (https://docs.netlify.com/routing/headers/)
 * and Cloudflare Pages (https://developers.cloudflare.com/pages/configuration/headers/). Where several
 * rules match, such a host joins the values, and two joined policies forbid what either forbids: so no
 * address may match two rules that set the same header.
 */

import type { FeedFormat } from "../../board/addresses.ts";
import { anyGroupAddress, feedAddress, pages } from "../../board/addresses.ts";
import { pathPrefix } from "../../board/config.ts";
import type { PageKind } from "../../board/content-security-policy.ts";
import { contentSecurityPolicyHeader } from "../../board/content-security-policy.ts";
import { feedFormats, feedMediaTypes } from "../../board/listing/feed.ts";
import type { Site } from "../site.ts";

export const data = { permalink: "/_headers" };

export function render({ site: { config } }: { site: Site }): string {
  const prefix = pathPrefix(config).slice(0, -1);
  return rules
    .map(([path, headers]) =>
      [`${prefix}${path}`, ...headers.map((header) => `  ${header}`), ""].join("\n"),
    )
    .join("\n");
}

type Rule = [path: string, headers: string[]];

const rules: Rule[] = [
  [
    "/*",
    [
      "X-Content-Type-Options: nosniff",
      // Companies see that a visitor comes from the board, not what else they looked at.
      "Referrer-Policy: strict-origin-when-cross-origin",
    ],
  ],
  policy(pages.home, "redirect"),
  policy(`${pages.list}*`, "page"),
  policy(`${pages.about}*`, "page"),
  policy(pages.notFound, "page"),
  policy(`${pages.admin}*`, "admin"),
  // What is made for programs may be read by those that run in somebody else's page too.
  ["/api/*", [contentSecurityPolicyLine("machine"), "Access-Control-Allow-Origin: *"]],
  ...feedFormats.flatMap((format) => [
    feedRule(pages.list, format),
    feedRule(anyGroupAddress, format),
  ]),
];

function policy(path: string, kind: PageKind): Rule {
  return [path, [contentSecurityPolicyLine(kind)]];
}

function contentSecurityPolicyLine(kind: PageKind): string {
  return `Content-Security-Policy: ${contentSecurityPolicyHeader(kind)}`;
}

function feedRule(list: string, format: FeedFormat): Rule {
  return [
    feedAddress(list, format),
    [`Content-Type: ${feedMediaTypes[format]}; charset=utf-8`, "Access-Control-Allow-Origin: *"],
  ];
}
