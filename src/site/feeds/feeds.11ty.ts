import type { Feed } from "../../board/listing/feed.ts";
import type { PagesOf } from "../page.ts";
import { feedText } from "./feed-text.ts";

export const data = {
  pagination: { data: "site.feeds", size: 1, alias: "feed" },
  permalink: ({ feed }) => feed.file,
} satisfies PagesOf<"feed", Feed>;

export function render({ feed }: { feed: Feed }): string {
  return feedText(feed);
}
