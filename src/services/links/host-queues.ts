/** One question at a time for each host, however many links lead there. */
import type { Reply } from "./ask.ts";

/** So many questions in a row without an answer, and a host is not asked again: it would take hours. */
const silencesAtMost = 3;

type Host = { last: Promise<unknown>; silences: number };

export class HostQueues {
  readonly #hosts = new Map<string, Host>();

  /**
   * Asks when those before it are answered. What it is too late to ask by then has no answer either, but
   * that is not the host's silence.
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
