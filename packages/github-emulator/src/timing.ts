/**
 * What GitHub does in the background, so that nobody sees it at once: it tries out merges and fills lists. It is
 * counted in looks rather than in seconds, so that a program under test waits for what it sees, and for no clock.
 */
import type { Pull } from "./state.ts";

/** `instant` leaves all waiting out, for tests that are not about it. */
export type TimingOption = "realistic" | "instant";

/** How often somebody looks, or asks in vain to merge, before GitHub knows whether a pull request can be merged. */
const looksUntilTried = 2;

type Trial = {
  base: string;
  head: string;
  looks: number;
  /** What made it necessary. */
  cause: "head" | "base";
};

export class Timing {
  readonly #isInstant: boolean;
  readonly #trials = new WeakMap<Pull, Trial>();
  readonly #unlisted = new WeakSet<object>();

  constructor(option: TimingOption) {
    this.#isInstant = option === "instant";
  }

  /** Whether merging has been tried out with these commits. Another base or head starts the trial again. */
  isTried(pull: Pull, base: string): boolean {
    return this.#isInstant || this.#trialOf(pull, base).looks >= looksUntilTried;
  }

  /** Somebody has seen whether a pull request can be merged, or that this is not known yet. */
  look(pull: Pull): void {
    const trial = this.#trials.get(pull);
    if (trial) trial.looks += 1;
  }

  /** What GitHub answers to who asks too early to merge; `undefined` to who does not. It counts as a look. */
  refusal(pull: Pull, base: string): string | undefined {
    if (this.isTried(pull, base)) return undefined;
    this.look(pull);
    return this.#trialOf(pull, base).cause === "base"
      ? "Base branch was modified. Review and try the merge again."
      : "Pull Request is not mergeable";
  }

  /** Something new, which the first list that ought to have it does not have yet. */
  add(item: object): void {
    if (!this.#isInstant) this.#unlisted.add(item);
  }

  /** What a list has. The next look finds what this one misses. */
  listed<Item extends object>(items: readonly Item[]): Item[] {
    return items.filter((item) => !this.#unlisted.delete(item));
  }

  #trialOf(pull: Pull, base: string): Trial {
    const head = pull.headSha;
    const known = this.#trials.get(pull);
    if (known?.base === base && known.head === head) return known;
    const trial: Trial = { base, head, looks: 0, cause: known?.head === head ? "base" : "head" };
    this.#trials.set(pull, trial);
    return trial;
  }
}
