/**
 * The owners of each post and its last day, at `/jobs/mine/posts.json`, for the page “My posts”. The only
 * file of the site with owners' accounts: nothing that is not public in the repository, no other personal
 * data, and no removed posts.
 */
import type { Day } from "../days.ts";
import { addDays, dayOf } from "../days.ts";
import type { Closing } from "../post/life-cycle.ts";
import type { Post } from "../post/post.ts";
import { reasonTitles } from "../review/labels.ts";
import type { Board } from "./board.ts";

export type OwnedPost = {
  slug: string;
  title: string;
  company: string;
  /** GitHub names of its sender and managers. */
  owners: readonly string[];
} & (
  | {
      state: "live";
      /** Last day on the list. */
      last: Day;
      /** Whether it may be renewed now. */
      isRenewable: boolean;
    }
  | {
      state: "closed";
      on: Day;
      reason: Closing["reason"];
      /** Only if it is so. */
      hasNoPage?: true;
    }
);

export type OwnedPosts = {
  /** Time of the build, ISO 8601. */
  asOf: string;
  /** Titles of the reasons for rejection, by slug. */
  reasons: Readonly<Record<string, string>>;
  /** In the order of the list, then closed posts, most recently closed first. */
  posts: readonly OwnedPost[];
};

export function ownedPosts({ live, closed, config, now }: Board): OwnedPosts {
  return {
    asOf: now.toISO(),
    reasons: reasonTitles(config),
    posts: [...live, ...closed].map(ownedPost),
  };
}

function ownedPost({ slug, job, life, isRenewable, hasPage }: Post): OwnedPost {
  const { title, company, submitted_by, managers = [] } = job;
  const about = { slug, title, company, owners: [submitted_by, ...managers] };
  if (life.state === "closed") {
    const { on, reason } = life;
    return { ...about, state: "closed", on, reason, ...(!hasPage && { hasNoPage: true }) };
  }
  const last = addDays(dayOf(life.until), -1);
  return { ...about, state: "live", last, isRenewable };
}
