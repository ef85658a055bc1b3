/** Creates something on GitHub once, even if the answer to an earlier attempt was lost. */
import { setTimeout } from "node:timers/promises";
import type { GitHub } from "../client.ts";
import { isOutage } from "../errors.ts";

const attempts = 4;

/** For Octokit: do not repeat the request. `createOnce` does, after checking whether it is needed. */
export const noBlindRetry = { request: { retries: 0 } };

/**
 * Creates something that GitHub would create a second time if it were asked twice. A request can succeed although
 * its answer is lost, so each attempt looks for an earlier result first.
 *
 * @param create must send its request with `noBlindRetry`
 */
export async function createOnce<T>(
  { retryDelay }: Pick<GitHub, "retryDelay">,
  find: () => Promise<T | undefined>,
  create: () => Promise<T>,
): Promise<{ made: boolean; thing: T }> {
  for (let count = 1; ; count += 1) {
    const found = await find();
    if (found !== undefined) return { made: count > 1, thing: found };
    try {
      return { made: true, thing: await create() };
    } catch (error) {
      if (!isOutage(error) || count === attempts) throw error;
      await setTimeout(retryDelay * count ** 2);
    }
  }
}
