import { setTimeout } from "node:timers/promises";
import type { GitHub } from "../client.ts";
import { isOutage } from "../errors.ts";

const tries = 4;

/** For Octokit: an outage is not answered by asking blindly again. */
export const noBlindRetry = { request: { retries: 0 } };

/**
 * Makes something that GitHub would make a second time if it were asked twice. A request can be
 * carried out although its answer is lost, so what is to be made is looked for before every try.
 *
 * @param create is to ask with `noBlindRetry`
 */
export async function makeOnce<T>(
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
      if (!isOutage(error) || count === tries) throw error;
      await setTimeout(retryDelay * count ** 2);
    }
  }
}
