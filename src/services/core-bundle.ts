/**
 * Programs of pages that read, check and show posts: the core itself, without what a page cannot have or
 * need not have. Its policy lets it compile nothing, so the templates and the schema are compiled here.
 */
import { readFile } from "node:fs/promises";
import { fileURLToPath } from "node:url";
import { _ } from "ajv";
import standaloneCode from "ajv/dist/standalone/index.js";
import type { Plugin } from "esbuild";
import type { BoardConfig } from "../board/config.ts";
import { schemaFor } from "../board/job/board-schema.ts";
import { createAjv } from "../board/job/validator.ts";
import type { Bundle } from "./bundle.ts";
import { bundle } from "./bundle.ts";
import { leanModules } from "./lean-modules.ts";
import { compiledTemplates } from "./template-bundle.ts";

const root = fileURLToPath(new URL("../..", import.meta.url));

/**
 * Bundles programs of one board, each given by the address it will have.
 *
 * @param templates names of the templates that they render or that those include
 */
export function bundleCore(
  sources: Readonly<Record<string, string>>,
  templates: readonly string[],
  config: BoardConfig,
): Promise<Bundle[]> {
  return bundle(sources, {
    alias: { nunjucks: "nunjucks/browser/nunjucks-slim.js" },
    inject: [`${root}src/site/browser/buffer.ts`],
    plugins: [
      withoutEval,
      compiledTemplates(templates),
      instead(
        "settings",
        /^virtual:board-config$/,
        `export const boardConfig = ${JSON.stringify(withoutReviewers(config))}`,
      ),
      instead("validator", /^\.\/validator\.ts$/, compiledValidator(config)),
      ...Object.entries(leanModules).map(([name, text]) => instead(name, exactly(name), text)),
      instead("language", /^#language-tables$/, noLanguage),
      instead("engines", /^\.\/lib\/engines$|^\.\/engines$/, "module.exports = {}"),
    ],
  });
}

/** nunjucks looks for the global object by compiling code first, which the browser refuses, and reports. */
const withoutEval: Plugin = {
  name: "without eval",
  setup({ onLoad }) {
    onLoad({ filter: /nunjucks-slim\.js$/ }, async ({ path }) => {
      const source = await readFile(path, "utf8");
      return { contents: source.replace('Function("return this")()', "globalThis") };
    });
  },
};

/** Puts a text in the place of a module. */
function instead(name: string, path: RegExp, contents: string): Plugin {
  return {
    name,
    setup({ onResolve, onLoad }) {
      onResolve({ filter: path }, () => ({ path: name, namespace: name }));
      onLoad({ filter: /./, namespace: name }, () => ({
        contents,
        resolveDir: `${root}src/board/job`,
      }));
    },
  };
}

function exactly(name: string): RegExp {
  return new RegExp(`^${RegExp.escape(name)}$`);
}

/** What reviewers decide by is no matter of what a post looks like. */
function withoutReviewers(config: BoardConfig): BoardConfig {
  return { ...config, criteria: [], review: { ...config.review, reviewers: [], reasons: [] } };
}

/** In the place of `src/board/job/validator.ts`. */
function compiledValidator(config: BoardConfig): string {
  const ajv = createAjv({ source: true, esm: true, formats: _`formats` });
  const code = standaloneCode.default(ajv, ajv.compile(schemaFor(config)));
  return `import { formats } from "./formats.ts";\n${code}\nexport function validatorFor() { return validate; }`;
}

/**
 * The tables by which languages are told apart are larger than all the rest, and serve advice that the
 * bot gives too: here every text is one whose language is not sure.
 */
const noLanguage =
  'export const eld = { detect: () => ({ language: "", isReliable: () => false }) };';
