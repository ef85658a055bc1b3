import { addDays, startOf } from "../days.ts";
import { listedUntil } from "../post/life-cycle.ts";
import { moveSample } from "../post/sample.ts";
import type { Finding } from "../problem.ts";
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
      yield {
        field: "expires",
        message: `The last day of this post was ${expires}, so it is not shown.`,
        fix: "Give a later day, or leave the field out.",
      };
      return;
    }
    // A post that is not on the board yet will be from today at the soonest.
    const term = { ...job, published: job.published ?? today };
    const { expires: _, ...boardTerm } = term;
    const end = listedUntil(boardTerm, config.lifetimes).toISODate();
    if (expires < end) return;
    yield {
      field: "expires",
      message: `The post asks to be shown until ${expires}, but the board shows a post for ${config.lifetimes.listedDays} days, that is until about ${addDays(end, -1)}.`,
      fix: "Give an earlier day, leave the field out, or plan to have the post renewed.",
    };
  },
};
