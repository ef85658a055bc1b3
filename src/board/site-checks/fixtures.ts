/** A look at a site with which nothing is wrong, for tests to start from. */
import { contentSecurityPolicy, contentSecurityPolicyHeader } from "../content-security-policy.ts";
import { instantOf } from "../days.ts";
import type { OwnBoard, SiteAnswer, SiteReply, Visit } from "./visit.ts";

export const testSite = "https://jobs.example.org/";
const signInUrl = "https://sign-in.example.org/auth";

const shared = {
  "cache-control": "max-age=600",
  etag: '"1"',
  "access-control-allow-origin": "*",
  "content-encoding": "gzip",
  "strict-transport-security": "max-age=31536000",
  "x-content-type-options": "nosniff",
  "referrer-policy": "strict-origin-when-cross-origin",
};

/** A response with headers in addition to those that all have. */
export function answer(
  text: string,
  headers: SiteAnswer["headers"] = {},
  status = 200,
): SiteAnswer {
  return { status, headers: { ...shared, ...headers }, text, bytes: 3000 };
}

/** A redirect by the host. */
export function redirect(location: string, status = 301): SiteAnswer {
  return answer("", { location }, status);
}

function page(kind: "page" | "admin", body = ""): SiteAnswer {
  const own = contentSecurityPolicy(kind).replaceAll("'", "&#39;");
  const html = `<meta http-equiv="Content-Security-Policy" content="${own}">
<link rel="stylesheet" href="/assets/board.css?v=1">${body}`;
  return answer(html, { "content-security-policy": contentSecurityPolicyHeader(kind) });
}

const feed = { self: "", items: [`${testSite}jobs/2026-11-22-ada/`] };

/** In these tests, XML feeds are written as JSON, because the checks don't read XML themselves. */
function xmlFeed(format: "rss" | "atom"): SiteAnswer {
  const self = `${testSite}jobs/feed/${format}/`;
  return answer(JSON.stringify({ ...feed, self }), {
    "content-type": `application/${format}+xml; charset=utf-8`,
  });
}

const sound: Readonly<Record<string, SiteReply>> = {
  "http://jobs.example.org/jobs/": redirect(`${testSite}jobs/`),
  [testSite]: redirect("/jobs/"),
  [`${testSite}jobs`]: redirect("/jobs/"),
  [`${testSite}jobs/`]: page("page"),
  [`${testSite}jobs/1234/`]: answer(
    '<meta http-equiv="refresh" content="0; url=/jobs/2026-11-22-ada/">',
  ),
  [`${testSite}jobs/2026-11-22-ada/`]: page("page"),
  [`${testSite}no-such-page-for-the-doctor/`]: { ...page("page"), status: 404 },
  [`${testSite}admin/`]: page("admin"),
  [`${testSite}assets/board.css?v=1`]: answer("", { "content-type": "text/css" }),
  [`${testSite}jobs/feed/rss/`]: xmlFeed("rss"),
  [`${testSite}jobs/feed/atom/`]: xmlFeed("atom"),
  [`${testSite}jobs/feed/feed.json`]: answer(
    JSON.stringify({
      version: "https://jsonfeed.org/version/1.1",
      feed_url: `${testSite}jobs/feed/feed.json`,
      items: [{ url: `${testSite}jobs/2026-11-22-ada/` }],
    }),
    { "content-type": "application/feed+json" },
  ),
  [`${testSite}api/jobs.json`]: answer(
    JSON.stringify({
      url: testSite,
      as_of: "2026-11-22T06:00:00Z",
      jobs: [{ url: `${testSite}jobs/2026-11-22-ada/` }],
    }),
  ),
  [signInUrl]: redirect(
    `https://github.com/login/oauth/authorize?client_id=abc&redirect_uri=${signInUrl}/callback`,
    302,
  ),
  [`${signInUrl}/callback`]: answer(
    'const [site, message] = ["https://jobs.example.org","authorization"];',
    {},
    400,
  ),
};

/** The sound site with some other replies, by their addresses from the site's root, or URLs. */
export function testVisit(
  others: Readonly<Record<string, SiteReply>> = {},
  own: Partial<OwnBoard> = {},
): Visit {
  const byUrl = Object.entries(others).map(
    ([address, reply]) => [new URL(address, testSite).href, reply] as const,
  );
  return {
    site: testSite,
    now: instantOf("2026-11-22T12:00:00Z"),
    replies: new Map([...Object.entries(sound), ...byUrl]),
    own: { signInUrl, oldAddresses: ["/jobs/1234/"], host: null, ...own },
  };
}

/** A response of the sound site with other headers; `undefined` removes one. */
export function withHeaders(address: string, headers: SiteAnswer["headers"]): SiteReply {
  const reply = sound[new URL(address, testSite).href];
  if (!reply || "failure" in reply) throw new Error(`There is no ${address}.`);
  return { ...reply, headers: { ...reply.headers, ...headers } };
}
