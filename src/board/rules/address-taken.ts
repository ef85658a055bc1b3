import { postAddress } from "../addresses.ts";
import type { Finding } from "../problem.ts";
import type { Rule } from "./rule.ts";

/** Two posts cannot stand at one address. The archived one was there first and keeps it. */
export const addressTaken: Rule = {
  name: "address-taken",
  severity: "error",
  *check(subject, { neighbours }): Iterable<Finding> {
    for (const address of [postAddress(subject.slug), ...(subject.job.aliases ?? [])]) {
      const other = neighbours
        .at(address, subject)
        .find(({ file, archived }) =>
          archived === subject.archived ? file < subject.file : archived,
        );
      if (!other) continue;
      const own = address === postAddress(subject.slug);
      yield {
        field: own ? null : "aliases",
        message: `The address ${address} belongs to ${other.file} already.`,
        fix: own ? "Give the file another name, for instance with a number at its end." : "Remove it.",
      };
    }
  },
};
