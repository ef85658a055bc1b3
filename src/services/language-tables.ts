/**
 * Stands in Node in the place of `#language-tables`, by which the core tells languages apart: its tables take
 * a third of the time in which a command starts, and few commands need them. So they come with the first
 * question. package.json says where it stands in; in a page admin/language-later.ts does the like.
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

/** By its path, for the package offers itself to `import` alone, which cannot be done on the spot. */
function load(): typeof Detector {
  const path = fileURLToPath(import.meta.resolve("eld/extrasmall"));
  return (require(path) as { eld: typeof Detector }).eld;
}
