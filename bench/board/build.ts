/**
 * Builds this board with the settings of the benchmark: all files, or with `--pages` only what the other contenders
 * write as well. The environment works as in `npm run build`.
 */
import { parseArgs } from "node:util";
import { hasErrors } from "../../src/board/problem.ts";
import { buildSite } from "../../src/services/build-site.ts";
import { readEnvironment } from "../../src/services/environment.ts";
import { benchConfig } from "../settings.ts";
import { pagesOnly } from "./pages-only.ts";

const { values } = parseArgs({
  options: { output: { type: "string" }, pages: { type: "boolean" }, clean: { type: "boolean" } },
});
if (!values.output) throw new Error("Name the folder to write to.");
const { output, pages = false, clean = false } = values;

const environment = readEnvironment();
const { problems } = await buildSite({
  output,
  clean,
  config: benchConfig,
  environment,
  async configure(eleventy, earlier) {
    const { configureSite } = await import("../../.eleventy.ts");
    return configureSite(pages ? pagesOnly(eleventy) : eleventy, benchConfig, environment, earlier);
  },
});
if (hasErrors(problems)) throw new Error(JSON.stringify(problems));
