/** Which URLs a check of a site asks for: about twenty, each once. */
import { feedAddress, pages } from "../addresses.ts";
import { feedFormats } from "../listing/feed.ts";
import { postOf } from "./freshness.ts";
import { callbackOf } from "./sign-in.ts";
import type { Visit } from "./visit.ts";
import { contentAt, isOnThisMachine, urlOn } from "./visit.ts";

/** An address that no site has. */
export const missingPage = "/no-such-page-for-the-doctor/";

/** The list without the slash at its end, as people type it. */
export const listWithoutSlash = pages.list.slice(0, -1);

/**
 * The URLs to ask for next, given the replies so far; none if everything is known. If there is no list, there is
 * no board to check.
 */
export function nextRequests(visit: Visit): string[] {
  const list = urlOn(visit, pages.list);
  const wanted = contentAt(visit, list) ? [...always(visit), ...named(visit)] : [list];
  return [...new Set(wanted)].filter((url) => !visit.replies.has(url));
}

function always(visit: Visit): string[] {
  const { signInUrl, oldAddresses = [] } = visit.own ?? {};
  const addresses = [
    ...[pages.home, listWithoutSlash, missingPage, pages.admin, pages.api],
    ...feedFormats.map((format) => feedAddress(pages.list, format)),
    ...oldAddresses,
  ];
  const plain = plainTwin(visit);
  return [
    ...(plain === undefined ? [] : [plain]),
    ...addresses.map((address) => urlOn(visit, address)),
    ...(signInUrl === undefined ? [] : [signInUrl, callbackOf(signInUrl)]),
  ];
}

/** What only a page of the site names. */
function named(visit: Visit): string[] {
  return [styleOf(visit), postOf(visit)].filter((url) => url !== undefined);
}

/** The list by HTTP; `undefined` if the site itself is not on the usual port of HTTPS. */
export function plainTwin(visit: Pick<Visit, "site">): string | undefined {
  const { protocol, port } = new URL(visit.site);
  if (protocol !== "https:" || port !== "" || isOnThisMachine(visit.site)) return undefined;
  return urlOn(visit, pages.list).replace(/^https:/, "http:");
}

/** The style sheet of the list, if it is on the same site. */
export function styleOf(visit: Visit): string | undefined {
  const list = urlOn(visit, pages.list);
  const { text = "" } = contentAt(visit, list) ?? {};
  const [, address] = /<link rel="stylesheet" href="([^"]+)"/.exec(text) ?? [];
  const url = address === undefined ? null : URL.parse(address, list);
  return url?.href.startsWith(visit.site) ? url.href : undefined;
}
