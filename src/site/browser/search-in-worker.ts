/** Asks the worker that searches, for pages: the last question counts, and those before it that still wait do not. */
import { pages } from "../../board/addresses.ts";
import type { SearchResults } from "../../board/search/results.ts";
import type { SearchState } from "../../board/search/search-state.ts";
import type { AnswerMessage, IndexMessage, SearchMessage } from "./search-messages.ts";

type Question = SearchMessage & {
  resolve(results: SearchResults | undefined): void;
  reject(error: Error): void;
};

export class WorkerSearch {
  readonly #script: string;
  #worker: Promise<Worker> | undefined;
  #asked: Question | undefined;
  #waiting: Question | undefined;

  /** @param script address of the worker's script, with the site's path */
  constructor(script: string) {
    this.#script = script;
  }

  /** Loads the worker and the index, if nothing has yet: before the first key, for instance when a field is focused. */
  start(): void {
    this.#worker ??= this.#open();
  }

  /**
   * Searches the posts. Resolves to `undefined` if somebody asked something else before this was begun. Rejects if the
   * index cannot be loaded; the next search tries again.
   *
   * @param now the reader's clock, in seconds since 1970
   */
  search(state: SearchState, now: number): Promise<SearchResults | undefined> {
    this.start();
    return new Promise((resolve, reject) => {
      this.#waiting?.resolve(undefined);
      this.#waiting = { kind: "search", state, now, resolve, reject };
      this.#next();
    });
  }

  async #open(): Promise<Worker> {
    const worker = new Worker(this.#script);
    const failed = new Promise<never>((_, reject) => {
      worker.addEventListener("error", () => {
        reject(new Error(`${this.#script} failed.`));
        this.#fail();
      });
    });
    worker.addEventListener("message", ({ data }: MessageEvent<AnswerMessage>) => this.#hear(data));
    const bytes = await Promise.race([this.#loadIndex(), failed]);
    const message: IndexMessage = { kind: "index", bytes };
    worker.postMessage(message, bytes ? [bytes] : []);
    return worker;
  }

  /** At the same time as the worker's script. If it fails, the worker tries again and says why. */
  async #loadIndex(): Promise<ArrayBuffer | undefined> {
    const url = new URL(`..${pages.searchIndex}`, new URL(this.#script, location.href));
    const response = await fetch(url).catch(() => undefined);
    return response?.ok ? await response.arrayBuffer().catch(() => undefined) : undefined;
  }

  #next(): void {
    const question = this.#waiting;
    if (this.#asked || !question) return;
    this.#asked = question;
    this.#waiting = undefined;
    const { kind, state, now } = question;
    this.#worker?.then(
      (worker) => worker.postMessage({ kind, state, now } satisfies SearchMessage),
      () => this.#fail(),
    );
  }

  #hear(answer: AnswerMessage): void {
    const question = this.#asked;
    this.#asked = undefined;
    if ("results" in answer) question?.resolve(answer.results);
    else question?.reject(new Error(answer.error));
    this.#next();
  }

  /** The script could not be loaded, or has an error. */
  #fail(): void {
    const [asked, waiting] = [this.#asked, this.#waiting];
    this.#worker = undefined;
    this.#asked = undefined;
    this.#waiting = undefined;
    for (const question of [asked, waiting]) {
      question?.reject(new Error(`${this.#script} failed.`));
    }
  }
}
