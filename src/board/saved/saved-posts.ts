/** The posts that a reader has saved: how a browser keeps them, and which of them have ended. */
import { storedList, storedText } from "./stored-values.ts";

/** What is shown of a saved post. Its page has the rest, as long as there is one. */
export type SavedPost = {
  slug: string;
  title: string;
  company: string;
  place: string;
  /** When it ends, in seconds since 1970. It may have been closed earlier. */
  until: number;
};

/** More than anybody reads. */
const mostPosts = 500;

/** Reads what a browser has kept. Anything may have written there: what is not understood is left out. */
export function readSavedPosts(text: string | null): SavedPost[] {
  return storedList(text).flatMap(({ slug, title, company, place, until }) =>
    typeof slug === "string" && /^[a-z0-9-]{1,200}$/.test(slug) && typeof until === "number"
      ? [{ slug, until, ...storedText({ title, company, place }) }]
      : [],
  );
}

/** With a post, the last one first; or without it, if it was there. */
export function toggleSavedPost(posts: readonly SavedPost[], post: SavedPost): SavedPost[] {
  const others = posts.filter(({ slug }) => slug !== post.slug);
  return others.length < posts.length ? others : [post, ...others].slice(0, mostPosts);
}
