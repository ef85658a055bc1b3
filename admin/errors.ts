/** Errors in words for people in the editor. Decap shows an error for eight seconds only; the notice keeps the last one. */
import * as words from "#words/editor.ts";

/** A page where somebody can do something about an error. */
export type Remedy = { address: string; text: string };

/** An error with a message that people can be shown as it is. */
export class UserError extends Error {
  readonly remedy: Remedy | undefined;

  constructor(message: string, remedy?: Remedy) {
    super(message);
    // Decap writes errors as text, which would start with the name of their class.
    this.name = "";
    this.remedy = remedy;
  }
}

/** Remembers the last error, and notifies listeners of each change. */
export class ErrorStore {
  #last: UserError | undefined;
  readonly #changes = new EventTarget();

  get last(): UserError | undefined {
    return this.#last;
  }

  report(error: UserError): void {
    this.#set(error);
  }

  clear(): void {
    if (this.#last) this.#set(undefined);
  }

  /** Reports an error that is thrown; its message is for people. */
  watch<Result>(attempt: () => Result): Result {
    this.clear();
    try {
      return attempt();
    } catch (error) {
      this.report(new UserError(textOf(error)));
      throw error;
    }
  }

  /** Returns a function that ends the subscription. */
  subscribe(listener: () => void): () => void {
    this.#changes.addEventListener("change", listener);
    return () => this.#changes.removeEventListener("change", listener);
  }

  #set(error: UserError | undefined): void {
    this.#last = error;
    this.#changes.dispatchEvent(new Event("change"));
  }
}

/** Another person has sent a post of the same day, company and title. */
export function alreadySent(by: string | undefined, address: string): UserError {
  const text = words.seeSent;
  return new UserError(words.alreadySent(by ?? words.somebody), { address, text });
}

/** The saved post has changed since it was opened here. */
export function changedMeanwhile(address: string | undefined): UserError {
  const remedy = address === undefined ? undefined : { address, text: words.seeChanged };
  return new UserError(words.changedMeanwhile, remedy);
}

/** The fork is older than the board, and GitHub cannot update it. */
export function forkOutdated(address: string): UserError {
  return new UserError(words.forkOutdated, { address, text: words.openFork });
}

/** What a failure of GitHub means. */
export function userErrorFrom(error: unknown): UserError {
  if (error instanceof UserError) return error;
  const status = statusOf(error);
  if (status === 401) return new UserError(words.signInEnded);
  if (status === 403 || status === 429) return new UserError(words.refusedForNow(textOf(error)));
  if (status === undefined || status >= 500 || error instanceof TypeError) {
    return new UserError(words.notReached);
  }
  return new UserError(words.notAccepted(textOf(error)));
}

/**
 * Whether an error comes from an outdated fork: GitHub then refuses a commit that would bring workflow
 * files the fork does not have yet.
 */
export function isFromOutdatedFork(error: unknown, isBehind: boolean): boolean {
  if (error instanceof UserError) return false;
  const status = statusOf(error) ?? 0;
  return /\bworkflow/i.test(textOf(error)) || (isBehind && [404, 409, 422].includes(status));
}

function statusOf(error: unknown): number | undefined {
  const status = typeof error === "object" && error ? Reflect.get(error, "status") : undefined;
  return typeof status === "number" ? status : undefined;
}

function textOf(error: unknown): string {
  return error instanceof Error ? error.message : String(error);
}
