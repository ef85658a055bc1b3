/** Checks where addresses lead that are not pages themselves: the home page, old addresses, and missing pages. */
import { redirects as words } from "#words/doctor.ts";
import { pages } from "../addresses.ts";
import type { Explanation, Finding, Severity } from "./finding.ts";
import { listWithoutSlash, missingPage, styleOf } from "./requests.ts";
import { hostOf, readsHostFiles } from "./site-host.ts";
import type { SiteAnswer, Visit } from "./visit.ts";
import { answerAt, urlOn } from "./visit.ts";

/** What is wrong with redirects. */
export function checkRedirects(visit: Visit): Finding[] {
  return [
    ...checkHome(visit),
    ...checkMissingSlash(visit),
    ...checkMissingPage(visit),
    ...(visit.own?.oldAddresses ?? []).flatMap((address) => checkOldAddress(visit, address)),
  ];
}

function checkHome(visit: Visit): Finding[] {
  const url = urlOn(visit, pages.home);
  const answer = answerAt(visit, url);
  const list = urlOn(visit, pages.list);
  const target = answer && targetOf(answer, url);
  if (target !== list) return [finding("error", url, words.home(list, seen(answer, target)))];
  // The page redirects as well, but the host was told to be faster.
  return answer?.status === 200 && readsHostFiles(hostOf(visit))
    ? [finding("advice", url, words.onlyByPage)]
    : [];
}

function checkMissingSlash(visit: Visit): Finding[] {
  const url = urlOn(visit, listWithoutSlash);
  const answer = answerAt(visit, url);
  const list = urlOn(visit, pages.list);
  const target = answer && targetOf(answer, url);
  if (target === list) return [];
  if (answer?.status === 200) return [finding("advice", url, words.twoAddresses(list))];
  return [finding("error", url, words.missingSlash(list, seen(answer, target)))];
}

function checkMissingPage(visit: Visit): Finding[] {
  const url = urlOn(visit, missingPage);
  const answer = answerAt(visit, url);
  if (answer?.status !== 404) {
    const target = answer && targetOf(answer, url);
    return [finding("error", url, words.not404(seen(answer, target), hostOf(visit)))];
  }
  const style = styleOf(visit);
  const isOurs = style !== undefined && answer.text.includes(new URL(style).pathname);
  return isOurs ? [] : [finding("error", url, words.foreign404(hostOf(visit)))];
}

function checkOldAddress(visit: Visit, address: string): Finding[] {
  const url = urlOn(visit, address);
  const answer = answerAt(visit, url);
  const target = answer && targetOf(answer, url);
  if (target?.startsWith(visit.site)) return [];
  return [finding("error", url, words.old(seen(answer, target), hostOf(visit)))];
}

/** Where a response sends browsers, by its status or as a page with a refresh. */
function targetOf({ status, headers, text }: SiteAnswer, url: string): string | undefined {
  const [, refresh] = /<meta http-equiv="refresh" content="0; url=([^"]+)">/.exec(text) ?? [];
  const byPage = status === 200 ? refresh : undefined;
  const target = [301, 302, 303, 307, 308].includes(status) ? headers.location : byPage;
  return target === undefined ? undefined : URL.parse(target, url)?.href;
}

/** What came instead of the right target. */
function seen(answer: SiteAnswer | undefined, target: string | undefined): string {
  if (!answer) return words.seen.nothing;
  return target === undefined ? words.seen.status(answer.status) : words.seen.target(target);
}

function finding(severity: Severity, url: string, explanation: Explanation): Finding {
  return { subject: "redirects", severity, url, ...explanation };
}
