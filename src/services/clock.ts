import { DateTime } from "luxon";
import type { Instant } from "../board/days.ts";

/** This moment. The only place that asks the machine's clock. */
export function systemNow(): Instant {
  return DateTime.utc();
}
