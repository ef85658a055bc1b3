/** Connects to GitHub’s API, with the retries and pauses that GitHub asks for. */
import { retry } from "@octokit/plugin-retry";
import { throttling } from "@octokit/plugin-throttling";
import type { RestEndpointMethodTypes } from "@octokit/rest";
import { Octokit } from "@octokit/rest";
import { tooManyRequests } from "#words/github.ts";
import type { BoardConfig, BotApp } from "../../board/config.ts";
import type { GitHubAccess } from "../environment.ts";
import type { RemoteBranch } from "../git-posts.ts";
import { explainRequestError } from "./errors.ts";
import { HourlyLimits } from "./rate-limit.ts";

/** A connection to a repository on GitHub. */
export type GitHub = {
  rest: Octokit["rest"];
  paginate: Octokit["paginate"];
  /** Throws the same errors as `rest`. */
  graphql: <Answer>(query: string, variables: Readonly<Record<string, unknown>>) => Promise<Answer>;
  /** The repository, as requests name it. */
  at: { owner: string; repo: string };
  /** The branch that the board is built from. */
  branch: string;
  /** URL of the repository, without a trailing slash. */
  url: string;
  /** Where Git fetches the board from. */
  remote: RemoteBranch;
  hasToken: boolean;
  /** The app that the bot acts as, if it has one of its own. */
  app: BotApp | undefined;
  /** Base delay before a retry, in milliseconds. Retries wait for multiples of it. */
  retryDelay: number;
  /** Number of requests left, reset for each pull request. */
  allowance: { left: number };
  /** What GitHub allows in an hour. */
  limits: HourlyLimits;
};

/** The data of GitHub’s response, by Octokit’s names. */
export type Answer<
  Scope extends keyof RestEndpointMethodTypes,
  Method extends keyof RestEndpointMethodTypes[Scope],
> = RestEndpointMethodTypes[Scope][Method] extends { response: { data: infer Data } }
  ? Data
  : never;

export type ClientOptions = {
  /** Whether to pause as GitHub asks: a second between changes, three if they notify people. */
  throttle?: boolean;
  retryDelay?: number;
};

/** Statuses for which a retry is pointless. 405 and 409 mean that a merge is impossible. */
const doNotRetry = [400, 401, 403, 404, 405, 409, 410, 422, 451];

/** Longest wait for a limit, in seconds: others queue behind this run, and the next sweep catches up. */
const longestWait = 60;

const BoardOctokit = Octokit.plugin(retry, throttling);

/**
 * Connects to the board’s repository. Any response other than success throws an Error with a message for people, see
 * errors.ts. By default there are no pauses between requests to an emulator on this machine.
 */
export function connectGitHub(
  { apiUrl, serverUrl, token }: GitHubAccess,
  { owner, name, branch, app }: BoardConfig["repository"],
  { throttle = !isLoopback(apiUrl), retryDelay = 1000 }: ClientOptions = {},
): GitHub {
  const octokit = new BoardOctokit({
    baseUrl: apiUrl,
    ...(token && { auth: token }),
    userAgent: "job-board",
    log: silent,
    retry: { doNotRetry, retryAfterBaseValue: retryDelay },
    throttle: {
      enabled: throttle,
      onRateLimit: waitsOnce,
      onSecondaryRateLimit: waitsOnce,
    },
  });
  // GitHub allows so many requests an hour, and one pull request must not use them up.
  const allowance = { left: Number.POSITIVE_INFINITY };
  const limits = new HourlyLimits();
  octokit.hook.before("request", ({ url }) => {
    limits.check(url.endsWith("/graphql") ? "graphql" : "core");
    if (allowance.left <= 0) throw new Error(tooManyRequests);
    allowance.left -= 1;
  });
  octokit.hook.after("request", ({ headers }) => limits.note(headers));
  // Registered last, so that the plugins still see Octokit’s own errors.
  octokit.hook.error("request", (error) => {
    throw explainRequestError(error);
  });
  const url = `${serverUrl}/${owner}/${name}`;
  return {
    rest: octokit.rest,
    paginate: octokit.paginate,
    async graphql<Answer>(query: string, variables: Readonly<Record<string, unknown>>) {
      try {
        return await octokit.graphql<Answer>(query, variables);
      } catch (error) {
        throw explainRequestError(error);
      }
    },
    at: { owner, repo: name },
    branch,
    url,
    remote: { url: `${url}.git`, branch, token },
    hasToken: token !== undefined,
    app,
    retryDelay,
    allowance,
    limits,
  };
}

function waitsOnce(
  seconds: number,
  _options: unknown,
  _octokit: unknown,
  retries: number,
): boolean {
  return seconds <= longestWait && retries < 1;
}

function isLoopback(address: string): boolean {
  return ["127.0.0.1", "localhost", "[::1]"].includes(new URL(address).hostname);
}

/** Octokit would log URLs, which may contain text from strangers. */
const silent = { debug: ignore, info: ignore, warn: ignore, error: ignore };

function ignore(): void {
  // Errors are also thrown, and reported where they are caught.
}
