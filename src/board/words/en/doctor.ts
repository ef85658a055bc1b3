/** What `npm run doctor` says about a live site, for maintainers. */
import type { Host } from "../../config.ts";
import type { Explanation } from "../../site-checks/finding.ts";
import type { SiteFailure } from "../../site-checks/visit.ts";
import { failures } from "./links.ts";

// ── How to fix it ──
const hostNames: Readonly<Record<Host, string>> = {
  "github-pages": "GitHub Pages",
  "cloudflare-pages": "Cloudflare Pages",
  netlify: "Netlify",
};

const nothingToDo = "There is nothing to fix. If it matters to you, choose a host that can.";

/** How a site gets its headers. */
function setHeaders(host: Host | null): string {
  return host === "netlify" || host === "cloudflare-pages"
    ? `${hostNames[host]} takes headers from the file _headers in the site’s root: publish the whole folder _site, that file included.`
    : "Set the headers in the web server’s configuration. The file _headers in the site’s root lists them.";
}

/** How a site gets its redirects. */
function setRedirects(host: Host | null): string {
  return host === "netlify" || host === "cloudflare-pages"
    ? `${hostNames[host]} takes redirects from the file _redirects in the site’s root: publish the whole folder _site, that file included.`
    : "Publish the whole folder _site. It has a page for each redirect.";
}

const publishAgain = "Publish the whole folder _site again.";

function kilobytes(bytes: number): string {
  return `${(bytes / 1000).toFixed(1)} KB`;
}

// ── The site ──
export const site = {
  noAnswer: (failure: SiteFailure): Explanation => ({
    message: `This address ${siteFailures[failure]}.`,
    fix: "Check --url, or url in src/board.config.ts, and the domain’s DNS records at your registrar.",
  }),
  noList: (status: number): Explanation => ({
    message: `There is no list of jobs here: the response has status ${status}.`,
    fix: "Name the board’s home page, with its path if it has one, such as https://name.github.io/board/. If that is right, publish the site.",
  }),
  moved: (target: string, site: string): Explanation => ({
    message: `The list of jobs redirects to ${target}.`,
    fix: `If the board has moved there, check that address: npm run doctor -- --url ${site}`,
  }),
  losesSlash: {
    message: "The host removes the slash at the end of addresses.",
    fix: "Switch that off at the host (“pretty URLs”, “trailing slash”): all links and feeds of the board have the slash.",
  },
};

export const siteFailures = {
  ...failures,
  "too-large": "sends more than the check reads",
} as const satisfies Record<SiteFailure, string>;

// ── HTTPS ──
export const https = {
  onThisMachine: {
    message: "The site is on this machine, where HTTPS is not needed.",
    fix: "Check the public address as well.",
  },
  plain: {
    message: "The address starts with http://, so others can read and change what visitors see.",
    fix: "Get a certificate at your host (most give one for free), and change url in src/board.config.ts to https://.",
  },
  noRedirect: {
    message: "Nothing answers at the http:// address, so links without https may not work.",
    fix: "Let the host redirect http:// to https://.",
  },
  notRedirected: (host: Host | null): Explanation => ({
    message: "The http:// address does not redirect to https://.",
    fix:
      host === "github-pages"
        ? "In the repository’s settings, under Pages, tick “Enforce HTTPS”."
        : "Let the host redirect every http:// address to the same https:// address, with status 301.",
  }),
  noPromise: {
    message:
      "Strict-Transport-Security is missing or lasts less than a day, so a visitor’s first request may be unencrypted.",
    fix: "Once HTTPS works everywhere on this domain, send “Strict-Transport-Security: max-age=31536000”.",
  },
  hostMakesNoPromise: {
    message: "GitHub Pages does not send Strict-Transport-Security for this domain.",
    fix: nothingToDo,
  },
};

// ── Headers ──
export const headers = {
  noPage: {
    message: "There is no page here, so its headers could not be checked.",
    fix: publishAgain,
  },
  noOwnPolicy: {
    message: "The page carries no content security policy of its own.",
    fix: `${publishAgain} If that does not help, something between the build and the visitor changes pages, such as a service that “optimizes” HTML: switch it off.`,
  },
  blocks: (what: string): Explanation => ({
    message: `The header Content-Security-Policy forbids what the page needs: ${what}.`,
    fix: "Send the policy that the file _headers has for this page, and no other. If several headers arrive, the browser applies them all: remove the host’s own.",
  }),
  missing: {
    framing:
      "frame-ancestors in Content-Security-Policy, against being put into other sites’ frames",
    sniffing: "X-Content-Type-Options, against files being taken for something else",
    referrer: "Referrer-Policy, which keeps from companies which page a visitor comes from",
  },
  lacks: (missing: readonly string[], host: Host | null): Explanation => ({
    message: `Headers are missing: ${missing.join("; ")}.`,
    fix: setHeaders(host),
  }),
  cannotSend: (missing: readonly string[]): Explanation => ({
    message: `GitHub Pages can’t send these headers: ${missing.join("; ")}. Each page carries the rest of its policy itself.`,
    fix: nothingToDo,
  }),
};

