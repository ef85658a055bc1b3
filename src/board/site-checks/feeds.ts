/** Checks the feeds of all jobs: whether programs can read them, and whether they lead to this site. */
import { feeds as words } from "#words/doctor.ts";
import type { FeedFormat } from "../addresses.ts";
import { feedAddress, pages } from "../addresses.ts";
import { feedFormats, feedMediaTypes } from "../listing/feed.ts";
import type { Explanation, Finding, Severity } from "./finding.ts";
import { canSetHeaders, hostOf } from "./site-host.ts";
import type { SiteAnswer, Visit } from "./visit.ts";
import { contentAt, urlOn } from "./visit.ts";

/** What a feed says about itself. */
export type FeedOutline = {
  /** Its own address; `undefined` if it has none. */
  self: string | undefined;
  /** The addresses of its items. */
  items: readonly string[];
};

/** Reads a feed in XML. Returns the fault if it is not well-formed, or another kind of document. */
export type XmlFeedReader = (
  xml: string,
  format: Exclude<FeedFormat, "json">,
) => FeedOutline | { fault: string };

/** Types by which programs also accept a feed, though less specific ones. */
const generalTypes: Readonly<Record<FeedFormat, readonly string[]>> = {
  rss: ["application/xml", "text/xml"],
  atom: ["application/xml", "text/xml"],
  json: ["application/json"],
};

/** What is wrong with the feeds. */
export function checkFeeds(visit: Visit, readXml: XmlFeedReader): Finding[] {
  return feedFormats.flatMap((format) => {
    const url = urlOn(visit, feedAddress(pages.list, format));
    const answer = contentAt(visit, url);
    if (!answer) return [finding("error", url, words.missing(hostOf(visit)))];
    const outline = format === "json" ? readJson(answer.text) : readXml(answer.text, format);
    if ("fault" in outline) return [finding("error", url, words.unreadable(outline.fault))];
    return [
      ...checkType(answer, url, format, visit),
      ...checkAddresses(outline, url, visit.site),
      ...checkOtherOrigins(answer, url, visit),
    ];
  });
}

function checkType({ headers }: SiteAnswer, url: string, format: FeedFormat, visit: Visit) {
  const host = hostOf(visit);
  const best = feedMediaTypes[format];
  const [type = ""] = (headers["content-type"] ?? "").toLowerCase().split(/[\s;]/);
  if (type === best) return [];
  if (!generalTypes[format].includes(type)) {
    return [finding("error", url, words.wrongType(type, best, host))];
  }
  return canSetHeaders(host)
    ? [finding("advice", url, words.generalType(type, best, host))]
    : [finding("host", url, words.hostType(type, best))];
}

function checkAddresses({ self, items }: FeedOutline, url: string, site: string): Finding[] {
  const foreign = items.find((item) => !item.startsWith(site));
  if (self === url && foreign === undefined) return [];
  return [finding("error", url, words.otherSite(self === url ? foreign : self, url))];
}

/** Scripts of other sites may read feeds. https://fetch.spec.whatwg.org/#http-access-control-allow-origin */
function checkOtherOrigins({ headers }: SiteAnswer, url: string, visit: Visit): Finding[] {
  return headers["access-control-allow-origin"] === "*"
    ? []
    : [finding("advice", url, words.noOtherOrigins(hostOf(visit)))];
}

/** https://www.jsonfeed.org/version/1.1/ */
function readJson(text: string): FeedOutline | { fault: string } {
  let feed: unknown;
  try {
    feed = JSON.parse(text);
  } catch {
    return { fault: words.faults.notJson };
  }
  const { version, feed_url: self, items } = Object(feed) as Record<string, unknown>;
  if (!/^https:\/\/jsonfeed\.org\/version\/1/.test(String(version)) || !Array.isArray(items)) {
    return { fault: words.faults.otherKind };
  }
  return {
    self: typeof self === "string" ? self : undefined,
    items: items.map((item) => String(Object(item).url)),
  };
}

function finding(severity: Severity, url: string, explanation: Explanation): Finding {
  return { subject: "feeds", severity, url, ...explanation };
}
