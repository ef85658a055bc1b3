/** What a page says about itself to search engines and in previews of links: the place, and nothing that another says. */
import { descriptions as words } from "#words/list-pages.ts";
import { pages } from "../addresses.ts";
import type { BoardConfig } from "../config.ts";
import type { Post } from "../post/post.ts";
import type { ListPage } from "./list-pages.ts";

type Settings = Pick<BoardConfig, "description" | "topic">;

/** Number of places that the page of a company names. */
const mostPlaces = 3;

/** Depends on nothing that a page does not show, so that it changes with no other page's posts. */
export function listDescription(page: ListPage, settings: Settings): string {
  return words.page(describeList(page, settings), page.number);
}

function describeList({ list, posts, number }: ListPage, { description, topic }: Settings): string {
  switch (list.kind) {
    case "all":
      return description;
    case "category":
      return words.category(topic.name, list.name);
    case "type":
      return words.type(topic.name, list.name);
    case "city":
    case "country":
      return words.place(topic.name, list.name);
    case "remote":
      return words.remote(topic.name);
    case "company":
      return words.company(
        topic.name,
        list.name,
        placesIn(number === 1 ? [...posts, ...(list.closed ?? [])] : posts),
      );
    case "month":
      return list.whole === pages.archive
        ? words.closedMonth(topic.name, list.name)
        : words.month(list.heading);
  }
}

function placesIn(posts: readonly Post[]): string[] {
  return [...new Set(posts.map(({ placeName }) => placeName))].slice(0, mostPlaces);
}

/** The company, the place and the pay, then how the text begins. */
export function postDescription({ job, placeName, pay, excerpt }: Post): string {
  return [job.company, placeName, pay, excerpt].filter(Boolean).join(" · ");
}
