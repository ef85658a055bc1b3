/**
 * Replaces `#language-tables` in Node (see package.json), and loads the tables for language detection on first
 * use: they take a third of a command's startup time, and few commands need them. In a page,
 * admin/language-later.ts does the same.
 */
import { createRequire } from "node:module";
import { fileURLToPath } from "node:url";
import type { eld as Detector } from "eld/extrasmall";

const require = createRequire(import.meta.url);

let detector: Pick<typeof Detector, "detect"> | undefined;

export const eld = {
  detect(text: string) {
    detector ??= load();
    return detector.detect(text);
  },
};

/** By path, because the package only supports `import`, which is asynchronous. */
function load(): typeof Detector {
  const path = fileURLToPath(import.meta.resolve("eld/extrasmall"));
  return (require(path) as { eld: typeof Detector }).eld;
}