// ── Caching ──
export const caching = {
  tooLong: (control: string): Explanation => ({
    message: `Browsers may show an old list for more than a day: Cache-Control is “${control}”.`,
    fix: "Send “Cache-Control: max-age=600” with pages. Only files below /assets/ may be kept for long.",
  }),
  long: (control: string): Explanation => ({
    message: `Browsers may show an old list for more than an hour: Cache-Control is “${control}”.`,
    fix: "Send “Cache-Control: max-age=600” with pages.",
  }),
  unsaid: {
    message: "Cache-Control is missing, so each browser decides how long it shows an old list.",
    fix: "Send “Cache-Control: max-age=600” with pages.",
  },
  noValidator: {
    message:
      "ETag and Last-Modified are missing, so browsers load pages again that have not changed.",
    fix: "Switch on ETag or Last-Modified at the host.",
  },
};

// ── Redirects ──
export const redirects = {
  seen: {
    nothing: "it does not answer",
    status: (status: number) => `the response has status ${status}`,
    target: (target: string) => `it leads to ${target}`,
  },
  home: (list: string, seen: string): Explanation => ({
    message: `The home page should lead to ${list}, but ${seen}.`,
    fix: `${publishAgain} If the address is wrong, correct url in src/board.config.ts, or the host’s own redirects.`,
  }),
  onlyByPage: {
    message: "The home page redirects with a page, although this host can do it faster.",
    fix: "Publish the file _redirects in the site’s root, too.",
  },
  twoAddresses: (list: string): Explanation => ({
    message: "The list is shown without the slash at the end as well, so it has two addresses.",
    fix: `Let the host redirect to ${list}.`,
  }),
  missingSlash: (list: string, seen: string): Explanation => ({
    message: `Without the slash at the end, the address should lead to ${list}, but ${seen}.`,
    fix: "Let the host add the slash. If the target has http:// or another port, the server behind a proxy does not know its public address: in nginx, set “absolute_redirect off”.",
  }),
  not404: (seen: string, host: Host | null): Explanation => ({
    message: `A page that does not exist should have status 404, but ${seen}. Search engines would keep closed jobs.`,
    fix: notFound(host),
  }),
  foreign404: (host: Host | null): Explanation => ({
    message:
      "A page that does not exist is answered with the host’s own page, which leads nowhere.",
    fix: notFound(host),
  }),
  old: (seen: string, host: Host | null): Explanation => ({
    message: `This old address should lead to a page of the board, but ${seen}.`,
    fix: setRedirects(host),
  }),
};

function notFound(host: Host | null): string {
  return host === null
    ? "Let the host answer with the file 404.html and status 404. In nginx: error_page 404 /404.html;"
    : `${hostNames[host]} does this with the file 404.html in the site’s root: publish it, and remove rules for all addresses from the host’s settings.`;
}

// ── Feeds ──
export const feeds = {
  missing: (host: Host | null): Explanation => ({
    message: "There is no feed here.",
    fix:
      host === null
        ? "Let the host serve the file index.xml of a folder. In nginx: index index.html index.xml;"
        : setRedirects(host),
  }),
  unreadable: (fault: string): Explanation => ({
    message: `Feed readers can’t read this: ${fault}.`,
    fix: `${publishAgain} If another page is shown here, the host redirects or changes feeds: switch that off.`,
  }),
  faults: {
    notJson: "it is not JSON",
    otherKind: "it is another kind of document",
  },
  wrongType: (type: string, best: string, host: Host | null): Explanation => ({
    message: `The feed has the wrong Content-Type, “${type}”.`,
    fix:
      host === "github-pages" ? publishAgain : `Send “Content-Type: ${best}”. ${setHeaders(host)}`,
  }),
  generalType: (type: string, best: string, host: Host | null): Explanation => ({
    message: `The feed’s Content-Type is “${type}”, by which some programs don’t recognize it.`,
    fix: `Send “Content-Type: ${best}”. ${setHeaders(host)}`,
  }),
  hostType: (type: string, best: string): Explanation => ({
    message: `GitHub Pages sends this feed as “${type}” instead of “${best}”. Feed readers accept that.`,
    fix: nothingToDo,
  }),
  otherSite: (named: string | undefined, url: string): Explanation => ({
    message: `The feed is of another site: it names ${named ?? "no address of its own"}, not ${url}.`,
    fix: "The site was built for another address. Correct url in src/board.config.ts, or the variable BOARD_URL, and publish again.",
  }),
  noOtherOrigins: (host: Host | null): Explanation => ({
    message: "Scripts of other sites can’t read this feed.",
    fix: `Send “Access-Control-Allow-Origin: *”. ${setHeaders(host)}`,
  }),
};

