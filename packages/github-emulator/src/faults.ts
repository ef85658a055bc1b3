/** Failures on purpose, as programs meet them at the real GitHub. */

export type Failure = {
  /** Default: any. */
  method?: string;
  /** Matched with the path relative to the API (`/repos/…`), or to the origin. */
  path: RegExp;
  status: number;
  /** An object is sent as JSON. Default: GitHub's message for this status. */
  body?: unknown;
  headers?: Readonly<Record<string, string>>;
  /** How many requests fail. Default: 1. */
  times?: number;
  /** Whether the request is applied, and only its response is lost. */
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

  /** Cancels all failures that have not happened yet. */
  clear(): void {
    this.#failures.length = 0;
  }

  /** The response to too many requests at once: https://docs.github.com/rest/using-the-rest-api/rate-limits-for-the-rest-api */
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

  /** How a GraphQL query fails without being executed. */
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

  /** The failure that is due for a request. Counts it as used. */
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

/** GitHub's messages. It has two names for the limit: https://github.com/octokit/plugin-throttling.js/issues/848 */
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

/** The response for a failure. */
export function failureResponse({ status, body, headers }: Failure): Response {
  const content = body ?? {
    message: words[status] ?? "Failure",
    documentation_url: documentationUrl,
  };
  return typeof content === "string"
    ? new Response(content, { status, ...(headers && { headers: { ...headers } }) })
    : Response.json(content, { status, ...(headers && { headers: { ...headers } }) });
}
