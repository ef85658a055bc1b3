/** What this browser keeps for the reader. It never leaves the browser. */

/** The keys under which each kind of thing is kept. */
export type StoredKind = "saved-posts" | "saved-searches";

/** The kept text; `null` if there is none, or if storage is turned off. */
export function readStored(kind: StoredKind): string | null {
  try {
    return localStorage.getItem(kind);
  } catch {
    return null;
  }
}

/** Keeps a list. Returns whether the browser does so. */
export function writeStored(kind: StoredKind, list: readonly unknown[]): boolean {
  try {
    if (list.length > 0) localStorage.setItem(kind, JSON.stringify(list));
    else localStorage.removeItem(kind);
    return true;
  } catch {
    return false; // Storage is full or turned off.
  }
}

/** Calls a function now, and each time another tab has changed what is kept. */
export function onStored(kind: StoredKind, show: () => void): void {
  show();
  addEventListener("storage", ({ key }) => {
    if (key === kind || key === null) show();
  });
  // A page that comes back from the browser’s cache has missed such changes.
  addEventListener("pageshow", ({ persisted }) => {
    if (persisted) show();
  });
}
