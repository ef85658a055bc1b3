/** Rule: advice if the last day of a post is past, or later than the board lists it. */

import * as words from "#words/rules.ts";
import { addDays, startOf } from "../days.ts";
import { listedUntil } from "../post/life-cycle.ts";
import { moveSample } from "../post/sample.ts";
import type { Finding } from "../problem.ts";
import type { Rule } from "./rule.ts";

/** A post's last day can be earlier than the end of the board's term, but not later, and should not be past. */
export const listingTerm: Rule = {
  name: "listing-term",
  severity: "advice",
  restsOn: ["submitted", "published", "renewed", "closed"],
  *check(subject, { config, today }): Iterable<Finding> {
    if (!subject.job.expires || subject.job.closed) return;
    // The dates that readers see, which are shifted for samples.
    const job = moveSample(subject.job, config, startOf(today));
    const { expires } = job;
    if (!expires) return;
    if (expires < today) {
      yield { field: "expires", ...words.lastDayPast(expires) };
      return;
    }
    // A post that is not listed yet will be listed from today at the earliest.
    const term = { ...job, published: job.published ?? today };
    const { expires: _, ...boardTerm } = term;
    const end = listedUntil(boardTerm, config.lifetimes).toISODate();
    if (expires < end) return;
    const { listedDays } = config.lifetimes;
    yield { field: "expires", ...words.lastDayTooLate(expires, listedDays, addDays(end, -1)) };
  },
};
