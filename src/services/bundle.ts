/** Bundles styles and browser scripts. */
import { createHash } from "node:crypto";
import type { BuildOptions } from "esbuild";
import { build } from "esbuild";
import { language } from "#words/language.ts";

export type Bundle = { address: string; content: string; version: string };

/** The oldest supported browsers: features of all major browsers since spring 2023 are not transpiled. */
const target = ["chrome111", "edge111", "firefox113", "safari16.4", "ios16.4"];

/** How packages and words are resolved: with the words of this process, whatever has chosen those. */
export const conditions = ["module", `words-${language}`];

/**
 * Bundles each source, keyed by its future address.
 *
 * @param more further options of the bundler, for larger scripts
 */
export function bundle(
  sources: Readonly<Record<string, string>>,
  more: BuildOptions & { write?: never } = {},
): Promise<Bundle[]> {
  return Promise.all(
    Object.entries(sources).map(async ([address, source]) => {
      const { outputFiles } = await build({
        ...more,
        entryPoints: [source],
        bundle: true,
        minify: true,
        write: false,
        target,
        conditions,
        format: "esm",
        legalComments: "none",
      });
      const content = outputFiles[0]?.text ?? "";
      const version = createHash("sha256").update(content).digest("hex").slice(0, 8);
      return { address, content, version };
    }),
  );
}
