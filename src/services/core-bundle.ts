/**
 * Bundles scripts of pages that read, check and render posts with the core, without parts that pages cannot
 * use or do not need. Their policy forbids eval, so templates and schema are compiled here.
 */
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
 * Bundles scripts of one board, keyed by their future addresses.
 *
 * @param templates names of the templates that they render, with included ones
 */
export function bundleCore(
  sources: Readonly<Record<string, string>>,
  templates: readonly string[],
  config: BoardConfig,
): Promise<Bundle[]> {
  return bundle(sources, {
    inject: [`${root}src/site/browser/buffer.ts`],
    plugins: [
      compiledTemplates(templates),
      instead(
        "settings",
        /^virtual:board-config$/,
        `export const boardConfig = ${JSON.stringify(forPages(config))}`,
      ),
      instead("validator", /^\.\/validator\.ts$/, compiledValidator(config)),
      leanModules,
      instead("language", /^#language-tables$/, noLanguage),
    ],
  });
}

/** Replaces a module with a text. */
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

/** Neither how posts are reviewed nor where the site is published affects how a post looks. */
function forPages(config: BoardConfig): BoardConfig {
  const review = { ...config.review, reviewers: [], reasons: [] };
  return { ...config, criteria: [], review, host: null, closedPageYears: null };
}

/**
 * Replaces `src/board/job/validator.ts`. The schema with its code lists is in the page anyway, and nothing reads where
 * in it an error comes from.
 */
function compiledValidator(config: BoardConfig): string {
  const ajv = createAjv({ source: true, esm: true, formats: _`formats` });
  const schema = schemaFor(config);
  const whole = standaloneCode.default(ajv, ajv.compile(schema));
  const written = JSON.stringify(schema);
  if (!whole.includes(written)) throw new Error("Ajv writes the schema in another way now.");
  const code = whole
    .replace(written, "schemaFor(boardConfig)")
    .replaceAll(/schemaPath:"[^"]*",/g, "");
  return `
    import { boardConfig } from "virtual:board-config";
    import { schemaFor } from "./board-schema.ts";
    import { formats } from "./formats.ts";
    ${code}
    export function validatorFor() { return validate; }`;
}

/**
 * The tables for language detection are larger than everything else, and only serve advice that the bot gives
 * too. Here no language is ever detected.
 */
const noLanguage =
  'export const eld = { detect: () => ({ language: "", isReliable: () => false }) };';
