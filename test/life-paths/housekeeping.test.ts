import { afterAll, beforeAll, describe, expect, it, vi } from "vitest";
import { addDays } from "../../src/board/days.ts";
import { archivedJobPath } from "../../src/board/job/path.ts";
import { approverLine } from "../../src/board/review/approval-record.ts";
import { readEnvironment } from "../../src/services/environment.ts";
import { mergePull } from "../../src/services/github/actions/merge.ts";
import { setStatus } from "../../src/services/github/actions/status.ts";
import { monitorDailyRun } from "../../src/services/github/monitor.ts";
import { rulesetName } from "../../src/services/github/setup/desired.ts";
import type { JobChanges } from "../example-job.ts";
import { jobText } from "../posts-folder.ts";
import { fileOf } from "../review-paths/posts.ts";
import type { Scene } from "../review-paths/scene.ts";
import { openScene } from "../review-paths/scene.ts";
import { botOf, maintain } from "./maintenance.ts";

let scene: Scene;

/** Listed from 22 November 2026, when the board starts. They end ten days apart. */
const slugs = ["a", "b", "c", "d", "e", "f", "g", "h", "i", "j"].map(
  (name) => `2026-11-20-${name}`,
);

function lastDay(slug: string): string {
  return addDays("2026-11-30", 10 * slugs.indexOf(slug));
}

function post(slug: string, changes: JobChanges = {}): string {
  const sent = { submitted: "2026-11-20", submitted_by: "ada" };
  return jobText({ ...sent, title: `Developer ${slug}`, expires: lastDay(slug), ...changes });
}

function archivedFile(slug: string): string {
  return archivedJobPath(slug, "2026-11-20");
}

/** Sets the time to the day after a post’s last day, some hours after midnight. */
function isOver(slug: string): void {
  scene.github.clock.set(new Date(`${addDays(lastDay(slug), 1)}T01:00:00Z`));
}

/** Sets the bot’s success status on a pull request’s head, because the review workflow is off in these tests. Returns the head. */
async function isSound(pull: number): Promise<string> {
  const bot = botOf(scene);
  const { data } = await bot.rest.pulls.get({ ...bot.at, pull_number: pull });
  await setStatus(bot, { sha: data.head.sha, state: "success", description: "Sound" });
  return data.head.sha;
}

/** Adds a rule that requires an approval before merging. */
async function needApprovals(count: number): Promise<void> {
  const ruleset = await ourRuleset();
  const rules = (ruleset.rules ?? []).map((rule) =>
    rule.type === "pull_request" && rule.parameters
      ? { ...rule, parameters: { ...rule.parameters, required_approving_review_count: count } }
      : rule,
  );
  const { rest, at } = scene.mia.github;
  await rest.repos.updateRepoRuleset({ ...at, ruleset_id: ruleset.id, rules });
}

async function ourRuleset() {
  const { rest, at } = scene.mia.github;
  const { data: all } = await rest.repos.getRepoRulesets(at);
  const id = all.find(({ name }) => name === rulesetName)?.id ?? 0;
  return (await rest.repos.getRepoRuleset({ ...at, ruleset_id: id })).data;
}

/** The open pull request of housekeeping. */
async function openPull(): Promise<{ number: number; title: string; sha: string }> {
  const { rest, at } = scene.mia.github;
  const head = `${at.owner}:board/housekeeping`;
  // GitHub’s lists may lack new items for some seconds.
  scene.github.clock.advance(60_000);
  const { data } = await rest.pulls.list({ ...at, head, state: "open" });
  const [pull, ...others] = data;
  if (!pull || others.length > 0) throw new Error(`There are ${data.length} of them.`);
  return { number: pull.number, title: pull.title, sha: pull.head.sha };
}

/** The files of a post on the board’s branch: live, archived, or both. */
async function filesOf(slug: string): Promise<string[]> {
  const files = [fileOf(slug), archivedFile(slug)];
  const found = await Promise.allSettled(files.map((file) => scene.fileOnMain(file)));
  return files.filter((_, index) => found[index]?.status === "fulfilled");
}

