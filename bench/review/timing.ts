/**
 * How long a job takes at GitHub, from what it asks for: the assumptions of the model, and nothing else. What
 * overlapped here overlaps there; what began after something else had ended waits for it.
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
  /** So many requests at a time, by the same plugin. */
  requestsAtOnce: 10,
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

/** Something that a job waited for, in real time: any clock, as long as it is one. */
export type Wait = { cost: Cost; began: number; ended: number };

/** How many seconds the work of a job takes that consists of this; without its start-up. */
export function secondsOf(waits: readonly Wait[]): number {
  const pace = new Pace();
  const done: { ended: number; end: number }[] = [];
  for (const { cost, began, ended } of waits.toSorted((a, b) => a.began - b.began)) {
    const before = done.filter((other) => other.ended <= began);
    const ready = Math.max(0, ...before.map(({ end }) => end));
    done.push({ ended, end: pace.endOf(cost, ready) });
  }
  return Math.max(0, ...done.map(({ end }) => end));
}

/** What requests have to wait for besides each other's answers. */
class Pace {
  #nextWrite = 0;
  #nextNotification = 0;
  readonly #free = Array<number>(assumptions.requestsAtOnce).fill(0);

  /** When something ends that could begin at a moment. */
  endOf(cost: Cost, ready: number): number {
    if (typeof cost === "number") return ready + cost;
    if (cost === "mail" || cost === "fetch") return ready + assumptions[cost];
    let start = ready;
    // The plugin paces queries like changes.
    if (cost !== "read") {
      start = Math.max(start, this.#nextWrite);
      this.#nextWrite = start + assumptions.betweenWrites;
    }
    if (cost === "notification") {
      start = Math.max(start, this.#nextNotification);
      this.#nextNotification = start + assumptions.betweenNotifications;
    }
    const [first = 0, ...others] = this.#free.toSorted((a, b) => a - b);
    const end = Math.max(start, first) + assumptions[cost === "notification" ? "write" : cost];
    this.#free.splice(0, this.#free.length, ...others, end);
    return end;
  }
}

/** When the work of a job begins whose run was created and whose turn in its group came at these moments. */
export function workBegins({ created, turn }: { created: number; turn: number }): number {
  const { dispatch, startUp } = assumptions;
  return Math.max(created + dispatch * 1000, turn) + startUp * 1000;
}
