/** Tells whether anything that is shown of a post may have changed since an earlier build. */
import type { Post } from "../board/post/post.ts";

/** Kept: a post is on a dozen pages. */
const known = new WeakMap<Post, string>();

/**
 * The same text only if, with the same settings, everything that pages show of the post is the same: its file, what
 * history says about it, and what depends on the time. `undefined` if its file's hash is not known.
 */
export function postVersion(post: Post): string | undefined {
  const hash = post.known?.hash;
  if (!hash) return undefined;
  const version = known.get(post) ?? versionOf(post, hash);
  known.set(post, version);
  return version;
}

function versionOf(post: Post, hash: string): string {
  const { file, job, published, publishedAt, updatedAt, life, isRenewable, hasPage } = post;
  const state =
    life.state === "live"
      ? [life.until.toMillis(), life.isNew, life.closingSoon, isRenewable].map(Number)
      : [life.on, life.reason, Number(hasPage)];
  const moments = [publishedAt, updatedAt].map((moment) => moment.toSeconds());
  const approved = job.approved ? JSON.stringify(job.approved) : "";
  return [file, hash, published, ...moments, ...state, approved].join(" ");
}
