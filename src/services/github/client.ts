/** The way to GitHub's API, with the patience that GitHub asks for. */
import { retry } from "@octokit/plugin-retry";
import { throttling } from "@octokit/plugin-throttling";
import type { RestEndpointMethodTypes } from "@octokit/rest";
import { Octokit } from "@octokit/rest";
import type { BoardConfig } from "../../board/config.ts";
import type { GitHubAccess } from "../environment.ts";
import type { RemoteBranch } from "../git-posts.ts";
import { explainRequestError } from "./errors.ts";

/** A repository at GitHub, and who we are there. */
export type GitHub = {
  rest: Octokit["rest"];
  paginate: Octokit["paginate"];
  /** The repository, as requests name it. */
  at: { owner: string; repo: string };
  /** The branch that the board is built from. */
  branch: string;
  /** Address of the repository's pages, without a slash at its end. */
  url: string;
  /** What Git fetches the board from. */
  remote: RemoteBranch;
  hasToken: boolean;
  /** Milliseconds to wait before something is tried again; longer each time. */
  retryDelay: number;
  /** Number of requests left, reset for each pull request. */
  allowance: { left: number };
};

/** What GitHub answers, by the names of Octokit's methods. */
export type Answer<
  Scope extends keyof RestEndpointMethodTypes,
  Method extends keyof RestEndpointMethodTypes[Scope],
> = RestEndpointMethodTypes[Scope][Method] extends { response: { data: infer Data } }
  ? Data
  : never;

export type ClientOptions = {
  /** Whether to keep to GitHub's pace: a second between two changes, three where people are told. */
  throttle?: boolean;
  retryDelay?: number;
};

/** Statuses that a retry does not change. 404 is an answer; 405 and 409 mean that a merge is impossible. */
const doNotRetry = [400, 401, 403, 404, 405, 409, 410, 422, 451];

/** Seconds. A job that waits longer is better started again. */
const longestWait = { primary: 60, secondary: 300 };
const secondaryRetries = 3;

const BoardOctokit = Octokit.plugin(retry, throttling);

/**
 * Prepares requests to the board's repository. What GitHub answers other than success is thrown as an
 * Error for people, see errors.ts. An emulator on this machine needs no pace, unless it is asked for.
 */
export function connectGitHub(
  { apiUrl, serverUrl, token }: GitHubAccess,
  { owner, name, branch }: BoardConfig["repository"],
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
      onRateLimit: (seconds, _options, _octokit, retries) =>
        seconds <= longestWait.primary && retries < 1,
      onSecondaryRateLimit: (seconds, _options, _octokit, retries) =>
        seconds <= longestWait.secondary && retries < secondaryRetries,
    },
  });
  const allowance = { left: Number.POSITIVE_INFINITY };
  octokit.hook.before("request", () => {
    if (allowance.left <= 0) throw new Error(tooMuch);
    allowance.left -= 1;
  });
  // Last, and so around the plugins, which need Octokit's own errors.
  octokit.hook.error("request", (error) => {
    throw explainRequestError(error);
  });
  const url = `${serverUrl}/${owner}/${name}`;
  return {
    rest: octokit.rest,
    paginate: octokit.paginate,
    at: { owner, repo: name },
    branch,
    url,
    remote: { url: `${url}.git`, branch, token },
    hasToken: token !== undefined,
    retryDelay,
    allowance,
  };
}

/** GitHub lets workflows ask a thousand things an hour; one pull request must not use them up. */
const tooMuch =
  "It takes more requests to GitHub than one pull request is worth. Close it if somebody keeps the bot busy with it, or decide on it by hand.";

function isLoopback(address: string): boolean {
  return ["127.0.0.1", "localhost", "[::1]"].includes(new URL(address).hostname);
}

/** Addresses hold words of strangers, which are not to reach a log as they are. */
const silent = { debug: ignore, info: ignore, warn: ignore, error: ignore };

function ignore(): void {
  // Errors are thrown too, and told once.
}
