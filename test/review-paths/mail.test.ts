import { logOf } from "github-emulator/actions";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import type { MailServerForTests } from "../mail-server.ts";
import { startMailServer } from "../mail-server.ts";
import type { Scene } from "./scene.ts";
import { openScene } from "./scene.ts";

let server: MailServerForTests;
let scene: Scene;

beforeAll(async () => {
  server = await startMailServer();
  scene = await openScene({
    workflows: ["triage.yml", "review-signal.yml", "daily.yml"],
    mailServer: server,
  });
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

const team = "team@example.org";
const owner = "hiring@example.com";
const name = "Data Engineer (Example Analytics GmbH)";

describe("a board that sends mail", () => {
  let pull: number;

  it("emails the team about a post and its comments, through its workflow", async () => {
    const text = scene.ada.post({ title: "Data Engineer", email: owner });
    pull = await scene.ada.sendsByForm("2026-11-22-example-data-engineer", text);
    await scene.settled(pull);
    expect(cameIn()).toEqual([`${team}: New post: ${name}`]);

    await scene.bob.says(pull, "Is it remote?");
    const [talk] = await scene.runs();
    const ends = Object.entries(talk?.jobs ?? {}).map(([job, { result }]) => [job, result]);
    expect(Object.fromEntries(ends)).toEqual({ decide: "skipped", notify: "success" });
    expect(cameIn()).toEqual([`${team}: Comment: ${name}`]);
  });

  it("catches up once a day on lost events, and sends nothing twice", async () => {
    scene.github.faults.loseEvent(({ name: event }) => event === "issue_comment");
    await scene.bob.says(pull, "And from where?");
    await scene.runs();
    expect(cameIn()).toEqual([]);
    scene.strikesAfter({ days: 1 });
    await scene.settled(pull);
    expect(cameIn()).toEqual([`${team}: Comment: ${name}`]);
    await scene.looksRound();
    await scene.settled(pull);
    expect(cameIn()).toEqual([]);
  });

  it("emails the owner once the post is approved, with GitHub's own button", async () => {
    await scene.rita.reviews(pull, "APPROVE");
    expect(await scene.settled(pull)).toMatchObject({ state: "merged" });
    expect(cameIn()).toEqual([
      `${team}: Approved: ${name}`,
      `${owner}: Your post is approved: ${name}`,
    ]);
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

  it("never writes the password to a log", () => {
    const logs = scene.runner.runs.map((run) => run.log.join("\n") + logOf(run)).join("\n");
    expect(logs).toContain("Sent: mail to the team");
    expect(logs).not.toContain(server.url.replace(/^.*:(.*)@.*$/, "$1"));
  });
});
