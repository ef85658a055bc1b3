/**
 * Keeps what is typed in this browser within half a second. Decap waits until nobody has typed for two seconds, so a
 * closed window or a crash could take a whole paragraph with it.
 */

/** A post with changes that are not saved. */
export type ChangedPost = {
  /** Another object after each change. */
  data: unknown;
  /** Keeps a copy, which Decap offers to restore. */
  keep(): void;
};

/** Milliseconds from a change to its copy, also while somebody goes on typing. */
const pause = 300;

/**
 * @param subscribe calls a function after each change of the editor
 * @param changed the post in the editor, if it has changed
 */
export function keepEarly(
  subscribe: (listener: () => void) => unknown,
  changed: () => ChangedPost | undefined,
): void {
  let seen: unknown;
  let isDue = false;
  subscribe(() => {
    const data = changed()?.data;
    if (data === undefined || data === seen) return;
    seen = data;
    if (isDue) return;
    isDue = true;
    setTimeout(() => {
      isDue = false;
      // It may have been saved or left in the meantime.
      changed()?.keep();
    }, pause);
  });
}
