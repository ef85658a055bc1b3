import { describe, expect, it } from "vitest";
import { checkSite } from "./check-site.ts";
import type { FeedOutline, XmlFeedReader } from "./feeds.ts";
import { answer, redirect, testSite, testVisit, withHeaders } from "./fixtures.ts";
import { nextRequests } from "./requests.ts";
import type { OwnBoard, SiteReply, Visit } from "./visit.ts";

/** Feeds of these tests are JSON. */
const readXml: XmlFeedReader = (text) =>
  text.startsWith("{") ? (JSON.parse(text) as FeedOutline) : { fault: "unclosed tag" };

/** What is found, in one line each. */
function found(visit: Visit): string[] {
  return checkSite(visit, readXml).map(
    ({ subject, severity, url, message, fix }) =>
      `${subject} ${severity} ${url.replace(testSite, "/")}: ${message} → ${fix}`,
  );
}

function foundWith(others: Record<string, SiteReply>, own: Partial<OwnBoard> = {}): string[] {
  return found(testVisit(others, own));
}

const list = "/jobs/";
const api = "/api/jobs.json";
const missing = "/no-such-page-for-the-doctor/";
const silent = { failure: "no-answer" } as const;
const gitHub = { server: "GitHub.com" };

describe("a sound site", () => {
  it("has nothing wrong", () => {
    expect(foundWith({})).toEqual([]);
  });

  it("is asked for each URL once, the list first, and for nothing else", () => {
    const whole = testVisit();
    const replies = new Map<string, SiteReply>();
    const rounds: string[][] = [];
    const next = () => nextRequests({ ...whole, replies });
    for (let urls = next(); urls.length > 0; urls = next()) {
      rounds.push(urls);
      for (const url of urls) replies.set(url, whole.replies.get(url) ?? silent);
    }
    expect(rounds[0]).toEqual([`${testSite}jobs/`]);
    expect(rounds.flat().sort()).toEqual([...whole.replies.keys()].sort());
  });
});

describe("a site without a list", () => {
  it.each<[string, SiteReply, RegExp]>([
    ["is silent", silent, /does not answer in time/],
    ["has another page", answer("", {}, 404), /no list of jobs here.*404/],
    [
      "has moved",
      redirect("https://new.example.org/jobs/"),
      /--url https:\/\/new\.example\.org\/$/,
    ],
    ["loses its slash", redirect("/jobs"), /removes the slash/],
  ])("%s: nothing else is asked and said", (_, reply, expected) => {
    expect(foundWith({ [list]: reply })).toEqual([expect.stringMatching(expected)]);
    const replies = new Map([[`${testSite}jobs/`, reply]]);
    expect(nextRequests({ ...testVisit(), replies })).toEqual([]);
  });
});

describe("HTTPS", () => {
  const plain = "http://jobs.example.org/jobs/";

  it.each<[string, Record<string, SiteReply>, RegExp]>([
    ["http:// shows the site", { [plain]: answer("") }, /^https error .* redirect every http/],
    ["http:// leads to http://", { [plain]: redirect("/home") }, /^https error .*not redirect/],
    ["http:// is silent", { [plain]: silent }, /^https advice .*Nothing answers/],
    [
      "the promise is short",
      { [list]: withHeaders(list, { "strict-transport-security": "max-age=60" }) },
      /^https advice .*less than a day/,
    ],
  ])("is wrong if %s", (_, others, expected) => {
    expect(foundWith(others)).toEqual([expect.stringMatching(expected)]);
  });

  it("is missing at an address with http://", () => {
    const site = "http://jobs.example.org/";
    const replies = new Map(
      [...testVisit().replies].map(([url, reply]) => [url.replace(testSite, site), reply]),
    );
    expect(found({ ...testVisit(), site, replies })).toContainEqual(
      expect.stringMatching(/^https error .*Get a certificate/),
    );
  });
});

