/** Which host serves a site, as far as its responses show it, and what such a host cannot do. */

import { pages } from "../addresses.ts";
import type { Host } from "../config.ts";
import type { Visit } from "./visit.ts";
import { answerAt, urlOn } from "./visit.ts";

/** The host by its own headers, else the one in the settings; `null` for any other. */
export function hostOf(visit: Visit): Host | null {
  const headers = answerAt(visit, urlOn(visit, pages.list))?.headers ?? {};
  const server = headers.server ?? "";
  if (headers["x-github-request-id"] !== undefined || /^github\.com$/i.test(server)) {
    return "github-pages";
  }
  if (headers["x-nf-request-id"] !== undefined || /^netlify/i.test(server)) return "netlify";
  if (/\.pages\.dev$/.test(new URL(visit.site).hostname)) return "cloudflare-pages";
  // It names itself, so it would have done so.
  const { host = null } = visit.own ?? {};
  return host === "cloudflare-pages" ? host : null;
}

/** Whether a site can choose its headers there. GitHub Pages sends the same ones for everybody. */
export function canSetHeaders(host: Host | null): boolean {
  return host !== "github-pages";
}

/** Whether the host reads `_headers` and `_redirects`. */
export function readsHostFiles(host: Host | null): boolean {
  return host === "netlify" || host === "cloudflare-pages";
}
