import { writeFile } from "node:fs/promises";
import { join } from "node:path";
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from "vitest";
import { instantOf } from "../src/board/days.ts";
import { decide } from "../src/board/review/decide.ts";
import { boardConfig } from "../src/board.config.ts";
import { readEnvironment } from "../src/services/environment.ts";
import { factsGatherer } from "../src/services/github/gather.ts";
import { pullsChangedSince } from "../src/services/github/light-sweep.ts";
import { reconcile } from "../src/services/github/reconcile.ts";
import type { BoardAtGitHub, NewFile } from "./board-at-github.ts";
import { firstPosts, postFile, startBoardAtGitHub } from "./board-at-github.ts";
import { jobText } from "./posts-folder.ts";
import type { Ending } from "./run-script.ts";
import { runScript } from "./run-script.ts";

const bot = "github-actions[bot]";

let board: BoardAtGitHub;
/** Each test has a different post. */
let slug: string;
let tests = 0;

beforeAll(async () => {
  board = await startBoardAtGitHub();
});

beforeEach(() => {
  tests += 1;
  slug = `2026-11-22-bob-${tests}`;
});

afterEach(() => board.standIn.faults.clear());

afterAll(stopBoard);

async function stopBoard(): Promise<void> {
  const { unknownRequests } = board.standIn;
  await board.stop();
  expect(unknownRequests).toEqual([]);
}

/** Later than the samples’ day, so that the post is not a sample. */
function bobsPost(): NewFile {
  const title = `Developer ${tests}`;
  return postFile(slug, { title, submitted: "2026-11-22", submitted_by: "bob" });
}

function triage(
  parameters: string[],
  { as = bot, ...variables }: { as?: string; [variable: string]: string | undefined } = {},
): Promise<Ending> {
  return runScript("triage", parameters, {
    directory: board.clone,
    variables: {
      ...board.variablesFor(as),
      ...variables,
    },
  });
}

/** Does the command’s work without starting it, to prepare a situation. */
async function botLooksAt(number: number): Promise<void> {
  const github = board.as(bot);
  const { now } = readEnvironment(board.variablesFor(bot));
  const gather = factsGatherer({
    github,
    config: boardConfig,
    objects: board.objects,
    posts: board.posts,
    now: () => now,
  });
  const steps = reconcile(
    { github, config: boardConfig, objects: board.objects, decide, gather },
    number,
  );
  for await (const step of steps) expect(step).not.toHaveProperty("ignored");
}

async function sendPost(): Promise<number> {
  return await board.send("bob", slug, [bobsPost()], "My post");
}

function say(number: number, login: string, body: string) {
  const { rest, at } = board.as(login);
  board.standIn.clock.advance(60_000);
  return rest.issues.createComment({ ...at, issue_number: number, body });
}

/** The commit of the board’s branch. */
async function tipNow(): Promise<string> {
  const { rest, at } = board.as("rita");
  return (await rest.git.getRef({ ...at, ref: "heads/main" })).data.object.sha;
}

async function pullNow(number: number) {
  const { rest, at } = board.as("rita");
  const { data } = await rest.pulls.get({ ...at, pull_number: number });
  return { ...data, names: data.labels.map(({ name }) => name).sort() };
}

function countOf(event: string): number {
  return board.standIn.events.filter(({ name }) => name === event).length;
}

async function commentsNow(number: number) {
  const { rest, at } = board.as("rita");
  return (await rest.issues.listComments({ ...at, issue_number: number })).data;
}

