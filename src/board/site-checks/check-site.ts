/** All checks of a live site. */
import { site as words } from "#words/doctor.ts";
import { pages } from "../addresses.ts";
import { checkCaching } from "./caching.ts";
import type { XmlFeedReader } from "./feeds.ts";
import { checkFeeds } from "./feeds.ts";
import type { Explanation, Finding } from "./finding.ts";
import { checkFreshness } from "./freshness.ts";
import { checkHeaders } from "./headers.ts";
import { checkHttps } from "./https.ts";
import { checkRedirects } from "./redirects.ts";
import { listWithoutSlash } from "./requests.ts";
import { checkSignIn } from "./sign-in.ts";
import type { Visit } from "./visit.ts";
import { urlOn } from "./visit.ts";
import { checkWeight } from "./weight.ts";

/** What is wrong with a site. If its list does not answer, that is all there is to say. */
export function checkSite(visit: Visit, readXml: XmlFeedReader): Finding[] {
  const refusal = refusalOf(visit);
  if (refusal) {
    const url = urlOn(visit, pages.list);
    return [{ subject: "site", severity: "error", url, ...refusal }];
  }
  return [
    ...checkHttps(visit),
    ...checkHeaders(visit),
    ...checkCaching(visit),
    ...checkRedirects(visit),
    ...checkFeeds(visit, readXml),
    ...checkFreshness(visit),
    ...checkSignIn(visit),
    ...checkWeight(visit),
  ];
}

/** Why there is no board to check. */
function refusalOf(visit: Visit): Explanation | undefined {
  const list = urlOn(visit, pages.list);
  const reply = visit.replies.get(list) ?? { failure: "no-answer" };
  if ("failure" in reply) return words.noAnswer(reply.failure);
  const { status, headers } = reply;
  if (status === 200) return undefined;
  const target = URL.parse(headers.location ?? "", list);
  if (target?.href === urlOn(visit, listWithoutSlash)) return words.losesSlash;
  return status >= 300 && status < 400 && target
    ? words.moved(target.href, target.href.replace(/jobs\/?$/, ""))
    : words.noList(status);
}
