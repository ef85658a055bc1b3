/**
 * `npm run soak`: plays a simulated year of the board against the GitHub emulator, and checks every day. Exits with 1 if
 * a check does not hold.
 */
import { mkdtempDisposable } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { table } from "../../bench/figures.ts";
import { defineCommand, readNumber, startCommand } from "../../scripts/command.ts";
import { startMailServer } from "../mail-server.ts";
import { setup as makeTemporaryFolder } from "../temporary-files.ts";
import { summary } from "./summary.ts";
import { Broken, playYear } from "./year.ts";

const definition = {
  usage: "npm run soak -- [--days 365] [--seed 1]",
  about:
    "Plays a year of the board against the GitHub emulator in about half an hour: 1,500 posts, six reviewers of different habits, owners who edit, close, renew and complain, waves of spam, lost and doubled events, two outages. Checks every day that nothing is forgotten, done twice, or merged without an approval. Where something is, prints what happened to that submission. The same seed gives the same year.",
  options: {
    days: { type: "string", value: "N", help: "days to play (default: 365)" },
    seed: { type: "string", value: "N", help: "a whole number (default: 1)" },
  },
} as const;

const command = defineCommand(definition, async ({ print, printError }, { flags }) => {
  const days = readNumber({ days: "365", ...flags }, "days", { most: 10_000 });
  const seed = readNumber({ seed: "1", ...flags }, "seed", { least: 0, most: 999_999 });
  printError(`Plays ${days} days with seed ${seed}.`);
  const removeTemporaryFolder = await makeTemporaryFolder();
  const mailServer = await startMailServer();
  const startedAt = performance.now();
  const seconds = () => Math.round((performance.now() - startedAt) / 1000);
  try {
    await using folder = await mkdtempDisposable(join(tmpdir(), "soak-"));
    const world = await playYear({
      ...{ folder: folder.path, mailServer, seed, days },
      onDay(day, { submissions, ledger }) {
        const open = [...ledger.cases.values()].filter(({ state }) => state === "open").length;
        const memory = Math.round(process.memoryUsage().rss / 2 ** 20);
        const board = `${submissions.size} submissions, ${open} cases open`;
        printError(`Day ${day}: ${board}, ${seconds()} s, ${memory} MB`);
      },
    });
    print(table(summary(world)));
    return 0;
  } catch (error) {
    if (!(error instanceof Broken)) throw error;
    printError(error.message);
    return 1;
  } finally {
    await mailServer.stop();
    await removeTemporaryFolder();
    printError(`Played in ${seconds()} s.`);
  }
});

await startCommand(command);
