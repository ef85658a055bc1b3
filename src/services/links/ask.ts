/** One request to a stranger's host: what it answers at first, and nothing of what follows. */
import type { IncomingMessage, RequestOptions } from "node:http";
import { request as requestPlain } from "node:http";
import { request as requestSecure } from "node:https";
import type { LookupFunction } from "node:net";
import { isIP } from "node:net";
import { refuseWebAddress } from "../../board/job/web-address.ts";
import type { Failure } from "../../board/listing/links.ts";
import type { Address, Network } from "./public-network.ts";
import { codeOf, isUnknownName } from "./public-network.ts";

/** The beginning of an answer. */
export type Reply =
  | { status: number; location: string | undefined; retryAfter: string | undefined }
  | { failure: Failure };

export type Question = {
  url: string;
  method: "HEAD" | "GET";
  network: Network;
  /** Milliseconds until there has to be an answer. */
  timeout: number;
};

/** Bytes. Node's own limit, written out, since nothing else of an answer is read. */
const headerLimit = 16 * 1024;

/**
 * Asks for an address if it is one that a post may link to, and every machine of its name one that may be
 * asked. It connects to what was judged; the connection ends with the head of the answer. Never throws.
 */
export async function ask({ url, method, network, timeout }: Question): Promise<Reply> {
  if (refuseWebAddress(url) !== undefined) return { failure: "not-public" };
  const target = new URL(url);
  const signal = AbortSignal.timeout(timeout);
  const addresses = await addressesOf(target, network, signal);
  if ("failure" in addresses) return addresses;
  const port = Number(target.port) || (target.protocol === "https:" ? 443 : 80);
  // Every one of them: a name can have a public address beside one that is not.
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
      // No connection is kept for the next question, which is judged anew.
      agent: false,
      maxHeaderSize: headerLimit,
      headers: {
        accept: "text/html,*/*;q=0.8",
        "user-agent": "job-board-links (checks links weekly)",
      },
    })
      .on("response", (answer) => {
        // However large it is, nobody reads it.
        answer.on("error", () => undefined).destroy();
        resolve(answer);
      })
      // Whoever goes on in another protocol is heard by nobody, and no signal ends the request any more.
      .on("upgrade", (answer, socket) => {
        socket.destroy();
        resolve(answer);
      })
      .on("error", reject)
      .end();
  });
}

/** In the place of the system's look-up, which could say something else by now. */
function only(addresses: readonly Address[]): LookupFunction {
  return (_host, options, callback) => {
    const [first] = addresses;
    if (options.all) callback(null, [...addresses]);
    else callback(null, first?.address ?? "", first?.family);
  };
}

function replyOf({ statusCode = 0, headers }: IncomingMessage): Reply {
  // Nothing of an answer is left where it is no more than the announcement of one.
  if (statusCode < 200) return { failure: "broken-answer" };
  return {
    status: statusCode,
    location: headers.location,
    retryAfter: headers["retry-after"],
  };
}

/** Looking a name up cannot be called off; its answer is then not waited for. */
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

function failureOf(error: unknown): Failure {
  return failuresByCode.find(([codes]) => codes.test(codeOf(error)))?.[1] ?? "no-connection";
}
