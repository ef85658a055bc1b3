/**
 * A feed in the three formats that readers understand:
 * RSS 2.0 (https://www.rssboard.org/rss-specification), Atom (RFC 4287) and
 * JSON Feed 1.1 (https://www.jsonfeed.org/version/1.1/).
 */
import type { AtomFeed, JsonFeed, RssFeed } from "feedsmith";
import { generateAtomFeed, generateJsonFeed, generateRssFeed } from "feedsmith";
import type { FeedFormat } from "../../board/addresses.ts";
import { pages } from "../../board/addresses.ts";
import { absoluteUrl } from "../../board/config.ts";
import type { Feed, FeedItem } from "../../board/feed.ts";
import { feedMediaTypes } from "../../board/feed.ts";

/** The text of a feed's file. */
export function feedText(feed: Feed): string {
  return writers[feed.format](feed);
}

const writers = {
  rss: (feed) => generateRssFeed(rss(feed)),
  atom: (feed) => generateAtomFeed(atom(feed)),
  json: (feed) => JSON.stringify(generateJsonFeed(json(feed))),
} satisfies Record<FeedFormat, (feed: Feed) => string>;

function rss(feed: Feed): RssFeed.Feed<Date, true> {
  return {
    title: feed.title,
    link: feed.pageUrl,
    description: feed.config.description,
    language: feed.config.language,
    lastBuildDate: feed.updated.toJSDate(),
    atom: { links: [{ href: feed.url, rel: "self", type: feedMediaTypes.rss }] },
    items: feed.items.map((item) => ({
      title: item.title,
      link: item.id,
      guid: { value: item.id, isPermaLink: true },
      // As python.org's feed has it: the whole text, in HTML.
      description: item.html,
      dc: { creators: [item.company] },
      categories: terms(feed, item).map(({ name, scheme }) => ({ name, domain: scheme })),
      pubDate: item.published.toJSDate(),
    })),
  };
}

function atom(feed: Feed): AtomFeed.Feed<Date, true> {
  return {
    id: feed.url,
    title: { value: feed.title },
    subtitle: { value: feed.config.description },
    updated: feed.updated.toJSDate(),
    authors: [{ name: feed.config.name, uri: feed.config.url }],
    links: [
      { href: feed.url, rel: "self", type: feedMediaTypes.atom },
      { href: feed.pageUrl, rel: "alternate", type: "text/html" },
    ],
    entries: feed.items.map((item) => ({
      id: item.id,
      title: { value: item.title },
      links: [{ href: item.id, rel: "alternate", type: "text/html" }],
      authors: [{ name: item.company }],
      published: item.published.toJSDate(),
      updated: item.updated.toJSDate(),
      categories: terms(feed, item).map(({ slug, name, scheme }) => ({
        term: slug,
        label: name,
        scheme,
      })),
      summary: { value: item.excerpt },
      content: { value: item.html, type: "html" },
    })),
  };
}

function json(feed: Feed): JsonFeed.Feed<Date, true> {
  return {
    title: feed.title,
    home_page_url: feed.pageUrl,
    feed_url: feed.url,
    description: feed.config.description,
    language: feed.config.language,
    authors: [{ name: feed.config.name, url: feed.config.url }],
    items: feed.items.map((item) => ({
      id: item.id,
      url: item.id,
      title: item.title,
      authors: [{ name: item.company }],
      date_published: item.published.toJSDate(),
      date_modified: item.updated.toJSDate(),
      tags: terms(feed, item).map(({ name }) => name),
      summary: item.excerpt,
      content_html: item.html,
    })),
  };
}

/** Category and types, each with the page that lists all of its kind. */
function terms({ config }: Feed, { category, types }: FeedItem) {
  return [
    { ...category, scheme: absoluteUrl(config, pages.categories) },
    ...types.map((type) => ({ ...type, scheme: absoluteUrl(config, pages.types) })),
  ];
}
