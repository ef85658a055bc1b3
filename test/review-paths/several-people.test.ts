import { afterAll, beforeAll, describe, expect, it } from "vitest";
import type { Scene } from "./scene.ts";
import { openScene } from "./scene.ts";

const same = "2026-11-22-same";

let scene: Scene;
let pulls: Record<"contested" | "claimed" | "affiliated" | "first" | "later", number>;

beforeAll(async () => {
  // One file of each path tests a GitHub that answers at once.
  scene = await openScene();
  const ofOwnCompany = { apply_url: "https://careers.example.net/1", title: "Own Developer" };
  const [contested = 0, claimed = 0, affiliated = 0, first = 0, later = 0] = await scene.sent(
    () => scene.ada.sendsPost("2026-11-22-contested"),
    () => scene.bob.sendsPost("2026-11-22-claimed"),
    () => scene.mallory.sendsPost("2026-11-22-affiliated", ofOwnCompany),
    () => scene.ada.sendsPost(same, { title: "The First" }),
    () => scene.cleo.sendsPost(same, { title: "The Later" }),
  );
  pulls = { contested, claimed, affiliated, first, later };
});

afterAll(() => scene.close());

describe("two reviewers at the same moment", () => {
  it("do not both act: the first command counts, and the second reviewer is told so", async () => {
    const pull = pulls.contested;
    await scene.rita.says(pull, "/reject spam");
    await scene.rob.says(pull, "/approve", 0);
    expect(await scene.settled(pull)).toMatchObject({
      state: "closed",
      labels: ["new post", "reason: spam", "rejected"],
      assignees: ["rita"],
      told: expect.arrayContaining([
        expect.stringMatching(
          /^@rob: Nothing changed: (?:`rita` has just decided|this is already closed)/,
        ),
      ]),
    });
    expect(scene.published()).toBe(0);
  });
});

describe("two senders of posts with the same name", () => {
  it("do not share an address: the later one has to choose another", async () => {
    const { first, later } = pulls;
    expect(await scene.look(first)).toMatchObject({ labels: ["new post", "waiting"] });
    expect(await scene.look(later)).toMatchObject({
      labels: ["invalid", "new post"],
      commitStatus: "failure",
      comment: expect.stringContaining(`#${first}`),
    });
    await scene.rita.says(first, "/approve");
    await scene.rob.says(later, "/approve");
    expect(await scene.settled(first)).toMatchObject({ state: "merged" });
    expect(await scene.look(later)).toMatchObject({ state: "open", commitStatus: "failure" });
    expect(await scene.fileOnMain(`jobs/${same}.md`)).toContain("The First");
  });
});

describe("a reviewer on the board's list", () => {
  it("can decide without a role at GitHub, but not on a post by their own company", async () => {
    const pull = pulls.affiliated;
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

describe("a claim", () => {
  it("is reported to another reviewer before anything changes, and lapses in the daily sweep", async () => {
    const pull = pulls.claimed;
    await scene.rita.says(pull, "/claim");
    await scene.rob.reviews(pull, "APPROVE");
    expect(await scene.settled(pull)).toMatchObject({
      state: "open",
      labels: ["claimed", "new post"],
      assignees: ["rita"],
      told: [expect.stringContaining("@rob: Nothing changed: `rita` claimed this post")],
    });
    scene.strikesAfter({ days: 8 });
    expect(await scene.settled(pull)).toMatchObject({
      labels: ["new post", "waiting", "waits 7 days"],
      assignees: [],
      told: [expect.anything()],
    });
  });
});
