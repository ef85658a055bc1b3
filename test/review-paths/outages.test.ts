import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { fileOf } from "./posts.ts";
import type { Scene } from "./scene.ts";
import { openScene } from "./scene.ts";

let scene: Scene;

beforeAll(async () => {
  scene = await openScene();
});

afterAll(() => scene.close());

describe("a merge that GitHub refuses", () => {
  it("is not forced, is told once, and is done when GitHub lets it be", async () => {
    const pull = await scene.ada.sendsPost("2026-11-22-refused-merge");
    await scene.settled(pull);
    const before = await scene.main();
    scene.github.faults.failNext({ method: "PUT", path: /\/merge$/, status: 405, times: 2 });
    await scene.rita.says(pull, "/approve");
    const [run] = await scene.runs();
    expect(run?.conclusion).toBe("failure");
    await scene.looksRound();
    await scene.runs();
    expect(await scene.look(pull)).toMatchObject({
      state: "open",
      commitStatus: "success",
      told: [expect.stringContaining("This is approved, but GitHub does not merge it")],
    });
    expect(await scene.main()).toBe(before);
    expect(scene.published()).toBe(0);

    await scene.looksRound();
    expect(await scene.settled(pull)).toMatchObject({ state: "merged" });
    expect(await scene.lastMessage()).toMatch(/Approved-by: rita$/);
    expect(scene.published()).toBe(1);
  });
});

describe("while GitHub fails now and then", () => {
  it("everything is done once all the same", async () => {
    const { faults } = scene.github;
    faults.failNext({ path: /\/pulls\/\d+\/files/, status: 502 });
    faults.failNext({ method: "POST", path: /\/statuses\//, status: 502, carriedOut: true });
    faults.failNext({ method: "POST", path: /\/comments$/, status: 502, carriedOut: true });
    const pull = await scene.bob.sendsPost("2026-11-22-failures");
    expect(await scene.settled(pull)).toMatchObject({
      labels: ["new post", "waiting"],
      commitStatus: "success",
      comment: expect.stringContaining("Waiting for review since"),
      told: [],
    });
  });
});

describe("what the bot has missed", () => {
  const slug = "2026-11-22-missed";
  let pull: number;

  it("is shown by a dry run, which changes nothing", async () => {
    const { github } = scene;
    github.faults.loseEvent(({ name }) => name === "pull_request");
    pull = await scene.cleo.sendsPost(slug);
    await scene.runs();
    const before = [await scene.look(pull), github.events.length];
    expect(before[0]).toMatchObject({ labels: [], commitStatus: undefined, comment: "" });

    const { code, stdout } = await scene.triage("cleo", "--pr", String(pull), "--dry-run");
    expect(code).toBe(0);
    expect(stdout).toContain("To do: add the label “waiting”");
    expect(stdout).toContain("Waiting for review since");
    expect([await scene.look(pull), github.events.length]).toEqual(before);
    expect(await scene.runs()).toEqual([]);
  });

  it("is done by the bot when a maintainer asks for it", async () => {
    const { code } = await scene.triage("rita", "--pr", String(pull));
    expect(code).toBe(0);
    const standing = await scene.settled(pull);
    expect(standing).toMatchObject({ labels: ["new post", "waiting"], commitStatus: "success" });
  });

  it("is made up for by the look round, decisions and all", async () => {
    scene.github.faults.loseEvent(({ name }) => name === "issue_comment");
    await scene.rob.says(pull, "/approve");
    await scene.runs();
    expect(await scene.look(pull)).toMatchObject({ state: "open", told: [] });
    await scene.looksRound();
    expect(await scene.settled(pull)).toMatchObject({
      state: "merged",
      labels: ["approved", "new post"],
      told: [expect.stringContaining("@cleo, your post is approved.")],
    });
  });

  it("is finished where it was cut off, and not done twice", async () => {
    const { faults } = scene.github;
    faults.failNext({ method: "DELETE", path: /\/git\/refs\/heads/, status: 403 });
    await scene.rob.says(pull, "/feature");
    const [run] = await scene.runs();
    expect(run?.conclusion).toBe("failure");
    expect(await scene.fileOnMain(fileOf(slug))).toContain("\nfeatured: true\n");
    expect(await scene.branches()).toEqual([`board/${slug}-featured`, "main"]);
    const main = await scene.main();

    await scene.looksRound();
    expect(await scene.settled(pull)).toMatchObject({
      labels: ["approved", "featured", "new post"],
    });
    expect(await scene.branches()).toEqual(["main"]);
    expect(await scene.main()).toBe(main);
  });
});
