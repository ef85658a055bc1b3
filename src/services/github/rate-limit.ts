/**
 * GitHub’s hourly limits: what is left of them, and when to stop. The workflows of a repository share 1,000 requests
 * to the REST API and 1,000 points of the GraphQL API; an app of the board’s own has at least 5,000 of each.
 * https://docs.github.com/rest/using-the-rest-api/rate-limits-for-the-rest-api
 */
import * as words from "#words/github.ts";

type Headers = Readonly<Record<string, string | number | undefined>>;

/** GitHub’s limit is reached, or nearly so: anything else would fail as well until then. */
export class RateLimitError extends Error {
  override readonly name = "RateLimitError";
  /** When the limit ends, such as “13:00”, in UTC, if GitHub says it. */
  readonly until: string | undefined;

  constructor(message: string, until: string | undefined, options?: ErrorOptions) {
    super(message, options);
    this.until = until;
  }
}

/** Requests that are kept for telling people that they have to wait. */
const reserve = 50;

/** A smaller limit, such as that of people without a token, has no reserve. */
const smallestWithReserve = 500;

/** When the limit ends, in UTC, if GitHub says it. */
export function resetTime(headers: Headers): string | undefined {
  const reset = Number(headers["x-ratelimit-reset"]);
  return reset > 0 ? new Date(reset * 1000).toISOString().slice(11, 16) : undefined;
}

export class HourlyLimits {
  /** Whether the reserve may be used. */
  isReserveFree = false;
  readonly #near = new Map<string, string | undefined>();

  /** Reads what a response says about the limit that it counts against. */
  note(headers: Headers): void {
    const resource = String(headers["x-ratelimit-resource"]);
    const limit = Number(headers["x-ratelimit-limit"]);
    const left = Number(headers["x-ratelimit-remaining"]);
    if (limit >= smallestWithReserve && left <= reserve) {
      this.#near.set(resource, resetTime(headers));
    } else this.#near.delete(resource);
  }

  /** Throws a RateLimitError if only the reserve is left and is not free. */
  check(resource: "core" | "graphql"): void {
    if (this.isReserveFree || !this.#near.has(resource)) return;
    const until = this.#near.get(resource);
    throw new RateLimitError(words.limitNear(until), until);
  }
}
