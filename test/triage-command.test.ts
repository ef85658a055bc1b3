import { writeFile } from "node:fs/promises";
import { join } from "node:path";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import type { BoardAtGitHub, NewFile } from "./board-at-github.ts";
import { postFile, startBoardAtGitHub } from "./board-at-github.ts";
import type { Ending } from "./run-script.ts";
import { runScript } from "./run-script.ts";

const bot = "github-actions[bot]";

let board: BoardAtGitHub;

beforeEach(async () => {
  board = await startBoardAtGitHub();
});

afterEach(async () => {
  const { unknownRequests } = board.standIn;
  await board.stop();
  expect(unknownRequests).toEqual([]);
});

/** Later than the samples’ day, so that the post is nobody’s sample. */
function bobsPost(): NewFile {
  return postFile("2026-11-22-bob", { submitted: "2026-11-22", submitted_by: "bob" });
}

function triage(
  parameters: string[],
  { as = bot, ...variables }: { as?: string; [variable: string]: string | undefined } = {},
): Promise<Ending> {
  return runScript("triage", parameters, {
    directory: board.clone,
    variables: { ...board.variablesFor(as), ...variables },
  });
}

async function sendPost(): Promise<number> {
  return await board.send("bob", "my-post", [bobsPost()], "My post");
}

function say(number: number, login: string, body: string) {
  const { rest, at } = board.as(login);
  board.standIn.clock.advance(60_000);
  return rest.issues.createComment({ ...at, issue_number: number, body });
}

async function pullNow(number: number) {
  const { rest, at } = board.as("rita");
  const { data } = await rest.pulls.get({ ...at, pull_number: number });
  return { ...data, names: data.labels.map(({ name }) => name).sort() };
}

async function commentsNow(number: number) {
  const { rest, at } = board.as("rita");
  return (await rest.issues.listComments({ ...at, issue_number: number })).data;
}

describe("triage of one pull request", () => {
  it("says how it stands, and is then done", async () => {
    const number = await sendPost();
    const first = await triage(["--pr", String(number)]);
    expect(first).toMatchObject({ code: 0, stderr: "" });
    expect(first.stdout).toContain(
      `#${number} “My post” (new post, jobs/2026-11-22-bob.md): waiting since`,
    );
    expect(first.stdout).toContain("  Done: add the label “waiting”");
    expect((await pullNow(number)).names).toEqual(["new post", "waiting"]);
    expect(await commentsNow(number)).toMatchObject([{ user: { login: bot } }]);

    const events = board.standIn.events.length;
    const second = await triage(["--pr", String(number)]);
    expect(second.code).toBe(0);
    expect(second.stdout.trim().split("\n")).toHaveLength(1);
    expect(board.standIn.events).toHaveLength(events);
  });

  it("carries out a reviewer’s word to the end, in one run", async () => {
    const number = await sendPost();
    await triage(["--pr", String(number)]);
    await say(number, "rita", "/approve");
    const { code, stdout } = await triage(["--pr", String(number)]);
    expect([code, stdout]).toEqual([0, expect.stringContaining("approved by rita")]);
    expect(await pullNow(number)).toMatchObject({
      merged: true,
      merged_by: { login: bot },
      names: expect.arrayContaining(["approved", "new post"]),
    });
    const files = (await board.posts()).map(({ file }) => file);
    expect(files).toContain("jobs/2026-11-22-bob.md");
    expect(board.standIn.events.filter(({ name }) => name === "workflow_dispatch")).toHaveLength(1);
    expect((await triage(["--pr", String(number)])).stdout.trim().split("\n")).toHaveLength(1);
  });

  it("merges nothing on a stranger’s word", async () => {
    const number = await sendPost();
    await triage(["--pr", String(number)]);
    await say(number, "ada", "/approve");
    await say(number, "bob", "/approve");
    expect((await triage(["--pr", String(number)])).code).toBe(0);
    expect((await pullNow(number)).merged).toBe(false);
  });

  it("merges no head but the one that was approved", async () => {
    const number = await sendPost();
    await triage(["--pr", String(number)]);
    await say(number, "rita", "/approve");
    const post = bobsPost();
    await board.push("bob", "my-post", [{ ...post, content: `${post.content}\nMore.\n` }]);
    expect((await triage(["--pr", String(number)])).code).toBe(0);
    expect((await pullNow(number)).merged).toBe(false);
  });

  it("ends with 1 where GitHub does not merge, and leaves the board as it is", async () => {
    const number = await sendPost();
    await triage(["--pr", String(number)]);
    await say(number, "rita", "/approve");
    board.standIn.faults.failNext({ path: /\/merge$/, status: 405 });
    const { code, stdout } = await triage(["--pr", String(number)]);
    expect(code).toBe(1);
    expect(stdout).toContain("Not done: merge");
    expect((await pullNow(number)).merged).toBe(false);
    expect((await commentsNow(number)).map(({ body }) => body)).toContainEqual(
      expect.stringContaining("GitHub does not merge it: `Pull Request is not mergeable.`"),
    );
    // What was in the way is gone.
    expect((await triage(["--pr", String(number)])).code).toBe(0);
    expect((await pullNow(number)).merged).toBe(true);
  });

  it("goes on after failures of GitHub’s", async () => {
    const number = await sendPost();
    board.standIn.faults.failNext({ path: /\/files/, status: 502 });
    board.standIn.faults.failNext({ method: "POST", path: /\/labels$/, status: 502 });
    expect(await triage(["--pr", String(number)])).toMatchObject({ code: 0, stderr: "" });
    expect((await pullNow(number)).names).toEqual(["new post", "waiting"]);
  });

  it("leaves one that goes to another branch alone", async () => {
    const { rest, at } = board.as("mia");
    const { data } = await rest.git.getRef({ ...at, ref: "heads/main" });
    await rest.git.createRef({ ...at, ref: "refs/heads/other", sha: data.object.sha });
    const number = await sendPost();
    await rest.pulls.update({ ...at, pull_number: number, base: "other" });
    const { code, stdout } = await triage(["--pr", String(number)]);
    expect([code, stdout]).toEqual([0, "No pull request to look at.\n"]);
  });
});

