import { setImmediate } from "node:timers/promises";
import { describe, expect, it } from "vitest";
import { Activity } from "./activity.ts";

describe("activity", () => {
  it("ends with the last piece of work, and with what that leads to", async () => {
    const activity = new Activity();
    const first = Promise.withResolvers<void>();
    const second = Promise.withResolvers<void>();
    const story: string[] = [];
    void activity.during(first.promise).then(() => activity.during(second.promise));
    void activity.ended().then(() => story.push("ended"));
    first.resolve();
    await setImmediate();
    await setImmediate();
    expect(story).toEqual([]);
    second.resolve();
    await activity.ended();
    expect(story).toEqual(["ended"]);
  });

  it("ends with work that fails, too", async () => {
    const activity = new Activity();
    const failed = activity.during(Promise.reject(new Error("No")));
    await expect(failed).rejects.toThrow("No");
    await activity.ended();
  });
});