// ── Freshness ──
export const freshness = {
  noApi: {
    message: "There is no API of the board here, so the time of the build is unknown.",
    fix: publishAgain,
  },
  builtFor: (site: string): Explanation => ({
    message: `The site was built for another address: ${site}.`,
    fix: "Correct url in src/board.config.ts, or the variable BOARD_URL, and publish again.",
  }),
  old: (asOf: string, hours: number, host: Host | null): Explanation => ({
    message: `The site was built ${hours} hours ago (${asOf}), so the daily run is not working, or its result is not published.`,
    fix:
      host === "github-pages"
        ? "On GitHub, see Actions → daily and Actions → publish: enable the workflow, or read the log of the last run."
        : "See the log of the last build at your host, and the schedule that starts it. On GitHub, see Actions → daily.",
  }),
  future: (asOf: string): Explanation => ({
    message: `The site says that it was built in the future (${asOf}).`,
    fix: "Correct the clock of the machine that builds the site, or of this one, and remove BOARD_NOW from the build.",
  }),
};

// ── Sign-in ──
export const signIn = {
  otherBoard: {
    message: "This site is not at the url of src/board.config.ts, so its settings are unknown.",
    fix: "Run this in the repository of that board, or set BOARD_URL. Sign-in and old addresses are then checked, too.",
  },
  none: {
    message: "The settings have no signInUrl, so this board has the form but no editor.",
    fix: "If you want the editor, see “Sign-in” in docs/launching.md.",
  },
  plain: {
    message: "signInUrl starts with http://, so others could read tokens.",
    fix: "Serve sign-in by HTTPS, and change signInUrl in src/board.config.ts.",
  },
  noAnswer: {
    message: "The sign-in service does not answer, so nobody can use the editor.",
    fix: "Start it (docs/launching.md, “Sign-in”), or correct signInUrl in src/board.config.ts.",
  },
  notToGitHub: (status: number): Explanation => ({
    message: `The sign-in service should redirect to GitHub, but the response has status ${status}.`,
    fix: "Check signInUrl in src/board.config.ts, and the service’s log. It has to be the address without /callback.",
  }),
  noClient: {
    message: "The sign-in service does not say to GitHub which app it is.",
    fix: "Set SIGN_IN_CLIENT_ID where the service runs.",
  },
  otherCallback: (callback: string, expected: string): Explanation => ({
    message: `The sign-in service lets GitHub send people back to “${callback}” instead of ${expected}.`,
    fix: "Use the same signInUrl for the service and for the board, and start the service again.",
  }),
  unknownOrigin: {
    message: "The sign-in service does not show for which site it works.",
    fix: "Open /admin/ on the board and sign in.",
  },
  otherOrigin: (served: string, origin: string): Explanation => ({
    message: `The sign-in service works for ${served}, not for ${origin}.`,
    fix: "Use the same url in src/board.config.ts for the service as for the board, and start the service again.",
  }),
};

// ── Weight ──
export const weight = {
  noStyle: {
    message: "The style sheet of the list is missing, or comes from another site.",
    fix: publishAgain,
  },
  noPost: {
    message: "The newest post of the API has no page.",
    fix: publishAgain,
  },
  notCompressed: (host: Host | null): Explanation => ({
    message: "This comes uncompressed, so visitors wait several times as long.",
    fix:
      host === null
        ? "Switch on compression for HTML, CSS, JavaScript, JSON and XML. In nginx: gzip on; and gzip_types."
        : "Remove what decompresses pages between the host and the visitor.",
  }),
  tooHeavy: (bytes: number, limit: number): Explanation => ({
    message: `With its styles, this page has ${kilobytes(bytes)}. The aim is ${kilobytes(limit)}.`,
    fix: "See what was added to pages or styles. If pageSize in src/board.config.ts is above 25, or a text is very long, that may be the reason.",
  }),
};
