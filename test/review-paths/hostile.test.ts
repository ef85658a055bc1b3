import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { jobText } from "../posts-folder.ts";
import type { SentFiles } from "./posts.ts";
import { fileOf } from "./posts.ts";
import type { Scene, Standing } from "./scene.ts";
import { openScene } from "./scene.ts";

let scene: Scene;
let atStart: string;
const other = "2026-11-20-somebody-elses";

beforeAll(async () => {
  scene = await openScene({
    git: "real",
    posts: { [fileOf(other)]: jobText({ submitted_by: "ada" }) },
  });
  atStart = await scene.main();
});

afterAll(async () => {
  expect(await scene.main()).toBe(atStart);
  expect(scene.published()).toBe(0);
  await scene.close();
});

/** A workflow that would leave a trace if it were run. */
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

type Sending = { name: string; files: (scene: Scene) => SentFiles; why: string };

const slug = "2026-11-22-hostile";

const refused: Sending[] = [
  {
    name: "that adds a link",
    files: () => ({ [fileOf(slug)]: { text: "/etc/passwd", mode: "120000" } }),
    why: "symbolic link",
  },
  {
    name: "that brings programs to the posts",
    files: ({ trace }) => ({
      "jobs/jobs.11tydata.js": `require("fs").writeFileSync("${trace}", "data");`,
      "jobs/page.11ty.js": `require("fs").writeFileSync("${trace}", "page");`,
    }),
    why: "Send each post in its own pull request",
  },
  {
    name: "that adds 500 posts",
    files: ({ mallory }) =>
      Object.fromEntries(
        Array.from({ length: 500 }, (_, index) => [fileOf(`${slug}-${index}`), mallory.post()]),
      ),
    why: "It changes 500 files in jobs/",
  },
  {
    name: "that changes somebody else's post",
    files: ({ mallory }) => ({ [fileOf(other)]: mallory.post() }),
    why: "Only they",
  },
  {
    name: "that deletes somebody else's post",
    files: () => ({ [fileOf(other)]: null }),
    why: "Only they",
  },
];

function withFields(scene: Scene, name: string, fields: string): SentFiles {
  return { [fileOf(name)]: scene.mallory.post().replace(/^---\n/, `---\n${fields}\n`) };
}

const invalid: Sending[] = [
  {
    name: "that features itself",
    files: (at) => withFields(at, "2026-11-22-featured", "featured: true"),
    why: "Only the board sets",
  },
  {
    name: "that takes an old address",
    files: (at) => withFields(at, "2026-11-22-alias", "aliases: [/jobs/1/]"),
    why: "Only the board sets",
  },
  {
    name: "whose front matter is a program",
    files: ({ trace }) => {
      const program = `require("fs").writeFileSync("${trace}", "js")`;
      return { "jobs/2026-11-22-program.md": `---js\n${program}\n---\nWe use Python.\n` };
    },
    why: "first line",
  },
  {
    name: "whose fields are for templates",
    files: (at) =>
      withFields(at, "2026-11-22-fields", 'permalink: "{{ 1 }}"\neleventyComputed: { title: "1" }'),
    why: "permalink",
  },
];

const pulls = new Map<string, number>();

/** The state of a pull request by `mallory`, after a reviewer has tried to merge it with the button. */
async function afterMerging(pull: number): Promise<Standing> {
  await expect(scene.rita.merges(pull)).rejects.toThrow(/Required status check/);
  return await scene.look(pull);
}