beforeAll(async () => {
  scene = await openScene({
    git: "real",
    posts: Object.fromEntries(slugs.map((slug) => [fileOf(slug), post(slug)])),
    workflows: [],
  });
});

afterAll(() => scene.close());

describe("housekeeping with a protected main branch", () => {
  it("does nothing while no post has expired", async () => {
    scene.github.clock.set(new Date("2026-11-30T23:59:59Z"));
    const before = await scene.main();
    expect(await maintain(scene)).toMatchObject({ outcome: { outcome: "nothing" } });
    expect(await scene.main()).toBe(before);
    expect(await scene.botPulls()).toEqual([]);
  });

  it("archives with a pull request, which it merges with its own commit status, as one commit", async () => {
    scene.github.clock.set(new Date("2026-12-01T00:00:00Z"));
    const before = await scene.main();
    expect(await maintain(scene)).toMatchObject({ outcome: { outcome: "merged" } });
    const closed = { on: "2026-12-01", reason: "expired" } as const;
    // The posts came a second after the first commit.
    const listed = { published: "2026-11-22", published_at: "2026-11-22T09:00:01Z" };
    const text = post("2026-11-20-a", { ...listed, closed });
    expect(await scene.fileOnMain("jobs/archive/2026/11/2026-11-20-a.md")).toBe(text);
    expect(await scene.botPulls()).toEqual([
      { title: "Archive 1 post", state: "merged", branch: "board/housekeeping" },
    ]);
    expect(await scene.branches()).toEqual(["main"]);
    const { rest, at } = scene.mia.github;
    const basehead = `${before}...main`;
    const { data } = await rest.repos.compareCommitsWithBasehead({ ...at, basehead });
    expect(data.commits.map(({ commit }) => commit.message)).toEqual([
      expect.stringMatching(/^Archive 1 post \(#\d+\)\n\n- 2026-11-20-a: expired on 2026-12-01$/),
    ]);
    expect(data.files?.map((file) => [file.previous_filename, file.filename])).toEqual([
      ["jobs/2026-11-20-a.md", "jobs/archive/2026/11/2026-11-20-a.md"],
    ]);
  });

  it("does nothing the second time", async () => {
    const before = await scene.main();
    expect(await maintain(scene)).toMatchObject({ outcome: { outcome: "nothing" } });
    expect(await scene.main()).toBe(before);
  });

  it("starts over if a post is merged in the meantime", async () => {
    isOver("2026-11-20-b");
    const pull = await scene.ada.sendsPost("2026-12-09-new");
    await isSound(pull);
    const merging = vi.fn().mockImplementationOnce(() => scene.mia.merges(pull));
    expect(await maintain(scene, merging)).toMatchObject({ outcome: { outcome: "merged" } });
    expect(merging).toHaveBeenCalledTimes(2);
    expect(await filesOf("2026-11-20-b")).toEqual([archivedFile("2026-11-20-b")]);
    expect(await scene.fileOnMain("jobs/2026-12-09-new.md")).toContain("submitted_by: ada");
    expect(await scene.branches()).toEqual(["main"]);
  });

  it("keeps a post that is renewed in the meantime", async () => {
    isOver("2026-11-20-c");
    const text = post("2026-11-20-c", { renewed: ["2026-12-20"], expires: undefined });
    const pull = await scene.mia.sends("renew", { [fileOf("2026-11-20-c")]: text });
    await isSound(pull);
    const merging = vi.fn().mockImplementationOnce(() => scene.mia.merges(pull));
    expect(await maintain(scene, merging)).toMatchObject({ outcome: { outcome: "nothing" } });
    expect(await filesOf("2026-11-20-c")).toEqual([fileOf("2026-11-20-c")]);
    expect(await scene.branches()).toEqual(["main"]);
  });

  it("waits if the rules require an approval, with one pull request that it keeps up to date", async () => {
    isOver("2026-11-20-d");
    await needApprovals(1);
    const because = expect.stringContaining("approving review");
    const waits = { outcome: { outcome: "waits", because } };
    expect(await maintain(scene)).toMatchObject(waits);
    const first = await openPull();
    expect(await maintain(scene)).toMatchObject(waits);
    expect(await openPull()).toEqual(first);

    isOver("2026-11-20-e");
    expect(await maintain(scene)).toMatchObject(waits);
    const second = await openPull();
    expect(second).toMatchObject({ number: first.number, title: "Archive 2 posts" });
    expect(second.sha).not.toBe(first.sha);

    await needApprovals(0);
    expect(await maintain(scene)).toMatchObject({ outcome: { outcome: "merged" } });
    expect(await scene.look(first.number)).toMatchObject({ state: "merged" });
  });

  it("records in each post which review approved it, which only reviewers can determine", async () => {
    const changes = { submitted: "2027-01-09", expires: "2027-01-09" };
    const [byBot, byButton] = ["2027-01-09-by-bot", "2027-01-09-by-button"] as const;
    const first = await scene.ada.sendsPost(byBot, changes);
    const head = await isSound(first);
    const outcome = await mergePull(botOf(scene), first, {
      ...{ sha: head, title: `Add the post ${byBot}`, message: approverLine("rita") },
      overtakenBy: () => Promise.resolve(undefined),
    });
    expect(outcome).toEqual({ outcome: "done" });
    // The commit message of GitHub’s button comes from the pull request, as the repository’s settings say.
    const files = { [fileOf(byButton)]: scene.mallory.post(changes) };
    const number = await scene.mallory.sends("forged", files);
    const { rest, at } = scene.mallory.github;
    const forged = { title: "Approved-by: rita (#1)", body: "Words\n\nApproved-by: rita" };
    await rest.pulls.update({ ...at, pull_number: number, ...forged });
    await isSound(number);
    await scene.mia.merges(number);
    expect(await scene.lastMessage()).toBe(`Approved-by: rita (#1) (#${number})`);

    const on = scene.github.clock.now().toISOString().slice(0, 10);
    scene.github.clock.advance(86_400_000);
    expect(await maintain(scene)).toMatchObject({ outcome: { outcome: "merged" } });
    const approvals = [byBot, byButton].map(async (slug) => {
      const text = await scene.fileOnMain(archivedJobPath(slug, slug.slice(0, 10)));
      return /^approved: .*$/m.exec(text)?.[0];
    });
    expect(await Promise.all(approvals)).toEqual([
      `approved: {on: ${on}, pull: ${first}, by: rita}`,
      `approved: {on: ${on}, pull: ${number}}`,
    ]);
  });

  it("closes its pull request once somebody else has made the change", async () => {
    isOver("2026-11-20-f");
    await needApprovals(1);
    await maintain(scene);
    await needApprovals(0);
    const { number, sha } = await openPull();
    const { rest, at } = scene.mia.github;
    await rest.git.createRef({ ...at, ref: "refs/heads/by-hand", sha });
    const byHand = { title: "Archive by hand", head: "by-hand", base: "main" };
    const { data: same } = await rest.pulls.create({ ...at, ...byHand });
    await scene.mia.merges(same.number);
    expect(await maintain(scene)).toMatchObject({ outcome: { outcome: "nothing" } });
    expect(await scene.look(number)).toMatchObject({ state: "closed" });
    expect(await scene.branches()).toEqual(["by-hand", "main"]);
  });
});

describe("housekeeping with an unprotected main branch", () => {
  beforeAll(async () => {
    const { rest, at } = scene.mia.github;
    await rest.repos.deleteRepoRuleset({ ...at, ruleset_id: (await ourRuleset()).id });
  });

  it("archives with one commit, without a pull request", async () => {
    isOver("2026-11-20-g");
    const [pulls, before] = [await scene.botPulls(), await scene.main()];
    expect(await maintain(scene)).toMatchObject({ outcome: { outcome: "committed" } });
    expect(await scene.lastMessage()).toMatch(/^Archive 1 post\n\n- 2026-11-20-g: expired/);
    expect(await filesOf("2026-11-20-g")).toEqual([archivedFile("2026-11-20-g")]);
    const { rest, at } = scene.mia.github;
    const { data } = await rest.git.getCommit({ ...at, commit_sha: await scene.main() });
    expect(data.parents.map(({ sha }) => sha)).toEqual([before]);
    expect(await scene.botPulls()).toEqual(pulls);
  });

  it("starts over on top of what is merged in the meantime", async () => {
    isOver("2026-11-20-h");
    const pull = await scene.ada.sendsPost("2027-02-08-new");
    const merging = vi.fn().mockImplementationOnce(() => scene.mia.merges(pull));
    expect(await maintain(scene, merging)).toMatchObject({ outcome: { outcome: "committed" } });
    expect(merging).toHaveBeenCalledTimes(2);
    expect(await filesOf("2026-11-20-h")).toEqual([archivedFile("2026-11-20-h")]);
    expect(await scene.fileOnMain("jobs/2027-02-08-new.md")).toContain("submitted_by: ada");
  });

  it("gives up after three attempts, says so, and has changed nothing", async () => {
    isOver("2026-11-20-i");
    const { rest, at } = scene.mia.github;
    let count = 0;
    const writing = () => {
      count += 1;
      const content = Buffer.from(String(count)).toString("base64");
      const file = { path: `notes-${count}.txt`, message: "Take a note", content };
      return rest.repos.createOrUpdateFileContents({ ...at, ...file });
    };
    await expect(maintain(scene, writing)).rejects.toThrow(
      "The board changed 3 times during maintenance, so nothing was done.",
    );
    expect(count).toBe(3);
    expect(await filesOf("2026-11-20-i")).toEqual([fileOf("2026-11-20-i")]);
  });

  it("uses a pull request if GitHub rejects the push although no rule is listed", async () => {
    isOver("2026-11-20-j");
    scene.github.faults.failNext({
      method: "PATCH",
      path: /refs\/heads(?:\/|%2F)main$/,
      status: 422,
    });
    expect(await maintain(scene)).toMatchObject({ outcome: { outcome: "merged" } });
    for (const slug of ["2026-11-20-i", "2026-11-20-j"]) {
      expect(await filesOf(slug)).toEqual([archivedFile(slug)]);
    }
  });
});

describe("the heartbeat of the daily run", () => {
  const daily = { file: ".github/workflows/daily.yml", trigger: { name: "schedule" } };
  const day = 86_400_000;

  /** Runs housekeeping this many days later. */
  async function watchAfter(days: number): Promise<string> {
    const { clock } = scene.github;
    clock.advance(days * day);
    const { now } = readEnvironment({ BOARD_NOW: clock.now().toISOString() });
    return await monitorDailyRun(botOf(scene), now);
  }

  async function ends(conclusion: "success" | "failure"): Promise<void> {
    const head = { sha: await scene.main(), branch: "main" };
    const run = { ...daily, head, status: "completed", conclusion };
    scene.github.recordRun(scene.board.repository, run);
  }

  it("opens one issue when no run has succeeded for three days, and closes it after the next success", async () => {
    await ends("success");
    expect(await watchAfter(3)).toBe("none");
    await ends("failure");
    expect(await watchAfter(0.1)).toBe("opened");
    expect(await watchAfter(5)).toBe("none");
    await ends("success");
    expect(await watchAfter(0)).toBe("closed");
    expect(await watchAfter(0)).toBe("none");
    expect(await watchAfter(4)).toBe("opened");
    await ends("success");
    expect(await watchAfter(4)).toBe("updated");
    const { rest, at } = scene.mia.github;
    const bot = "github-actions[bot]";
    const { data } = await rest.issues.listForRepo({ ...at, creator: bot, state: "all" });
    const issues = data.filter((issue) => !issue.pull_request);
    expect(issues.map(({ state }) => state)).toEqual(["open", "closed"]);
  });

  it("opens one issue even if GitHub’s response is lost", async () => {
    await ends("success");
    await watchAfter(0);
    const { faults } = scene.github;
    faults.failNext({ method: "POST", path: /\/issues$/, status: 502, carriedOut: true });
    expect(await watchAfter(4)).toBe("opened");
    expect(await watchAfter(0)).toBe("none");
  });
});