describe("headers", () => {
  const csp = "content-security-policy";

  it("are compared with those that the board asks for", () => {
    const bare = { [csp]: undefined, "x-content-type-options": undefined };
    expect(foundWith({ [list]: withHeaders(list, { ...bare, server: "nginx" }) })).toEqual([
      expect.stringMatching(
        /^headers error \/jobs\/: .*frame-ancestors.*X-Content-Type-Options, .*web server’s/,
      ),
    ]);
    expect(foundWith({ [list]: withHeaders(list, { ...bare, server: "Netlify" }) })).toEqual([
      expect.stringMatching(/^headers error .*Netlify takes headers from the file _headers/),
    ]);
  });

  it("are a limit of GitHub Pages, which sends the same for everybody", () => {
    const bare = {
      ...{ ...gitHub, [csp]: undefined, "referrer-policy": undefined },
      "strict-transport-security": undefined,
    };
    expect(foundWith({ [list]: withHeaders(list, bare) })).toEqual([
      expect.stringMatching(/^https host/),
      expect.stringMatching(/^headers host .*frame-ancestors.*Referrer-Policy/),
    ]);
  });

  it("may forbid framing the old way", () => {
    const headers = { [csp]: undefined, "x-frame-options": "DENY" };
    expect(foundWith({ [list]: withHeaders(list, headers) })).toEqual([]);
  });

  it.each([
    ["default-src 'none'; frame-ancestors 'none'", "script-src 'self'"],
    ["frame-ancestors 'none', script-src 'none'", "script-src 'self'"],
    ["script-src https:; frame-ancestors 'none'", "script-src 'self'"],
    ["img-src 'self'; frame-ancestors 'none'", "img-src data:"],
  ])("may not forbid what the page needs: %s", (policy, blocked) => {
    expect(foundWith({ [list]: withHeaders(list, { [csp]: policy }) })).toEqual([
      expect.stringContaining(`forbids what the page needs: ${blocked}.`),
    ]);
  });

  it.each(["frame-ancestors 'none'", "default-src * data:; frame-ancestors 'self'"])(
    "may have a wider policy than the page: %s",
    (policy) => {
      expect(foundWith({ [list]: withHeaders(list, { [csp]: policy }) })).toEqual([]);
    },
  );

  it("may forbid forms only to pages without one", () => {
    const header = "form-action 'none'; frame-ancestors 'none'";
    const page = (body: string) => {
      const own = `<meta http-equiv="Content-Security-Policy" content="form-action 'self'">`;
      const style = '<link rel="stylesheet" href="/assets/board.css?v=1">';
      return answer(own + style + body, { [csp]: header });
    };
    expect(foundWith({ [list]: page("") })).toEqual([]);
    expect(foundWith({ [list]: page("<form>") })).toEqual([
      expect.stringContaining("form-action 'self'"),
    ]);
  });

  it("of the editor are checked by its own policy", () => {
    const ofPages = withHeaders("/admin/", { [csp]: "script-src 'self'; frame-ancestors 'none'" });
    expect(foundWith({ "/admin/": ofPages })).toEqual([
      expect.stringMatching(/^headers error \/admin\/: .*script-src 'unsafe-eval'/),
    ]);
    expect(foundWith({ "/admin/": silent })).toEqual([
      expect.stringMatching(/^headers error \/admin\/: There is no page/),
    ]);
  });

  it("don’t replace the policy in the page", () => {
    const page = answer('<link rel="stylesheet" href="/assets/board.css?v=1">', {
      [csp]: "frame-ancestors 'none'",
    });
    expect(foundWith({ [list]: page })).toEqual([
      expect.stringMatching(/^headers error \/jobs\/: .*no content security policy of its own/),
    ]);
  });
});

describe("caching", () => {
  it.each([
    [{ "cache-control": "public, max-age=604800" }, "error"],
    [{ "cache-control": "max-age=60, immutable" }, "error"],
    [{ "cache-control": "max-age=7200" }, "advice"],
    [{ "cache-control": undefined }, "advice"],
    [{ etag: undefined }, "advice"],
  ])("with %j: %s", (headers, severity) => {
    expect(foundWith({ [list]: withHeaders(list, headers) })).toEqual([
      expect.stringMatching(`^caching ${severity} `),
    ]);
  });

  it.each([
    { "cache-control": "no-cache" },
    { "cache-control": "public,max-age=0,must-revalidate" },
    // For shared caches, which hosts empty themselves.
    { "cache-control": "max-age=0, s-maxage=31536000" },
    { etag: undefined, "last-modified": "Sun, 22 Nov 2026 06:00:00 GMT" },
  ])("is fine with %j", (headers) => {
    expect(foundWith({ [list]: withHeaders(list, headers) })).toEqual([]);
  });
});

