/**
 * Simulates GitHub's background work, which is not visible at once: test merges and lists. It is
 * counted in requests rather than seconds, so that a program under test waits for a response, not for a clock.
 */
import type { Clock } from "./clock.ts";
import type { Pull } from "./state.ts";

/** `instant` turns all delays off, for tests that are not about them. */
export type TimingOption = "realistic" | "instant";

/** How many requests, including failed merges, it takes until GitHub knows whether a pull request can be merged. */
const looksUntilTried = 2;

/** Milliseconds after which lists have new items, even if nobody has requested the list. */
const longestUnlisted = 10_000;

type Trial = {
  base: string;
  head: string;
  looks: number;
  /** What started it. */
  cause: "head" | "base";
};

export class Timing {
  readonly #isInstant: boolean;
  readonly #trials = new WeakMap<Pull, Trial>();
  readonly #clock: Clock;
  /** New items, and since when, in milliseconds. */
  readonly #unlisted = new WeakMap<object, number>();

  constructor(option: TimingOption, clock: Clock) {
    this.#isInstant = option === "instant";
    this.#clock = clock;
  }

  /** Whether the test merge of these commits is done. Another base or head starts it again. */
  isTried(pull: Pull, base: string): boolean {
    return this.#isInstant || this.#trialOf(pull, base).looks >= looksUntilTried;
  }

  /** Counts a look at whether a pull request can be merged. */
  look(pull: Pull): void {
    const trial = this.#trials.get(pull);
    if (trial) trial.looks += 1;
  }

  /** GitHub's error if somebody merges too early; `undefined` if not. Counts as a look. */
  refusal(pull: Pull, base: string): string | undefined {
    if (this.isTried(pull, base)) return undefined;
    this.look(pull);
    return this.#trialOf(pull, base).cause === "base"
      ? "Base branch was modified. Review and try the merge again."
      : "Pull Request is not mergeable";
  }

  /** Adds a new item, which is missing from the first list that is requested at once. */
  add(item: object): void {
    if (!this.#isInstant) this.#unlisted.set(item, this.#clock.now().getTime());
  }

  /** Filters a list. The next request finds what is missing in this one. */
  listed<Item extends object>(items: readonly Item[]): Item[] {
    const now = this.#clock.now().getTime();
    return items.filter((item) => {
      const added = this.#unlisted.get(item);
      this.#unlisted.delete(item);
      return added === undefined || now - added > longestUnlisted;
    });
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
