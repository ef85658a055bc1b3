/** Checks how long browsers show a page without asking whether it has changed. RFC 9111 */
import { caching as words } from "#words/doctor.ts";
import { pages } from "../addresses.ts";
import type { Explanation, Finding, Severity } from "./finding.ts";
import { canSetHeaders, hostOf } from "./site-host.ts";
import type { SiteAnswer, Visit } from "./visit.ts";
import { contentAt, urlOn } from "./visit.ts";

/** Seconds. The list changes with every build, and there is at least one a day. */
const limits = { tooLong: 86_400, long: 3600 } as const;

/** What is wrong with caching. */
export function checkCaching(visit: Visit): Finding[] {
  const url = urlOn(visit, pages.list);
  const answer = contentAt(visit, url);
  return answer ? [...checkAge(answer, url), ...checkRevalidation(answer, url, visit)] : [];
}

function checkAge({ headers }: SiteAnswer, url: string): Finding[] {
  const control = headers["cache-control"] ?? "";
  if (/\bno-(?:cache|store)\b/i.test(control)) return [];
  const [, age] = /(?:^|[\s,])max-age="?(\d+)/i.exec(control) ?? [];
  const seconds = Number(age ?? "0");
  if (seconds > limits.tooLong || /\bimmutable\b/i.test(control)) {
    return [finding("error", url, words.tooLong(control))];
  }
  if (seconds > limits.long) return [finding("advice", url, words.long(control))];
  if (age === undefined && headers.expires === undefined) {
    return [finding("advice", url, words.unsaid)];
  }
  return [];
}

function checkRevalidation({ headers }: SiteAnswer, url: string, visit: Visit): Finding[] {
  if (headers.etag !== undefined || headers["last-modified"] !== undefined) return [];
  return canSetHeaders(hostOf(visit)) ? [finding("advice", url, words.noValidator)] : [];
}

function finding(severity: Severity, url: string, explanation: Explanation): Finding {
  return { subject: "caching", severity, url, ...explanation };
}
