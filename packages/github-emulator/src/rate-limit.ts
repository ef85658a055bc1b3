/** Counts requests per hour. https://docs.github.com/rest/using-the-rest-api/rate-limits-for-the-rest-api */
import type { Caller } from "./authentication.ts";
import { isActions } from "./authentication.ts";
import type { Clock } from "./clock.ts";
import { budgetOf } from "./usage.ts";

export type Limits = {
  /** Without a token. All requests from this machine count together. */
  anonymousPerHour: number;
  userPerHour: number;
  /** For the workflows of one repository, with GITHUB_TOKEN. */
  installationPerHour: number;
  /** For each other app. */
  appPerHour: number;
};

const githubLimits: Limits = {
  anonymousPerHour: 60,
  userPerHour: 5000,
  installationPerHour: 1000,
  appPerHour: 5000,
};

/** If different from GitHub's limits. */
export type LimitOptions = Partial<Limits> & {
  graphql?: Partial<Limits>;
  /** If not, requests are counted as `used` but never rejected, and `remaining` does not change. */
  enforced?: boolean;
};

/** In points. Every query needs a token. https://docs.github.com/graphql/overview/rate-limits-and-query-limits-for-the-graphql-api */
const graphqlLimits: Limits = {
  anonymousPerHour: 0,
  userPerHour: 5000,
  installationPerHour: 1000,
  appPerHour: 5000,
};

export type Rate = { limit: number; used: number; remaining: number; reset: number };

const hour = 3_600_000;

export class RateLimit {
  readonly #clock: Clock;
  readonly #limits: Limits;
  readonly #isEnforced: boolean;
  readonly #windows = new Map<string, { until: number; used: number }>();

  constructor(clock: Clock, limits: Limits, isEnforced: boolean) {
    this.#clock = clock;
    this.#isEnforced = isEnforced;
    this.#limits = limits;
  }

  /** The current state. `reset` is in seconds since 1970. */
  read(caller: Caller): Rate {
    const limit = this.#limitOf(caller);
    const { until, used } = this.#window(caller);
    const reset = Math.ceil(until / 1000);
    if (!this.#isEnforced) return { limit, used, remaining: limit, reset };
    return { limit, used: Math.min(used, limit), remaining: Math.max(0, limit - used), reset };
  }

  /** Counts one request, or its points; `false` if that is too many. */
  take(caller: Caller, points = 1): boolean {
    const window = this.#window(caller);
    window.used += points;
    return !this.#isEnforced || window.used <= this.#limitOf(caller);
  }

  #limitOf(caller: Caller): number {
    if (caller.kind === "installation" && !isActions(caller)) return this.#limits.appPerHour;
    return this.#limits[`${caller.kind}PerHour`];
  }

  #window(caller: Caller): { until: number; used: number } {
    const key = budgetOf(caller);
    const now = this.#clock.now().getTime();
    const known = this.#windows.get(key);
    if (known && now < known.until && now >= known.until - hour) return known;
    const window = { until: now + hour, used: 0 };
    this.#windows.set(key, window);
    return window;
  }
}

/** The separate limits of the two APIs. */
export type RateLimits = { core: RateLimit; graphql: RateLimit };

export function rateLimits(
  clock: Clock,
  { graphql, enforced = true, ...core }: LimitOptions = {},
): RateLimits {
  return {
    core: new RateLimit(clock, { ...githubLimits, ...core }, enforced),
    graphql: new RateLimit(clock, { ...graphqlLimits, ...graphql }, enforced),
  };
}

/** The rate limit headers of a response. */
export function rateHeaders(
  { limit, used, remaining, reset }: Rate,
  resource: "core" | "graphql",
): Record<string, string> {
  return {
    "x-ratelimit-limit": String(limit),
    "x-ratelimit-remaining": String(remaining),
    "x-ratelimit-used": String(used),
    "x-ratelimit-reset": String(reset),
    "x-ratelimit-resource": resource,
  };
}
