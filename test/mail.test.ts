import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from "vitest";
import type { BoardConfig } from "../src/board/config.ts";
import { decide } from "../src/board/review/decide.ts";
import { mailedTag, statusTag } from "../src/board/review/tags.ts";
import { boardConfig } from "../src/board.config.ts";
import { readEnvironment } from "../src/services/environment.ts";
import { factsGatherer } from "../src/services/github/gather.ts";
import { reconcile } from "../src/services/github/reconcile.ts";
import { pullsToNotify } from "../src/services/github/sweep.ts";
import { deliver, messageWriter } from "../src/services/mail/deliver.ts";
import { connectMailServer, mailSender } from "../src/services/mail/smtp.ts";
import type { BoardAtGitHub, NewFile } from "./board-at-github.ts";
import { postFile, startBoardAtGitHub } from "./board-at-github.ts";
import type { MailServerForTests } from "./mail-server.ts";
import { startMailServer } from "./mail-server.ts";
import { runScript } from "./run-script.ts";

const bot = "github-actions[bot]";
const team = "team@example.org";
const owner = "hiring@example.com";
const config: BoardConfig = {
  ...boardConfig,
  mail: { list: team, from: { name: "Job board", address: "board@example.org" } },
};

let board: BoardAtGitHub;
let server: MailServerForTests;
/** Each test has a different post. */
let slug: string;
let tests = 0;

beforeAll(async () => {
  board = await startBoardAtGitHub();
});

beforeEach(async () => {
  tests += 1;
  slug = `2026-11-22-bob-${tests}`;
  server = await startMailServer();
  // GitHub limits the bot’s requests per hour.
  board.standIn.clock.advance(3_600_000);
});

afterEach(async () => {
  board.standIn.faults.clear();
  await server.stop();
});

afterAll(async () => {
  const { unknownRequests } = board.standIn;
  await board.stop();
  expect(unknownRequests).toEqual([]);
});

function bobsPost(changes: Parameters<typeof postFile>[1] = {}): NewFile {
  const title = `Developer ${tests}`;
  return postFile(slug, {
    ...{ title, submitted: "2026-11-22", submitted_by: "bob", email: owner },
    ...changes,
  });
}

function sources() {
  const { now } = readEnvironment(board.variablesFor(bot));
  const { objects, posts } = board;
  return { github: board.as(bot), config, objects, posts, now: () => now };
}

async function botLooksAt(number: number): Promise<void> {
  const { github } = sources();
  const gather = factsGatherer(sources());
  for await (const step of reconcile(
    { github, config, objects: board.objects, decide, gather },
    number,
  )) {
    expect(step).not.toHaveProperty("ignored");
  }
}

/** Runs the bot on a new post by bob. Returns its number. */
async function sent(changes?: Parameters<typeof bobsPost>[0]): Promise<number> {
  const number = await board.send("bob", slug, [bobsPost(changes)], "My post");
  await botLooksAt(number);
  return number;
}

function postOffice() {
  return { ...sources(), send: mailSender(connectMailServer(server.url), [0, 0]) };
}

/** Runs the command’s work once. Returns the result for each message. */
async function notify(number: number): Promise<[name: string, result: string][]> {
  const messages = await messageWriter(sources())(number);
  const deliveries = await listOf(deliver(messages, number, postOffice()));
  return deliveries.map(({ message, sending }) => [message.name, sending.result]);
}

async function listOf<Item>(items: AsyncIterable<Item>): Promise<Item[]> {
  const list: Item[] = [];
  for await (const item of items) list.push(item);
  return list;
}

/** The bot’s requests to GitHub so far. */
function usage() {
  return board.standIn.usage(board.repository);
}

/** How often comments on a pull request have been edited. */
function editsOf(number: number): number {
  return board.standIn.events.filter(({ name, action, payload }) => {
    const { issue } = payload as { issue?: { number: number } };
    return name === "issue_comment" && action === "edited" && issue?.number === number;
  }).length;
}

/** The messages received when it runs twice, as `recipient: subject`. */
async function told(number: number): Promise<string[]> {
  const before = server.received.length;
  await notify(number);
  const once = server.received.length;
  await botLooksAt(number);
  expect(await notify(number)).toEqual([]);
  expect(server.received).toHaveLength(once);
  return server.received
    .slice(before)
    .map(({ recipients, mail }) => `${recipients.join()}: ${mail.subject}`);
}

async function say(number: number, login: string, body: string): Promise<number> {
  const { rest, at } = board.as(login);
  board.standIn.clock.advance(60_000);
  const { data } = await rest.issues.createComment({ ...at, issue_number: number, body });
  await botLooksAt(number);
  return data.id;
}

/** The bot’s comments on a pull request. */
async function botsWords(number: number): Promise<string[]> {
  const { rest, at } = board.as("rita");
  const { data } = await rest.issues.listComments({ ...at, issue_number: number });
  return data.flatMap(({ user, body }) => (user?.login === bot ? [body ?? ""] : []));
}