describe("redirects", () => {
  const refresh = answer('<meta http-equiv="refresh" content="0; url=/jobs/">');

  it.each<[string, Record<string, SiteReply>, RegExp]>([
    ["the home page is missing", { "/": answer("", {}, 404) }, /error \/: .*has status 404/],
    [
      "it leads elsewhere",
      { "/": redirect("https://a.example/") },
      /leads to https:\/\/a\.example/,
    ],
    [
      "the server does not know its address",
      { "/jobs": redirect("http://jobs.example.org/jobs/") },
      /error \/jobs: .*it leads to http:.*absolute_redirect/,
    ],
    ["the slash is needed", { "/jobs": answer("", {}, 404) }, /error \/jobs: .*status 404/],
    ["the slash makes no difference", { "/jobs": answer("") }, /advice \/jobs: .*two addresses/],
    ["a missing page exists", { [missing]: answer("") }, /error .*status 404, but .*status 200/],
    ["a missing page redirects", { [missing]: redirect("/") }, /error .*404, but it leads to/],
    [
      "a missing page is the server’s",
      { [missing]: answer("<h1>nginx</h1>", {}, 404) },
      /error .*own page.*error_page 404/,
    ],
    ["an old address is lost", { "/jobs/1234/": answer("", {}, 404) }, /error \/jobs\/1234\/: /],
    [
      "an old address leads away",
      { "/jobs/1234/": redirect("https://a.example/jobs/") },
      /error \/jobs\/1234\/: .*a\.example/,
    ],
  ])("are wrong if %s", (_, others, expected) => {
    expect(foundWith(others)).toEqual([expect.stringMatching(expected)]);
  });

  it("may be pages, unless the host can do better", () => {
    expect(foundWith({ "/": refresh })).toEqual([]);
    const netlify = { [list]: withHeaders(list, { server: "Netlify" }) };
    expect(foundWith({ ...netlify, "/": refresh })).toEqual([
      expect.stringMatching(/^redirects advice .*_redirects/),
    ]);
  });
});

describe("feeds", () => {
  const rss = "/jobs/feed/rss/";
  const json = "/jobs/feed/feed.json";

  it.each<[string, Record<string, SiteReply>, RegExp]>([
    ["is missing", { [rss]: answer("", {}, 403) }, /error \/jobs\/feed\/rss\/: .*index\.xml/],
    ["is not well-formed", { [rss]: answer("<rss>") }, /error .*unclosed tag/],
    ["is not JSON", { [json]: answer("<html>") }, /error .*not JSON/],
    ["is other JSON", { [json]: answer("{}") }, /error .*another kind/],
    [
      "has a wrong type",
      { [rss]: withHeaders(rss, { "content-type": "text/html" }) },
      /error .*“text\/html”.*Content-Type: application\/rss\+xml/,
    ],
    [
      "has a general type",
      { [json]: withHeaders(json, { "content-type": "application/json" }) },
      /advice .*“application\/json”/,
    ],
    [
      "belongs to another site",
      {
        [rss]: answer(JSON.stringify({ self: "https://a.example/jobs/feed/rss/", items: [] }), {
          "content-type": "application/rss+xml",
        }),
      },
      /error .*names https:\/\/a\.example/,
    ],
    [
      "leads to another site",
      {
        [rss]: answer(
          JSON.stringify({
            self: `${testSite}jobs/feed/rss/`,
            items: ["https://a.example/jobs/x/"],
          }),
          { "content-type": "application/rss+xml" },
        ),
      },
      /error .*names https:\/\/a\.example\/jobs\/x\//,
    ],
    [
      "is closed to scripts",
      { [rss]: withHeaders(rss, { "access-control-allow-origin": undefined }) },
      /advice .*Access-Control-Allow-Origin/,
    ],
  ])("are wrong if one %s", (_, others, expected) => {
    expect(foundWith(others)).toEqual([expect.stringMatching(expected)]);
  });

  it("have general types at GitHub Pages, which is its limit", () => {
    const others = {
      [list]: withHeaders(list, gitHub),
      [rss]: withHeaders(rss, { "content-type": "application/xml" }),
    };
    expect(foundWith(others)).toEqual([expect.stringMatching(/^feeds host /)]);
  });
});

