/** What is to happen at which moment, in milliseconds since 1970. */

export type Task = () => Promise<void>;

export class Timeline {
  readonly #entries: { at: number; task: Task }[] = [];
  readonly #onMove: (now: number) => void;
  #now: number;

  /** @param onMove told of each moment before something happens in it */
  constructor(start: number, onMove: (now: number) => void) {
    this.#now = start;
    this.#onMove = onMove;
  }

  /** The moment of what happens now. */
  get now(): number {
    return this.#now;
  }

  /** What is late happens next; what has the same moment, in the order in which it was added. */
  add(at: number, task: Task): void {
    const later = this.#entries.findIndex((entry) => entry.at > at);
    this.#entries.splice(later < 0 ? this.#entries.length : later, 0, { at, task });
  }

  /** Moves on to the next task and does it. Resolves to `false` if there is none before a moment. */
  next(until = Number.POSITIVE_INFINITY): Promise<boolean> {
    const [entry] = this.#entries;
    if (!entry || entry.at >= until) return Promise.resolve(false);
    this.#entries.shift();
    this.#now = Math.max(this.#now, entry.at);
    this.#onMove(this.#now);
    return entry.task().then(() => true);
  }
}
