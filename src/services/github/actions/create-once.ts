/** Creates something on GitHub once, even if the answer to an earlier attempt was lost. */
import { setTimeout } from "node:timers/promises";
import type { GitHub } from "../client.ts";
import { isOutage, statusOf, wordsOf } from "../errors.ts";

const attempts = 4;

/** For Octokit: do not repeat the request. `createOnce` does, after checking whether it is needed. */
export const noBlindRetry = { request: { retries: 0 } };

/**
 * Creates something that GitHub would create a second time if it were asked twice. A request can succeed although
 * its answer is lost, so each attempt looks for an earlier result first. For some seconds GitHub’s lists may not show
 * it yet: then GitHub refuses to create it again, and this looks again.
 *
 * @param create must send its request with `noBlindRetry`
 * @param options.lookFirst `false` if it is known not to exist: then only a repeated attempt looks first
 */
export async function createOnce<T>(
  { retryDelay }: Pick<GitHub, "retryDelay">,
  find: () => Promise<T | undefined>,
  create: () => Promise<T>,
  { lookFirst = true } = {},
): Promise<{ made: boolean; thing: T }> {
  let isAnswerLost = false;
  for (let count = 1; ; count += 1) {
    const found = lookFirst || count > 1 ? await find() : undefined;
    if (found !== undefined) return { made: isAnswerLost, thing: found };
    try {
      return { made: true, thing: await create() };
    } catch (error) {
      isAnswerLost ||= isOutage(error);
      if (!(isOutage(error) || isThereAlready(error)) || count === attempts) throw error;
      await setTimeout(retryDelay * count ** 2);
    }
  }
}

function isThereAlready(error: unknown): boolean {
  return statusOf(error) === 422 && /already exists/i.test(wordsOf(error));
}
