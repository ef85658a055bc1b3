/** Application links of live posts, and the results of checking them. */

import { noNetwork, notLinkResults } from "#words/terminal-errors.ts";
import type { Post } from "../post/post.ts";

export type JobLink = { slug: string; url: string };

/** Why there was no response. */
export const failures = [
  /** The host name does not exist. */
  "no-such-name",
  /** DNS did not work, or not for this name. */
  "name-unknown",
  "no-connection",
  "no-answer",
  "bad-certificate",
  "broken-answer",
  /** It leads or redirects to a non-public address, which is never requested. */
  "not-public",
  "too-many-redirects",
] as const;

export type Failure = (typeof failures)[number];

/** The final HTTP status of a link, or why there is none. */
export type Answer = { status: number } | { failure: Failure };

/**
 * `gone`: there is nothing at the address. `blocked`: there is something, but not for bots. `unreachable`:
 * unknown.
 */
export type Verdict = "fine" | "gone" | "blocked" | "unreachable";

export type LinkResult = { slug: string; answer: Answer };

/** The results of one round of checks. */
export type LinkResults = {
  /** Number of links that were checked. */
  asked: number;
  /** Links with a problem. */
  found: readonly LinkResult[];
};

/** Reserved names, used in examples and sample posts (RFC 2606, RFC 6761). */
const nobodys = /(?:^|\.)(?:example|example\.(?:com|net|org))$/;

/** The links of live posts, except those to reserved names. */
export function linksToCheck(live: readonly Pick<Post, "slug" | "job">[]): JobLink[] {
  return live.flatMap(({ slug, job }) => {
    const url = job.apply_url;
    if (url === undefined || !URL.canParse(url)) return [];
    return nobodys.test(new URL(url).hostname.replace(/\.$/, "")) ? [] : [{ slug, url }];
  });
}

export function verdictOf(answer: Answer): Verdict {
  if ("failure" in answer) return answer.failure === "no-such-name" ? "gone" : "unreachable";
  const { status } = answer;
  if (status >= 200 && status < 300) return "fine";
  return status === 404 || status === 410 ? "gone" : "blocked";
}

/** This many unreachable hosts without a single response mean that the network is down. */
const manyHosts = 3;

/**
 * Combines the results of all links. Throws an Error if they only show that this machine has no network.
 */
export function gatherResults(
  links: readonly JobLink[],
  results: readonly LinkResult[],
): LinkResults {
  const isSilent = results.every(({ answer }) => "failure" in answer);
  const hosts = new Set(links.map(({ url }) => new URL(url).hostname));
  if (isSilent && hosts.size >= manyHosts) {
    throw new Error(noNetwork(hosts.size));
  }
  return {
    asked: results.length,
    found: results.filter(({ answer }) => verdictOf(answer) !== "fine"),
  };
}

/** Limit of results that are passed to the other job: GitHub passes on at most a megabyte, an environment less. */
const handedOn = 500;

/** The results on one line, without any text from strangers. */
export function writeResults({ asked, found }: LinkResults): string {
  return JSON.stringify({ asked, found: found.slice(0, handedOn) });
}

/** Parses that line, which comes from an untrusted job. Throws an Error if it is anything else. */
export function readResults(text: string): LinkResults {
  const value: unknown = parse(text);
  if (!isObject(value) || !isCount(value.asked) || !Array.isArray(value.found)) throw notResults();
  if (value.found.length > handedOn) throw notResults();
  return { asked: value.asked, found: value.found.map(readResult) };
}

function readResult(value: unknown): LinkResult {
  if (!isObject(value) || typeof value.slug !== "string" || !/^[a-z0-9-]{1,80}$/.test(value.slug)) {
    throw notResults();
  }
  return { slug: value.slug, answer: readAnswer(value.answer) };
}

function readAnswer(value: unknown): Answer {
  if (!isObject(value)) throw notResults();
  const { status } = value;
  if (isCount(status) && status >= 100 && status <= 999) return { status };
  const failure = failures.find((known) => known === value.failure);
  if (!failure) throw notResults();
  return { failure };
}

function parse(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch (cause) {
    throw notResults({ cause });
  }
}

function isObject(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === "object" && value !== null;
}

function isCount(value: unknown): value is number {
  return Number.isSafeInteger(value) && Number(value) >= 0;
}

function notResults(options?: ErrorOptions): Error {
  return new Error(notLinkResults, options);
}
