/** What an owner is notified of over months, on the pull request and by mail: reminder, renewal, closing. */
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { archivedJobPath } from "../../src/board/job/path.ts";
import { questions } from "../../src/board/requests/request-form.ts";
import type { MailServerForTests } from "../mail-server.ts";
import { startMailServer } from "../mail-server.ts";
import { jobText } from "../posts-folder.ts";
import { fileOf } from "../review-paths/posts.ts";
import type { Scene } from "../review-paths/scene.ts";
import { openScene, siteUrl } from "../review-paths/scene.ts";
import type { Ending } from "../run-script.ts";
import { runScript, runScriptProcess } from "../run-script.ts";

/** All are listed from 22 November 2026 on. The first was not added by a pull request, and the second has no address. */
const [first, second, third] = ["2026-11-22-first", "2026-11-22-second", "2026-11-22-third"];
const owner = "hiring@example.com";

let server: MailServerForTests;
let scene: Scene;
/** The pull requests of bob’s post and of ada’s. */
let pulls: { bob: number; ada: number };

beforeAll(async () => {
  server = await startMailServer();
  const sent = { submitted: "2026-11-22", submitted_by: "ada" };
  // One file of each path tests a GitHub that answers at once.
  scene = await openScene({
    posts: { [fileOf(first)]: jobText({ ...sent, title: "Archivist" }) },
    workflows: ["triage.yml", "requests.yml", "daily.yml", "report.yml"],
    mailServer: server,
  });
  const [bob = 0, ada = 0] = await scene.sent(
    () => scene.bob.sendsPost(second, { title: "Curator", email: undefined }),
    () => scene.ada.sendsPost(third, { title: "Data Engineer", email: owner }),
  );
  pulls = { bob, ada };
  scene.github.faults.loseEvent(({ name }) => name === "pull_request");
  await scene.mia.merges(bob);
  await scene.rita.says(ada, "/approve");
  expect(await scene.settled(ada)).toMatchObject({ state: "merged" });
});

afterAll(async () => {
  await scene.close();
  await server.stop();
});

/** The bot’s comments on a pull request whose keys have this prefix, without their hidden tags. */
async function told(pull: number, name: string): Promise<string[]> {
  const { told: all } = await scene.look(pull);
  const marked = all.filter((body) => body.includes(`<!-- job-board: ${name}-`));
  return marked.map((body) => body.replace(/\s*<!--.*-->$/s, ""));
}

/** The subjects of the messages to ada's address. */
function messages(): string[] {
  const own = server.received.filter(({ recipients }) => recipients.includes(owner));
  return own.map(({ mail }) => mail.subject ?? "");
}

const name = "Data Engineer (Example Analytics GmbH)";
const approval = `Your post is approved: ${name}`;
const reminder = `Your post closes soon: ${name}`;
const closing = `Your post is closed: ${name}`;

/** The token of the job that sends mail. */
function botsToken(): string {
  const permissions = { contents: "read", "pull-requests": "write", issues: "write" } as const;
  return scene.github.installationToken(scene.board.repository, permissions);
}

/** Runs only the command, as that job or as a person. */
function reminds(parameters: string[] = [], token = botsToken()): Promise<Ending> {
  const { board, github } = scene;
  const variables = {
    GITHUB_API_URL: github.apiUrl,
    GITHUB_SERVER_URL: github.origin,
    BOARD_URL: siteUrl,
    GITHUB_TOKEN: token,
    BOARD_NOW: github.clock.now().toISOString(),
    SMTP_URL: server.url,
  };
  // One kind of call is as people do it.
  if (parameters.length > 0) {
    return runScriptProcess("remind", parameters, { root: board.clone, variables });
  }
  return board.near.during(() =>
    runScript("remind", [], { directory: board.clone, variables, settings: board.config }),
  );
}

/** The target of a link in a text. */
function linkIn(text: string | undefined, title: string): URL {
  const address = text?.split(`[${title}](`)[1]?.split(")")[0];
  return new URL(address ?? "about:blank");
}

describe("the announcement list", () => {
  const digests = () =>
    server.received.filter(({ recipients }) => recipients.includes("new-jobs@example.org"));

  it("gets the new posts on Monday, by schedule", async () => {
    scene.github.clock.set(new Date("2026-11-23T06:23:00Z"));
    scene.runner.schedule("23 6 * * 1");
    await scene.settled(pulls.ada);
    const [digest, ...others] = digests();
    expect(others).toEqual([]);
    expect(digest?.mail.subject).toMatch(/^3 new posts on /);
    const page = `${siteUrl}jobs/${third}/`;
    expect(digest?.mail.text).toContain(`Data Engineer:\n${page}\n\nCompany: `);
  });

  it("gets nothing again if somebody starts the workflow by hand", async () => {
    const { rest, at, branch: ref } = scene.mia.github;
    await rest.actions.createWorkflowDispatch({ ...at, workflow_id: "report.yml", ref });
    await scene.settled(pulls.ada);
    expect(digests()).toHaveLength(1);
  });
});