describe("freshness", () => {
  const built = (asOf: string, url = testSite) =>
    answer(JSON.stringify({ url, as_of: asOf, jobs: [] }));

  it.each<[string, SiteReply, RegExp]>([
    ["old", built("2026-11-21T09:59:00Z"), /^freshness error .*26 hours ago.*daily/],
    ["from the future", built("2026-11-22T14:00:00Z"), /^freshness error .*in the future/],
    [
      "for another address",
      built("2026-11-22T11:00:00Z", "https://a.example/"),
      /^freshness error .*another address: https:\/\/a\.example\//,
    ],
    ["unknown", answer("<html>"), /^freshness error .*no API/],
  ])("is wrong if the build is %s", (_, reply, expected) => {
    expect(foundWith({ [api]: reply })).toEqual([expect.stringMatching(expected)]);
  });

  it("leaves a day and two hours between builds", () => {
    expect(foundWith({ [api]: built("2026-11-21T10:00:00Z") })).toEqual([]);
  });
});

describe("sign-in", () => {
  const start = "https://sign-in.example.org/auth";
  const authorize = "https://github.com/login/oauth/authorize";

  it.each<[string, Record<string, SiteReply>, RegExp]>([
    ["the service is silent", { [start]: silent }, /error .*does not answer/],
    ["the service is another page", { [start]: answer("") }, /error .*status 200/],
    [
      "the app is unknown",
      { [start]: redirect(`${authorize}?redirect_uri=${start}/callback`, 302) },
      /error .*SIGN_IN_CLIENT_ID/,
    ],
    [
      "people are sent back elsewhere",
      { [start]: redirect(`${authorize}?client_id=a&redirect_uri=https://a.example/`, 302) },
      /error .*“https:\/\/a\.example\/” instead of https:\/\/sign-in\.example\.org\/auth\/callback/,
    ],
    [
      "it works for another site",
      { [`${start}/callback`]: answer('const [site, message] = ["https://a.example","x"]') },
      /error .*works for https:\/\/a\.example, not for https:\/\/jobs\.example\.org/,
    ],
    [
      "it is another program",
      { [`${start}/callback`]: answer("", {}, 400) },
      /unchecked .*sign in/,
    ],
  ])("is wrong if %s", (_, others, expected) => {
    expect(foundWith(others)).toEqual([expect.stringMatching(expected)]);
  });

  it("is encrypted", () => {
    expect(foundWith({}, { signInUrl: "http://sign-in.example.org/auth" })).toEqual([
      expect.stringMatching(/^signIn error .*HTTPS/),
    ]);
  });

  it("is not checked for boards without an editor, and for other boards", () => {
    expect(foundWith({}, { signInUrl: undefined })).toEqual([
      expect.stringMatching(/^signIn unchecked .*no editor/),
    ]);
    expect(found({ ...testVisit(), own: undefined })).toEqual([
      expect.stringMatching(/^signIn unchecked .*settings are unknown/),
    ]);
  });
});

describe("weight", () => {
  const style = "/assets/board.css?v=1";
  const post = "/jobs/2026-11-22-ada/";
  const sized = (address: string, bytes: number, headers = {}): Record<string, SiteReply> => ({
    [address]: { ...withHeaders(address, headers), bytes } as SiteReply,
  });

  it.each<[string, Record<string, SiteReply>, RegExp]>([
    ["the list is heavy", sized(list, 9001), /^weight advice \/jobs\/: .*12\.0 KB/],
    ["the newest post is heavy", sized(post, 7001), /^weight advice \/jobs\/2026.*10\.0 KB/],
    [
      "the host does not compress",
      sized(list, 30_000, { "content-encoding": undefined }),
      /^weight advice \/jobs\/: .*uncompressed.*gzip on/,
    ],
    ["styles are missing", { [style]: answer("", {}, 404) }, /^weight error .*style sheet/],
    ["the newest post is missing", { [post]: answer("", {}, 404) }, /^weight error .*no page/],
  ])("is wrong if %s", (_, others, expected) => {
    expect(foundWith(others)).toEqual([expect.stringMatching(expected)]);
  });

  it("is at the limit", () => {
    expect(foundWith({ ...sized(list, 9000), ...sized(post, 7000) })).toEqual([]);
  });

  it("may be uncompressed for the smallest files", () => {
    expect(foundWith(sized(style, 900, { "content-encoding": undefined }))).toEqual([]);
  });
});
