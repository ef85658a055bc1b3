import { readFile } from "node:fs/promises";
import { join } from "node:path";
import { git } from "github-emulator/git";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { fileOf } from "./posts.ts";
import type { Scene } from "./scene.ts";
import { openScene } from "./scene.ts";

const project = join(import.meta.dirname, "../..");

let scene: Scene;
let before: string[];

beforeAll(async () => {
  scene = await openScene({
    git: "real",
    workflows: ["triage.yml", "review-signal.yml", "publish.yml"],
  });
  before = await outsideOfJobs();
});

/** Commands run in this process, so a path that they do not resolve would be in the project's folder. */
function outsideOfJobs(): Promise<string[]> {
  return Promise.all(
    [project, scene.board.clone].flatMap((folder) => [
      git(folder, ["for-each-ref"]),
      git(folder, ["status", "--porcelain"]),
    ]),
  );
}

afterAll(() => scene.close());

describe("a post that is approved with a command", () => {
  const slug = "2026-11-22-example-data-engineer";
  let pull: number;

  it("is checked as it comes from the form, and its sender gets one comment", async () => {
    pull = await scene.ada.sendsByForm(slug, scene.ada.post({ title: "Data Engineer" }));
    const { comment, ...standing } = await scene.settled(pull);
    expect(standing).toEqual({
      state: "open",
      labels: ["new post", "waiting"],
      assignees: [],
      commitStatus: "success",
      told: [],
    });
    expect(comment).toContain("Data Engineer");
    expect(comment).toContain("Waiting for review since");
  });

  it("is merged as it was sent, in the reviewer's name", async () => {
    await scene.rita.says(pull, "/approve");
    const runs = await scene.runs();
    expect(runs.map(({ name, trigger, conclusion }) => [name, trigger.name, conclusion])).toEqual([
      ["triage", "issue_comment", "success"],
      ["publish", "workflow_dispatch", "success"],
    ]);
    expect(await scene.look(pull)).toMatchObject({
      state: "merged",
      labels: ["approved", "new post"],
      told: [expect.stringContaining("@ada, your post is approved.")],
    });
    expect(await scene.fileOnMain(fileOf(slug))).toBe(scene.ada.post({ title: "Data Engineer" }));
    expect(await scene.lastMessage()).toBe(`Add the post ${slug} (#${pull})\n\nApproved-by: rita`);
  });

  it("is listed on the published site", async () => {
    const list = await readFile(join(scene.site(), "jobs/index.html"), "utf8");
    expect(list).toContain(`/jobs/${slug}/`);
    const page = await readFile(join(scene.site(), "jobs", slug, "index.html"), "utf8");
    // The sender's code is shown as text.
    expect(page).toContain("{{ range.constructor(");
    expect(page).toMatch(/Approved by rita on \d+ \w+ \d{4} · <a [^>]*>#\d+<\/a>/);
    expect(page).toContain(`/pull/${pull}"`);
  });

  it("has changed nothing outside the jobs’ folders", async () => {
    expect(await outsideOfJobs()).toEqual(before);
  });
});
