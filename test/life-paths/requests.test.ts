import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { readJobFile } from "../../src/board/job/file.ts";
import { boardConfig } from "../../src/board.config.ts";
import { fileOf } from "../review-paths/posts.ts";
import type { Scene } from "../review-paths/scene.ts";
import { openScene, timings } from "../review-paths/scene.ts";

const [filled, renewed, removed, waiting] = ["first", "second", "third", "fourth"].map(
  (name) => `2026-11-22-${name}`,
);

let scene: Scene;

describe.each(timings)("where GitHub’s timing is %s", (timing) => {
  /** Sent by ada and merged first. */
  beforeAll(async () => {
    scene = await openScene({ workflows: ["triage.yml", "requests.yml"], timing });
    const pulls = await scene.sent(
      ...[filled, renewed, removed, waiting].map((slug = "") => () => {
        const title = `Developer ${slug.slice(11)}`;
        // So that it can be renewed soon.
        const expires = slug === renewed ? "2026-12-10" : undefined;
        return scene.ada.sendsPost(slug, { title, managers: ["bob"], expires });
      }),
    );
    for (const pull of pulls) {
      scene.github.faults.loseEvent(({ name }) => name === "pull_request");
      await scene.mia.merges(pull);
    }
  });

  afterAll(() => scene.close());

  /** The state of the issue after the bot has handled it. */
  async function answered(number: number) {
    const failed = (await scene.runs()).find(({ conclusion = "" }) => /failure/.test(conclusion));
    if (failed) throw new Error(failed.log.join("\n"));
    return await look(number);
  }

  async function look(number: number) {
    const { rest, at } = scene.mia.github;
    const { data: issue } = await rest.issues.get({ ...at, issue_number: number });
    const { data: comments } = await rest.issues.listComments({ ...at, issue_number: number });
    return {
      state: issue.state,
      reason: issue.state_reason,
      labels: issue.labels.map((label) => (typeof label === "string" ? label : label.name)),
      told: comments.map(({ body }) => body ?? ""),
    };
  }

  async function jobOf(slug = "") {
    const read = readJobFile(fileOf(slug), await scene.fileOnMain(fileOf(slug)), boardConfig);
    if (!read.ok) throw new Error(read.problems[0]?.message);
    return read.job;
  }

  describe("an issue with a request about a post", () => {
    it("closes the owner’s post within one run, and is closed", async () => {
      const published = scene.published();
      const issue = await scene.ada.asks(filled, "filled");
      expect(await answered(issue)).toEqual({
        ...{ state: "closed", reason: "completed", labels: [] },
        told: [expect.stringContaining("@ada, the post is closed")],
      });
      expect((await jobOf(filled)).closed).toEqual({ on: "2026-11-22", reason: "filled" });
      expect(scene.published()).toBe(published + 1);
    });

    it("renews the post, at the same address", async () => {
      const issue = await scene.ada.asks(renewed, "renew");
      expect(await answered(issue)).toMatchObject({
        ...{ state: "closed", reason: "completed" },
        told: [expect.stringContaining("until the end of 19 February 2027")],
      });
      expect((await jobOf(renewed)).renewed).toEqual(["2026-11-22"]);
    });

    it("is told from when on a post can be renewed", async () => {
      const issue = await scene.ada.asks(removed, "renew");
      expect(await answered(issue)).toMatchObject({
        ...{ state: "closed", reason: "not_planned" },
        told: [expect.stringContaining("You can renew it from 21 January 2027 on.")],
      });
      expect(await jobOf(removed)).not.toHaveProperty("renewed");
    });

    it("says where the change is waiting if GitHub does not merge it, and is completed by the next run", async () => {
      const message = "Repository rule violations found";
      scene.github.faults.failNext({ path: /\/merge$/, status: 405, body: { message } });
      const issue = await scene.ada.asks(waiting, "filled");
      expect((await scene.runs()).map(({ conclusion }) => conclusion)).toContain("failure");
      const [own] = (await scene.botPulls()).filter(({ state }) => state === "open");
      expect(own?.branch).toBe(`board/${waiting}-closed`);
      expect(await look(issue)).toMatchObject({
        ...{ state: "open" },
        told: [expect.stringMatching(/^This change is ready in #\d+, .*Repository rule/)],
      });
      const { rest, at, branch } = scene.mia.github;
      await rest.actions.createWorkflowDispatch({
        ...at,
        workflow_id: "requests.yml",
        ref: branch,
      });
      expect(await answered(issue)).toMatchObject({ state: "closed", reason: "completed" });
      expect((await jobOf(waiting)).closed?.reason).toBe("filled");
    });

    it("is rejected from a stranger, and changes nothing", async () => {
      const before = await scene.main();
      const issue = await scene.mallory.asks(removed, "remove");
      expect(await answered(issue)).toMatchObject({
        ...{ state: "closed", reason: "not_planned" },
        told: [expect.stringContaining("sent from another account")],
      });
      expect(await scene.main()).toBe(before);
    });

    it("deletes the text of a removed post from its file", async () => {
      const issue = await scene.ada.asks(removed, "remove");
      expect(await answered(issue)).toMatchObject({ state: "closed", reason: "completed" });
      const text = await scene.fileOnMain(fileOf(removed ?? ""));
      expect(text).toContain("reason: removed");
      expect(text).not.toMatch(/Developer|apply_url|example\.com/);
    });

    it("waits for a reviewer’s approval if its author owns the post by username only", async () => {
      const issue = await scene.bob.asks(renewed, "filled");
      expect(await answered(issue)).toMatchObject({
        ...{ state: "open", labels: ["owner to confirm"] },
        told: [expect.stringContaining("“Close it: the job is filled”")],
      });
      const { rest, at } = scene.mia.github;
      await rest.issues.createComment({ ...at, issue_number: issue, body: "/approve" });
      expect(await answered(issue)).toMatchObject({ state: "closed", reason: "completed" });
      expect((await jobOf(renewed)).closed?.reason).toBe("filled");
    });

    it("waits for reviewers if it reports a mistake, even if an event was lost", async () => {
      scene.github.faults.loseEvent(({ name }) => name === "issues");
      const issue = await scene.bob.asks(renewed, "correct");
      expect(await answered(issue)).toMatchObject({ state: "open", told: [] });
      const { rest, at, branch } = scene.mia.github;
      scene.github.clock.advance(60_000);
      await rest.actions.createWorkflowDispatch({
        ...at,
        workflow_id: "requests.yml",
        ref: branch,
      });
      expect(await answered(issue)).toMatchObject({
        ...{ state: "open", labels: ["report"] },
        told: [expect.stringContaining("A volunteer will look into it")],
      });
    });
  });
});
