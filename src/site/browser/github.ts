/**
 * Requests to GitHub’s API from a page, without signing in. GitHub allows few of them an hour from one
 * network, so pages ask as little as they can, and let the browser cache the answers.
 */
import * as words from "#words/github-answers.ts";
import { thisMoment } from "./page.ts";

export type Answer = { ok: true; value: unknown } | { ok: false; failure: Failure };

export type Failure =
  /** Too many requests from the same network. `until` in milliseconds since 1970, if GitHub says it. */
  | { kind: "limit"; until: number | undefined }
  | { kind: "missing" }
  | { kind: "too-large" }
  /** Any other error, by its HTTP status. */
  | { kind: "refused"; status: number }
  | { kind: "unreachable" };

/** Largest answer in bytes: many times a list of pull requests or the largest post. */
const mostBytes = 8 * 1024 * 1024;

/** Asks for what is at an address of the API. Never throws. */
export async function askGitHub(address: string): Promise<Answer> {
  try {
    // No header that would make the browser send a preflight request.
    const response = await fetch(address);
    if (!response.ok) return { ok: false, failure: failureOf(response, thisMoment()) };
    const text = await readText(response, mostBytes);
    if (text === undefined) return { ok: false, failure: { kind: "too-large" } };
    return { ok: true, value: JSON.parse(text) };
  } catch {
    return { ok: false, failure: { kind: "unreachable" } }; // Network trouble, or an answer that is not GitHub’s.
  }
}

/** https://docs.github.com/rest/using-the-rest-api/rate-limits-for-the-rest-api */
export function failureOf(
  { status, headers }: Pick<Response, "status" | "headers">,
  now: number,
): Failure {
  const number = (name: string) => Number(headers.get(name) ?? Number.NaN);
  if (status === 403 || status === 429) {
    const wait = number("retry-after");
    if (wait >= 0) return { kind: "limit", until: now + wait * 1000 };
    if (number("x-ratelimit-remaining") === 0) {
      return { kind: "limit", until: number("x-ratelimit-reset") * 1000 || undefined };
    }
    if (status === 429) return { kind: "limit", until: undefined };
  }
  return status === 404 ? { kind: "missing" } : { kind: "refused", status };
}

/** What a page shows. Where something is missing, the page can say more, since it knows what it asked for. */
export function failureText(failure: Failure): string {
  switch (failure.kind) {
    case "limit":
      return words.limited(failure.until ? clockText(failure.until) : undefined);
    case "missing":
      return words.missing;
    case "too-large":
      return words.tooLarge;
    case "refused":
      return words.failed(failure.status);
    case "unreachable":
      return words.unreachable;
  }
}

function clockText(milliseconds: number): string {
  return new Date(milliseconds).toLocaleTimeString([], { hour: "2-digit", minute: "2-digit" });
}

/** The text of an answer; `undefined` if it is larger than that. */
async function readText(response: Response, most: number): Promise<string | undefined> {
  const reader = response.body?.getReader();
  const decoder = new TextDecoder();
  let text = "";
  for (let bytes = 0; ; ) {
    const { value } = (await reader?.read()) ?? {};
    if (!value) return text + decoder.decode();
    bytes += value.length;
    if (bytes > most) {
      await reader?.cancel();
      return undefined;
    }
    text += decoder.decode(value, { stream: true });
  }
}
