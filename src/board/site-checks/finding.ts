/** What a check of a live site says: what is wrong, and how to fix it. */

/** In the order in which they are reported. */
export const subjects = [
  "site",
  "https",
  "headers",
  "caching",
  "redirects",
  "feeds",
  "freshness",
  "signIn",
  "weight",
] as const;

export type Subject = (typeof subjects)[number];

/**
 * `error`: something is wrong. `advice`: it works, but could be better. `host`: the host cannot do it, so nothing is
 * wrong with the site. `unchecked`: nobody knows.
 */
export type Severity = "error" | "advice" | "host" | "unchecked";

/** What is wrong, and what to do about it. */
export type Explanation = { message: string; fix: string };

export type Finding = Explanation & {
  subject: Subject;
  severity: Severity;
  /** The URL that it is about. */
  url: string;
};
