/** What every part of the emulator uses. */
import type { Clock } from "./clock.ts";
import type { EventLog } from "./events.ts";
import type { Lock } from "./lock.ts";
import type { Store } from "./store.ts";
import type { Timing } from "./timing.ts";

export type Core = {
  store: Store;
  clock: Clock;
  events: EventLog;
  /** Serializes changes, so that what a change has checked is still true when it is applied. */
  lock: Lock;
  timing: Timing;
  /** The emulator's URL, without a trailing slash. */
  origin: string;
};
