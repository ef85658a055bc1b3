import { describe, expect, it } from "vitest";
import { Timeline } from "./timeline.ts";

/** Does tasks of these names at these moments, on a timeline that starts at 100; what happened when. */
async function play(...tasks: [at: number, name: string][]): Promise<string[]> {
  const story: string[] = [];
  const timeline = new Timeline(100, (now) => story.push(`at ${now}`));
  for (const [at, name] of tasks) {
    timeline.add(at, () => Promise.resolve(void story.push(name)));
  }
  for (let isLeft = true; isLeft; isLeft = await timeline.next());
  return story;
}

describe("a timeline", () => {
  it("does tasks by their moments, and of one moment the earlier added first", async () => {
    const story = await play([300, "second"], [200, "first"], [300, "third"]);
    expect(story).toEqual(["at 200", "first", "at 300", "second", "at 300", "third"]);
  });

  it("never goes back: what is late happens next", async () => {
    expect(await play([50, "late"])).toEqual(["at 100", "late"]);
  });
});
