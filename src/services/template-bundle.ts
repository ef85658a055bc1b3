/** Precompiles the site's templates, for pages that render them without eval. */
import { readdir } from "node:fs/promises";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import type { Plugin } from "esbuild";
import nunjucks from "nunjucks";

const templates = fileURLToPath(new URL("../site/_includes", import.meta.url));

/**
 * Provides `virtual:site-templates` for `nunjucks.PrecompiledLoader`.
 *
 * @param wanted names of the templates that the page renders or includes; default: all
 */
export function compiledTemplates(wanted?: readonly string[]): Plugin {
  return {
    name: "compiled templates",
    setup({ onResolve, onLoad }) {
      onResolve({ filter: /^virtual:site-templates$/ }, ({ path }) => ({
        path,
        namespace: "templates",
      }));
      onLoad({ filter: /./, namespace: "templates" }, async () => {
        const names = wanted ?? (await readdir(templates)).filter((name) => name.endsWith(".njk"));
        return { contents: `export default {${names.map(compileTemplate).join(",")}}` };
      });
    },
  };
}

/** A template as a property, in the form that `PrecompiledLoader` expects. */
function compileTemplate(name: string): string {
  const wrapper = (compiled: unknown) => {
    const [{ template }] = compiled as [{ template: string }];
    return `${JSON.stringify(name)}:(() => {${template}})()`;
  };
  return nunjucks.precompile(join(templates, name), { name, wrapper });
}
