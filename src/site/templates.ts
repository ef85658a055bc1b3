import nunjucks from "nunjucks";
import type { BoardConfig } from "../board/config.ts";
import type { Post } from "../board/post/post.ts";
import { filtersFor } from "./filters.ts";

/** The environment that all templates are rendered in. What is printed is escaped, and must exist. */
export function createTemplates(
  loader: nunjucks.ILoader,
  config: BoardConfig,
): nunjucks.Environment {
  const templates = new nunjucks.Environment(loader, {
    autoescape: true,
    throwOnUndefined: true,
    trimBlocks: true,
    lstripBlocks: true,
  });
  for (const [name, filter] of Object.entries(filtersFor(config))) {
    templates.addFilter(name, filter);
  }
  templates.addFilter("row", rowFilter(templates));
  templates.addFilter("shared", sharedFilter(templates));
  return templates;
}

/** A post's row in a list. It stands on up to a dozen lists, and is rendered for the first of them. */
function rowFilter(templates: nunjucks.Environment) {
  const rows = new WeakMap<Post, nunjucks.runtime.SafeString>();
  return (post: Post) => {
    const known = rows.get(post);
    if (known) return known;
    const row = new nunjucks.runtime.SafeString(templates.render("item.njk", { post }));
    rows.set(post, row);
    return row;
  };
}

/** What a template says of a whole site, the same on each of its pages, and rendered for the first. */
function sharedFilter(templates: nunjucks.Environment) {
  const parts = new WeakMap<object, Map<string, nunjucks.runtime.SafeString>>();
  return (site: object, template: string) => {
    const known = parts.get(site) ?? new Map<string, nunjucks.runtime.SafeString>();
    parts.set(site, known);
    const part =
      known.get(template) ?? new nunjucks.runtime.SafeString(templates.render(template, { site }));
    known.set(template, part);
    return part;
  };
}
