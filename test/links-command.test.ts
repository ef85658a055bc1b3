import { readFile, rm } from "node:fs/promises";
import { join } from "node:path";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { linksTag } from "../src/board/listing/link-report.ts";
import type { Answer } from "../src/board/listing/links.ts";
import { readResults, writeResults } from "../src/board/listing/links.ts";
import type { BoardAtGitHub } from "./board-at-github.ts";
import { startBoardAtGitHub } from "./board-at-github.ts";
import type { Ending } from "./run-script.ts";
import { runScript } from "./run-script.ts";

const bot = "github-actions[bot]";
/** The only live post, whose link has a reserved domain. */
const slug = "2026-11-20-ada";

let board: BoardAtGitHub;

beforeEach(async () => {
  board = await startBoardAtGitHub();
});

afterEach(async () => {
  const { unknownRequests } = board.standIn;
  await board.stop();
  expect(unknownRequests).toEqual([]);
});

type Variables = { as?: string; [variable: string]: string | undefined };

function links(parameters: string[], { as = bot, ...variables }: Variables = {}): Promise<Ending> {
  return runScript("links", parameters, {
    directory: board.clone,
    variables: { ...board.variablesFor(as), ...variables },
  });
}

function resultsOf(...answers: Answer[]): string {
  const found = answers.map((answer) => ({ slug, answer }));
  return writeResults({ asked: 40, found });
}

function report(...answers: Answer[]): Promise<Ending> {
  return links(["--report"], { LINK_RESULTS: resultsOf(...answers) });
}

async function issues() {
  const { rest, at } = board.as("mia");
  return (await rest.issues.listForRepo({ ...at, state: "all", direction: "asc" })).data;
}

describe("the report of links", () => {
  it("opens one issue, and leaves it unchanged while the results are the same", async () => {
    const first = await report({ status: 404 });
    expect(first).toMatchObject({
      code: 0,
      stderr: "",
      stdout: expect.stringMatching(/issues\/\d+\n$/),
    });
    expect(await issues()).toMatchObject([
      {
        state: "open",
        user: { login: bot },
        labels: [{ name: "links" }],
        body: expect.stringMatching(
          /Broken \(1\)[\s\S]*blob\/main\/jobs\/2026-11-20-ada\.md[\s\S]*answers 404/,
        ),
      },
    ]);
    const before = board.standIn.events.length;
    expect(await report({ status: 404 })).toMatchObject({
      code: 0,
      stdout: expect.stringContaining("The issue is up to date"),
    });
    expect(board.standIn.events).toHaveLength(before);
  });

  it("updates it, closes it when all links work, and reopens it", async () => {
    await report({ status: 404 });
    await report({ failure: "no-answer" });
    expect(await issues()).toMatchObject([
      { state: "open", body: expect.stringContaining("## Unreachable (1)") },
    ]);
    await report({ status: 403 });
    expect(await issues()).toMatchObject([
      {
        state: "closed",
        body: expect.stringContaining(
          "No application link of a live post is broken or unreachable",
        ),
      },
    ]);
    await report();
    await report({ status: 410 });
    expect(await issues()).toMatchObject([
      { state: "open", body: expect.stringContaining("answers 410") },
    ]);
  });

  it("opens no issue if all links work", async () => {
    expect(await report()).toMatchObject({ code: 0, stderr: "" });
    expect(await issues()).toEqual([]);
  });

  it("leaves an issue closed that a maintainer has closed", async () => {
    await report({ status: 404 });
    const [issue] = await issues();
    const { rest, at } = board.as("mia");
    await rest.issues.update({ ...at, issue_number: issue?.number ?? 0, state: "closed" });
    await report({ status: 404 });
    expect(await issues()).toMatchObject([{ state: "closed" }]);
    await report({ status: 410 });
    expect(await issues()).toMatchObject([{ state: "open" }]);
  });

  it("ignores issues by others", async () => {
    const { rest, at } = board.as("rita");
    await rest.issues.create({
      ...at,
      title: "Mine",
      body: `Hello\n\n${linksTag}`,
      labels: ["links"],
    });
    await report({ status: 404 });
    expect(await issues()).toMatchObject([
      { title: "Mine", body: `Hello\n\n${linksTag}` },
      { user: { login: bot } },
    ]);
  });

  it("opens one issue even if GitHub's response is lost", async () => {
    const carriedOut = true;
    board.standIn.faults.failNext({ path: /\/issues$/, method: "POST", status: 502, carriedOut });
    expect(await report({ status: 404 })).toMatchObject({ code: 0 });
    expect(await issues()).toHaveLength(1);
  });

  it.each<[string, string[], Variables, RegExp]>([
    ["what are no results", ["--report"], { LINK_RESULTS: "[]" }, /^LINK_RESULTS does not contain/],
    ["nothing", ["--report"], {}, /^LINK_RESULTS does not contain/],
    [
      "a person",
      ["--report"],
      { as: "rita", LINK_RESULTS: writeResults({ asked: 1, found: [] }) },
      /^Only the bot does this\..*actions\/workflows\/links\.yml/,
    ],
  ])("rejects %s", async (_, parameters, variables, message) => {
    expect(await links(parameters, variables)).toMatchObject({
      code: 1,
      stdout: "",
      stderr: expect.stringMatching(message),
    });
    expect(await issues()).toEqual([]);
  });

  it("can be tried by anybody with --dry-run", async () => {
    const LINK_RESULTS = resultsOf({ status: 404 });
    const ending = await links(["--report", "--dry-run"], { as: "ada", LINK_RESULTS });
    expect(ending.stdout).toMatch(
      /^An issue would be opened\. Nothing was changed\.\nBroken application links\n {2}\| /,
    );
    expect(await issues()).toEqual([]);
  });
});

describe("the check of links", () => {
  it("refuses to start with a token", async () => {
    const ending = await links([]);
    expect(ending).toMatchObject({
      code: 1,
      stdout: "",
      stderr: expect.stringMatching(
        /^Links lead to strangers’ servers, so they are only checked without a token/,
      ),
    });
  });

  it("sends no requests if all hosts are reserved, and passes that on", async () => {
    const output = join(board.clone, "output");
    const without = { GITHUB_TOKEN: undefined };
    const dry = await links(["--dry-run", "--output", output], without);
    expect(dry).toMatchObject({
      code: 0,
      stderr: "",
      stdout: expect.stringContaining("No live post has an application link"),
    });
    await expect(readFile(output)).rejects.toThrow("ENOENT");

    expect(await links(["--output", output], without)).toMatchObject({
      code: 0,
      stdout: dry.stdout,
    });
    const [, value = ""] = /^results=(.*)\n$/.exec(await readFile(output, "utf8")) ?? [];
    expect(readResults(value)).toEqual({ asked: 0, found: [] });
    await rm(output);
  });

  it("is not done by the job that reports", async () => {
    expect(await links(["--report", "--output", "x"])).toMatchObject({
      code: 2,
      stderr: expect.stringMatching(/^Use --output or --report, not both/),
    });
  });
});
