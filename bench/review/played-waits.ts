/** Waits of commands that pass in played time: the process does not wait, and hears how long they were. */
import { syncBuiltinESMExports } from "node:module";
import timers, { setImmediate } from "node:timers/promises";

/**
 * Does work during which `setTimeout` of node:timers/promises resolves at once, wherever it was imported.
 *
 * @param onWait told of each wait, in milliseconds
 */
export async function withPlayedWaits<Result>(
  onWait: (milliseconds: number) => void,
  work: () => Promise<Result>,
): Promise<Result> {
  const real = timers.setTimeout;
  timers.setTimeout = async <Value>(milliseconds = 1, value?: Value): Promise<Value> => {
    onWait(milliseconds);
    await setImmediate();
    return value as Value;
  };
  syncBuiltinESMExports();
  try {
    return await work();
  } finally {
    timers.setTimeout = real;
    syncBuiltinESMExports();
  }
}