describe("triage of one pull request", () => {
  it("prints the status, and is then done", async () => {
    const number = await sendPost();
    const first = await triage(["--pr", String(number)]);
    expect(first).toMatchObject({ code: 0, stderr: "" });
    expect(first.stdout).toContain(
      `#${number} “My post” (new post, jobs/${slug}.md): waiting for review since`,
    );
    expect(first.stdout).toContain("  Done: add the labels “new post”, “waiting”");
    expect((await pullNow(number)).names).toEqual(["new post", "waiting"]);
    expect(await commentsNow(number)).toMatchObject([{ user: { login: bot } }]);

    const events = board.standIn.events.length;
    const second = await triage(["--pr", String(number)]);
    expect(second.code).toBe(0);
    expect(second.stdout.trim().split("\n")).toHaveLength(1);
    expect(board.standIn.events).toHaveLength(events);
  });

  it("applies a reviewer’s command completely, in one run", async () => {
    const number = await sendPost();
    await botLooksAt(number);
    await say(number, "rita", "/approve");
    const published = countOf("workflow_dispatch");
    const { code, stdout } = await triage(["--pr", String(number)]);
    expect([code, stdout]).toEqual([0, expect.stringContaining("approved by rita")]);
    expect(await pullNow(number)).toMatchObject({
      merged: true,
      merged_by: { login: bot },
      names: expect.arrayContaining(["approved", "new post"]),
    });
    const files = (await board.posts()).sources.map(({ file }) => file);
    expect(files).toContain(`jobs/${slug}.md`);
    expect(countOf("workflow_dispatch")).toBe(published + 1);
  });

  it("ends with 1 if GitHub does not merge, and does not change the board", async () => {
    const number = await sendPost();
    await botLooksAt(number);
    await say(number, "rita", "/approve");
    const message = "Repository rule violations found";
    board.standIn.faults.failNext({ path: /\/merge$/, status: 405, body: { message } });
    const { code, stdout } = await triage(["--pr", String(number)]);
    expect(code).toBe(1);
    expect(stdout).toContain("Not done: merge");
    expect((await pullNow(number)).merged).toBe(false);
    expect((await commentsNow(number)).map(({ body }) => body)).toContainEqual(
      expect.stringContaining("GitHub refused to merge it: `Repository rule violations found.`"),
    );
    // The obstacle is gone.
    await botLooksAt(number);
    expect((await pullNow(number)).merged).toBe(true);
  });

  it("continues after failures of GitHub", async () => {
    const number = await sendPost();
    board.standIn.faults.failNext({ path: /\/git\/trees/, status: 502 });
    board.standIn.faults.failNext({ method: "POST", path: /\/labels$/, status: 502 });
    expect(await triage(["--pr", String(number)])).toMatchObject({ code: 0, stderr: "" });
    expect((await pullNow(number)).names).toEqual(["new post", "waiting"]);
  });

  it("ignores one into another branch", async () => {
    const { rest, at } = board.as("mia");
    const { data } = await rest.git.getRef({ ...at, ref: "heads/main" });
    await rest.git.createRef({ ...at, ref: "refs/heads/other", sha: data.object.sha });
    const number = await sendPost();
    await rest.pulls.update({ ...at, pull_number: number, base: "other" });
    const { code, stdout } = await triage(["--pr", String(number)]);
    expect([code, stdout]).toEqual([0, `#${number} targets another branch: other\n`]);
    expect((await pullNow(number)).names).toEqual([]);
    const events = board.standIn.events.length;
    await triage(["--pr", String(number)], { as: "mia" });
    expect(board.standIn.events).toHaveLength(events);
  });
});

describe("a dry run", () => {
  it("prints the plan with every text in full, and changes nothing", async () => {
    const number = await sendPost();
    const events = board.standIn.events.length;
    const before = await pullNow(number);
    const { code, stdout } = await triage(["--pr", String(number), "--dry-run"], { as: "ada" });
    expect(code).toBe(0);
    expect(stdout).toMatch(/To do: set the status of [0-9a-f]{8} to “success”: /);
    expect(stdout).toContain("  To do: write the status comment\n    | ");
    expect(board.standIn.events).toHaveLength(events);
    expect(await pullNow(number)).toEqual(before);
  });

  it("prints nothing by a stranger that a runner would take for a command", async () => {
    const title = "x\u001b[2J ::set-env name=A::b ##[error]";
    const number = await board.send("bob", slug, [bobsPost()], title);
    const { stdout } = await triage(["--pr", String(number), "--dry-run"]);
    expect(stdout).toContain("x\\u{1b}[2J");
    expect(stdout).not.toContain("##[");
    expect(stdout).not.toMatch(/[^\P{Cc}\n]/u);
    expect(stdout.split("\n").filter((line) => line.trim().startsWith("::"))).toEqual([]);
  });
});

