/** Posts that people send: invented ones, which all pass the board's checks. */
import { inventJob } from "../../scripts/demo-posts/invent.ts";
import { Random } from "../../scripts/demo-posts/random.ts";
import type { BoardConfig } from "../../src/board/config.ts";
import type { Day } from "../../src/board/days.ts";
import { writeJobFile } from "../../src/board/job/file.ts";
import { liveJobPath } from "../../src/board/job/path.ts";
import type { Job } from "../../src/board/job/schema.ts";
import { slugFor } from "../../src/board/job/slug.ts";

export type SentPost = { job: Job; slug: string; path: string; text: string };

/** A post that somebody writes on a day. Each seed, a whole number, gives another one. */
export function inventPost(seed: number, login: string, day: Day, config: BoardConfig): SentPost {
  const random = new Random(Math.imul(seed + 1, 0x9e3779b1));
  const { published: _, expires: __, featured: ___, ...job } = inventJob(random, day, config);
  return postOf({ ...job, submitted: day, submitted_by: login }, config);
}

/** A post with some of its fields changed, in the file of the first unless it is to have its own. */
export function changePost(post: SentPost, changes: Partial<Job>, config: BoardConfig): SentPost {
  return { ...postOf({ ...post.job, ...changes }, config), slug: post.slug, path: post.path };
}

/** The file of a post. */
export function postOf(job: Job, config: BoardConfig): SentPost {
  const slug = slugFor(job);
  const path = liveJobPath(slug);
  const written = writeJobFile(path, job, config);
  if (!written.ok) throw new Error(`An invented post is wrong: ${JSON.stringify(written)}`);
  return { job, slug, path, text: written.text };
}
