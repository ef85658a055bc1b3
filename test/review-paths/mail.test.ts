import { randomBytes } from "node:crypto";
import { logOf } from "github-emulator/actions";
import { afterAll, beforeAll, beforeEach, describe, expect, it } from "vitest";
import type { MailServerForTests } from "../mail-server.ts";
import { startMailServer } from "../mail-server.ts";
import type { Scene } from "./scene.ts";
import { openScene } from "./scene.ts";

let server: MailServerForTests;
let scene: Scene;
/** The requests to GitHub by the mail jobs of a test. */
let asked: string[] = [];
let isMailJob = false;

beforeAll(async () => {
  server = await startMailServer();
  scene = await openScene({
    workflows: ["triage.yml", "review-signal.yml", "sweep.yml", "daily.yml"],
    mailServer: server,
    async aroundJob({ name }, perform) {
      isMailJob = name === "notify";
      return await perform().finally(() => {
        isMailJob = false;
      });
    },
    onRequest({ caller, kind, method, path }) {
      if (isMailJob && caller !== "user") asked.push(`${kind} ${method} ${path.split("?")[0]}`);
    },
  });
});

beforeEach(() => {
  asked = [];
});

afterAll(async () => {
  await scene.close();
  await server.stop();
});

/** The messages received since the last call, as `recipient: subject`. */
let seen = 0;
function cameIn(): string[] {
  const news = server.received.slice(seen);
  seen = server.received.length;
  return news.map(({ recipients, mail }) => `${recipients.join()}: ${mail.subject}`);
}

/** The results of a run’s jobs. */
async function jobsOfNextRun(): Promise<Record<string, string | undefined>> {
  const [run] = await scene.runs();
  const ends = Object.entries(run?.jobs ?? {}).map(([job, { result }]) => [job, result]);
  return Object.fromEntries(ends);
}

const team = "team@example.org";
const owner = "hiring@example.com";
const name = "Data Engineer (Example Analytics GmbH)";
/** Reading the record of sent mail, and writing it. */
const recording = [
  expect.stringMatching(/^api GET .*\/issues\/\d+\/comments$/),
  expect.stringMatching(/^api PATCH .*\/issues\/comments\/\d+$/),
];

describe("a board that sends mail", () => {
  let pull: number;

  it("emails the team about a post, without reading the facts again", async () => {
    const text = scene.ada.post({ title: "Data Engineer", email: owner });
    pull = await scene.ada.sendsByForm("2026-11-22-example-data-engineer", text);
    await scene.settled(pull);
    expect(cameIn()).toEqual([`${team}: New post: ${name}`]);
    expect(asked).toEqual(recording);
  });

  it("starts no mail job for a claim", async () => {
    await scene.rita.says(pull, "/claim");
    expect(await jobsOfNextRun()).toEqual({ decide: "success", notify: "skipped" });
    expect(cameIn()).toEqual([]);
  });

  it("starts no job for a comment without a command, which the next sweep emails once", async () => {
    await scene.bob.says(pull, "Is it remote?");
    expect(await jobsOfNextRun()).toEqual({ decide: "skipped", notify: "skipped" });
    await scene.rita.says(pull, "/release");
    expect(await jobsOfNextRun()).toEqual({ decide: "success", notify: "skipped" });
    expect(cameIn()).toEqual([]);
    scene.runner.schedule("sweep.yml");
    await scene.settled(pull);
    expect(cameIn()).toEqual([`${team}: Comment: ${name}`]);
    expect(asked).toEqual(recording);
    scene.strikesAfter({ days: 1 });
    await scene.settled(pull);
    expect(cameIn()).toEqual([]);
  });

  it("emails a comment as it was written, whatever it contains", async () => {
    const hostile = `EOF\nmail=x\n::set-output name=mail::x\n##[add-mask]x\n"'\`$(exit 1) ,#7`;
    await scene.bob.says(pull, hostile);
    await scene.runs();
    await scene.looksRound();
    await scene.settled(pull);
    expect(cameIn()).toEqual([`${team}: Comment: ${name}`]);
    const [sent] = server.received.slice(-1);
    const quoted = hostile.split("\n").map((line) => `> ${line}`);
    expect(sent?.mail.text).toContain(quoted.join("\n"));
  });

  it("emails more than one job can hand to another", async () => {
    const texts = Array.from({ length: 40 }, () => randomBytes(2200).toString("base64url"));
    for (const text of texts) await scene.bob.says(pull, text);
    await scene.runs();
    await scene.looksRound();
    await scene.settled(pull);
    expect(cameIn()).toEqual(texts.map(() => `${team}: Comment: ${name}`));
    // So it has to read the facts.
    expect(asked).toContainEqual(expect.stringMatching(/^graphql /));
  });

  it("emails the owner once the post is approved, with GitHub's own button", async () => {
    await scene.rita.reviews(pull, "APPROVE");
    expect(await scene.settled(pull)).toMatchObject({ state: "merged" });
    expect(cameIn()).toEqual([
      `${team}: Approved: ${name}`,
      `${owner}: Your post is approved: ${name}`,
    ]);
    expect(asked).toEqual(recording);
  });

  it("still publishes if the mail server rejects it, and says so on the pull request", async () => {
    const other = await scene.cleo.sendsByForm("2026-11-22-example-cleo", scene.cleo.post());
    await scene.settled(other);
    server.knowsUs = false;
    await scene.rita.says(other, "/approve");
    const [run] = await scene.runs();
    const { state, told } = await scene.look(other);
    expect([state, run?.conclusion]).toEqual(["merged", "failure"]);
    expect(told).toContainEqual(expect.stringContaining("could not be sent yet"));
  });

  it("sends with the next sweep what could not be sent, also about a merged pull request", async () => {
    scene.runner.schedule("sweep.yml");
    const [failed] = await scene.runs();
    expect(failed?.conclusion).toBe("failure");
    server.knowsUs = true;
    cameIn();
    scene.runner.schedule("sweep.yml");
    const [run] = await scene.runs();
    expect(run?.conclusion).toBe("success");
    expect(cameIn()).toEqual([expect.stringMatching(`^${team}: Approved: `)]);
  });

  it("never writes the password to a log", () => {
    const logs = scene.runner.runs.map((run) => run.log.join("\n") + logOf(run)).join("\n");
    expect(logs).toContain("Sent: mail to the team");
    expect(logs).not.toContain(server.url.replace(/^.*:(.*)@.*$/, "$1"));
  });
});
