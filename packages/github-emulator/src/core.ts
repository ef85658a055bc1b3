/** What every part of the stand-in works with. */
import type { Clock } from "./clock.ts";
import type { EventLog } from "./events.ts";
import type { Lock } from "./lock.ts";
import type { Store } from "./store.ts";
import type { Timing } from "./timing.ts";

export type Core = {
  store: Store;
  clock: Clock;
  events: EventLog;
  /** Whatever changes something waits here for its turn: what it has checked then still holds. */
  lock: Lock;
  timing: Timing;
  /** Where the stand-in answers, without a slash at the end. */
  origin: string;
};
