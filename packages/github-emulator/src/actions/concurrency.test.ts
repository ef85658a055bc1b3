import { describe, expect, it } from "vitest";
import type { Place } from "./concurrency.ts";
import { ConcurrencyGroups } from "./concurrency.ts";

const place: Place = { group: "review", cancelInProgress: false, queue: "single" };

/** Lets several members enter one after another and end one after another. Returns what happened to each. */
async function inTurn(places: Place[]): Promise<string[]> {
  const groups = new ConcurrencyGroups();
  const story: string[] = [];
  const turns = places.map((each, index) =>
    groups.enter(each, () => story.push(`${index} cancelled`)),
  );
  for (const [index, turn] of turns.entries()) {
    const leave = await turn;
    if (!leave) continue;
    story.push(`${index} runs`);
    leave();
  }
  return story;
}

describe("a concurrency group", () => {
  it("replaces a waiting member with a newer one", async () => {
    expect(await inTurn([place, place, place])).toEqual(["1 cancelled", "0 runs", "2 runs"]);
  });

  it("keeps all members waiting if it has a queue", async () => {
    const queued: Place = { ...place, queue: "max" };
    expect(await inTurn([queued, queued, queued])).toEqual(["0 runs", "1 runs", "2 runs"]);
  });

  it("can cancel the running member", async () => {
    const impatient = { ...place, cancelInProgress: true };
    expect(await inTurn([place, impatient])).toEqual(["0 cancelled", "0 runs", "1 runs"]);
  });

  it("ignores case, and does not affect other groups", async () => {
    const groups = new ConcurrencyGroups();
    let isIn = false;
    const leave = await groups.enter(place, () => undefined);
    const other = groups
      .enter({ ...place, group: "REVIEW" }, () => undefined)
      .then(() => {
        isIn = true;
      });
    await groups.enter({ ...place, group: "publish" }, () => undefined);
    expect(isIn).toBe(false);
    leave?.();
    await other;
    expect(isIn).toBe(true);
  });
});
