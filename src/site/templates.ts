import nunjucks from "nunjucks";
import type { BoardConfig, GitHubAddresses } from "../board/config.ts";
import { publicGitHub } from "../board/config.ts";
import type { Post } from "../board/post/post.ts";
import { filtersFor } from "./filters.ts";

/** The environment that all templates are rendered in. What is printed is escaped, and must exist. */
export function createTemplates(
  loader: nunjucks.ILoader,
  config: BoardConfig,
  gitHub: GitHubAddresses = publicGitHub,
): nunjucks.Environment {
  const templates = new nunjucks.Environment(loader, {
    autoescape: true,
    throwOnUndefined: true,
    trimBlocks: true,
    lstripBlocks: true,
  });
  for (const [name, filter] of Object.entries(filtersFor(config, gitHub))) {
    templates.addFilter(name, filter);
  }
  const once = (template: string, name: string) => onceFilter(templates, template, name);
  const row = once("item.njk", "post");
  const moreRow = once("more-item.njk", "post");
  templates.addFilter("rows", (posts: readonly Post[]) => join(posts.map(row)));
  templates.addFilter("moreRows", (posts: readonly Post[]) => join(posts.map(moreRow)));
  templates.addFilter("header", once("header.njk", "site"));
  templates.addFilter("footer", once("footer.njk", "site"));
  return templates;
}

/**
 * Renders a template that shows one thing: for the first page that asks, and remembers it for the others.
 * A row stands on up to a dozen lists, the header on all pages.
 */
function onceFilter(templates: nunjucks.Environment, template: string, name: string) {
  const known = new WeakMap<object, nunjucks.runtime.SafeString>();
  return (thing: object) => {
    const rendered =
      known.get(thing) ??
      new nunjucks.runtime.SafeString(templates.render(template, { [name]: thing }));
    known.set(thing, rendered);
    return rendered;
  };
}

/** Rendered parts as one, which is as safe as they are. */
function join(parts: readonly nunjucks.runtime.SafeString[]): nunjucks.runtime.SafeString {
  return new nunjucks.runtime.SafeString(parts.join(""));
}
