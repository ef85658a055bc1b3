/**
 * What went wrong last, in words for whoever is at the form. Decap shows an error for eight seconds only;
 * the notice keeps it until the same is tried again.
 */

/** A page on which somebody can do something about it. */
export type Remedy = { address: string; text: string };

/** An error whose message is fit to be read by anybody. */
export class PlainError extends Error {
  readonly remedy: Remedy | undefined;

  constructor(message: string, remedy?: Remedy) {
    super(message);
    // Decap writes errors as text, which would begin with the name of their class.
    this.name = "";
    this.remedy = remedy;
  }
}

/** Remembers the last trouble, and tells whoever listens of each change. */
export class Troubles {
  #last: PlainError | undefined;
  readonly #changes = new EventTarget();

  get last(): PlainError | undefined {
    return this.#last;
  }

  tell(trouble: PlainError): void {
    this.#set(trouble);
  }

  clear(): void {
    if (this.#last) this.#set(undefined);
  }

  /** Tells of what is thrown, whose message is plain. */
  watch<Result>(attempt: () => Result): Result {
    this.clear();
    try {
      return attempt();
    } catch (error) {
      this.tell(new PlainError(error instanceof Error ? error.message : String(error)));
      throw error;
    }
  }

  /** Returns what ends the listening. */
  listen(listener: () => void): () => void {
    this.#changes.addEventListener("change", listener);
    return () => this.#changes.removeEventListener("change", listener);
  }

  #set(trouble: PlainError | undefined): void {
    this.#last = trouble;
    this.#changes.dispatchEvent(new Event("change"));
  }
}
