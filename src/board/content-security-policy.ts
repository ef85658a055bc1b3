/**
 * What each kind of page may load and run (https://www.w3.org/TR/CSP3/). A page carries its policy
 * in a `<meta>`, because not every host lets a site send headers; hosts that do get it there too.
 */

type Directives = Readonly<Record<string, readonly string[]>>;

/** For pages that load nothing: those that only lead on, and files for machines. */
const nothing = {
  "default-src": ["'none'"],
  "base-uri": ["'none'"],
  "form-action": ["'none'"],
} as const satisfies Directives;

const policies = {
  /** What a reader sees. Data blocks such as JSON-LD are no scripts, and need no permission. */
  page: {
    ...nothing,
    // The search.
    "form-action": ["'self'"],
    "script-src": ["'self'"],
    "style-src": ["'self'"],
    "img-src": ["'self'", "data:"],
    "connect-src": ["'self'"],
  },
  redirect: nothing,
  machine: nothing,
  /** The CMS: it compiles templates and writes styles as it runs, talks to GitHub, shows faces from there. */
  admin: {
    ...nothing,
    "script-src": ["'self'", "'unsafe-eval'"],
    "style-src": ["'self'", "'unsafe-inline'"],
    "img-src": ["'self'", "data:", "blob:", "https://avatars.githubusercontent.com"],
    "font-src": ["'self'", "data:"],
    "connect-src": [
      "'self'",
      "blob:",
      "https://api.github.com",
      // Decap asks there whether GitHub is well before it blames the network.
      "https://www.githubstatus.com",
    ],
  },
} as const satisfies Record<string, Directives>;

export type PageKind = keyof typeof policies;

/**
 * The policy of a page, for its `<meta http-equiv="Content-Security-Policy">`.
 *
 * @param alsoConnectTo origins that this page may talk to as well: GitHub's API, the CMS's backend, which
 * has people's faces too
 */
export function contentSecurityPolicy(
  kind: PageKind,
  alsoConnectTo: readonly string[] = [],
): string {
  const directives: Directives = policies[kind];
  return Object.entries(directives)
    .map(([name, sources]) =>
      [...new Set([name, ...sources, ...(isForBackend(kind, name) ? alsoConnectTo : [])])].join(
        " ",
      ),
    )
    .join("; ");
}

/** The same for the HTTP header, which alone can say that nobody may put the page into a frame. */
export function contentSecurityPolicyHeader(
  kind: PageKind,
  alsoConnectTo: readonly string[] = [],
): string {
  return `${contentSecurityPolicy(kind, alsoConnectTo)}; frame-ancestors 'none'`;
}

function isForBackend(kind: PageKind, directive: string): boolean {
  return directive === "connect-src" || (kind === "admin" && directive === "img-src");
}
