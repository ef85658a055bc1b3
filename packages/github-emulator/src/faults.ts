/** Failures on purpose: what a program must live with at the real GitHub. */

export type Failure = {
  /** Any, if it is left out. */
  method?: string;
  /** Is looked for in the path below the API's address (`/repos/…`), or below the origin. */
  path: RegExp;
  status: number;
  /** An object is sent as JSON; by default what GitHub says with this status. */
  body?: unknown;
  headers?: Readonly<Record<string, string>>;
  /** How many requests fail; 1 if it is left out. */
  times?: number;
  /** The request is carried out, and only its answer is lost. */
  carriedOut?: boolean;
};

const words: Readonly<Record<number, string>> = {
  403: "Resource not accessible by integration",
  404: "Not Found",
  405: "Pull Request is not mergeable",
  409: "Head branch was modified. Review and try the merge again.",
  429: "You have exceeded a secondary rate limit. Please wait a few minutes before you try again.",
  502: "Server Error",
  503: "Service unavailable",
};

export class Faults {
  readonly #failures: { failure: Failure; left: number }[] = [];

  failNext(failure: Failure): void {
    this.#failures.push({ failure, left: failure.times ?? 1 });
  }

  /** What has not failed yet will not. */
  clear(): void {
    this.#failures.length = 0;
  }

  /** The answer to too many requests at once: https://docs.github.com/rest/using-the-rest-api/rate-limits-for-the-rest-api */
  limitNext({ path = /./, method, times, retryAfterSeconds = 60 }: SecondaryLimit = {}): void {
    this.failNext({
      path,
      ...(method && { method }),
      ...(times && { times }),
      status: 403,
      body: { message: words[429], documentation_url: documentationUrl },
      headers: { "retry-after": String(retryAfterSeconds) },
    });
  }

  /** How a query to the GraphQL API fails without being answered. */
  failNextQuery(kind: keyof typeof queryFailures, times = 1): void {
    const { status, ...error } = { status: 200, ...queryFailures[kind] };
    this.failNext({
      method: "POST",
      path: /\/graphql$/,
      status,
      body: { errors: [error] },
      times,
    });
  }

  /** The failure that is due for a request, which is then used up. */
  take(method: string, paths: readonly string[]): Failure | undefined {
    const due = this.#failures.find(
      ({ failure, left }) =>
        left > 0 &&
        (!failure.method || failure.method.toUpperCase() === method) &&
        paths.some((path) => path.search(failure.path) >= 0),
    );
    if (!due) return undefined;
    due.left -= 1;
    return due.failure;
  }
}

type SecondaryLimit = {
  path?: RegExp;
  method?: string;
  times?: number;
  retryAfterSeconds?: number;
};

/** What GitHub says in them. It gives the limit two names: https://github.com/octokit/plugin-throttling.js/issues/848 */
const queryFailures = {
  RATE_LIMITED: { type: "RATE_LIMITED", message: "API rate limit exceeded for user ID 1." },
  RATE_LIMIT: {
    type: "RATE_LIMIT",
    code: "graphql_rate_limit",
    message: "API rate limit already exceeded for user ID 1.",
  },
  RESOURCE_LIMITS_EXCEEDED: {
    type: "RESOURCE_LIMITS_EXCEEDED",
    message: "Resource limits for this query exceeded.",
  },
  /** GitHub gives up after ten seconds. */
  TIMEOUT: {
    status: 502,
    message:
      "Something went wrong while executing your query. This may be the result of a timeout, or it could be a GitHub bug.",
  },
} as const;

const documentationUrl = "https://docs.github.com/rest";

/** The answer that a failure gives. */
export function failureResponse({ status, body, headers }: Failure): Response {
  const content = body ?? {
    message: words[status] ?? "Failure",
    documentation_url: documentationUrl,
  };
  return typeof content === "string"
    ? new Response(content, { status, ...(headers && { headers: { ...headers } }) })
    : Response.json(content, { status, ...(headers && { headers: { ...headers } }) });
}
