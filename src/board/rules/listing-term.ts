import { addDays, startOf } from "../days.ts";
import { listedUntil } from "../post/life-cycle.ts";
import { moveSample } from "../post/sample.ts";
import type { Finding } from "../problem.ts";
import * as words from "../words/en/rules.ts";
import type { Rule } from "./rule.ts";

/** A last day of one's own can shorten the board's term, not lengthen it, and it should be ahead. */
export const listingTerm: Rule = {
  name: "listing-term",
  severity: "advice",
  restsOn: ["submitted", "published", "renewed", "closed"],
  *check(subject, { config, today }): Iterable<Finding> {
    if (!subject.job.expires || subject.job.closed) return;
    // What the reader of the site sees, which for the samples of a demo are other days.
    const job = moveSample(subject.job, config, startOf(today));
    const { expires } = job;
    if (!expires) return;
    if (expires < today) {
      yield { field: "expires", ...words.lastDayPast(expires) };
      return;
    }
    // A post that is not on the board yet will be from today at the soonest.
    const term = { ...job, published: job.published ?? today };
    const { expires: _, ...boardTerm } = term;
    const end = listedUntil(boardTerm, config.lifetimes).toISODate();
    if (expires < end) return;
    const { listedDays } = config.lifetimes;
    yield { field: "expires", ...words.lastDayTooLate(expires, listedDays, addDays(end, -1)) };
  },
};
