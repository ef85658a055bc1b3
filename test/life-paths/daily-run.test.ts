/** The real daily workflow and everything that it starts, from the schedule to the page. */
import { readFile } from "node:fs/promises";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { jobText } from "../posts-folder.ts";
import { fileOf } from "../review-paths/posts.ts";
import type { Scene } from "../review-paths/scene.ts";
import { openScene } from "../review-paths/scene.ts";
import type { Ending } from "../run-script.ts";
import { runScriptProcess } from "../run-script.ts";

let scene: Scene;

const over = "2026-11-20-over";
const live = "2026-11-20-renewed";
const removed = "2026-11-20-removed";
const sent = { submitted: "2026-11-20", submitted_by: "ada" } as const;

beforeAll(async () => {
  scene = await openScene({
    posts: {
      [fileOf(over)]: jobText({ ...sent, title: "Archivist" }),
      [fileOf(removed)]: jobText({
        ...{ ...sent, title: "Curator", contact: "Grace Hopper", email: "grace@example.com" },
        closed: { on: "2026-11-21", reason: "removed" },
      }),
      [fileOf(live)]: jobText({ ...sent, title: "Librarian", renewed: ["2027-02-19"] }),
    },
    workflows: ["triage.yml", "daily.yml", "publish.yml"],
  });
});

afterAll(() => scene.close());

/** The runs since the last call, by name, with their conclusions. */
async function runs(): Promise<string[]> {
  return (await scene.runs()).map(({ name, conclusion }) => `${name}: ${conclusion}`);
}

/** A page or feed of the current site. */
function shown(address: string): Promise<string> {
  return readFile(join(scene.site(), address), "utf8");
}

/** Runs `npm run housekeeping` as a person, in a clone of the repository. */
function housekeeping(login: string, ...parameters: string[]): Promise<Ending> {
  const { apiUrl, origin, clock, tokenFor } = scene.github;
  return runScriptProcess("housekeeping", parameters, {
    root: scene.board.clone,
    variables: {
      GITHUB_API_URL: apiUrl,
      GITHUB_SERVER_URL: origin,
      GITHUB_TOKEN: tokenFor(login),
      BOARD_NOW: clock.now().toISOString(),
    },
  });
}

/** The issues that the bot has opened. */
async function issues(): Promise<[string, string][]> {
  const { rest, at } = scene.mia.github;
  const { data } = await rest.issues.listForRepo({ ...at, state: "all" });
  return data
    .filter(({ pull_request, user }) => !pull_request && user?.login === "github-actions[bot]")
    .map(({ title, state }) => [title, state]);
}

describe("a board whose daily run stopped ten days ago, with an expired post", () => {
  it("notifies its maintainers in one issue, at the next event", async () => {
    scene.github.clock.advance(100 * 86_400_000);
    const pull = await scene.ada.sendsPost("2027-03-02-new", { submitted: "2027-03-02" });
    await scene.settled(pull);
    await scene.rita.says(pull, "/claim");
    await scene.settled(pull);
    expect(await issues()).toEqual([["The board’s daily run has stopped", "open"]]);
  });

  it("shows what housekeeping would do with --dry-run, and does nothing", async () => {
    const before = await scene.main();
    const { code, stdout, stderr } = await housekeeping("bob", "--dry-run");
    expect({ code, stderr }).toEqual({ code: 0, stderr: "" });
    expect(stdout).toContain(
      `${fileOf(over)} -> jobs/archive/2026/11/${over}.md (expired on 2027-02-20)`,
    );
    expect(stdout).toContain("2 posts would be archived.");
    expect(await scene.main()).toBe(before);
    expect(await runs()).toEqual([]);
  });

  it("still publishes if housekeeping fails, and the run fails", async () => {
    scene.github.faults.failNext({ method: "POST", path: /\/git\/trees$/, status: 403 });
    scene.strikesAfter({ days: 0 });
    expect(await runs()).toEqual(["daily: failure", "publish: success"]);
    expect(await scene.fileOnMain(fileOf(over))).toContain("Archivist");
    expect(await shown("jobs/index.html")).not.toContain(over);
  });

  it("archives in the next run with the day the post expired, and publishes", async () => {
    const { rest, at } = scene.mia.github;
    const daily = { ...at, workflow_id: "daily.yml" };
    const { stdout } = await housekeeping("mia");
    expect(stdout).toContain("Asked the bot to do it: ");
    expect(await runs()).toEqual(["daily: success", "publish: success"]);
    expect((await rest.actions.getWorkflow(daily)).data.state).toBe("active");
    expect(await scene.fileOnMain(`jobs/archive/2026/11/${over}.md`)).toBe(
      jobText({
        ...{ ...sent, title: "Archivist", published: "2026-11-22" },
        // The posts came a second after the first commit.
        published_at: "2026-11-22T09:00:01Z",
        closed: { on: "2027-02-20", reason: "expired" },
      }),
    );
    expect(await scene.botPulls()).toEqual([
      { title: "Archive 2 posts", state: "merged", branch: "board/housekeeping" },
    ]);
  });

  it("deletes the text of a removed post, whose page says that it was removed", async () => {
    const text = await scene.fileOnMain(`jobs/archive/2026/11/${removed}.md`);
    expect(text).toContain("closed: {on: 2026-11-22, reason: removed}");
    expect(text).not.toMatch(/Curator|Grace|example\.com/);
    expect(await shown(`jobs/${removed}/index.html`)).toContain("This post was removed");
  });

  it("says on the post’s page that it is closed, and no longer lists it", async () => {
    expect(await shown(`jobs/${over}/index.html`)).toContain("this post has expired");
    const lists = [
      "jobs/index.html",
      "jobs/feed/rss/index.xml",
      "jobs/feed/feed.json",
      "api/jobs.json",
    ];
    for (const list of [...lists, "sitemap.xml"]) {
      expect([list, (await shown(list)).includes(over)]).toEqual([list, false]);
    }
    for (const list of lists) expect(await shown(list)).toContain("Librarian");
  });

  it("changes nothing in a second run", async () => {
    const before = await scene.main();
    scene.strikesAfter({ days: 0 });
    expect(await runs()).toEqual(["daily: success", "publish: success"]);
    expect(await scene.main()).toBe(before);
  });

  it("closes the issue at the next sweep after the run succeeded", async () => {
    // In the meantime, the exchange rates have become old.
    expect(await issues()).toContainEqual(["The board’s daily run has stopped", "closed"]);
  });
});
