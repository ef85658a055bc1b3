import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { fileOf } from "./posts.ts";
import type { Scene } from "./scene.ts";
import { openScene, timings } from "./scene.ts";

let scene: Scene;

/** Sent by ada and merged first, so that the board knows its owner. */
const owned = ["2026-11-22-first", "2026-11-22-second"] as const;
const [first, second] = owned;
const filled = { closed: { on: "2026-11-22", reason: "filled" } } as const;

describe.each(timings)("where GitHub’s timing is %s", (timing) => {
  beforeAll(async () => {
    scene = await openScene({ timing });
    const pulls = await scene.sent(
      ...owned.map((slug) => () => {
        return scene.ada.sendsPost(slug, { title: `Developer ${slug.slice(11)}` });
      }),
    );
    for (const pull of pulls) {
      scene.github.faults.loseEvent(({ name }) => name === "pull_request");
      await scene.mia.merges(pull);
    }
  });

  afterAll(() => scene.close());

  describe("a listed post", () => {
    it("can be changed by its owner, once a reviewer approves", async () => {
      const text = scene.ada.post({ title: "Lead Developer" });
      const pull = await scene.ada.sends("edit", { [fileOf(first)]: text });
      expect(await scene.settled(pull)).toMatchObject({
        labels: ["edit", "waiting"],
        commitStatus: "success",
      });
      await scene.rita.says(pull, "/approve");
      expect(await scene.settled(pull)).toMatchObject({
        state: "merged",
        labels: ["approved", "edit"],
        told: [expect.stringContaining("@ada, your change is approved.")],
      });
      expect(await scene.fileOnMain(fileOf(first))).toBe(text);
    });

    it("cannot be changed by a stranger, even with their name in the file", async () => {
      const before = await scene.fileOnMain(fileOf(first));
      const text = scene.mallory.post({ title: "Mine" });
      const pull = await scene.mallory.sends("steal", { [fileOf(first)]: text });
      const refused = { state: "open", labels: ["refused"], commitStatus: "failure" };
      const { comment, ...standing } = await scene.settled(pull);
      expect(standing).toMatchObject(refused);
      expect(comment).toContain("was sent from another account");
      // Not even if a reviewer overlooks that, and approves by command or by button.
      await scene.rita.says(pull, "/approve");
      expect(await scene.settled(pull)).toMatchObject({
        ...refused,
        told: [expect.stringContaining("@rita: Not merged: this pull request is refused.")],
      });
      await expect(scene.rita.merges(pull)).rejects.toThrow(/Required status check "job post"/);
      expect(await scene.fileOnMain(fileOf(first))).toBe(before);
    });

    it("can be closed by its owner at once, without a reviewer", async () => {
      const published = scene.published();
      const text = scene.ada.post({ title: "Lead Developer", ...filled });
      const pull = await scene.ada.sends("close", { [fileOf(first)]: text });
      expect(await scene.settled(pull)).toMatchObject({
        state: "merged",
        labels: ["approved", "closing"],
        told: [expect.stringContaining("@ada, your post is closed")],
      });
      expect(await scene.fileOnMain(fileOf(first))).toBe(text);
      expect(scene.published()).toBe(published + 1);
    });

    it("keeps its address, without its text, if its owner deletes the file", async () => {
      const published = scene.published();
      const pull = await scene.ada.sends("delete", { [fileOf(second)]: null });
      expect(await scene.settled(pull)).toMatchObject({
        state: "closed",
        labels: ["approved", "closing"],
        told: [expect.stringContaining("the address of a post must keep working")],
      });
      const text = await scene.fileOnMain(fileOf(second));
      expect(text).toContain("closed: {on: 2026-11-22, reason: removed}");
      expect(text).not.toMatch(/Developer second|example\.com/);
      expect(await scene.botPulls()).toEqual([
        { title: expect.anything(), state: "merged", branch: `board/${second}-closed` },
      ]);
      expect(await scene.branches()).toEqual(["main"]);
      expect(scene.published()).toBe(published + 1);
      await scene.ada.says(pull, "/reopen");
      expect(await scene.settled(pull)).toMatchObject({
        state: "closed",
        labels: ["approved", "closing"],
        told: [expect.anything(), expect.stringContaining("this request was carried out")],
      });
    });
  });
});
