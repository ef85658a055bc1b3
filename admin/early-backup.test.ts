import { afterEach, beforeEach, describe, expect, it, vi } from "vitest";
import { keepEarly } from "./early-backup.ts";

beforeEach(() => {
  vi.useFakeTimers();
});

afterEach(() => {
  vi.useRealTimers();
});

/** An editor with a post, and the copies that are kept of it. */
function openEditor() {
  const kept: string[] = [];
  const listeners: (() => void)[] = [];
  let data: { title: string } | undefined;
  const set = (next: typeof data) => {
    data = next;
    for (const listener of listeners) listener();
  };
  keepEarly(
    (listener) => listeners.push(listener),
    () => {
      const now = data;
      return now && { data: now, keep: () => kept.push(now.title) };
    },
  );
  return { kept, type: (title: string) => set({ title }), save: () => set(undefined) };
}

describe("the copy of a post that is being written", () => {
  it("is kept within half a second, also while somebody types on and on", () => {
    const { type, kept } = openEditor();
    for (const title of ["W", "We", "Wea", "Weat", "Weath"]) {
      type(title);
      vi.advanceTimersByTime(100);
    }
    expect(kept).toEqual(["Wea"]);
    vi.advanceTimersByTime(300);
    expect(kept).toEqual(["Wea", "Weath"]);
  });

  it("is not made of a post that was saved in the meantime", () => {
    const { type, save, kept } = openEditor();
    type("W");
    save();
    vi.advanceTimersByTime(1000);
    expect(kept).toEqual([]);
  });
});
