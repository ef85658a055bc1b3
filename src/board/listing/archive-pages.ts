/** The pages of the archive: closed posts by year and month of closing. Which posts are archived: archiving.ts. */
import { archiveAddress } from "../addresses.ts";
import { monthName, monthText } from "../day-text.ts";
import type { Post } from "../post/post.ts";
import { jobsClosedIn } from "../words/en/list-pages.ts";
import type { PostList } from "./list-pages.ts";

export type ArchiveYear = {
  year: string;
  address: string;
  months: readonly ArchiveMonth[];
};

type ArchiveMonth = { name: string; list: PostList };

/** The years and months in which a post was closed, latest first. Removed posts are not among them. */
export function archiveOf(closed: readonly Post[]): ArchiveYear[] {
  const byYear = Map.groupBy(
    closed.filter(({ isRemoved }) => !isRemoved),
    (post) => closedOn(post).slice(0, 4),
  );
  return latestFirst(byYear).map(([year, posts]) => ({
    year,
    address: archiveAddress(year),
    months: latestFirst(Map.groupBy(posts, (post) => closedOn(post).slice(0, 7))).map(
      ([month, posts]) => ({ name: monthName(month), list: monthList(month, posts) }),
    ),
  }));
}

function monthList(month: string, posts: readonly Post[]): PostList {
  const [year = "", number = ""] = month.split("-");
  return {
    kind: "month",
    name: monthText(month),
    heading: jobsClosedIn(monthText(month)),
    address: archiveAddress(year, number),
    posts,
  };
}

function closedOn({ life }: Post): string {
  return life.state === "closed" ? life.on : "";
}

function latestFirst<Value>(groups: ReadonlyMap<string, Value>): [string, Value][] {
  return [...groups].sort(([a], [b]) => (a < b ? 1 : -1));
}
