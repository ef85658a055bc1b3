import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { jobText } from "../posts-folder.ts";
import type { SentFiles } from "./posts.ts";
import { fileOf } from "./posts.ts";
import type { Scene } from "./scene.ts";
import { openScene } from "./scene.ts";

let scene: Scene;
let atStart: string;
const other = "2026-11-20-somebody-elses";

beforeAll(async () => {
  scene = await openScene({ posts: { [fileOf(other)]: jobText({ submitted_by: "ada" }) } });
  atStart = await scene.main();
});

afterAll(async () => {
  expect(await scene.main()).toBe(atStart);
  expect(scene.published()).toBe(0);
  await scene.close();
});

/** A workflow that leaves a trace wherever it is run. */
function evilWorkflow(trace: string): string {
  const events = "[pull_request_target, pull_request, pull_request_review, push, issue_comment]";
  return `name: triage
on: ${events}
permissions:
  contents: write
jobs:
  evil:
    runs-on: ubuntu-24.04
    steps:
      - run: echo workflow > '${trace}'
`;
}

describe("a stranger's pull request is refused", () => {
  const slug = "2026-11-22-hostile";
  const file = fileOf(slug);

  it.each<[string, (scene: Scene) => SentFiles, string]>([
    [
      "that adds a link",
      () => ({ [file]: { text: "/etc/passwd", mode: "120000" } }),
      "symbolic link",
    ],
    [
      "that brings workflows beside a post",
      ({ mallory, trace }) => ({
        [file]: mallory.post(),
        ".github/workflows/triage.yml": evilWorkflow(trace),
        ".github/workflows/review-signal.yml": evilWorkflow(trace),
        ".github/workflows/new.yml": evilWorkflow(trace),
      }),
      ".github/workflows/new.yml",
    ],
    [
      "that brings programs to the posts",
      ({ trace }) => ({
        "jobs/jobs.11tydata.js": `require("fs").writeFileSync("${trace}", "data");`,
        "jobs/page.11ty.js": `require("fs").writeFileSync("${trace}", "page");`,
      }),
      "Send each post in a pull request of its own",
    ],
    [
      "that adds 500 posts",
      ({ mallory }) =>
        Object.fromEntries(
          Array.from({ length: 500 }, (_, index) => [fileOf(`${slug}-${index}`), mallory.post()]),
        ),
      "It changes 500 files in jobs/",
    ],
    [
      "that changes somebody else's post",
      ({ mallory }) => ({ [fileOf(other)]: mallory.post() }),
      "Only they",
    ],
    ["that deletes somebody else's post", () => ({ [fileOf(other)]: null }), "Only they"],
  ])("%s", async (name, files, why) => {
    const pull = await scene.mallory.sends(name.replaceAll(/\W+/g, "-"), files(scene));
    expect(await scene.settled(pull)).toMatchObject({
      state: "open",
      labels: ["refused"],
      verdict: "failure",
      comment: expect.stringContaining(why),
    });
    await expect(scene.rita.merges(pull)).rejects.toThrow(/Required status check/);
  });
});

describe("a stranger's post cannot be published", () => {
  const slug = "2026-11-22-invalid";
  const fields = (scene: Scene, more: string) =>
    scene.mallory.post().replace(/^---\n/, `---\n${more}\n`);

  it.each<[string, (scene: Scene) => string, string]>([
    ["that features itself", (scene) => fields(scene, "featured: true"), "is set by the board"],
    [
      "that takes an old address",
      (scene) => fields(scene, "aliases: [/jobs/1/]"),
      "is set by the board",
    ],
    [
      "whose front matter is a program",
      ({ trace }) => `---js\nrequire("fs").writeFileSync("${trace}", "js")\n---\nWe use Python.\n`,
      "first line",
    ],
    [
      "whose fields are for templates",
      (scene) => fields(scene, `permalink: "{{ 1 }}"\neleventyComputed: { title: "{{ 1 }}" }`),
      "permalink",
    ],
  ])("%s", async (name, text, why) => {
    const pull = await scene.mallory.sends(name.replaceAll(/\W+/g, "-"), {
      [fileOf(`${slug}-${name.length}`)]: text(scene),
    });
    const standing = await scene.settled(pull);
    expect(standing).toMatchObject({
      state: "open",
      labels: ["invalid", "new post"],
      verdict: "failure",
    });
    expect(standing.comment).toContain(why);
    await expect(scene.rita.merges(pull)).rejects.toThrow(/Required status check/);
  });
});

describe("a post is not merged", () => {
  const slug = "2026-11-22-honest";
  const waiting = { state: "open", labels: ["new post", "waiting"], verdict: "success" };
  let pull: number;

  beforeAll(async () => {
    pull = await scene.ada.sendsPost(slug, { title: "Honest Developer" });
    await scene.settled(pull);
  });

  it("on the word of a stranger or of its sender", async () => {
    await scene.mallory.says(pull, "/approve");
    await scene.ada.says(pull, "/approve", 0);
    await scene.mallory.reviews(pull, "APPROVE");
    expect(await scene.settled(pull)).toMatchObject({ ...waiting, told: [] });
  });

  it("on a comment that was changed into a command", async () => {
    const comment = await scene.rita.says(pull, "Well written.");
    await scene.mia.rewords(comment, "/approve");
    await scene.rob.says(pull, "What do others think?");
    expect(await scene.settled(pull)).toMatchObject({
      ...waiting,
      told: [expect.stringContaining("@rita: Nothing was changed: a comment that was edited")],
    });
  });

  it("on an approval of what it said before its sender replaced it", async () => {
    // The bot hears of the approval only when something else is there already.
    scene.github.faults.loseEvent(({ name }) => name === "issue_comment");
    await scene.rita.says(pull, "/approve");
    const replaced = scene.ada.post({ title: "Dishonest Developer" });
    await scene.ada.pushes(slug, { [fileOf(slug)]: replaced }, { anew: true });
    expect(await scene.settled(pull)).toMatchObject({
      ...waiting,
      comment: expect.stringContaining("Dishonest Developer"),
      told: [expect.anything(), expect.stringContaining("@rita: Not merged: the post was changed")],
    });
  });

  it("on an approval by button of a commit that is gone", async () => {
    scene.github.faults.loseEvent(({ name }) => name === "pull_request_review");
    await scene.rob.reviews(pull, "APPROVE");
    const replaced = scene.ada.post({ title: "Another Developer" });
    await scene.ada.pushes(slug, { [fileOf(slug)]: replaced }, { anew: true });
    expect(await scene.settled(pull)).toMatchObject({
      ...waiting,
      comment: expect.stringContaining("Another Developer"),
    });
  });
});
