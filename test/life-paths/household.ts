/** Housekeeping at the stand-in for GitHub, with the bot's own token and a clone of its own. */

import { readEnvironment } from "../../src/services/environment.ts";
import { fetchPostsWithHistory } from "../../src/services/git-posts.ts";
import type { GitHub } from "../../src/services/github/client.ts";
import { connectGitHub } from "../../src/services/github/client.ts";
import type { Kept } from "../../src/services/github/housekeeping.ts";
import { keepHouse } from "../../src/services/github/housekeeping.ts";
import type { Scene } from "../review-paths/scene.ts";

/** What the jobs of workflows may do that look after the board. */
const permissions = {
  contents: "write",
  "pull-requests": "write",
  issues: "write",
  statuses: "write",
  actions: "write",
} as const;

/** GitHub as the bot sees it. */
export function botOf({ board, github }: Scene): GitHub {
  const { apiUrl, origin: serverUrl } = github;
  const token = github.installationToken(board.repository, permissions);
  const access = { apiUrl, serverUrl, token };
  return connectGitHub(access, board.config.repository, { retryDelay: 1 });
}

/**
 * Does it once, as it is at the stand-in's moment.
 *
 * @param meanwhile called whenever the posts have been read, before anything is done about them
 */
export async function keepsHouse(
  scene: Scene,
  meanwhile: () => unknown = () => undefined,
): Promise<Kept> {
  const { board, github } = scene;
  const bot = botOf(scene);
  const remote = { url: `${bot.url}.git`, branch: bot.branch };
  return await keepHouse({
    github: bot,
    config: board.config,
    now: readEnvironment({ BOARD_NOW: github.clock.now().toISOString() }).now,
    posts: async () => {
      const read = await fetchPostsWithHistory(board.clone, remote);
      await meanwhile();
      return read;
    },
  });
}
