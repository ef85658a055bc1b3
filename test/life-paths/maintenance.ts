/** Daily maintenance on the GitHub emulator, with the bot’s token and a separate clone. */
import { readEnvironment } from "../../src/services/environment.ts";
import { fetchPostsWithHistory } from "../../src/services/git-posts.ts";
import type { GitHub } from "../../src/services/github/client.ts";
import { connectGitHub } from "../../src/services/github/client.ts";
import type { MaintenanceResult } from "../../src/services/github/housekeeping.ts";
import { runMaintenance } from "../../src/services/github/housekeeping.ts";
import type { Scene } from "../review-paths/scene.ts";

/** The permissions of the workflow jobs that maintain the board. */
const permissions = {
  contents: "write",
  "pull-requests": "write",
  issues: "write",
  statuses: "write",
  actions: "write",
} as const;

/** A GitHub client that acts as the bot. */
export function botOf({ board, github }: Scene): GitHub {
  const { apiUrl, origin: serverUrl } = github;
  const token = github.installationToken(board.repository, permissions);
  const access = { apiUrl, serverUrl, token };
  return connectGitHub(access, board.config.repository, { retryDelay: 1 });
}

/**
 * Runs maintenance once, at the emulator’s current time.
 *
 * @param meanwhile called each time the posts have been read, before they are used
 */
export async function maintain(
  scene: Scene,
  meanwhile: () => unknown = () => undefined,
): Promise<MaintenanceResult> {
  const { board, github } = scene;
  const bot = botOf(scene);
  const remote = { url: `${bot.url}.git`, branch: bot.branch };
  const { now } = readEnvironment({ BOARD_NOW: github.clock.now().toISOString() });
  return await runMaintenance({
    github: bot,
    config: board.config,
    now,
    posts: async () => {
      const read = await fetchPostsWithHistory(board.clone, remote, { config: board.config, now });
      await meanwhile();
      return read;
    },
  });
}
