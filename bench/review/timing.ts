/**
 * How long a job takes at GitHub, from what it asks for: the assumptions of the model, and nothing else.
 * Requests are counted one after another, although some are made at the same time, so jobs are at most a
 * little shorter than this.
 */
import { throttling } from "@octokit/plugin-throttling";
import type { AnsweredRequest } from "github-emulator";

/** All in seconds. */
export const assumptions = {
  /** From an event to a job that waits for a runner. As seen on public repositories; GitHub promises nothing. */
  dispatch: 5,
  /** A runner, the checkout, Node and `npm ci` of the 63 packages that privileged jobs install. */
  startUp: 20,
  /** What a request takes, as seen from GitHub's own runners. */
  read: 0.25,
  write: 0.5,
  graphql: 1,
  /** A fetch of a few objects with Git, other than the checkout. */
  fetch: 2,
  /** Signing in to a mail server, and handing it one message. */
  mail: 1,
  /** The pace that GitHub asks for and that @octokit/plugin-throttling keeps: between changes, … */
  betweenWrites: 1,
  /** … and between those that people are notified of. */
  betweenNotifications: 3,
  /** publish.yml: none of its jobs is run here. */
  publish: { validate: 10, build: 40, deploy: 15 },
} as const;

/** Requests of `deploy-pages`: it creates a deployment and asks twice how that is going, every five seconds. */
export const requestsOfDeploy = 3;

type AskedRequest = Pick<AnsweredRequest, "kind" | "method" | "path">;

/** Something that a job waits for. A number is of seconds. */
export type Cost = "read" | "write" | "notification" | "graphql" | "fetch" | "mail" | number;

/** What a request takes; `undefined` for one that only belongs to another: Git makes several for a fetch. */
export function costOf({ kind, method, path }: AskedRequest): Cost | undefined {
  if (kind === "git") return path.endsWith("?service=git-upload-pack") ? "fetch" : undefined;
  if (kind === "graphql") return "graphql";
  const [pathname = ""] = path.split("?");
  if (method === "GET" || method === "HEAD") return "read";
  return throttling.triggersNotification(pathname) ? "notification" : "write";
}

/** How many seconds the work of a job takes that makes requests in this order; without its start-up. */
export function secondsOf(costs: Iterable<Cost>): number {
  let now = 0;
  let nextWrite = 0;
  let nextNotification = 0;
  for (const cost of costs) {
    // The plugin paces queries like changes.
    if (cost === "write" || cost === "notification" || cost === "graphql") {
      now = Math.max(now, nextWrite);
      nextWrite = now + assumptions.betweenWrites;
    }
    if (cost === "notification") {
      now = Math.max(now, nextNotification);
      nextNotification = now + assumptions.betweenNotifications;
    }
    if (typeof cost === "number") now += cost;
    else now += assumptions[cost === "notification" ? "write" : cost];
  }
  return now;
}

/** When the work of a job begins whose run was created and whose turn in its group came at these moments. */
export function workBegins({ created, turn }: { created: number; turn: number }): number {
  const { dispatch, startUp } = assumptions;
  return Math.max(created + dispatch * 1000, turn) + startUp * 1000;
}
