import nunjucks from "nunjucks";
import type { BoardConfig } from "../board/config.ts";
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
  return templates;
}
