/**
 * Questions to GitHub's API from a page, without signing in. They are few an hour and address, so a page
 * asks as little as it can, and leaves it to the browser's memory to answer twice.
 */
import { thisMoment } from "./moment.ts";

export type Answer = { ok: true; value: unknown } | { ok: false; failure: Failure };

export type Failure =
  /** Asked too often from the same network. `until` in milliseconds since 1970, if GitHub says it. */
  | { kind: "limit"; until: number | undefined }
  | { kind: "missing" }
  | { kind: "too-large" }
  /** An answer that is none, by its HTTP status. */
  | { kind: "refused"; status: number }
  | { kind: "unreachable" };

/** Most bytes of an answer: many times a list of pull requests or the largest post. */
const mostBytes = 8 * 1024 * 1024;

/** Asks for what is at an address of the API. Never throws. */
export async function askGitHub(address: string): Promise<Answer> {
  try {
    // No header that would make the browser ask first whether it may ask.
    const response = await fetch(address);
    if (!response.ok) return { ok: false, failure: failureOf(response, thisMoment()) };
    const text = await readText(response, mostBytes);
    if (text === undefined) return { ok: false, failure: { kind: "too-large" } };
    return { ok: true, value: JSON.parse(text) };
  } catch {
    return { ok: false, failure: { kind: "unreachable" } }; // The network's fault, or what it put between.
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

/** What a reader is told; `missing` is for the page to explain, which knows what it asked for. */
export function failureText(failure: Failure): string {
  switch (failure.kind) {
    case "limit": {
      const again = failure.until
        ? `It will answer again at ${clockText(failure.until)}.`
        : "Try again in an hour.";
      return `GitHub has been asked too often from your network: without signing in it answers only so many questions an hour. ${again}`;
    }
    case "missing":
      return "GitHub knows nothing at this address.";
    case "too-large":
      return "GitHub’s answer is too large to be shown here.";
    case "refused":
      return `GitHub could not answer (error ${failure.status}). Load this page again in a minute.`;
    case "unreachable":
      return "GitHub could not be reached. Check your connection, then load this page again.";
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
