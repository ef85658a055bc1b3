/** `npm run build`: builds the site. */
import { hasErrors } from "../src/board/problem.ts";
import { build as words } from "../src/board/words/en/terminal-posts.ts";
import { buildSite, defaultOutput } from "../src/services/build-site.ts";
import { defineCommand, startCommand } from "./command.ts";
import { countProblems, reportProblems } from "./problem-report.ts";

const { output, strict } = words.options;

const definition = {
  usage: words.usage,
  about: words.about,
  options: {
    output: { type: "string", ...output, help: output.help(defaultOutput) },
    strict: { type: "boolean", ...strict },
  },
} as const;

/** Always of the project in the working folder of the process, where Eleventy looks for everything. */
export const command = defineCommand(definition, async ({ printError, stderr }, { flags }) => {
  const problems = await buildSite(flags.output ?? defaultOutput);
  if (!hasErrors(problems)) return 0;
  printError(`\n${reportProblems(problems, stderr)}\n`);
  printError(words.leftOut(countProblems(problems)));
  if (!flags.strict) return 0;
  printError(words.strictFailed);
  return 1;
});

if (import.meta.main) await startCommand(command);
