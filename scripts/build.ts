/** `npm run build`: builds the site. */
import { appendFile, readFile } from "node:fs/promises";
import { build as words } from "#words/terminal-posts.ts";
import { requireReadableColors, tokensFile } from "../src/board/look/tokens.ts";
import { nearLimits } from "../src/board/maintenance/host-limits.ts";
import { hasErrors } from "../src/board/problem.ts";
import { buildSite, defaultOutput } from "../src/services/build-site.ts";
import { defineCommand, startCommand } from "./command.ts";
import { countProblems, reportProblems } from "./problem-report.ts";

const { output, clean, strict } = words.options;

const definition = {
  usage: words.usage,
  about: words.about,
  options: {
    output: { type: "string", ...output, help: output.help(defaultOutput) },
    clean: { type: "boolean", ...clean },
    strict: { type: "boolean", ...strict },
  },
} as const;

/** Always of the project in the working folder of the process, where Eleventy looks for everything. */
export const command = defineCommand(definition, async (context, { flags }) => {
  const { config, environment, print, printError, stderr } = context;
  const started = performance.now();
  requireReadableColors(await readFile(tokensFile, "utf8"));
  const { problems, written, size } = await buildSite({
    output: flags.output ?? defaultOutput,
    clean: flags.clean ?? false,
    config,
    environment,
    async configure(eleventy, earlier) {
      const { configureSite } = await import("../.eleventy.ts");
      return configureSite(eleventy, config, environment, earlier);
    },
  });
  print(words.built(written, size.files, (performance.now() - started) / 1000));
  if (environment.outputFile && config.host !== "github-pages") {
    await appendFile(environment.outputFile, `other-host=${config.host ?? "none"}\n`);
  }
  for (const near of nearLimits(size, config.host)) printError(words.nearLimit(near));
  if (!hasErrors(problems)) return 0;
  printError(`\n${reportProblems(problems, stderr)}\n`);
  printError(words.leftOut(countProblems(problems)));
  if (!flags.strict) return 0;
  printError(words.strictFailed);
  return 1;
});

if (import.meta.main) await startCommand(command);
