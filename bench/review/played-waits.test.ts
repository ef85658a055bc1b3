import { setTimeout } from "node:timers/promises";
import { describe, expect, it } from "vitest";
import { withPlayedWaits } from "./played-waits.ts";

/** Milliseconds; a test that really waited so long would fail. */
const long = 600_000;

describe("a wait in played time", () => {
  it("is over at once, and its length is told", async () => {
    const waits: number[] = [];
    const result = await withPlayedWaits(
      (milliseconds) => waits.push(milliseconds),
      () => setTimeout(long, "done"),
    );
    expect(result).toBe("done");
    expect(waits).toEqual([long]);
  });

  it("is over at once also where a timer is set, but not for limits", async () => {
    const waits: number[] = [];
    const limit = 30_000;
    await withPlayedWaits(
      (milliseconds) => waits.push(milliseconds),
      async () => {
        const struck = new Promise<void>((strike) => globalThis.setTimeout(strike, 16_000));
        const limiting = globalThis.setTimeout(() => undefined, limit);
        await struck;
        clearTimeout(limiting);
      },
    );
    expect(waits).toEqual([16_000]);
  });

  it("takes not even a millisecond if it is none", async () => {
    const order: string[] = [];
    await withPlayedWaits(
      () => undefined,
      async () => {
        const timer = new Promise<void>((strike) => globalThis.setTimeout(strike, 0));
        const immediate = new Promise<void>((strike) => globalThis.setImmediate(strike));
        await Promise.all([
          timer.then(() => order.push("timer")),
          immediate.then(() => order.push("immediate")),
        ]);
      },
    );
    expect(order).toEqual(["timer", "immediate"]);
  });

  it("is a real one again after the work, also if that fails", async () => {
    const real = setTimeout;
    const work = () => Promise.reject(new Error("No"));
    await expect(withPlayedWaits(() => undefined, work)).rejects.toThrow("No");
    expect(setTimeout).toBe(real);
  });
});
