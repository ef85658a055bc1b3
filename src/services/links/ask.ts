/** Makes one request to an unknown host, and reads only the head of the response. */
import type { IncomingMessage, RequestOptions } from "node:http";
import { request as requestPlain } from "node:http";
import { request as requestSecure } from "node:https";
import type { LookupFunction } from "node:net";
import { isIP } from "node:net";
import { refuseWebAddress } from "../../board/job/web-address.ts";
import type { Failure } from "../../board/listing/links.ts";
import type { Address, Network } from "./public-network.ts";
import { codeOf, isUnknownName } from "./public-network.ts";

/** The head of a response. */
export type Reply =
  | { status: number; location: string | undefined; retryAfter: string | undefined }
  | { failure: Failure };

type Question = {
  url: string;
  method: "HEAD" | "GET";
  network: Network;
  /** Timeout in milliseconds. */
  timeout: number;
};

/** Bytes. Node's default, made explicit because it limits everything that is read. */
const headerLimit = 16 * 1024;

/**
 * Requests an address if posts may link to it and all IP addresses of its host are public. Connects to exactly
 * the addresses that were checked, and closes the connection after the head of the response. Never throws.
 */
export async function ask({ url, method, network, timeout }: Question): Promise<Reply> {
  if (refuseWebAddress(url) !== undefined) return { failure: "not-public" };
  const target = new URL(url);
  const signal = AbortSignal.timeout(timeout);
  const addresses = await addressesOf(target, network, signal);
  if ("failure" in addresses) return addresses;
  const port = Number(target.port) || (target.protocol === "https:" ? 443 : 80);
  // All of them: a host can have public and private addresses.
  if (!addresses.every(({ address }) => isIP(address) && network.permits(address, port))) {
    return { failure: "not-public" };
  }
  try {
    return replyOf(await answerTo(target, { method, signal, lookup: only(addresses) }));
  } catch (error) {
    return { failure: signal.aborted ? "no-answer" : failureOf(error) };
  }
}

type Found = readonly Address[] | { failure: Failure };

async function addressesOf(target: URL, network: Network, signal: AbortSignal): Promise<Found> {
  try {
    const host = target.hostname.replace(/\.$/, "");
    const found = await within(signal, network.resolve(host));
    return found.length > 0 ? found : { failure: "no-such-name" };
  } catch (error) {
    return { failure: isUnknownName(error) ? "no-such-name" : "name-unknown" };
  }
}

type Sending = Pick<RequestOptions, "method" | "signal" | "lookup">;

function answerTo(target: URL, sending: Sending): Promise<IncomingMessage> {
  const request = target.protocol === "https:" ? requestSecure : requestPlain;
  return new Promise((resolve, reject) => {
    request(target, {
      ...sending,
      // No connection is reused, since each request is checked separately.
      agent: false,
      maxHeaderSize: headerLimit,
      headers: {
        accept: "text/html,*/*;q=0.8",
        "user-agent": "job-board-links (checks links weekly)",
      },
    })
      .on("response", (answer) => {
        // The body is never read.
        answer.on("error", () => undefined).destroy();
        resolve(answer);
      })
      // A switched protocol is not handled, and the signal no longer ends the request.
      .on("upgrade", (answer, socket) => {
        socket.destroy();
        resolve(answer);
      })
      .on("error", reject)
      .end();
  });
}

/** Replaces the system's DNS lookup, which might return another address by now. */
function only(addresses: readonly Address[]): LookupFunction {
  return (_host, options, callback) => {
    const [first] = addresses;
    if (options.all) callback(null, [...addresses]);
    else callback(null, first?.address ?? "", first?.family);
  };
}

function replyOf({ statusCode = 0, headers }: IncomingMessage): Reply {
  // A response that is only informational (1xx) counts as none.
  if (statusCode < 200) return { failure: "broken-answer" };
  return {
    status: statusCode,
    location: headers.location,
    retryAfter: headers["retry-after"],
  };
}

/** A DNS lookup cannot be canceled, so its result is ignored instead. */
function within<T>(signal: AbortSignal, work: Promise<T>): Promise<T> {
  return new Promise((resolve, reject) => {
    signal.addEventListener("abort", () => reject(signal.reason), { once: true });
    work.then(resolve, reject);
  });
}

const failuresByCode: readonly [codes: RegExp, failure: Failure][] = [
  [/^(?:HPE_|ERR_HTTP|ERR_INVALID)/, "broken-answer"],
  [/CERT|SELF_SIGNED|UNABLE_TO_/, "bad-certificate"],
];

/** Why a request has failed, by the error of Node. */
export function failureOf(error: unknown): Failure {
  return failuresByCode.find(([codes]) => codes.test(codeOf(error)))?.[1] ?? "no-connection";
}
