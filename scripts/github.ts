/** The repository that a command works on, what its token allows, and the loop through issues and pull requests. */

import * as words from "#words/terminal.ts";
import { maxFileBytes } from "../src/board/job/file.ts";
import { GitObjects } from "../src/services/git-objects.ts";
import type { GitHub } from "../src/services/github/client.ts";
import { connectGitHub } from "../src/services/github/client.ts";
import { actsAsBot } from "../src/services/github/facts/accounts.ts";
import { RateLimitError } from "../src/services/github/rate-limit.ts";
import type { Context } from "./command.ts";
import { reportFailure } from "./review-report.ts";

export function connect({ environment, config }: Context): GitHub {
  return connectGitHub(environment.github, config.repository);
}

/** A temporary repository for the objects of pull requests, in which posts are read up to their maximum size. */
export function openObjects({ remote }: GitHub): Promise<GitObjects> {
  return GitObjects.open(remote, { blobBytes: maxFileBytes });
}

/** Throws an Error if there is no token. */
export function requireToken({ hasToken }: GitHub, message = words.tokenMissing): void {
  if (!hasToken) throw new Error(message);
}

/**
 * Throws an Error unless the token is the bot's: the bot recognizes only its own comments and
 * issues, in which it records what it has sent.
 */
export async function requireBot(github: GitHub, workflow: string): Promise<void> {
  if (!github.hasToken || !(await actsAsBot(github))) {
    throw new Error(words.botOnly(workflowPage(github, workflow)));
  }
}

/** Where people see a workflow and can start it. */
export function workflowPage({ url }: GitHub, workflow: string): string {
  return `${url}/actions/workflows/${workflow}`;
}

/**
 * Handles items one at a time. If one fails, the failure is reported and the others are still handled, unless it is
 * GitHub’s limit: then the others would fail as well.
 *
 * @param batch.requests the most requests that one item may take: many times what an ordinary one needs
 * @param handle resolves to whether all went well
 * @returns the items with which not all went well; `limit`: if that is why it stopped
 */
export async function handleEach<Item>(
  items: readonly Item[],
  batch: { github: GitHub; requests: number; nameOf: (item: Item) => string; context: Context },
  handle: (item: Item) => Promise<boolean>,
): Promise<{ failed: Item[]; limit?: RateLimitError }> {
  const failed: Item[] = [];
  for (const [index, item] of items.entries()) {
    try {
      batch.github.allowance.left = batch.requests;
      if (!(await handle(item))) failed.push(item);
    } catch (error) {
      batch.context.printError(reportFailure(batch.nameOf(item), error));
      failed.push(item);
      if (!(error instanceof RateLimitError)) continue;
      return { failed: [...failed, ...items.slice(index + 1)], limit: error };
    }
  }
  return { failed };
}

/** Reports a failure instead of throwing it, so that whatever comes next is still done. */
export async function attempt(
  what: string,
  { printError }: Pick<Context, "printError">,
  work: () => Promise<boolean>,
): Promise<boolean> {
  try {
    return await work();
  } catch (error) {
    printError(reportFailure(what, error));
    return false;
  }
}
