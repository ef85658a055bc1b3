/** The pages of the archive: closed posts by year and month of closing. Which posts are archived: archiving.ts. */

import { jobsClosedIn } from "#words/list-pages.ts";
import { archiveAddress, monthAddress, pages } from "../addresses.ts";
import { monthName, monthText } from "../day-text.ts";
import type { Post } from "../post/post.ts";
import type { PostList } from "./list-pages.ts";
import { byMonth } from "./month-lists.ts";

export type ArchiveYear = {
  year: string;
  address: string;
  months: readonly ArchiveMonth[];
};

type ArchiveMonth = { name: string; list: PostList };

/** The years and months in which a post was closed, latest first. Removed posts are not among them. */
export function archiveOf(closed: readonly Post[]): ArchiveYear[] {
  const months = byMonth(
    closed.filter(({ isRemoved }) => !isRemoved),
    closedOn,
  );
  const years = Map.groupBy(months, ([month]) => month.slice(0, 4));
  return [...years].map(([year, months]) => ({
    year,
    address: archiveAddress(year),
    months: months.map(([month, posts]) => ({
      name: monthName(month),
      list: {
        kind: "month",
        name: monthText(month),
        heading: jobsClosedIn(monthText(month)),
        address: monthAddress(pages.archive, month),
        posts,
        whole: pages.archive,
      },
    })),
  }));
}

function closedOn({ life }: Post): string {
  return life.state === "closed" ? life.on : "";
}
