/** The preview next to a form: what is filled in so far, in the site’s template for a post. */
import type { BoardConfig } from "../board/config.ts";
import type { Instant } from "../board/days.ts";
import { dayOf } from "../board/days.ts";
import type { CheckedForm } from "../board/form/check-form.ts";
import { Post } from "../board/post/post.ts";

/** Previews do not know which lists exist, so they link to none. */
const noLists = new Set();

/** Renders one of the site's templates. */
export type Render = (template: string, context: object) => string;

/** The HTML of a post as the site would show it if it were listed now. */
export function previewHtml(
  { file, slug, job, missing }: CheckedForm,
  config: BoardConfig,
  now: Instant,
  render: Render,
): string {
  const published = job.published ?? dayOf(now);
  const post = new Post({ file, slug, job, published }, config, now);
  return render("post.njk", { post, lists: noLists, missing: flags(missing) });
}

/** Templates can look up properties, but not members of a set. */
function flags(names: ReadonlySet<string>): Record<string, true> {
  return Object.fromEntries([...names].map((name) => [name, true]));
}
