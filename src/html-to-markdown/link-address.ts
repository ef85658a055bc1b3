/** The addresses of links without what only tracks readers. */
import { isMailAddress } from "../board/job/mail-address.ts";
import { refuseWebAddress } from "../board/job/web-address.ts";

/** Parameters that say where a reader came from. */
const tracking =
  /^(?:utm_.+|gclid|gclsrc|gbraid|wbraid|dclid|fbclid|msclkid|yclid|ttclid|twclid|li_fat_id|igshid|igsh|mc_cid|mc_eid|_hsenc|_hsmi|__hs.+|hsctatracking|mkt_tok|vero_.+|oly_.+|_ga|_gl|_ke|trk|trkinfo|trackingid|refid|lipi|gh_src|lever-source|lever-origin|s_cid|wickedid|_openstat|rb_clickid|ml_subscriber.*|si_tracking)$/i;

/** Pages that only lead on, by host, and the parameters with the address behind them. */
const redirects: readonly { host: RegExp; path: RegExp; parameters: readonly string[] }[] = [
  { host: /^(?:www\.)?google\.[a-z.]+$/, path: /^\/url$/, parameters: ["q", "url"] },
  { host: /\.safelinks\.protection\.outlook\.com$/, path: /^\//, parameters: ["url"] },
  { host: /^lm?\.(?:facebook|instagram)\.com$/, path: /^\//, parameters: ["u"] },
  { host: /^(?:[a-z]+\.)?linkedin\.com$/, path: /^\/(?:redir|safety)\//, parameters: ["url"] },
  { host: /^slack-redir\.net$/, path: /^\/link$/, parameters: ["url"] },
];

/** How many redirects may follow each other: a link may have been mailed on. */
const maxRedirects = 5;

/** The address that a link should have, or nothing if posts may not link to it. */
export function linkAddress(href: string): string | undefined {
  const address = href.replace(/[\s\u200b]+/g, " ").trim();
  const [, mail] = /^mailto:([^?]*)/i.exec(address) ?? [];
  if (mail !== undefined) return isMailAddress(mail.trim()) ? `mailto:${mail.trim()}` : undefined;
  const target = withoutTracking(address);
  return target !== undefined && refuseWebAddress(target) === undefined ? target : undefined;
}

function withoutTracking(address: string): string | undefined {
  if (!/^https?:\/\//i.test(address) || !URL.canParse(address)) return undefined;
  let url = new URL(address);
  for (let count = 0; count < maxRedirects; count += 1) {
    const next = behind(url);
    if (!next) break;
    url = next;
  }
  // Only then: writing an address again may change how its characters are encoded.
  const kept = url.search
    .slice(1)
    .split("&")
    .filter((parameter) => !tracking.test(parameter.split("=", 1)[0] ?? ""))
    .join("&");
  if (kept !== url.search.slice(1)) url.search = kept;
  // A highlight of the browser's, not a place in the page.
  const hash = url.hash.replace(/:~:text=.*$/, "");
  url.hash = hash === "#" ? "" : hash;
  return url.href === new URL(address).href ? address.replace(/ /g, "%20") : url.href;
}

function behind({ hostname, pathname, searchParams }: URL): URL | undefined {
  const redirect = redirects.find(({ host, path }) => host.test(hostname) && path.test(pathname));
  for (const name of redirect?.parameters ?? []) {
    const target = searchParams.get(name);
    if (target && /^https?:\/\//i.test(target) && URL.canParse(target)) return new URL(target);
  }
  return undefined;
}
