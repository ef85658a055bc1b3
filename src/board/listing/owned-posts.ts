/**
 * Whose post each is and until when it is listed, at `/jobs/mine/posts.json`, for the page on which people
 * find their own. The only file of the site that names the accounts that posts belong to: no more than
 * the repository says in public, without anything else of a person, and nothing of a removed post.
 */
import type { Day } from "../days.ts";
import { addDays, dayOf } from "../days.ts";
import type { Closing } from "../post/life-cycle.ts";
import type { Post } from "../post/post.ts";
import { reasonTitles } from "../review/labels.ts";
import type { Board } from "./board.ts";

export type OwnedPost = {
  slug: string;
  /** The path of its file, from which it can be posted again. */
  file: string;
  title: string;
  company: string;
  /** GitHub names of whoever sent it and of those who manage it. */
  owners: readonly string[];
} & (
  | {
      state: "live";
      /** Its last day on the list. */
      last: Day;
    }
  | {
      state: "closed";
      on: Day;
      reason: Closing["reason"];
    }
);

export type OwnedPosts = {
  /** The moment that it was written for. ISO 8601. */
  asOf: string;
  /** Why posts are not taken: the titles of the reasons by their slugs. */
  reasons: Readonly<Record<string, string>>;
  /** In the order of the list, then the closed ones, closed last first. */
  posts: readonly OwnedPost[];
};

export function ownedPosts({ live, closed, config, now }: Board): OwnedPosts {
  return {
    asOf: now.toISO(),
    reasons: reasonTitles(config),
    posts: [...live, ...closed].map(ownedPost),
  };
}

function ownedPost({ file, slug, job, life }: Post): OwnedPost {
  const { title, company, submitted_by, managers = [] } = job;
  const about = { slug, file, title, company, owners: [submitted_by, ...managers] };
  return life.state === "live"
    ? { ...about, state: "live", last: addDays(dayOf(life.until), -1) }
    : { ...about, state: "closed", on: life.on, reason: life.reason };
}
