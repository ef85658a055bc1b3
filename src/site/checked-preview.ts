/** The preview beside a form: the site's own template for a post, of what is filled in so far. */
import type { BoardConfig } from "../board/config.ts";
import type { Instant } from "../board/days.ts";
import { dayOf } from "../board/days.ts";
import type { CheckedForm } from "../board/form/check-form.ts";
import { Post } from "../board/post/post.ts";

/** The preview does not know which lists there are, and links to none. */
const noLists = { groupAt: () => undefined };

/** Renders one of the site's templates. */
export type Render = (template: string, context: object) => string;

/** The HTML of a post as the site would show it were it first listed now. */
export function previewHtml(
  { file, slug, job, missing }: CheckedForm,
  config: BoardConfig,
  now: Instant,
  render: Render,
): string {
  const published = job.published ?? dayOf(now);
  const post = new Post({ file, slug, job, published }, config, now);
  return render("post.njk", { post, board: noLists, missing: flags(missing) });
}

/** Templates look up properties, not members of a set. */
function flags(names: ReadonlySet<string>): Record<string, true> {
  return Object.fromEntries([...names].map((name) => [name, true]));
}
