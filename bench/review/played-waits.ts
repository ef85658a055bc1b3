/** Waits of commands that pass in played time: the process does not wait, and hears how long they were. */
import { syncBuiltinESMExports } from "node:module";
import timers, { setImmediate } from "node:timers/promises";

/** The milliseconds after which smtp-server, as a mail server for tests, greets. That is part of what a message takes. */
const greeting = 100;

/** In milliseconds. Shorter timers are not worth it; longer ones limit how long something may take. */
const pauses = { from: 1000, to: 29_000 };

/**
 * Does work during which `setTimeout` of node:timers/promises resolves at once, wherever it was imported, and timers
 * of pauses strike at once, such as those before Octokit's retries.
 *
 * @param onWait told of each wait, in milliseconds
 */
export async function withPlayedWaits<Result>(
  onWait: (milliseconds: number) => void,
  work: () => Promise<Result>,
): Promise<Result> {
  const real = timers.setTimeout;
  const realTimer = globalThis.setTimeout;
  const isPause = (milliseconds: number) =>
    milliseconds >= pauses.from && milliseconds <= pauses.to;
  timers.setTimeout = async <Value>(milliseconds = 1, value?: Value): Promise<Value> => {
    onWait(milliseconds);
    await setImmediate();
    return value as Value;
  };
  syncBuiltinESMExports();
  globalThis.setTimeout = new Proxy(realTimer, {
    apply(timer, self, [callback, milliseconds = 1, ...parameters]) {
      // Timers of fetch, which end idle connections, hand over a parameter; those of pauses do not.
      const isGreeting = milliseconds === greeting;
      // Octokit's plugins wait several times for nothing, which Node makes a millisecond each.
      if (milliseconds === 0 && parameters.length === 0) return globalThis.setImmediate(callback);
      if (!(isPause(milliseconds) || isGreeting) || parameters.length > 0) {
        return Reflect.apply(timer, self, [callback, milliseconds, ...parameters]);
      }
      if (!isGreeting) onWait(milliseconds);
      return Reflect.apply(timer, self, [callback, 0, ...parameters]);
    },
  });
  try {
    return await work();
  } finally {
    timers.setTimeout = real;
    globalThis.setTimeout = realTimer;
    syncBuiltinESMExports();
  }
}