describe("a stranger's pull request is rejected", () => {
  beforeAll(async () => {
    const sendings = [...refused, ...invalid].map(({ name, files }) => async () => {
      const pull = await scene.mallory.sends(name.replaceAll(/\W+/g, "-"), files(scene));
      pulls.set(name, pull);
      return pull;
    });
    await scene.sent(...sendings);
  });

  it.each(refused.map(({ name, why }) => [name, why]))("%s", async (name, why) => {
    expect(await afterMerging(pulls.get(name ?? "") ?? 0)).toMatchObject({
      state: "open",
      labels: ["refused"],
      commitStatus: "failure",
      comment: expect.stringContaining(why),
    });
  });

  it("that adds workflows as well as a post, none of which run", async () => {
    const pull = await scene.mallory.sends("workflows", {
      [fileOf(slug)]: scene.mallory.post(),
      ".github/workflows/triage.yml": evilWorkflow(scene.trace),
      ".github/workflows/review-signal.yml": evilWorkflow(scene.trace),
    });
    const runs = await scene.runs();
    const ended = runs.map(({ trigger, conclusion }) => `${trigger.name}: ${conclusion}`);
    expect(ended.sort()).toEqual([
      "pull_request: action_required",
      "pull_request: action_required",
      "pull_request_target: success",
    ]);
    expect(await afterMerging(pull)).toMatchObject({
      labels: ["refused"],
      commitStatus: "failure",
      comment: expect.stringContaining("`.github/workflows/triage.yml`"),
    });
  });
});

describe("a stranger's post cannot be published", () => {
  it.each(invalid.map(({ name, why }) => [name, why]))("%s", async (name, why) => {
    expect(await afterMerging(pulls.get(name ?? "") ?? 0)).toMatchObject({
      state: "open",
      labels: ["invalid", "new post"],
      commitStatus: "failure",
      comment: expect.stringContaining(why),
    });
  });
});

describe("a post is not merged", () => {
  const honest = "2026-11-22-honest";
  const waiting = { state: "open", labels: ["new post", "waiting"], commitStatus: "success" };
  let pull: number;

  beforeAll(async () => {
    pull = await scene.ada.sendsPost(honest, { title: "Honest Developer" });
    await scene.settled(pull);
  });

  it("on a command by a stranger or by its sender", async () => {
    await scene.mallory.says(pull, "/approve");
    scene.github.faults.loseEvent(({ name }) => name === "issue_comment");
    await scene.ada.says(pull, "/approve", 0);
    await scene.mallory.reviews(pull, "APPROVE");
    expect(await scene.settled(pull)).toMatchObject({ ...waiting, told: [] });
  });

  it("on a comment that was edited into a command", async () => {
    scene.github.faults.loseEvent(({ name }) => name === "issue_comment");
    const comment = await scene.rita.says(pull, "Well written.");
    await scene.mia.rewords(comment, "/approve");
    // Not a command, but it triggers the bot.
    await scene.rob.says(pull, "/etc/hosts is the file to look at.");
    expect(await scene.settled(pull)).toMatchObject({
      ...waiting,
      told: [expect.stringContaining("@rita: Edited comments are ignored.")],
    });
  });

  it("on an approval of an earlier version", async () => {
    // The bot sees the approval only after the commit was replaced.
    scene.github.faults.loseEvent(({ name }) => name === "issue_comment");
    await scene.rita.says(pull, "/approve");
    const replaced = scene.ada.post({ title: "Dishonest Developer" });
    await scene.ada.pushes(honest, { [fileOf(honest)]: replaced }, { force: true });
    expect(await scene.settled(pull)).toMatchObject({
      ...waiting,
      comment: expect.stringContaining("Dishonest Developer"),
      told: [
        expect.anything(),
        expect.stringContaining(
          "@rita: Not merged: when you approved it, the post had just changed",
        ),
      ],
    });
  });

  it("on an approval by button of a commit that was replaced", async () => {
    scene.github.faults.loseEvent(({ name }) => name === "pull_request_review");
    await scene.rob.reviews(pull, "APPROVE");
    const replaced = scene.ada.post({ title: "Another Developer" });
    await scene.ada.pushes(honest, { [fileOf(honest)]: replaced }, { force: true });
    expect(await scene.settled(pull)).toMatchObject({
      ...waiting,
      comment: expect.stringContaining("Another Developer"),
    });
  });
});
