/** Limits requests to one at a time per host. */
import type { Reply } from "./ask.ts";

/** After so many requests in a row without a response, a host is skipped: it would take hours. */
const silencesAtMost = 3;

type Host = { last: Promise<unknown>; silences: number };

export class HostQueues {
  readonly #hosts = new Map<string, Host>();

  /**
   * Waits for earlier requests to the host. If it is too late by then, the request has no response, but that
   * does not count against the host.
   */
  inTurn(name: string, question: () => Promise<Reply>, signal?: AbortSignal): Promise<Reply> {
    const host = this.#hosts.get(name) ?? { last: Promise.resolve(), silences: 0 };
    this.#hosts.set(name, host);
    const answer = host.last.then(async (): Promise<Reply> => {
      if (signal?.aborted || host.silences >= silencesAtMost) return { failure: "no-answer" };
      const reply = await question();
      host.silences = "failure" in reply && reply.failure === "no-answer" ? host.silences + 1 : 0;
      return reply;
    });
    host.last = answer.catch(() => undefined);
    return answer;
  }
}
