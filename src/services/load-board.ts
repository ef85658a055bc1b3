/** Loads the board from the folder of posts, the Git history and the clock. */
import type { BoardConfig } from "../board/config.ts";
import type { Board } from "../board/listing/board.ts";
import { readBoard } from "../board/listing/read-board.ts";
import type { Problem } from "../board/problem.ts";
import { historyMissing } from "../board/words/en/terminal-posts.ts";
import { cityNames } from "./city-names.ts";
import type { Environment } from "./environment.ts";
import { isShallow, postHistories } from "./git.ts";
import { readJobFiles } from "./job-files.ts";

/**
 * Loads the board as it is at `environment.now` from posts, history and clock, with the problems of posts that
 * are left out.
 */
export async function loadBoard(
  config: BoardConfig,
  environment: Pick<Environment, "jobsDir" | "now">,
): Promise<{ board: Board; problems: Problem[] }> {
  const { jobsDir, now } = environment;
  const sources = await readJobFiles(jobsDir, await postHistories(jobsDir, now));
  const { board, problems } = readBoard(sources, config, now, cityNames);
  if (board.live.length > 0 && !config.demo && (await isShallow(jobsDir))) {
    problems.push(shallow);
  }
  return { board, problems };
}

/** Samples have their own dates; other live posts need the full history. */
const shallow: Problem = {
  file: "jobs",
  field: null,
  rule: "history",
  severity: "error",
  ...historyMissing,
};
