import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { fileOf } from "./posts.ts";
import type { Scene } from "./scene.ts";
import { openScene } from "./scene.ts";

const slugs = {
  merged: "2026-11-22-merged-by-button",
  fixed: "2026-11-22-fixed",
  requested: "2026-11-22-requested",
  featured: "2026-11-22-featured",
  unfeatured: "2026-11-22-unfeatured",
  titled: "2026-11-22-titled",
} as const;

let scene: Scene;
let pulls: Record<keyof typeof slugs, number>;

beforeAll(async () => {
  scene = await openScene();
  const sent = await scene.sent(
    () => scene.ada.sendsPost(slugs.merged),
    () => scene.bob.sendsPost(slugs.fixed),
    () => scene.cleo.sendsPost(slugs.requested),
    () => scene.ada.sendsPost(slugs.featured),
    () => scene.ada.sendsPost(slugs.unfeatured, { title: "Librarian" }),
    () => scene.ada.sendsPost(slugs.titled, { title: "C#7 and GH-1 Developer" }),
  );
  const [merged = 0, fixed = 0, requested = 0, featured = 0, unfeatured = 0, titled = 0] = sent;
  pulls = { merged, fixed, requested, featured, unfeatured, titled };
});

afterAll(() => scene.close());

describe("GitHub's own “Merge” button", () => {
  it("is an approval, of which the sender is notified", async () => {
    const pull = pulls.merged;
    await scene.rob.merges(pull);
    expect(await scene.settled(pull)).toMatchObject({
      state: "merged",
      labels: ["approved", "new post"],
      comment: expect.stringContaining("Approved by `rob` and merged."),
      told: [expect.stringContaining("@ada, your post is approved.")],
    });
  });
});

describe("the title of a submission", () => {
  const titleOf = async (pull: number) => {
    const { rest, at } = scene.mia.github;
    return (await rest.pulls.get({ ...at, pull_number: pull })).data.title;
  };

  it("is set by the bot, also after its author has edited it, and becomes the commit’s", async () => {
    const pull = pulls.titled;
    const title = "Add “C# 7 and GH 1 Developer” at Example Analytics GmbH";
    expect(await titleOf(pull)).toBe(title);
    const { rest, at } = scene.ada.github;
    await rest.pulls.update({ ...at, pull_number: pull, title: "Closes #1, says @mia" });
    await scene.settled(pull);
    expect(await titleOf(pull)).toBe(title);
    await scene.rob.merges(pull);
    await scene.settled(pull);
    expect(await scene.lastMessage()).toBe(`${title} (#${pull})`);
  });
});

describe("a post that is rejected", () => {
  const slug = slugs.fixed;

  it("can be fixed, reopened by its sender, and accepted", async () => {
    const pull = pulls.fixed;
    await scene.rita.says(pull, "/reject incomplete\nHow does one apply?");
    expect(await scene.settled(pull)).toMatchObject({
      state: "closed",
      labels: ["new post", "reason: incomplete", "rejected"],
      told: [expect.stringMatching(/@bob, `rita` did not accept your post.*How does one apply\?/s)],
    });

    const fixed = scene.bob.post({ title: "Fixed Developer" });
    await scene.bob.pushes(slug, { [fileOf(slug)]: fixed });
    await scene.bob.says(pull, "/reopen");
    expect(await scene.settled(pull)).toMatchObject({
      state: "open",
      labels: ["claimed", "new post"],
      commitStatus: "success",
      comment: expect.stringContaining("Fixed Developer"),
    });

    await scene.rita.says(pull, "/approve");
    expect(await scene.settled(pull)).toMatchObject({
      state: "merged",
      labels: ["approved", "new post"],
      told: [expect.anything(), expect.stringContaining("@bob, your post is approved.")],
    });
    expect(await scene.fileOnMain(fileOf(slug))).toBe(fixed);
  });
});

describe("changes that a reviewer requests", () => {
  const slug = slugs.requested;
  let pull: number;

  it("by GitHub's button reach the bot even on a pull request from a fork", async () => {
    pull = pulls.requested;
    await scene.rita.reviews(pull, "REQUEST_CHANGES", "Please name the city.");
    const runs = await scene.runs();
    expect(runs.map(({ name, trigger, conclusion }) => [name, trigger.name, conclusion])).toEqual([
      ["review-signal", "pull_request_review", "action_required"],
      ["triage", "workflow_run", "success"],
    ]);
    expect(await scene.look(pull)).toMatchObject({
      labels: ["changes requested", "new post"],
      assignees: ["rita"],
      commitStatus: "failure",
    });
  });

  it("are not answered by the reviewer's own commit", async () => {
    const text = scene.cleo.post({ title: "Developer (Python)" });
    await scene.rita.pushes(slug, { [fileOf(slug)]: text }, { owner: "cleo" });
    expect(await scene.settled(pull)).toMatchObject({
      labels: ["changes requested", "new post"],
      assignees: ["rita"],
      commitStatus: "failure",
      comment: expect.stringContaining("Developer (Python)"),
    });
  });

  it("are answered by the sender's push, which puts the post first in the queue", async () => {
    const text = scene.cleo.post({ title: "Developer (Python)", city: "Hamburg" });
    await scene.cleo.pushes(slug, { [fileOf(slug)]: text });
    expect(await scene.settled(pull)).toMatchObject({
      labels: ["answered", "new post", "waiting"],
      assignees: [],
      commitStatus: "success",
    });
  });

  it("do not block a later approval by GitHub's button", async () => {
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
  const slug = slugs.featured;

  it("is marked after the merge, with a pull request by the bot", async () => {
    const pull = pulls.featured;
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

  it("stays unchanged if GitHub rejects it, which the reviewer is told, until they ask again", async () => {
    const { unfeatured } = pulls;
    await scene.rita.says(unfeatured, "/feature");
    await scene.settled(unfeatured);
    const message = "Resource not accessible by integration";
    scene.github.faults.failNext({
      ...{ path: /\/pulls$/, method: "POST", status: 403, body: { message } },
    });
    await scene.rita.says(unfeatured, "/approve");
    expect(await scene.settled(unfeatured)).toMatchObject({
      state: "merged",
      labels: ["approved", "new post"],
      told: expect.arrayContaining([
        expect.stringMatching(`^@rita: The post is not featured, .*${message}`),
        expect.stringMatching(/^@ada, your post is approved/),
      ]),
    });
    await scene.rita.says(unfeatured, "/feature");
    expect(await scene.settled(unfeatured)).toMatchObject({
      labels: ["approved", "featured", "new post"],
    });
    expect(await scene.fileOnMain(fileOf(slugs.unfeatured))).toContain("\nfeatured: true\n");
  });
});