describe("the life of a post", () => {
  it("is mailed in one thread, each event once, and its owner is notified once it is approved", async () => {
    const number = await sent();
    const title = `Developer ${tests} (Example Analytics GmbH)`;
    expect(await told(number)).toEqual([`${team}: New post: ${title}`]);
    await say(number, "ada", "Is it remote?");
    expect(await told(number)).toEqual([`${team}: Comment: ${title}`]);
    await say(number, "rita", "/request-changes formatting Fix the list.");
    expect(await told(number)).toEqual([`${team}: Changes requested: ${title}`]);
    await board.push("bob", slug, [bobsPost({ city: "Hamburg" })]);
    await botLooksAt(number);
    expect(await told(number)).toEqual([]);
    await say(number, "rita", "/approve");
    expect(await told(number)).toEqual([
      `${team}: Approved: ${title}`,
      `${owner}: Your post is approved: ${title}`,
    ]);

    const [first, ...others] = server.received.filter(({ recipients }) => recipients[0] === team);
    expect(others.map(({ mail }) => mail.inReplyTo)).toEqual(
      others.map(() => first?.mail.messageId),
    );
    const known = server.received.at(-1)?.mail.text?.replace(/\s+/g, " ");
    expect(known).toContain("stays listed for 90 days, until the end of 19 February 2027.");
  });

  it("can end with a rejection, which is not mailed to the address in the post", async () => {
    const number = await sent();
    await told(number);
    await say(number, "rita", "/reject off-topic It is about Java.");
    expect(await told(number)).toEqual([expect.stringMatching(`^${team}: Rejected: `)]);
    expect(server.received.at(-1)?.mail.text).toContain("> It is about Java.");
    expect(server.received.flatMap(({ recipients }) => recipients)).not.toContain(owner);
  });

  it("is mailed to nobody while the post cannot be published", async () => {
    expect(await told(await sent({ submitted_by: "ada" }))).toEqual([]);
  });
});

describe("what a stranger writes", () => {
  it("is not taken for the record of sent messages", async () => {
    const number = await sent();
    await say(number, "ada", `${mailedTag(["submitted.team"])}\n\n${statusTag}`);
    expect(await told(number)).toEqual([
      expect.stringContaining("New post"),
      expect.stringContaining("Comment"),
    ]);
  });
});

