import { requireSoundConfig } from "../src/board/config-check.ts";
import { hasErrors } from "../src/board/problem.ts";
import { boardConfig } from "../src/board.config.ts";
import { buildSite, defaultOutput } from "../src/services/build-site.ts";
import { runCommand } from "./command.ts";
import { countProblems, reportProblems } from "./problem-report.ts";

await runCommand(
  {
    usage: "npm run build -- [--output DIR] [--strict]",
    about:
      "Builds the site from the posts in jobs/ (or JOBS_DIR), as of now (or BOARD_NOW).\n" +
      "A post with errors is left out and named; all others are published.",
    options: {
      output: { type: "string", value: "DIR", help: `where to (${defaultOutput})` },
      strict: { type: "boolean", help: "fail if any post had to be left out" },
    },
  },
  async ({ flags }) => {
    requireSoundConfig(boardConfig);
    const problems = await buildSite(flags.output ?? defaultOutput);
    if (!hasErrors(problems)) return 0;
    console.error(`\n${reportProblems(problems, process.stderr)}\n`);
    console.error(`${countProblems(problems)}. A post with an error is left out of the site.`);
    if (!flags.strict) return 0;
    console.error("The build fails because of --strict. Without it the other posts are published.");
    return 1;
  },
);
