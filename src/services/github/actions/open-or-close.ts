/** Closes and reopens pull requests. */
import type { GitHub } from "../client.ts";
import { statusOf, wordsOf } from "../errors.ts";
import type { Outcome } from "./outcome.ts";
import { done } from "./outcome.ts";

/** Closes or reopens a pull request. GitHub refuses to reopen one whose branch was deleted or force-pushed. */
export async function openOrClose(
  github: GitHub,
  pull: number,
  state: "open" | "closed",
): Promise<Outcome> {
  try {
    await github.rest.pulls.update({ ...github.at, pull_number: pull, state });
    return done;
  } catch (error) {
    if (statusOf(error) !== 422) throw error;
    return { outcome: "refused", because: wordsOf(error) };
  }
}
