/** Loads the board from the folder of posts, the Git history and the clock. */

import { shallowClone } from "#words/terminal-errors.ts";
import type { BoardConfig } from "../board/config.ts";
import type { Board } from "../board/listing/board.ts";
import { readBoard } from "../board/listing/read-board.ts";
import type { Problem } from "../board/problem.ts";
import { cityNames } from "./city-names.ts";
import type { Environment } from "./environment.ts";
import type { PostsWithHistory } from "./needed-history.ts";
import { readPostsWithHistory } from "./needed-history.ts";

/**
 * Loads the board as it is at `environment.now` from posts, history and clock, with the problems of posts that
 * are left out. Throws an Error if the days of posts are unknown, because a clone lacks part of its history.
 *
 * @param given the posts, if they are read already
 */
export async function loadBoard(
  config: BoardConfig,
  environment: Pick<Environment, "jobsDir" | "now">,
  given?: PostsWithHistory,
): Promise<{ board: Board; problems: Problem[] }> {
  const { jobsDir, now } = environment;
  const { sources, isComplete } = given ?? (await readPostsWithHistory(jobsDir, config, now));
  if (!isComplete) throw new Error(shallowClone);
  return readBoard(sources, config, now, cityNames);
}
