/** Concurrency groups. https://docs.github.com/actions/how-tos/write-workflows/choose-when-workflows-run/control-workflow-concurrency */

export type Place = {
  /** Case-insensitive. */
  group: string;
  cancelInProgress: boolean;
  /** `single`: a newer member replaces the one that is waiting. `max`: all wait in line. */
  queue: "single" | "max";
};

type Member = { cancel(): void; go(): void };

/** Lets one member of a group run at a time. */
export class ConcurrencyGroups {
  readonly #running = new Map<string, Member>();
  readonly #waiting = new Map<string, Member[]>();

  /**
   * Waits for a turn.
   *
   * @param cancel called when the member is replaced while it waits, or canceled while it runs
   * Resolves to what ends the turn, or to `undefined` if the turn never came.
   */
  async enter(
    { group, cancelInProgress, queue }: Place,
    cancel: () => void,
  ): Promise<(() => void) | undefined> {
    const key = group.toLowerCase();
    const turn = Promise.withResolvers<boolean>();
    const member = {
      go: () => turn.resolve(true),
      cancel: () => {
        cancel();
        turn.resolve(false);
      },
    };
    const waiting = this.#waiting.get(key) ?? [];
    if (queue === "single") for (const other of waiting.splice(0)) other.cancel();
    waiting.push(member);
    this.#waiting.set(key, waiting);
    if (cancelInProgress) this.#running.get(key)?.cancel();
    this.#next(key);
    if (!(await turn.promise)) return undefined;
    return () => {
      this.#running.delete(key);
      this.#next(key);
    };
  }

  #next(key: string): void {
    if (this.#running.has(key)) return;
    const member = this.#waiting.get(key)?.shift();
    if (!member) return;
    this.#running.set(key, member);
    member.go();
  }
}
