/** The environment in which all templates are rendered: escaping, filters and words. */
import nunjucks from "nunjucks";
import * as post from "#words/post.ts";
import type { BoardConfig } from "../board/config.ts";
import { postFilters } from "./filters.ts";

/**
 * The environment that all templates are rendered in. What is printed is escaped, and must exist.
 *
 * @param words what templates know as `words`: modules of the catalogue by short names
 */
export function createTemplates(
  loader: nunjucks.ILoader,
  config: BoardConfig,
  words: Readonly<Record<string, object>> = { post },
): nunjucks.Environment {
  const templates = new nunjucks.Environment(loader, {
    autoescape: true,
    throwOnUndefined: true,
    trimBlocks: true,
    lstripBlocks: true,
  });
  for (const [name, filter] of Object.entries(postFilters(config))) {
    templates.addFilter(name, filter);
  }
  templates.addGlobal("words", words);
  return templates;
}