describe("an interrupted run", () => {
  it("between sending and recording sends the same message twice, and never a third time", async () => {
    const number = await sent();
    board.standIn.faults.failNext({ method: "PATCH", path: /\/issues\/comments\//, status: 403 });
    await expect(notify(number)).rejects.toThrow(/GitHub does not allow/);
    expect(await told(number)).toHaveLength(1);
    const ids = server.received.map(({ mail }) => mail.messageId);
    expect([ids.length, new Set(ids).size]).toEqual([2, 1]);
  });
});

describe("the record of what was sent", () => {
  it("is read once and written once, however many messages there are", async () => {
    const number = await sent();
    await say(number, "ada", "Is it remote?");
    await say(number, "rita", "/approve");
    const messages = await messageWriter(sources())(number);
    const before = usage();
    const edits = editsOf(number);
    const sendings = await listOf(deliver(messages, number, postOffice()));
    expect(sendings.map(({ message }) => message.name)).toEqual([
      "submitted.team",
      expect.stringMatching(/^commented-/),
      "approved.team",
      "approved.owner",
    ]);
    expect(usage().restRequests - before.restRequests).toBe(2);
    expect(editsOf(number) - edits).toBe(1);
  });

  it("keeps a message that two runs have prepared from being sent twice", async () => {
    const number = await sent();
    const messages = await messageWriter(sources())(number);
    expect(await listOf(deliver(messages, number, postOffice()))).toHaveLength(1);
    expect(await listOf(deliver(messages, number, postOffice()))).toEqual([]);
    expect(server.received).toHaveLength(1);
  });

  it("is started again if its comment is deleted while messages are sent", async () => {
    const number = await sent();
    const messages = await messageWriter(sources())(number);
    const { github, send } = postOffice();
    const deliveries = deliver(messages, number, {
      github,
      async send(message) {
        const { rest, at } = board.as("rita");
        const { data } = await rest.issues.listComments({ ...at, issue_number: number });
        for (const { id } of data) await rest.issues.deleteComment({ ...at, comment_id: id });
        return await send(message);
      },
    });
    expect(await listOf(deliveries)).toHaveLength(1);
    expect(await botsWords(number)).toEqual([
      expect.stringContaining(mailedTag(["submitted.team"])),
    ]);
    expect(await told(number)).toEqual([]);
  });
});

describe("a message that cannot be sent", () => {
  it("because its address is rejected is reported on the pull request, and blocks no others", async () => {
    server.refused.set(owner, `550 5.1.1 <${owner}> is unknown`);
    const number = await sent();
    await say(number, "rita", "/approve");
    expect(await notify(number)).toEqual([
      ["submitted.team", "sent"],
      ["approved.team", "sent"],
      ["approved.owner", "refused"],
    ]);
    expect(await notify(number)).toEqual([]);
    const notices = (await botsWords(number)).filter((body) => /was refused/.test(body));
    expect(notices).toEqual([expect.stringContaining("`550 5.1.1 <(address)> is unknown`")]);
    expect(notices.join()).not.toContain(owner);
    expect((await board.posts()).sources.map(({ file }) => file)).toContain(`jobs/${slug}.md`);
  });

  it("because the server is unreachable is reported there once, and sent later", async () => {
    const number = await sent();
    await say(number, "ada", "Is it remote?");
    await server.stop();
    for (let run = 0; run < 2; run += 1) {
      expect((await notify(number)).map(([, result]) => result)).toEqual([
        ...["unreachable", "unreachable"],
      ]);
    }
    const notices = (await botsWords(number)).filter((body) => /could not be sent yet/.test(body));
    expect(notices).toHaveLength(1);
    server = await startMailServer();
    expect(await told(number)).toHaveLength(2);
  });
});

describe("messages that a server defers", () => {
  it("are reported in one notice, because GitHub emails it to all participants", async () => {
    const number = await sent();
    await say(number, "ada", "Is it remote?");
    await say(number, "ada", "And from where?");
    server.refused.set(team, "450 4.7.0 Slow down");
    expect((await notify(number)).map(([, result]) => result)).toEqual([
      ...["failed", "failed", "failed"],
    ]);
    const notices = (await botsWords(number)).filter((body) => /could not be sent yet/.test(body));
    expect(notices).toHaveLength(1);
    server.refused.clear();
    expect(await told(number)).toHaveLength(3);
  });
});

describe("a pull request without a status comment", () => {
  it("has sent messages recorded in a separate comment", async () => {
    const number = await board.send("bob", slug, [bobsPost()], "My post");
    const { rest, at } = board.as("rita");
    await rest.pulls.merge({ ...at, pull_number: number });
    expect((await told(number)).map((line) => line.replace(/:.*/, ""))).toEqual([team, owner]);
    expect(await botsWords(number)).toContainEqual(
      expect.stringContaining(mailedTag(["approved.team", "approved.owner"])),
    );
  });
});

describe("the command", () => {
  it("shows the messages if mail is not set up, and changes nothing", async () => {
    const number = await sent({ title: "Dev ##[error] ::warning::" });
    const events = board.standIn.events.length;
    const { code, stdout, stderr } = await runScript("notify", ["--pr", String(number)], {
      directory: board.clone,
      variables: board.variablesFor("ada"),
    });
    expect([code, stderr]).toEqual([0, ""]);
    expect(stdout).toContain("No mail is sent because “mail” in src/board.config.ts is not set.");
    expect(stdout).toContain(
      `    | To: ${config.contact}\n    | Subject: New post: Dev ## [error]`,
    );
    expect(stdout.split("\n").filter((line) => line.trim().startsWith("::"))).toEqual([]);
    expect(board.standIn.events).toHaveLength(events);
  });

  it("handles all pull requests with recent events on request", async () => {
    const number = await sent();
    const { stdout } = await runScript("notify", ["--all", "--dry-run"], {
      directory: board.clone,
      variables: board.variablesFor("ada"),
    });
    expect(stdout).toContain(`#${number}:\n  To send: submitted.team\n`);
  });
});

describe("the run of a review", () => {
  it("handles its pull request even if that was merged in the meantime", async () => {
    const number = await sent();
    const { rest, at } = board.as("rita");
    const { data } = await rest.pulls.get({ ...at, pull_number: number });
    await say(number, "rita", "/approve");
    const { github } = sources();
    const since = readEnvironment(board.variablesFor(bot)).now.minus({ days: 1 });
    expect(await pullsToNotify(github, { head: data.head.sha }, since)).toEqual([number]);
    expect(await pullsToNotify(github, { head: "0".repeat(40) }, since)).toEqual([]);
    expect(await pullsToNotify(github, "all", since)).toContain(number);
  });
});

describe("the report", () => {
  it("covers the queue and the months, from GitHub’s lists, and changes nothing", async () => {
    const number = await sent({ title: "Slow Developer" });
    board.standIn.clock.advance(4 * 24 * 3_600_000);
    await botLooksAt(number);
    const events = board.standIn.events.length;
    const { code, stdout, stderr } = await runScript("report", [], {
      directory: board.clone,
      variables: board.variablesFor("ada"),
    });
    expect([code, stderr]).toEqual([0, ""]);
    expect(stdout).toMatch(/Subject: \d+ posts? (?:is|are) waiting for review\n/);
    expect(stdout).toContain(`#${number}, 3 days or more:`);
    expect(stdout).toContain("Subject: Report for November 2026\n");
    expect(stdout).toMatch(/November 2026 so far: \d+ new posts?, by their status today:/);
    expect(stdout).toContain("October 2026: 0 new posts.");
    expect(board.standIn.events).toHaveLength(events);
  });
});
