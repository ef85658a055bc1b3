import { afterAll, beforeAll, expect, it } from "vitest";
import { questions, requestTypes } from "../src/board/requests/request-form.ts";
import type { BoardAtGitHub } from "./board-at-github.ts";
import { startBoardAtGitHub } from "./board-at-github.ts";
import { runScript } from "./run-script.ts";

const bot = "github-actions[bot]";

let board: BoardAtGitHub;

beforeAll(async () => {
  board = await startBoardAtGitHub();
});

afterAll(() => board.stop());

it("tells whoever asks that GitHub’s hourly limit is nearly reached, once, and is done later", async () => {
  const { rest, at } = board.as("ada");
  const body = [
    `### ${questions.post}\n\nhttps://jobs.example.org/jobs/2026-11-20-ada/`,
    `### ${questions.wish}\n\n${requestTypes.filled}`,
    `### ${questions.words}\n\n_No response_`,
  ].join("\n\n");
  const { data: issue } = await rest.issues.create({ ...at, title: "My post", body });
  const comments = async () =>
    (await rest.issues.listComments({ ...at, issue_number: issue.number })).data;
  const run = () =>
    runScript("requests", ["--issue", String(issue.number)], {
      directory: board.clone,
      variables: board.variablesFor(bot),
    });

  const { rest: bots } = board.as(bot);
  const { data } = await bots.rateLimit.get();
  for (let left = data.resources.core.remaining; left > 51; left -= 1) await bots.repos.get(at);
  expect(await run()).toMatchObject({ code: 1, stderr: expect.stringContaining("is nearly") });
  await run();
  const told = expect.stringMatching(/^@ada: GitHub limits .* after \d\d:\d\d UTC\./);
  expect(await comments()).toMatchObject([{ body: told, user: { login: bot } }]);

  board.standIn.clock.advance(61 * 60_000);
  expect(await run()).toMatchObject({ code: 0 });
  expect((await comments()).at(-1)?.body).toMatch(/^@ada, the post names you as its owner/);
});