describe("an owner whose post ends in seven days", () => {
  it("is reminded even if another owner cannot be", async () => {
    scene.github.clock.set(new Date("2027-02-13T00:17:00Z"));
    const { faults } = scene.github;
    faults.failNext({ method: "POST", path: /\/issues\/\d+\/comments$/, status: 403 });
    const { code, stdout, stderr } = await reminds();
    expect(code).toBe(1);
    expect(stderr).toMatch(new RegExp(`^${second} failed: `));
    expect(stdout).toContain(`${first}: no reminder, because no pull request added this post.`);
    expect(await told(pulls.bob, "closing-soon")).toEqual([]);
    expect(await told(pulls.ada, "closing-soon")).toEqual([
      expect.stringMatching(/^@ada, \[your post\].* is listed until the end of 19 February 2027\./),
    ]);
    expect(messages()).toEqual([approval, reminder]);
  });

  it("is reminded on the next day if that failed, and only once", async () => {
    scene.github.clock.set(new Date("2027-02-14T00:17:00Z"));
    expect(await reminds()).toMatchObject({ code: 0, stderr: "" });
    expect(await told(pulls.bob, "closing-soon")).toEqual([expect.stringMatching(/^@bob, /)]);
    expect(await told(pulls.ada, "closing-soon")).toHaveLength(1);
    expect(messages()).toEqual([approval, reminder]);
  });

  it("renews the post with the link, and is reminded of the new last day, once", async () => {
    const [text] = await told(pulls.ada, "closing-soon");
    const { searchParams } = linkIn(text, "renew the post");
    scene.github.clock.set(new Date("2027-02-14T09:00:00Z"));
    const { rest, at } = scene.ada.github;
    // As GitHub creates it from the form, which the link fills in.
    const body = (["post", "wish"] as const)
      .map((id) => `### ${questions[id]}\n\n${searchParams.get(id)}`)
      .join("\n\n");
    const issue = { ...at, title: searchParams.get("title") ?? "", body };
    await rest.issues.create(issue);
    await scene.settled(pulls.ada);
    expect(await scene.fileOnMain(fileOf(third))).toContain("renewed: [2027-02-14]");

    for (const moment of ["2027-05-08T00:17:00Z", "2027-05-09T00:17:00Z"]) {
      scene.github.clock.set(new Date(moment));
      expect(await reminds()).toMatchObject({ code: 0, stderr: "" });
    }
    expect(await told(pulls.ada, "closing-soon")).toEqual([
      expect.stringContaining("until the end of 19 February 2027."),
      expect.stringContaining("until the end of 14 May 2027."),
    ]);
    expect(messages()).toEqual([approval, reminder, reminder]);
  });
});

describe("an owner whose post has expired", () => {
  it("is told by the daily run how to post it again, once its file is in the archive", async () => {
    scene.github.clock.set(new Date("2027-05-15T00:17:00Z"));
    scene.strikesAfter({ days: 0 });
    await scene.settled(pulls.ada);
    const [text, ...others] = await told(pulls.ada, "closed");
    expect(others).toEqual([]);
    expect(text).toMatch(
      /^@ada, \[your post\].* is no longer listed, because its listing period has ended\./,
    );
    const slug = linkIn(text, "post it again").searchParams.get("again") ?? "";
    const file = archivedJobPath(slug, slug.slice(0, 10));
    expect(await scene.fileOnMain(file)).toContain("title: Data Engineer");
    expect(messages()).toEqual([approval, reminder, reminder, closing]);
    expect(server.received.at(-1)?.mail.text).toContain(`?again=${slug}`);
  });

  it("is told once, and not at all if it expired long ago", async () => {
    const { code, stdout } = await reminds();
    expect([code, stdout.split("\n").filter((line) => /Sent|: done/.test(line))]).toEqual([0, []]);
    expect(await told(pulls.ada, "closed")).toHaveLength(1);
    expect(await told(pulls.bob, "closed")).toEqual([]);
    expect(messages()).toHaveLength(4);
  });

  it("gets all messages in one thread, each with a unique id", () => {
    const own = server.received.filter(({ recipients }) => recipients.includes(owner));
    const [approved, ...others] = own.map(({ mail }) => mail);
    expect(others.map(({ inReplyTo }) => inReplyTo)).toEqual(others.map(() => approved?.messageId));
    expect(new Set(own.map(({ mail }) => mail.messageId)).size).toBe(own.length);
  });

  it("is notified only by the bot; somebody who runs the command by hand sees that nothing is left", async () => {
    const token = scene.github.tokenFor("mia");
    expect(await reminds([], token)).toMatchObject({
      ...{ code: 1, stdout: "" },
      stderr: expect.stringContaining("Only the bot does this."),
    });
    expect(await reminds(["--dry-run"], token)).toEqual({
      ...{ code: 0, stderr: "" },
      stdout: `#${pulls.ada}: nothing to send.\n`,
    });
  });
});
