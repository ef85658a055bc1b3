/** Tracks whether the runner is working: a model of time must know when everything waits for the model. */
import { setImmediate } from "node:timers/promises";

export class Activity {
  #count = 0;
  readonly #listeners: (() => void)[] = [];

  /** Counts work as active until it has succeeded or failed. */
  async during<Result>(work: Promise<Result>): Promise<Result> {
    this.#count += 1;
    try {
      return await work;
    } finally {
      this.#count -= 1;
      if (this.#count === 0) for (const listener of this.#listeners.splice(0)) listener();
    }
  }

  /** Resolves when no work is active. */
  async ended(): Promise<void> {
    do {
      if (this.#count > 0) await new Promise<void>((resolve) => this.#listeners.push(resolve));
      // Whatever waited for the work continues first, and may start more.
      await setImmediate();
    } while (this.#count > 0);
  }
}
