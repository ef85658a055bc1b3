/** A mutex: runs one piece of work at a time. */

export class Lock {
  #last: Promise<unknown> = Promise.resolve();

  /** Runs `work` once all earlier work is done. */
  run<Result>(work: () => Promise<Result>): Promise<Result> {
    const turn = this.#last.then(work, work);
    this.#last = turn.catch(() => undefined);
    return turn;
  }
}
