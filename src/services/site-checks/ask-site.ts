/** Asks a site for the pages that its checks need: slowly, without following redirects, and within limits. */
import type { IncomingMessage } from "node:http";
import { request as requestPlain } from "node:http";
import { request as requestSecure } from "node:https";
import { promisify } from "node:util";
import { gunzip } from "node:zlib";
import { nextRequests } from "../../board/site-checks/requests.ts";
import type { SiteFailure, SiteReply, Visit } from "../../board/site-checks/visit.ts";
import { failureOf } from "../links/ask.ts";
import { codeOf, isUnknownName } from "../links/public-network.ts";

export type SiteLimits = {
  /** Milliseconds for one request. */
  request: number;
  /** Bytes of a body, on the way and decompressed. */
  body: number;
  /** Requests without a response after which no more are made. */
  silences: number;
};

/** The API of a board with 10,000 posts has about 20 MB. */
export const usualLimits: SiteLimits = { request: 10_000, body: 64 * 2 ** 20, silences: 3 };

const unzip = promisify(gunzip);

/** All that the checks need to know of a site. One request at a time. Never throws. */
export async function visitSite(
  start: Omit<Visit, "replies">,
  limits: SiteLimits = usualLimits,
): Promise<Visit> {
  const replies = new Map<string, SiteReply>();
  const visit = { ...start, replies };
  const silences = new Map<string, number>();
  for (let urls = nextRequests(visit); urls.length > 0; urls = nextRequests(visit)) {
    for (const url of urls) {
      const { origin } = new URL(url);
      const silent = silences.get(origin) ?? 0;
      const reply: SiteReply =
        silent < limits.silences ? await askSite(url, limits) : { failure: "no-answer" };
      if ("failure" in reply && reply.failure === "no-answer") silences.set(origin, silent + 1);
      replies.set(url, reply);
    }
  }
  return visit;
}

/** The response for a URL, whatever it is. Never throws. */
export async function askSite(url: string, limits: SiteLimits): Promise<SiteReply> {
  const signal = AbortSignal.timeout(limits.request);
  try {
    const answer = await answerTo(url, signal);
    const body = await bodyOf(answer, limits.body);
    return {
      status: answer.statusCode ?? 0,
      headers: Object.fromEntries(
        Object.entries(answer.headersDistinct).map(([name, values]) => [name, values?.join(", ")]),
      ),
      text: (await decompress(body, answer, limits.body)).toString(),
      bytes: body.length,
    };
  } catch (error) {
    if (error instanceof TooLarge || codeOf(error) === "ERR_BUFFER_TOO_LARGE") {
      return { failure: "too-large" };
    }
    if (signal.aborted) return { failure: "no-answer" };
    return { failure: failedLookup(error) ?? failureOf(error) };
  }
}

function failedLookup(error: unknown): SiteFailure | undefined {
  if (isUnknownName(error)) return "no-such-name";
  return codeOf(error) === "EAI_AGAIN" ? "name-unknown" : undefined;
}

class TooLarge extends Error {
  override readonly name = "TooLarge";
}

function answerTo(url: string, signal: AbortSignal): Promise<IncomingMessage> {
  const request = new URL(url).protocol === "https:" ? requestSecure : requestPlain;
  return new Promise((resolve, reject) => {
    request(url, {
      signal,
      agent: false,
      headers: {
        accept: "*/*",
        "accept-encoding": "gzip",
        "user-agent": "job-board-doctor (checks a site for its maintainers)",
      },
    })
      .on("response", resolve)
      .on("error", reject)
      .end();
  });
}

async function bodyOf(answer: IncomingMessage, limit: number): Promise<Buffer> {
  const chunks: Buffer[] = [];
  let bytes = 0;
  for await (const chunk of answer as AsyncIterable<Buffer>) {
    bytes += chunk.length;
    // Leaving the loop closes the connection.
    if (bytes > limit) throw new TooLarge();
    chunks.push(chunk);
  }
  return Buffer.concat(chunks);
}

async function decompress(body: Buffer, answer: IncomingMessage, limit: number): Promise<Buffer> {
  const isZipped = answer.headers["content-encoding"] === "gzip" && body.length > 0;
  return isZipped ? await unzip(body, { maxOutputLength: limit }) : body;
}
