/** The preview beside the form: the site's own template for a post, rendered in the browser. */
import { createElement, useMemo } from "react";
import type { BoardConfig } from "../src/board/config.ts";
import type { Instant } from "../src/board/days.ts";
import { dayOf } from "../src/board/days.ts";
import { Post } from "../src/board/post/post.ts";
import type { Entry } from "./decap.ts";
import type { CheckedPost } from "./save.ts";

/** The preview does not know which lists there are, and links to none. */
const noLists = { groupAt: () => undefined };

/** Renders one of the site's templates. */
export type Render = (template: string, context: object) => string;

/** The HTML of a post as the site would show it were it first listed now. */
export function previewHtml(
  { file, slug, job, missing }: CheckedPost,
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

/** Makes the component that Decap shows in the preview's frame. */
export function postPreview(htmlOf: (entry: Entry) => string) {
  return function PostPreview({ entry }: { entry: Entry }) {
    const data: unknown = entry.get("data");
    // biome-ignore lint/correctness/useExhaustiveDependencies: the entry changes with every focus, its data only with what is typed.
    const html = useMemo(() => htmlOf(entry), [data]);
    // biome-ignore lint/security/noDangerouslySetInnerHtml: what the site's own template makes, escaped as on the site.
    return createElement("main", { id: "main", dangerouslySetInnerHTML: { __html: html } });
  };
}
