import { postAddress, reservedSlugs } from "../addresses.ts";
import type { Finding } from "../problem.ts";
import * as words from "../words/en/rules.ts";
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
      const field = own ? null : "aliases";
      yield { field, ...words.addressTaken(address, other.file, own) };
    }
    for (const address of subject.job.aliases ?? []) {
      if (address !== ownAddress && !reservedAddresses.has(address)) continue;
      yield { field: "aliases", ...words.aliasTaken(address, address === ownAddress) };
    }
  },
};

const reservedAddresses: ReadonlySet<string> = new Set([...reservedSlugs].map(postAddress));
