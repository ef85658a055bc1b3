import type { BoardConfig } from "../board/config.ts";
import type { Board } from "../board/listing/board.ts";
import { readBoard } from "../board/listing/read-board.ts";
import type { Problem } from "../board/problem.ts";
import type { Environment } from "./environment.ts";
import { firstListedDays } from "./git.ts";
import { readJobFiles } from "./job-files.ts";

/** Gathers posts, history and clock into the board as it is at `environment.now`. */
export async function loadBoard(
  config: BoardConfig,
  environment: Environment,
): Promise<{ board: Board; problems: Problem[] }> {
  const firstListed = await firstListedDays(environment.jobsDir);
  const sources = await readJobFiles(environment.jobsDir, firstListed);
  return readBoard(sources, config, environment.now);
}
