/**
 * `npm run soak`: plays a simulated year of the board against the GitHub emulator, and checks every day. Exits with 1 if
 * a check does not hold.
 */
import { mkdtempDisposable } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { parseArgs } from "node:util";
import { table } from "../../bench/figures.ts";
import { startMailServer } from "../mail-server.ts";
import { setup as makeTemporaryFolder } from "../temporary-files.ts";
import { summary } from "./summary.ts";
import { Broken, playYear } from "./year.ts";

const usage = `npm run soak -- [--days 365] [--seed 1]

Plays a year of the board against the GitHub emulator in half an hour: 1,500 posts, six reviewers of
different habits, owners who edit, close, renew and complain, waves of spam, lost and doubled events, two
outages. Checks every day that nothing is forgotten, done twice, or merged without an approval. Where
something is, prints what happened to that submission. The same seed gives the same year.

  --days N     days to play (default: 365)
  --seed N     a whole number (default: 1)
  --help       show this text`;

process.exitCode = await main(process.argv.slice(2));

async function main(args: string[]): Promise<number> {
  const { values } = parseArgs({
    args,
    options: {
      days: { type: "string", default: "365" },
      seed: { type: "string", default: "1" },
      help: { type: "boolean", short: "h" },
    },
  });
  if (values.help) {
    console.log(usage);
    return 0;
  }
  const [days, seed] = [wholeNumber(values.days), wholeNumber(values.seed)];
  if (!days || seed === undefined) {
    const wrong = days ? `--seed ${values.seed}` : `--days ${values.days}`;
    console.error(`${wrong} is not possible: write a whole number, such as 7.\n\n${usage}`);
    return 2;
  }
  console.error(`Plays ${days} days with seed ${seed}.`);
  const removeTemporaryFolder = await makeTemporaryFolder();
  const mailServer = await startMailServer();
  const startedAt = performance.now();
  const seconds = () => Math.round((performance.now() - startedAt) / 1000);
  try {
    await using folder = await mkdtempDisposable(join(tmpdir(), "soak-"));
    const world = await playYear({
      ...{ folder: folder.path, mailServer, seed, days },
      onDay(day, { submissions }) {
        const memory = Math.round(process.memoryUsage().rss / 2 ** 20);
        console.error(`Day ${day}: ${submissions.size} submissions, ${seconds()} s, ${memory} MB`);
      },
    });
    console.log(table(summary(world)));
    return 0;
  } catch (error) {
    if (!(error instanceof Broken)) throw error;
    console.error(error.message);
    return 1;
  } finally {
    await mailServer.stop();
    await removeTemporaryFolder();
    console.error(`Played in ${seconds()} s.`);
  }
}

function wholeNumber(text: string): number | undefined {
  return /^\d{1,6}$/.test(text) ? Number(text) : undefined;
}
