import type { Feed } from "../../board/feed.ts";
import { feedText } from "./feed-text.ts";

/** The feeds of all lists that have them, in every format. */
export const data = {
  pagination: { data: "site.feeds", size: 1, alias: "feed" },
  permalink: ({ feed }: { feed: Feed }) => feed.file,
};

export function render({ feed }: { feed: Feed }): string {
  return feedText(feed);
}
