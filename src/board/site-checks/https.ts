/** Checks whether a site is only read encrypted. */

import { https as words } from "#words/doctor.ts";
import { pages } from "../addresses.ts";
import type { Explanation, Finding, Severity } from "./finding.ts";
import { plainTwin } from "./requests.ts";
import { canSetHeaders, hostOf } from "./site-host.ts";
import type { Visit } from "./visit.ts";
import { answerAt, isOnThisMachine, urlOn } from "./visit.ts";

/** Seconds of a day: browsers forget a shorter promise before the next visit. */
const shortestPromise = 86_400;

/** What is wrong with HTTPS. */
export function checkHttps(visit: Visit): Finding[] {
  const { site } = visit;
  if (isOnThisMachine(site)) return [finding("unchecked", site, words.onThisMachine)];
  if (new URL(site).protocol !== "https:") return [finding("error", site, words.plain)];
  return [...checkPlainTwin(visit), ...checkPromise(visit)];
}

function checkPlainTwin(visit: Visit): Finding[] {
  const url = plainTwin(visit);
  if (url === undefined) return [];
  const answer = answerAt(visit, url);
  if (!answer) return [finding("advice", url, words.noRedirect)];
  const { status, headers } = answer;
  const target = URL.parse(headers.location ?? "", url);
  const isRedirect = status >= 300 && status < 400;
  if (isRedirect && target?.protocol === "https:") return [];
  return [finding("error", url, words.notRedirected(hostOf(visit)))];
}

/** Strict-Transport-Security, RFC 6797. */
function checkPromise(visit: Visit): Finding[] {
  const url = urlOn(visit, pages.list);
  const answer = answerAt(visit, url);
  if (!answer) return [];
  const header = answer.headers["strict-transport-security"] ?? "";
  const [, seconds = "0"] = /max-age="?(\d+)/i.exec(header) ?? [];
  if (Number(seconds) >= shortestPromise) return [];
  return canSetHeaders(hostOf(visit))
    ? [finding("advice", url, words.noPromise)]
    : [finding("host", url, words.hostMakesNoPromise)];
}

function finding(severity: Severity, url: string, explanation: Explanation): Finding {
  return { subject: "https", severity, url, ...explanation };
}