describe("a dry run", () => {
  it("prints the plan with every text in full, and leaves no trace", async () => {
    const number = await sendPost();
    const events = board.standIn.events.length;
    const before = await pullNow(number);
    const { code, stdout } = await triage(["--pr", String(number), "--dry-run"], { as: "ada" });
    expect(code).toBe(0);
    expect(stdout).toMatch(/To do: say “success” of [0-9a-f]{8}: /);
    expect(stdout).toContain("  To do: write the comment\n    | ");
    expect(board.standIn.events).toHaveLength(events);
    expect(await pullNow(number)).toEqual(before);
  });

  it("prints no stranger’s words so that a runner takes them for its own", async () => {
    const title = "x\u001b[2J ::set-env name=A::b ##[error]";
    const number = await board.send("bob", "my-post", [bobsPost()], title);
    const { stdout } = await triage(["--pr", String(number), "--dry-run"]);
    expect(stdout).toContain("x\\u{1b}[2J");
    expect(stdout).not.toContain("##[");
    expect(stdout).not.toMatch(/[^\P{Cc}\n]/u);
    expect(stdout.split("\n").filter((line) => line.trim().startsWith("::"))).toEqual([]);
  });
});

describe("a person’s own token", () => {
  it("shows the plan, and has the bot carry it out", async () => {
    const number = await sendPost();
    const { code, stdout } = await triage(["--pr", String(number)], { as: "mia" });
    expect(code).toBe(0);
    expect(stdout).toContain("To do: add the label “waiting”");
    expect(stdout).toContain("Asked the bot to do it");
    expect((await pullNow(number)).names).toEqual([]);
    expect(board.standIn.events.at(-1)).toMatchObject({
      name: "workflow_dispatch",
      actor: "mia",
      payload: { inputs: { pr: String(number) } },
    });
  });
});

