/** The emulator's clock, which tests can move. */

export type Clock = {
  now(): Date;
  /** Moves the clock, which continues from there. */
  advance(milliseconds: number): void;
  set(date: Date): void;
};

/** A clock that follows `source`, by default the machine's clock, until it is moved. */
export function movableClock(source: () => Date = () => new Date()): Clock {
  let offset = 0;
  return {
    now: () => new Date(source().getTime() + offset),
    advance(milliseconds) {
      offset += milliseconds;
    },
    set(date) {
      offset = date.getTime() - source().getTime();
    },
  };
}

/** The time in GitHub's format: UTC, to the second. */
export function momentOf(date: Date): string {
  return date.toISOString().replace(/\.\d+Z$/, "Z");
}
