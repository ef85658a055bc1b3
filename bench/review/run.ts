/**
 * `npm run bench:review`: plays a reviewer's hour against the GitHub emulator, and each kind of event alone,
 * with mail on. Prints what they take of GitHub's limits and how soon they are answered. Exits with 1 if a
 * budget is missed.
 */

import { mkdtempDisposable } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { defineCommand, readNumber, startCommand } from "../../scripts/command.ts";
import { startMailServer } from "../../test/mail-server.ts";
import { setup as makeTemporaryFolder } from "../../test/temporary-files.ts";
import { eventTable, hourTable, missedByEvents, missedByHour } from "./budgets.ts";
import { measureHour, usualHour } from "./hour.ts";
import { measureSingleEvents } from "./single-events.ts";
import type { Play } from "./waiting-board.ts";
import { openPlay } from "./waiting-board.ts";

const definition = {
  usage: "npm run bench:review -- [--waiting 200] [--quick] [--only events,hour]",
  about:
    "Plays a reviewer’s hour against the GitHub emulator, and each kind of event alone on a board with no other posts and on one with many. Prints requests, GraphQL points, Git fetches, and seconds from event to answer. Exits with 1 if a budget is missed.",
  options: {
    waiting: { type: "string", value: "N", help: "posts that wait for review (default: 200)" },
    quick: { type: "boolean", help: "20 posts that wait, and a third of the hour’s events" },
    only: {
      type: "string",
      value: "A,B",
      help: "some of the parts: empty (events with no other posts), events (with posts), hour",
    },
  },
} as const;

const command = defineCommand(definition, async ({ print }, { flags }) => {
  const { quick = false, only = "empty,events,hour" } = flags;
  const waiting = readNumber({ waiting: quick ? "20" : "200", ...flags }, "waiting", {
    most: 1000,
  });
  const parts = new Set(only.split(","));
  const startedAt = performance.now();
  // For the whole run: the first board of a process is copied for the others.
  const removeTemporaryFolder = await makeTemporaryFolder();
  const missed: string[] = [];
  try {
    if (parts.has("empty")) missed.push(...(await playEvents(0)));
    if (parts.has("events")) missed.push(...(await playEvents(waiting)));
    if (parts.has("hour")) missed.push(...(await playHour(waiting, quick)));
  } finally {
    await removeTemporaryFolder();
  }
  const seconds = ((performance.now() - startedAt) / 1000).toFixed(0);
  const sentences = missed.map((sentence) => `Missed: ${sentence}`);
  print([...sentences, `Played in ${seconds} s.`].join("\n"));
  return missed.length > 0 ? 1 : 0;
});

await startCommand(command);

async function playEvents(waiting: number): Promise<string[]> {
  return await withPlay(waiting, async (play) => {
    const measured = await measureSingleEvents(play);
    console.log(`${waiting} others waiting\n\n${eventTable(measured)}\n`);
    return missedByEvents(waiting, measured);
  });
}

async function playHour(waiting: number, isQuick: boolean): Promise<string[]> {
  const third = (count: number) => Math.floor(count / 3);
  const { submissions, decisions, pushes } = usualHour;
  const script = isQuick
    ? {
        submissions: third(submissions),
        decisions: decisions.map(([command, times]) => [command, third(times)] as const),
        pushes: third(pushes),
      }
    : usualHour;
  return await withPlay(waiting, async (play) => {
    const hour = await measureHour(play, script);
    console.log(`${waiting} waiting\n\n${hourTable(hour)}\n`);
    return missedByHour(hour);
  });
}

/** Uses a board at rest. */
async function withPlay(
  waiting: number,
  use: (play: Play) => Promise<string[]>,
): Promise<string[]> {
  const mailServer = await startMailServer();
  try {
    await using folder = await mkdtempDisposable(join(tmpdir(), "bench-review-"));
    console.error(`Bringing a board with ${waiting} posts that wait to rest…`);
    const play = await openPlay(join(folder.path, "board"), waiting, mailServer);
    try {
      console.error("Playing…");
      return await use(play);
    } finally {
      await play.stop();
    }
  } finally {
    await mailServer.stop();
  }
}
