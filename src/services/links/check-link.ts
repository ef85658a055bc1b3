/** Checks one link, following its redirects step by step. */
import { setTimeout } from "node:timers/promises";
import type { Answer } from "../../board/listing/links.ts";
import type { Reply } from "./ask.ts";
import { ask } from "./ask.ts";
import type { HostQueues } from "./host-queues.ts";
import type { Network } from "./public-network.ts";

export type Patience = {
  /** Milliseconds for one request. */
  request: number;
  /** Milliseconds for a link, after which no more requests are made. */
  link: number;
  /** Milliseconds before a busy host is tried again, unless it says how long to wait. */
  pause: number;
  /** Maximum milliseconds before a busy host is tried again. */
  longestPause: number;
};

export const usualPatience: Patience = {
  request: 10_000,
  link: 60_000,
  pause: 5000,
  longestPause: 20_000,
};

/** https://fetch.spec.whatwg.org allows 20; honest links need three. */
const redirectsAtMost = 6;

const redirects: readonly number[] = [301, 302, 303, 307, 308];

type Means = { network: Network; patience: Patience; queues: HostQueues };

/**
 * The final response of a link. Each address on the way is checked like the first. Never throws.
 *
 * @param url an address that the schema of posts accepts
 */
export async function checkLink(url: string, means: Means): Promise<Answer> {
  const signal = AbortSignal.timeout(means.patience.link);
  let address = url;
  for (let count = 0; count <= redirectsAtMost; count += 1) {
    const reply = await askPatiently(address, means, signal);
    if ("failure" in reply) return reply;
    const { status, location } = reply;
    if (!redirects.includes(status)) return { status };
    if (location === undefined || !URL.canParse(location, address))
      return { failure: "broken-answer" };
    address = new URL(location, address).href;
  }
  return { failure: "too-many-redirects" };
}

/** Retries once if the host is busy, which says nothing about the page. */
async function askPatiently(url: string, means: Means, signal: AbortSignal): Promise<Reply> {
  const first = await askOnce(url, means, signal);
  if ("failure" in first || !isBusy(first.status)) return first;
  const { pause, longestPause } = means.patience;
  const seconds = Number(first.retryAfter);
  const wanted = seconds > 0 ? seconds * 1000 : pause;
  await setTimeout(Math.min(wanted, longestPause));
  return await askOnce(url, means, signal);
}

function isBusy(status: number): boolean {
  return status === 429 || status >= 500;
}

/** Uses HEAD, which is cheap, and GET if the host does not support HEAD or treats it differently. */
async function askOnce(url: string, means: Means, signal: AbortSignal): Promise<Reply> {
  const head = await askInTurn(url, "HEAD", means, signal);
  const isAnswer = "status" in head && (head.status < 400 || head.status === 429);
  const isFinal = "failure" in head && !["no-connection", "broken-answer"].includes(head.failure);
  return isAnswer || isFinal ? head : await askInTurn(url, "GET", means, signal);
}

function askInTurn(
  url: string,
  method: "HEAD" | "GET",
  { network, patience, queues }: Means,
  signal: AbortSignal,
): Promise<Reply> {
  const host = URL.parse(url)?.hostname ?? "";
  const question = () => ask({ url, method, network, timeout: patience.request });
  return queues.inTurn(host, question, signal);
}
