/** The links by which people apply, and what came of asking for them. */
import type { Post } from "../post/post.ts";

export type JobLink = { slug: string; url: string };

/** Why there was no answer. */
export const failures = [
  /** The name of the host does not exist. */
  "no-such-name",
  /** Names could not be asked for, or this one just now. */
  "name-unknown",
  "no-connection",
  "no-answer",
  "bad-certificate",
  "broken-answer",
  /** It leads, or is led on, to where nothing public is: then it is not asked for. */
  "not-public",
  "too-many-redirects",
] as const;

export type Failure = (typeof failures)[number];

/** What a link's address answered in the end: HTTP's status, or why there is none. */
export type Answer = { status: number } | { failure: Failure };

/**
 * `gone`: whoever follows it finds nothing. `blocked`: there is something, which is not shown to machines.
 * `unreachable`: nobody knows.
 */
export type Verdict = "fine" | "gone" | "blocked" | "unreachable";

export type LinkResult = { slug: string; answer: Answer };

/** What one round of asking has come to. */
export type LinkResults = {
  /** How many links were asked for. */
  asked: number;
  /** What was not fine. */
  found: readonly LinkResult[];
};

/** Names that are nobody's, for examples in texts and sample posts (RFC 2606, RFC 6761). */
const nobodys = /(?:^|\.)(?:example|example\.(?:com|net|org))$/;

/** The links of live posts, but not those to nobody. */
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

/** How many hosts that are silent say something of the way to them, rather than of themselves. */
const manyHosts = 3;

/**
 * Puts together what the links answered. Throws an Error where it says no more than that this machine has no
 * network.
 */
export function gatherResults(
  links: readonly JobLink[],
  results: readonly LinkResult[],
): LinkResults {
  const isSilent = results.every(({ answer }) => "failure" in answer);
  const hosts = new Set(links.map(({ url }) => new URL(url).hostname));
  if (isSilent && hosts.size >= manyHosts) {
    throw new Error(
      `None of ${hosts.size} hosts answered, so it is this machine that has no network. Nothing is said of their links.`,
    );
  }
  return {
    asked: results.length,
    found: results.filter(({ answer }) => verdictOf(answer) !== "fine"),
  };
}

/** More are not handed on, since GitHub hands on a megabyte and an environment less. More say: look for yourself. */
const handedOn = 500;

/** The results on one line, without a word of a stranger's. */
export function writeResults({ asked, found }: LinkResults): string {
  return JSON.stringify({ asked, found: found.slice(0, handedOn) });
}

/** Reads that line, which comes from where strangers answered. Throws an Error if it is anything else. */
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
  return new Error(
    "These are no results of asking for links. Run the whole workflow again.",
    options,
  );
}
