/** The current time. */
import { DateTime } from "luxon";
import type { Instant } from "../board/days.ts";

/** The current time. The only place that reads the machine's clock. */
export function systemNow(): Instant {
  return DateTime.utc();
}
