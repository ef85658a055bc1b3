/** Rule: an error if the address of a post, or a former one, belongs to another post. */

import * as words from "#words/rules.ts";
import { postAddress, reservedSlugs } from "../addresses.ts";
import type { Finding } from "../problem.ts";
import type { Rule } from "./rule.ts";

/**
 * Two posts cannot share an address. A post's own address takes precedence over a former address of
 * another, and an archived post over a live one.
 */
export const addressTaken: Rule = {
  name: "address-taken",
  severity: "error",
  *check(subject, { neighbors }): Iterable<Finding> {
    const ownAddress = postAddress(subject.slug);
    for (const address of [ownAddress, ...(subject.job.aliases ?? [])]) {
      const own = address === ownAddress;
      const other = neighbors.at(address, subject).find(({ slug, file, archived }) => {
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
