import { afterAll, beforeAll, describe, expect, it } from "vitest";
import type { Scene } from "./scene.ts";
import { openScene } from "./scene.ts";

let scene: Scene;

beforeAll(async () => {
  scene = await openScene();
});

afterAll(() => scene.close());

describe("two reviewers at the same moment", () => {
  it("do not both act: the first word counts, and the second is told so", async () => {
    const pull = await scene.ada.sendsPost("2026-11-22-contested");
    await scene.settled(pull);
    await scene.rita.says(pull, "/reject spam");
    await scene.rob.says(pull, "/approve", 0);
    expect(await scene.settled(pull)).toMatchObject({
      state: "closed",
      labels: ["new post", "reason: spam", "rejected"],
      assignees: ["rita"],
      told: expect.arrayContaining([
        expect.stringMatching(
          /^@rob: Nothing was changed: (?:`rita` has just decided|this is closed)/,
        ),
      ]),
    });
    expect(scene.published()).toBe(0);
  });
});

describe("a claim", () => {
  it("is told to another reviewer before anything is changed, and lapses by the daily look round", async () => {
    const pull = await scene.bob.sendsPost("2026-11-22-claimed");
    await scene.settled(pull);
    await scene.rita.says(pull, "/claim");
    await scene.rob.reviews(pull, "APPROVE");
    expect(await scene.settled(pull)).toMatchObject({
      state: "open",
      labels: ["claimed", "new post"],
      assignees: ["rita"],
      told: [expect.stringContaining("@rob: Nothing was changed: `rita` looks after this post")],
    });
    scene.strikesAfter({ days: 8 });
    expect(await scene.settled(pull)).toMatchObject({
      labels: ["new post", "waiting", "waits 7 days"],
      assignees: [],
      told: [expect.anything()],
    });
  });
});

describe("two senders of one name", () => {
  it("have one address only if the first is not taken: the later one has to choose another", async () => {
    const slug = "2026-11-30-same";
    const first = await scene.ada.sendsPost(slug, { title: "The First" });
    const later = await scene.cleo.sendsPost(slug, { title: "The Later" });
    await scene.runs();
    expect(await scene.look(first)).toMatchObject({ labels: ["new post", "waiting"] });
    expect(await scene.look(later)).toMatchObject({
      labels: ["invalid", "new post"],
      verdict: "failure",
      comment: expect.stringContaining(`#${first}`),
    });
    await scene.rita.says(first, "/approve");
    await scene.rob.says(later, "/approve");
    expect(await scene.settled(first)).toMatchObject({ state: "merged" });
    expect(await scene.look(later)).toMatchObject({ state: "open", verdict: "failure" });
    expect(await scene.fileOnMain(`jobs/${slug}.md`)).toContain("The First");
  });
});

describe("a reviewer on the board's list", () => {
  it("decides without a role at GitHub, but not on a post of a company of theirs", async () => {
    const own = { apply_url: "https://careers.example.net/1", title: "Own Developer" };
    const pull = await scene.mallory.sendsPost("2026-11-30-affiliated", own);
    await scene.settled(pull);
    await scene.rosa.says(pull, "/approve");
    expect(await scene.settled(pull)).toMatchObject({
      state: "open",
      labels: ["new post", "waiting"],
      assignees: [],
      told: [expect.stringContaining("you are affiliated with example.net")],
    });
    await scene.ravi.says(pull, "/approve");
    expect(await scene.settled(pull)).toMatchObject({ state: "merged" });
    expect(await scene.lastMessage()).toMatch(/Approved-by: ravi$/);
  });
});
