/** Whether the runner is at work by itself: a model of time has to know when all that it does will wait for it. */
import { setImmediate } from "node:timers/promises";

export class Activity {
  #count = 0;
  readonly #listeners: (() => void)[] = [];

  /** Counts work as going on until it has ended, well or not. */
  async during<Result>(work: Promise<Result>): Promise<Result> {
    this.#count += 1;
    try {
      return await work;
    } finally {
      this.#count -= 1;
      if (this.#count === 0) for (const listener of this.#listeners.splice(0)) listener();
    }
  }

  /** Resolves when no work goes on. */
  async ended(): Promise<void> {
    do {
      if (this.#count > 0) await new Promise<void>((resolve) => this.#listeners.push(resolve));
      // What waited for the work goes on first, and may begin more.
      await setImmediate();
    } while (this.#count > 0);
  }
}
