import { postAddress, reservedSlugs } from "../addresses.ts";
import type { Finding } from "../problem.ts";
import type { Rule } from "./rule.ts";

/**
 * Two posts cannot stand at one address. It is that of the post whose own it is, rather than of one
 * that was there in former times; of two such, the archived one was there first and keeps it.
 */
export const addressTaken: Rule = {
  name: "address-taken",
  severity: "error",
  *check(subject, { neighbours }): Iterable<Finding> {
    const ownAddress = postAddress(subject.slug);
    for (const address of [ownAddress, ...(subject.job.aliases ?? [])]) {
      const own = address === ownAddress;
      const other = neighbours.at(address, subject).find(({ slug, file, archived }) => {
        const isTheirs = postAddress(slug) === address;
        if (isTheirs !== own) return isTheirs;
        return archived === subject.archived ? file < subject.file : archived;
      });
      if (!other) continue;
      yield {
        field: own ? null : "aliases",
        message: `The address ${address} belongs to ${other.file} already.`,
        fix: own
          ? "Give the file another name, for instance with a number at its end."
          : "Remove it.",
      };
    }
    for (const address of subject.job.aliases ?? []) {
      if (address !== ownAddress && !reservedAddresses.has(address)) continue;
      const owner =
        address === ownAddress ? "of this very post" : "of one of the board’s own pages";
      yield { field: "aliases", message: `${address} is the address ${owner}.`, fix: "Remove it." };
    }
  },
};

const reservedAddresses: ReadonlySet<string> = new Set([...reservedSlugs].map(postAddress));
