/** Rule: an error if a post was renamed without keeping its first day and its old address. */

import * as words from "#words/rules.ts";
import { postAddress } from "../addresses.ts";
import type { Day } from "../days.ts";
import type { Finding } from "../problem.ts";
import type { Rule, Subject } from "./rule.ts";

/**
 * The history of a renamed file starts over. What it said before has to be in the file, or the post would be new
 * again and its old address would lead nowhere.
 */
export const renamed: Rule = {
  name: "renamed",
  severity: "error",
  *check(subject, { gone = [] }): Iterable<Finding> {
    const { published, aliases = [] } = subject.job;
    const former = gone.filter((post) => isSamePost(post.subject, subject));
    const [last] = former;
    if (!last) return;
    const first = former.map(({ published: day }) => day).reduce(earlier);
    if (!published || (first && published > first)) {
      yield { field: "published", ...words.renamedWithoutStart(last.subject.file, first) };
    }
    const addresses = new Set(
      former.flatMap(({ subject: { slug, job } }) => [postAddress(slug), ...(job.aliases ?? [])]),
    );
    addresses.delete(postAddress(subject.slug));
    if (![...addresses].every((address) => aliases.includes(address))) {
      const all = [...new Set([...aliases, ...addresses])];
      yield { field: "aliases", ...words.renamedWithoutAddress(last.subject.file, all) };
    }
  },
};

/** Whether two files are the same post: sent by the same person on the same day, and saying the same. */
function isSamePost({ job: before }: Subject, { job: after, archived }: Subject): boolean {
  return (
    !archived &&
    before.submitted === after.submitted &&
    before.submitted_by === after.submitted_by &&
    (before.title === after.title || before.description === after.description)
  );
}

function earlier(a: Day | undefined, b: Day | undefined): Day | undefined {
  return a && (!b || a < b) ? a : b;
}
