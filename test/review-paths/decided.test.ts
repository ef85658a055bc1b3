import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { fileOf } from "./posts.ts";
import type { Scene } from "./scene.ts";
import { openScene } from "./scene.ts";

let scene: Scene;

beforeAll(async () => {
  scene = await openScene();
});

afterAll(() => scene.close());

describe("GitHub's own button “Merge”", () => {
  it("is an approval, of which the sender is told", async () => {
    const pull = await scene.ada.sendsPost("2026-11-22-merged-by-button");
    await scene.settled(pull);
    await scene.rob.merges(pull);
    expect(await scene.settled(pull)).toMatchObject({
      state: "merged",
      labels: ["approved", "new post"],
      comment: expect.stringContaining("Approved by `rob` and merged."),
      told: [expect.stringContaining("@ada, your post is approved.")],
    });
  });
});

describe("a post that is rejected", () => {
  const slug = "2026-11-22-mended";

  it("can be mended, opened again by its sender, and accepted", async () => {
    const pull = await scene.bob.sendsPost(slug);
    await scene.settled(pull);
    await scene.rita.says(pull, "/reject incomplete\nHow does one apply?");
    expect(await scene.settled(pull)).toMatchObject({
      state: "closed",
      labels: ["new post", "reason: incomplete", "rejected"],
      told: [expect.stringMatching(/@bob, your post was not taken.*How does one apply\?/s)],
    });

    const mended = scene.bob.post({ title: "Mended Developer" });
    await scene.bob.pushes(slug, { [fileOf(slug)]: mended });
    await scene.bob.says(pull, "/reopen");
    expect(await scene.settled(pull)).toMatchObject({
      state: "open",
      labels: ["claimed", "new post"],
      verdict: "success",
      comment: expect.stringContaining("Mended Developer"),
    });

    await scene.rita.says(pull, "/approve");
    expect(await scene.settled(pull)).toMatchObject({
      state: "merged",
      labels: ["approved", "new post"],
      told: [expect.anything(), expect.stringContaining("@bob, your post is approved.")],
    });
    expect(await scene.fileOnMain(fileOf(slug))).toBe(mended);
  });
});

describe("changes that a reviewer requests", () => {
  const slug = "2026-11-22-requested";
  let pull: number;

  beforeAll(async () => {
    pull = await scene.cleo.sendsPost(slug);
    await scene.settled(pull);
  });

  it("by GitHub's button reach the bot though the pull request comes from a fork", async () => {
    await scene.rita.reviews(pull, "REQUEST_CHANGES", "Please name the city.");
    const runs = await scene.runs();
    expect(runs.map(({ name, trigger, conclusion }) => [name, trigger.name, conclusion])).toEqual([
      ["review-signal", "pull_request_review", "action_required"],
      ["triage", "workflow_run", "success"],
    ]);
    expect(await scene.look(pull)).toMatchObject({
      labels: ["changes requested", "new post"],
      assignees: ["rita"],
      verdict: "failure",
    });
  });

  it("are not answered by the reviewer's own commit", async () => {
    const text = scene.cleo.post({ title: "Developer (Python)" });
    await scene.rita.pushes(slug, { [fileOf(slug)]: text }, { owner: "cleo" });
    expect(await scene.settled(pull)).toMatchObject({
      labels: ["changes requested", "new post"],
      assignees: ["rita"],
      verdict: "failure",
      comment: expect.stringContaining("Developer (Python)"),
    });
  });

  it("are answered by a push of the sender's, which puts the post first into the queue", async () => {
    const text = scene.cleo.post({ title: "Developer (Python)", city: "Hamburg" });
    await scene.cleo.pushes(slug, { [fileOf(slug)]: text });
    expect(await scene.settled(pull)).toMatchObject({
      labels: ["answered", "new post", "waiting"],
      assignees: [],
      verdict: "success",
    });
  });

  it("do not stand in the way of an approval by GitHub's button after that", async () => {
    await scene.rob.reviews(pull, "APPROVE");
    expect(await scene.settled(pull)).toMatchObject({
      state: "merged",
      labels: ["approved", "new post"],
      assignees: ["rob"],
    });
    expect(await scene.lastMessage()).toMatch(/Approved-by: rob$/);
  });
});

describe("a post that a reviewer features", () => {
  const slug = "2026-11-22-featured";

  it("gets its mark after the merge, by a pull request of the bot's own", async () => {
    const pull = await scene.ada.sendsPost(slug);
    await scene.settled(pull);
    await scene.rita.says(pull, "/feature");
    await scene.rita.says(pull, "/approve", 60_000);
    expect(await scene.settled(pull)).toMatchObject({
      state: "merged",
      labels: ["approved", "featured", "new post"],
    });
    expect(await scene.fileOnMain(fileOf(slug))).toContain("\nfeatured: true\n");
    expect(await scene.botPulls()).toEqual([
      { title: `Feature ${fileOf(slug)}`, state: "merged", branch: `board/${slug}-featured` },
    ]);
    expect(await scene.branches()).toEqual(["main"]);
  });
});
