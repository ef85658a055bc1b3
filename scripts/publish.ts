/**
 * Has the site of the board's branch built and published, as it is now. For workflows: what is called as a
 * part of a run has the commit with which the run began, and would bring back the site of before.
 */
import { requireSoundConfig } from "../src/board/config-check.ts";
import { boardConfig } from "../src/board.config.ts";
import { readEnvironment } from "../src/services/environment.ts";
import { publish } from "../src/services/github/actions/publish.ts";
import { connectGitHub } from "../src/services/github/client.ts";
import type { ExitCode } from "./command.ts";
import { runCommand } from "./command.ts";

const command = {
  usage: "node scripts/publish.ts",
  about:
    "Has GitHub build and publish the site as it is now. Needs a token that may start workflows.",
  options: {},
} as const;

await runCommand(command, async (): Promise<ExitCode> => {
  requireSoundConfig(boardConfig);
  const github = connectGitHub(readEnvironment().github, boardConfig.repository);
  await publish(github);
  console.log(`Asked for it: ${github.url}/actions/workflows/publish.yml`);
  return 0;
});
