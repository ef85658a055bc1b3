/** What a look at a live site has found out: what was asked, and what came back. Its checks start from this. */
import type { Host } from "../config.ts";
import type { Instant } from "../days.ts";
import type { Failure } from "../listing/links.ts";

/** A response, as it came: redirects are not followed. */
export type SiteAnswer = {
  status: number;
  /** By their names in lower case. Those that came more than once are joined by commas. */
  headers: Readonly<Record<string, string | undefined>>;
  /** The body as text, decompressed. */
  text: string;
  /** Bytes of the body on the way, so usually compressed. */
  bytes: number;
};

/** Why there is no response. `too-large`: it was not read to its end. */
export type SiteFailure = Failure | "too-large";

export type SiteReply = SiteAnswer | { failure: SiteFailure };

/** What only somebody who has this board's settings and files can say about its site. */
export type OwnBoard = {
  signInUrl?: string | undefined;
  /** Some addresses that must redirect, as paths from the site's root. */
  oldAddresses: readonly string[];
  host: Host | null;
};

export type Visit = {
  /** Address of the site, with a slash at the end. */
  site: string;
  now: Instant;
  /** By the URLs that were asked for. */
  replies: ReadonlyMap<string, SiteReply>;
  /** If the site is this board's. */
  own?: OwnBoard | undefined;
};

/** The full URL of one of the site's addresses. */
export function urlOn({ site }: Pick<Visit, "site">, address: string): string {
  return `${site.slice(0, -1)}${address}`;
}

/** The response for a URL; `undefined` if there is none. */
export function answerAt({ replies }: Pick<Visit, "replies">, url: string): SiteAnswer | undefined {
  const reply = replies.get(url);
  return reply && "status" in reply ? reply : undefined;
}

/** The response for a URL if it is a page or file, and neither a redirect nor an error. */
export function contentAt(visit: Pick<Visit, "replies">, url: string): SiteAnswer | undefined {
  const answer = answerAt(visit, url);
  return answer?.status === 200 ? answer : undefined;
}

/** Whether an address is one of the machine that asks, where nobody needs HTTPS. */
export function isOnThisMachine(url: string): boolean {
  return /^(?:localhost|127\.[\d.]+|\[::1\])$/.test(new URL(url).hostname);
}
