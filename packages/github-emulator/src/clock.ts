/** The time of the stand-in, which tests can move. */

export type Clock = {
  now(): Date;
  /** Lets the clock jump; it goes on from there. */
  advance(milliseconds: number): void;
  set(date: Date): void;
};

/** A clock that goes with `source`, by default with the machine's, until it is moved. */
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

/** The moment as GitHub writes it: in UTC, to the second. */
export function momentOf(date: Date): string {
  return date.toISOString().replace(/\.\d+Z$/, "Z");
}
