/**
 * What GitHub does in the background, so that nobody sees it at once: it tries out merges and fills lists. It is
 * counted in looks rather than in seconds, so that a program under test waits for what it sees, and for no clock.
 */
import type { Clock } from "./clock.ts";
import type { Pull } from "./state.ts";

/** `instant` leaves all waiting out, for tests that are not about it. */
export type TimingOption = "realistic" | "instant";

/** How often somebody looks, or asks in vain to merge, before GitHub knows whether a pull request can be merged. */
const looksUntilTried = 2;

/** Milliseconds after which lists have what is new, whether somebody has looked or not. */
const longestUnlisted = 10_000;

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
  readonly #clock: Clock;
  /** What is new, and since when, in milliseconds. */
  readonly #unlisted = new WeakMap<object, number>();

  constructor(option: TimingOption, clock: Clock) {
    this.#isInstant = option === "instant";
    this.#clock = clock;
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

  /** Something new, which the first list that ought to have it does not have yet, if it is read at once. */
  add(item: object): void {
    if (!this.#isInstant) this.#unlisted.set(item, this.#clock.now().getTime());
  }

  /** What a list has. The next look finds what this one misses. */
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