describe("a person’s own token", () => {
  it("shows the plan, and leaves it to the bot", async () => {
    const number = await sendPost();
    const { code, stdout } = await triage(["--pr", String(number)], { as: "mia" });
    expect(code).toBe(0);
    expect(stdout).toContain("To do: add the labels “new post”, “waiting”");
    expect(stdout).toContain("Asked the bot to do it");
    expect((await pullNow(number)).names).toEqual([]);
    expect(board.standIn.events.at(-1)).toMatchObject({
      name: "workflow_dispatch",
      actor: "mia",
      payload: { inputs: { pr: String(number) } },
    });
  });
});

describe("a workflow with the token of an app that the settings do not name", () => {
  it("fails, instead of asking the bot, which would be the same workflow", async () => {
    const number = await sendPost();
    const before = countOf("workflow_dispatch");
    const as = { as: "mia", GITHUB_EVENT_NAME: "workflow_dispatch" };
    const { code, stderr } = await triage(["--pr", String(number)], as);
    expect(code).toBe(1);
    expect(stderr).toContain("name the app in src/board.config.ts");
    expect(countOf("workflow_dispatch")).toBe(before);
  });
});

describe("an event", () => {
  async function triageEvent(name: string, payload: unknown): Promise<Ending> {
    const file = join(board.clone, "event.json");
    await writeFile(file, JSON.stringify(payload));
    return triage(["--event", file], { GITHUB_EVENT_NAME: name });
  }

  describe("about a pull request", () => {
    // The others that wait are answered as well.
    beforeEach(async () => {
      await stopBoard();
      board = await startBoardAtGitHub();
    });

    const commentEvent = async (issue: number, login: string, body: string) => {
      const { data } = await say(issue, login, body);
      return { issue: { number: issue, pull_request: {} }, comment: { id: data.id } };
    };

    async function sendAnother(branch: string): Promise<number> {
      return await board.send("ada", branch, [
        postFile(`2026-11-22-${branch}`, { submitted_by: "ada", title: `Engineer ${branch}` }),
      ]);
    }

    it("leads to its pull request", async () => {
      const number = await sendPost();
      const head = (await pullNow(number)).head.sha;
      const { code, stdout } = await triageEvent("workflow_run", {
        workflow_run: { head_sha: head },
      });
      expect([code, stdout]).toEqual([0, expect.stringMatching(new RegExp(`^#${number} `))]);
      expect(new Set(stdout.match(/^#\d+/gm))).toEqual(new Set([`#${number}`]));
    });

    it("also handles other waiting pull requests: commands first, then its own, then new submissions", async () => {
      const claimed = await sendPost();
      await botLooksAt(claimed);
      const own = await sendAnother("own");
      const fresh = await sendAnother("fresh");
      await say(claimed, "rita", "/claim");
      const { code, stdout } = await triageEvent("pull_request_target", {
        ...{ action: "labeled", pull_request: { number: own } },
      });
      expect(code).toBe(0);
      expect(stdout.match(/^#\d+/gm)).toEqual([`#${claimed}`, `#${own}`, `#${fresh}`]);
      expect((await pullNow(claimed)).names).toContain("claimed");
    });

    it("ends after one query if an earlier run has handled it", async () => {
      const number = await sendPost();
      await botLooksAt(number);
      const payload = await commentEvent(number, "rita", "/claim");
      await botLooksAt(number);
      board.standIn.clock.advance(60_000);
      const head = (await pullNow(number)).head.sha;
      const before = board.standIn.usage();

      const comment = await triageEvent("issue_comment", payload);
      expect(comment).toMatchObject({
        ...{ code: 0, stderr: "" },
        stdout: expect.stringContaining("An earlier run has answered this event."),
      });
      const after = board.standIn.usage();
      expect(after.graphqlPoints - before.graphqlPoints).toBe(1);
      // Of the check whether the daily run still runs.
      expect(after.restRequests - before.restRequests).toBeLessThanOrEqual(2);

      const opened = { number, updated_at: "2026-11-22T11:59:59Z", head: { sha: head } };
      const push = await triageEvent("pull_request_target", {
        ...{ action: "opened", pull_request: opened },
      });
      expect(push.stdout).toContain("An earlier run has answered this event.");
    });

    it("does without the others if GitHub can’t tell about them", async () => {
      const own = await sendPost();
      board.standIn.faults.failNextQuery("RESOURCE_LIMITS_EXCEEDED");
      const { code, stderr } = await triageEvent("pull_request_target", {
        ...{ action: "opened", pull_request: { number: own } },
      });
      expect(stderr).toMatch(/^Looking for other pull requests that wait failed/);
      expect(code).toBe(0);
      expect((await pullNow(own)).names).toContain("waiting");
    });

    it("does not fail if another one fails", async () => {
      const other = await sendPost();
      await botLooksAt(other);
      await say(other, "rita", "/claim");
      const own = await sendAnother("own");
      board.standIn.faults.failNext({ path: /\/labels$/, status: 403 });
      const { code, stderr } = await triageEvent("pull_request_target", {
        ...{ action: "labeled", pull_request: { number: own } },
      });
      expect(stderr).toMatch(new RegExp(`^#${other} failed`));
      expect(code).toBe(0);
      expect((await pullNow(own)).names).toContain("waiting");
    });
  });

  it("may have no pull request", async () => {
    const { code, stdout } = await triageEvent("issue_comment", { issue: { number: 1 } });
    expect([code, stdout]).toEqual([0, "No pull requests to review.\n"]);
  });

  it("must be complete", async () => {
    const parameters = ["--event", join(board.clone, "none.json")];
    const [nameless, nowhere] = await Promise.all([
      triage(parameters),
      triage(parameters, { GITHUB_EVENT_NAME: "schedule" }),
    ]);
    expect(nameless).toMatchObject({
      code: 2,
      stderr: expect.stringContaining("GITHUB_EVENT_NAME"),
    });
    expect(nowhere).toMatchObject({
      code: 1,
      stderr: expect.stringContaining("is not a readable webhook payload"),
    });
  });
});

describe("a sweep", () => {
  // It handles all pull requests.
  beforeEach(async () => {
    await stopBoard();
    board = await startBoardAtGitHub();
  });

  it("catches up after an outage: on open pull requests, and on those that ended unseen", async () => {
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

  it("publishes what was merged if that failed before, and not twice", async () => {
    const number = await sendPost();
    await botLooksAt(number);
    await say(number, "rita", "/approve");
    board.standIn.faults.failNext({ path: /\/dispatches$/, status: 404 });
    expect(await triage(["--pr", String(number)])).toMatchObject({ code: 1 });
    const before = countOf("workflow_dispatch");

    const { code, stdout } = await triage(["--all"]);
    expect([code, stdout]).toEqual([
      0,
      expect.stringContaining("Asked for the newest commit to be published"),
    ]);
    expect(countOf("workflow_dispatch")).toBe(before + 1);

    const { rest, at } = board.as("mia");
    const { data } = await rest.git.getRef({ ...at, ref: "heads/main" });
    board.standIn.recordRun(board.repository, {
      file: ".github/workflows/publish.yml",
      trigger: { name: "workflow_dispatch" },
      head: { sha: data.object.sha, branch: "main" },
      status: "queued",
    });
    await triage(["--all"]);
    expect(countOf("workflow_dispatch")).toBe(before + 1);
  });

  it("handles the others if one fails, and ends with 1", async () => {
    const { rest, at } = board.as("mia");
    const { data } = await rest.git.getRef({ ...at, ref: "heads/main" });
    const ref = { ...at, ref: "refs/heads/board/x-closed", sha: data.object.sha };
    await rest.git.createRef(ref);
    const first = await sendPost();
    const second = await board.send("ada", "post", [
      postFile("2026-11-22-ada", { submitted_by: "ada" }),
    ]);
    board.standIn.faults.failNext({ method: "GET", path: /\/pulls$/, status: 403 });
    board.standIn.faults.failNext({ method: "POST", path: /\/statuses\//, status: 403 });
    const { code, stderr } = await triage(["--all"]);
    expect(code).toBe(1);
    expect(stderr.trim().split("\n")).toEqual([
      expect.stringMatching(/^board\/x-closed failed: GitHub does not allow/),
      expect.stringMatching(new RegExp(`^#${first} failed: GitHub does not allow`)),
    ]);
    expect((await pullNow(second)).names).toContain("waiting");
  });
});

describe("a light sweep", () => {
  beforeEach(async () => {
    await stopBoard();
    board = await startBoardAtGitHub();
  });

  it("handles what has changed since, open or closed", async () => {
    const quiet = await sendPost();
    const withdrawn = await board.send("ada", "back", [
      postFile("2026-11-22-back", { submitted_by: "ada" }),
    ]);
    await botLooksAt(quiet);
    await botLooksAt(withdrawn);
    board.standIn.clock.advance(60 * 60_000);
    const since = board.standIn.clock.now().toISOString();
    const { rest, at } = board.as("ada");
    await rest.pulls.update({ ...at, pull_number: withdrawn, state: "closed" });

    const { code, stdout } = await triage(["--all", "--since", since]);
    expect(code).toBe(0);
    expect(stdout).toContain(`#${withdrawn} `);
    expect(stdout).not.toContain(`#${quiet} `);
    expect((await pullNow(withdrawn)).names).toContain("withdrawn");
  });

  it("handles what an interrupted run has written to but not labeled, and leaves out what it has finished", async () => {
    const [cut, done] = [
      await sendPost(),
      await board.send("ada", "done", [postFile("2026-11-22-done", { submitted_by: "ada" })]),
    ];
    const since = board.standIn.clock.now().toISOString();
    await botLooksAt(done);
    board.standIn.faults.failNext({ path: /\/labels$/, status: 403 });
    expect((await triage(["--pr", String(cut)])).code).toBe(1);
    expect((await pullNow(cut)).names).not.toContain("waiting");

    const { code, stdout } = await triage(["--all", "--since", since]);
    expect(code).toBe(0);
    expect(stdout).toContain(`#${cut} `);
    expect(stdout).not.toContain(`#${done} `);
    expect((await pullNow(cut)).names).toContain("waiting");
  });

  it.each([
    ["triage.yml", "failure"],
    ["sweep.yml", "cancelled"],
  ] as const)(
    "leaves nothing out if a run has failed, such as one that sends mail: %s, %s",
    async (name, conclusion) => {
      const number = await sendPost();
      const since = { at: instantOf(board.standIn.clock.now().toISOString()) };
      await botLooksAt(number);
      const find = () => pullsChangedSince(board.as(bot), since, board.objects, boardConfig);
      expect(await find()).not.toContain(number);
      board.standIn.recordRun(board.repository, {
        file: `.github/workflows/${name}`,
        ...{ trigger: { name: "schedule" }, status: "completed", conclusion },
        head: { sha: await tipNow(), branch: "main" },
      });
      expect(await find()).toContain(number);
    },
  );

  it("does not need to know what is finished", async () => {
    const number = await sendPost();
    board.standIn.faults.failNextQuery("RESOURCE_LIMITS_EXCEEDED");
    const since = { at: instantOf("2026-11-22T00:00:00Z") };
    const found = await pullsChangedSince(board.as(bot), since, board.objects, boardConfig);
    expect(found).toContain(number);
  });

  it("starts from the last successful run, and handles posts that others have changed since", async () => {
    const path = Object.keys(firstPosts)[0] ?? "";
    const edit = async (login: string, title: string) =>
      await board.send(login, `edit-${login}`, [
        { path, content: jobText({ submitted_by: "ada", title }) },
      ]);
    const conflicting = await edit("ada", "Data Engineer (m/f/d)");
    const merged = await edit("rob", "Senior Data Engineer");
    const quiet = await sendPost();
    for (const number of [conflicting, merged, quiet]) await botLooksAt(number);
    const { rest, at } = board.as("rita");
    const sweepAfter = async (change: () => Promise<unknown>) => {
      board.standIn.clock.advance(60 * 60_000);
      board.standIn.recordRun(board.repository, {
        file: ".github/workflows/sweep.yml",
        ...{ trigger: { name: "schedule" }, status: "completed", conclusion: "success" },
        head: { sha: await tipNow(), branch: "main" },
      });
      await change();
      board.standIn.clock.advance(60 * 60_000);
      const { code, stdout } = await triage(["--all", "--since", "last-sweep"]);
      expect(code).toBe(0);
      return new Set(stdout.match(/^#\d+/gm));
    };

    const afterMerge = await sweepAfter(() => rest.pulls.merge({ ...at, pull_number: merged }));
    expect(afterMerge).toEqual(new Set([`#${conflicting}`, `#${merged}`]));
    expect((await pullNow(conflicting)).names).toContain("invalid");

    const afterRemoval = await sweepAfter(async () => {
      const parent = await tipNow();
      const removed = [{ path, mode: "100644", type: "blob", sha: null } as const];
      const { data: tree } = await rest.git.createTree({ ...at, base_tree: parent, tree: removed });
      const commit = { message: "Remove a post", tree: tree.sha, parents: [parent] };
      const { sha } = (await rest.git.createCommit({ ...at, ...commit })).data;
      await rest.git.updateRef({ ...at, ref: "heads/main", sha });
    });
    expect(afterRemoval).toEqual(new Set([`#${conflicting}`]));
    expect((await pullNow(conflicting)).names).toContain("refused");
  });

  it("needs few requests if nothing has changed, however many are waiting", async () => {
    for (let index = 1; index <= 12; index += 1) {
      const branch = `waiting-${index}`;
      await board.send("ada", branch, [
        postFile(`2026-11-22-${branch}`, { submitted_by: "ada", title: `Engineer ${index}` }),
      ]);
    }
    await triage(["--all"]);
    board.standIn.clock.advance(60 * 60_000);
    const before = board.standIn.usage();
    const since = board.standIn.clock.now().toISOString();
    const { stdout } = await triage(["--all", "--since", since]);
    expect(stdout).toContain("No pull requests to review.");
    const { restRequests, graphqlPoints } = board.standIn.usage();
    expect(restRequests - before.restRequests).toBeLessThan(10);
    expect(graphqlPoints - before.graphqlPoints).toBeLessThan(3);
  });

  it("requires a time, and covers all pull requests", async () => {
    const [odd, one] = await Promise.all([
      triage(["--all", "--since", "yesterday"]),
      triage(["--pr", "1", "--since", "2026-11-22"]),
    ]);
    expect(odd).toMatchObject({ code: 2, stderr: expect.stringContaining("must be a time") });
    expect(one).toMatchObject({ code: 2, stderr: expect.stringContaining("Add --all") });
  });
});

describe("GitHub’s hourly limit", () => {
  beforeEach(async () => {
    await stopBoard();
    board = await startBoardAtGitHub();
  });

  /** Uses up what the bot may ask for, but for some. */
  async function leave(left: number, of: "core" | "graphql"): Promise<void> {
    const { rest, at, graphql } = board.as(bot);
    const { data } = await rest.rateLimit.get();
    for (let count = data.resources[of]?.remaining ?? 0; count > left; count -= 1) {
      await (of === "core" ? rest.repos.get(at) : graphql("{ viewer { login } }", {}));
    }
  }

  it.each(["core", "graphql"] as const)(
    "of the %s API ends a run early, and people with waiting commands are notified once",
    async (api) => {
      const number = await sendPost();
      await botLooksAt(number);
      const { data: comment } = await say(number, "rita", "/approve");
      const file = join(board.clone, "event.json");
      const issue = { number, pull_request: {} };
      await writeFile(file, JSON.stringify({ issue, comment: { id: comment.id } }));
      const run = () => triage(["--event", file], { GITHUB_EVENT_NAME: "issue_comment" });
      await leave(51, api);
      expect(await run()).toMatchObject({ code: 1, stderr: expect.stringContaining("is nearly") });
      await run();
      const notices = (await commentsNow(number)).filter(({ body }) => body?.includes("limit"));
      expect(notices).toMatchObject([
        { body: expect.stringMatching(/^@rita: .* after \d\d:\d\d UTC\./), user: { login: bot } },
      ]);

      board.standIn.clock.advance(61 * 60_000);
      expect(await run()).toMatchObject({ code: 0 });
      expect((await pullNow(number)).merged).toBe(true);
    },
  );
});

describe("an invalid call", () => {
  it("is rejected before any request: unknown arguments, a missing token", async () => {
    const [nothing, both, odd, anonymous] = await Promise.all([
      triage([]),
      triage(["--pr", "1", "--all"]),
      triage(["--pr", "1;2"]),
      triage(["--pr", "1"], { GITHUB_TOKEN: undefined }),
    ]);
    for (const ending of [nothing, both, odd]) {
      expect(ending).toMatchObject({ code: 2, stdout: "" });
    }
    expect(anonymous).toMatchObject({
      code: 1,
      stderr: expect.stringMatching(/^GITHUB_TOKEN is missing/),
    });
  });
});
