/** Precompiles the site's templates, for pages that render them without eval, and bundles what renders them. */
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import type { Plugin } from "esbuild";
import nunjucks from "nunjucks";

const templates = fileURLToPath(new URL("../site/_includes", import.meta.url));
const nodeModules = fileURLToPath(new URL("../../node_modules", import.meta.url));

/**
 * Provides `virtual:site-templates`, and `nunjucks` with what `createTemplates` needs to render them.
 *
 * @param names of the templates that the page renders, with included ones
 */
export function compiledTemplates(names: readonly string[]): Plugin {
  return {
    name: "compiled templates",
    setup({ onResolve, onLoad }) {
      onResolve({ filter: /^virtual:site-templates$/ }, ({ path }) => ({
        path,
        namespace: "templates",
      }));
      onLoad({ filter: /./, namespace: "templates" }, () => ({
        contents: `export default {${names.map(compileTemplate).join(",")}}`,
      }));
      onResolve({ filter: /./ }, ({ path, resolveDir }) => {
        const isPart = path === "nunjucks" || /\bnunjucks[\\/]src$/.test(resolveDir);
        return isPart && path in renderer ? { path, namespace: "renderer" } : undefined;
      });
      onLoad({ filter: /./, namespace: "renderer" }, ({ path }) => ({
        contents: renderer[path] ?? "",
        resolveDir: nodeModules,
      }));
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

/**
 * Replacements for nunjucks and its parts. Compiled templates need neither a compiler nor a file system, and of its
 * own filters and tests only these.
 */
const renderer: Readonly<Record<string, string>> = {
  nunjucks: `
    import { Environment } from "nunjucks/src/environment.js";
    import { PrecompiledLoader } from "nunjucks/src/precompiled-loader.js";
    export default { Environment, PrecompiledLoader };`,
  "./filters": `
    import { markSafe } from "nunjucks/src/runtime.js";
    export const safe = (text) => markSafe(String(text));`,
  "./tests": "export const defined = (value) => value !== undefined;",
  "./globals": "module.exports = () => ({});",
  "./compiler": "",
  "./loaders": "",
  "./express-app": "",
  asap: "",
  events: "module.exports = function () {};",
  path: "",
};
