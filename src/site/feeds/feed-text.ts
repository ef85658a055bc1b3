/**
 * A feed in the three formats that readers understand:
 * RSS 2.0 (https://www.rssboard.org/rss-specification), Atom (RFC 4287) and
 * JSON Feed 1.1 (https://www.jsonfeed.org/version/1.1/).
 */
import { language } from "#words/language.ts";
import type { FeedFormat } from "../../board/addresses.ts";
import { pages } from "../../board/addresses.ts";
import { absoluteUrl } from "../../board/config.ts";
import type { Instant } from "../../board/days.ts";
import type { Feed, FeedItem } from "../../board/listing/feed.ts";
import { feedMediaTypes } from "../../board/listing/feed.ts";
import { appendElements, xmlElement, xmlText } from "../xml.ts";

/** The text of a feed's file. */
export function feedText(feed: Feed): string {
  return writers[feed.format](feed);
}

const writers: Record<FeedFormat, (feed: Feed) => string> = { rss, atom, json };

function rss(feed: Feed): string {
  const document = xmlText("rss", {
    "@version": "2.0",
    "@xmlns:atom": "http://www.w3.org/2005/Atom",
    "@xmlns:dc": "http://purl.org/dc/elements/1.1/",
    channel: {
      title: feed.title,
      link: feed.pageUrl,
      description: feed.config.description,
      language: language,
      lastBuildDate: feed.updated.toHTTP(),
      "atom:link": { "@href": feed.url, "@rel": "self", "@type": feedMediaTypes.rss },
    },
  });
  const items = feed.items.map((item) => remember(rssItems, item, () => rssItem(feed, item)));
  return appendElements(document, "channel", items);
}

function rssItem(feed: Feed, item: FeedItem): string {
  return xmlElement("item", {
    title: item.title,
    link: item.id,
    guid: { "@isPermaLink": "true", "#text": item.id },
    // The whole text as HTML, as in python.org’s feed.
    description: item.html,
    "dc:creator": item.company,
    category: terms(feed, item).map(({ name, scheme }) => ({ "@domain": scheme, "#text": name })),
    pubDate: item.published.toHTTP(),
  });
}

function atom(feed: Feed): string {
  const document = xmlText("feed", {
    "@xmlns": "http://www.w3.org/2005/Atom",
    "@xml:lang": language,
    id: feed.url,
    title: feed.title,
    subtitle: feed.config.description,
    updated: moment(feed.updated),
    author: { name: feed.config.name, uri: feed.config.url },
    link: [
      { "@href": feed.url, "@rel": "self", "@type": feedMediaTypes.atom },
      { "@href": feed.pageUrl, "@rel": "alternate", "@type": "text/html" },
    ],
  });
  const entries = feed.items.map((item) =>
    remember(atomEntries, item, () => atomEntry(feed, item)),
  );
  return appendElements(document, "feed", entries);
}

function atomEntry(feed: Feed, item: FeedItem): string {
  return xmlElement("entry", {
    id: item.id,
    title: item.title,
    link: { "@href": item.id, "@rel": "alternate", "@type": "text/html" },
    author: { name: item.company },
    published: moment(item.published),
    updated: moment(item.updated),
    category: terms(feed, item).map(({ slug, name, scheme }) => ({
      "@term": slug,
      "@scheme": scheme,
      "@label": name,
    })),
    summary: item.excerpt,
    content: { "@type": "html", "#text": item.html },
  });
}

function json(feed: Feed): string {
  return JSON.stringify({
    version: "https://jsonfeed.org/version/1.1",
    title: feed.title,
    home_page_url: feed.pageUrl,
    feed_url: feed.url,
    description: feed.config.description,
    language: language,
    authors: [{ name: feed.config.name, url: feed.config.url }],
    items: feed.items.map((item) => ({
      id: item.id,
      url: item.id,
      title: item.title,
      authors: [{ name: item.company }],
      date_published: moment(item.published),
      date_modified: moment(item.updated),
      tags: terms(feed, item).map(({ name }) => name),
      summary: item.excerpt,
      content_html: item.html,
    })),
  });
}

/** An item is the same in each of the half a dozen feeds it is in, and escaping is expensive. */
const rssItems = new WeakMap<FeedItem, string>();
const atomEntries = new WeakMap<FeedItem, string>();

function remember(known: WeakMap<FeedItem, string>, item: FeedItem, make: () => string): string {
  const text = known.get(item) ?? make();
  known.set(item, text);
  return text;
}

function moment(instant: Instant): string {
  return instant.toISO({ suppressMilliseconds: true });
}

/** Category and types, each with the page that lists all of them. */
function terms({ config }: Feed, { category, types }: FeedItem) {
  return [
    { ...category, scheme: absoluteUrl(config, pages.categories) },
    ...types.map((type) => ({ ...type, scheme: absoluteUrl(config, pages.types) })),
  ];
}
