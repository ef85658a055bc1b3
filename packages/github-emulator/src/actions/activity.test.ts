import { setImmediate } from "node:timers/promises";
import { describe, expect, it } from "vitest";
import { Activity } from "./activity.ts";

describe("the runner’s activity", () => {
  it("ends after the last piece of work, and any work that it starts", async () => {
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

  it("ends even if work fails", async () => {
    const activity = new Activity();
    const failed = activity.during(Promise.reject(new Error("No")));
    await expect(failed).rejects.toThrow("No");
    await activity.ended();
  });
});