describe("an event", () => {
  async function triageEvent(name: string, payload: unknown): Promise<Ending> {
    const file = join(board.clone, "event.json");
    await writeFile(file, JSON.stringify(payload));
    return triage(["--event", file], { GITHUB_EVENT_NAME: name });
  }

  it("leads to the pull request that it is about", async () => {
    const number = await sendPost();
    const other = await board.send("ada", "post", [postFile("2026-11-22-ada")]);
    const head = (await pullNow(number)).head.sha;
    const events = {
      pull_request_target: { pull_request: { number } },
      issue_comment: { issue: { number, pull_request: {} } },
      workflow_run: { workflow_run: { head_sha: head } },
      workflow_dispatch: { inputs: { pr: String(number) } },
    };
    for (const [name, payload] of Object.entries(events)) {
      const { code, stdout } = await triageEvent(name, payload);
      expect([name, code]).toEqual([name, 0]);
      expect(stdout).toContain(`#${number} `);
      expect(stdout).not.toContain(`#${other} `);
    }
  });

  it("may be about none", async () => {
    const { code, stdout } = await triageEvent("issue_comment", { issue: { number: 1 } });
    expect([code, stdout]).toEqual([0, "No pull request to look at.\n"]);
  });

  it("is needed in full", async () => {
    expect(await triage(["--event", join(board.clone, "none.json")])).toMatchObject({
      code: 2,
      stderr: expect.stringContaining("GITHUB_EVENT_NAME"),
    });
    const nowhere = { GITHUB_EVENT_NAME: "schedule" };
    expect(await triage(["--event", join(board.clone, "none.json")], nowhere)).toMatchObject({
      code: 1,
      stderr: expect.stringContaining("cannot be read as the payload"),
    });
    expect((await triageEvent("push", {})).stderr).toContain("“push” is none");
  });
});

describe("a sweep", () => {
  it("repairs what an outage missed: open ones, and those that ended unseen", async () => {
    const open = await sendPost();
    const taken = await board.send("ada", "taken", [
      postFile("2026-11-22-taken", { submitted_by: "ada" }),
    ]);
    const withdrawn = await board.send("ada", "back", [
      postFile("2026-11-22-back", { submitted_by: "ada" }),
    ]);
    const { rest, at } = board.as("ada");
    await rest.pulls.update({ ...at, pull_number: withdrawn, state: "closed" });
    const { rest: rita } = board.as("rita");
    await rita.pulls.merge({ ...at, pull_number: taken });
    board.standIn.clock.advance(5 * 24 * 60 * 60 * 1000);

    const first = await triage(["--all"]);
    expect(first).toMatchObject({ code: 0, stderr: "" });
    expect((await pullNow(open)).names).toContain("waiting");
    expect((await pullNow(taken)).names).toContain("approved");
    expect((await pullNow(withdrawn)).names).toContain("withdrawn");

    board.standIn.clock.advance(5 * 24 * 60 * 60 * 1000);
    const { stdout } = await triage(["--all"]);
    expect(stdout).toContain(`#${open} `);
    expect(stdout).not.toContain(`#${taken} `);
    expect(stdout).not.toContain(`#${withdrawn} `);
  });

  it("looks at the others if one fails, and ends with 1", async () => {
    const first = await sendPost();
    const second = await board.send("ada", "post", [
      postFile("2026-11-22-ada", { submitted_by: "ada" }),
    ]);
    const path = new RegExp(`/pulls/${first}/commits`);
    board.standIn.faults.failNext({ path, status: 403 });
    const { code, stderr } = await triage(["--all"]);
    expect(code).toBe(1);
    expect(stderr).toMatch(new RegExp(`^#${first} failed: GitHub does not permit`));
    expect((await pullNow(second)).names).toContain("waiting");
  });
});

describe("what cannot be done", () => {
  it("is said before anything is asked: words that are not understood, a missing token", async () => {
    for (const parameters of [[], ["--pr", "1", "--all"], ["--pr", "one"], ["--pr", "1;2"]]) {
      expect(await triage(parameters)).toMatchObject({ code: 2, stdout: "" });
    }
    expect(await triage(["--pr", "1"], { GITHUB_TOKEN: undefined })).toMatchObject({
      code: 1,
      stderr: expect.stringMatching(/^Put a token into GITHUB_TOKEN/),
    });
  });
});
