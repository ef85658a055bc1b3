/** Simulates a year, or a part of it, and checks every day. */
import { git } from "github-emulator/git";
import type { MailServerForTests } from "../mail-server.ts";
import { BoardHistory } from "./board-history.ts";
import { planDays } from "./calendar.ts";
import { reviewers } from "./cast.ts";
import { checks } from "./checks.ts";
import { historyOf } from "./ledger.ts";
import { Owners } from "./owners.ts";
import { Sittings } from "./sittings.ts";
import { Observer } from "./situation.ts";
import { openSoakBoard } from "./soak-board.ts";
import { dayLength, minute, World } from "./world.ts";

export type YearOptions = {
  /** A new folder. */
  folder: string;
  seed: number;
  days: number;
  mailServer: MailServerForTests;
  /** Called after each day. */
  onDay?(day: number, world: World): void;
};

/** A Monday. */
const from = new Date("2026-11-23T00:00:00Z");

/** The hour of the daily check: the daily run is finished, and few people are active. */
const hourOfCheck = 5;

/** Days between checks of everything that is open. */
const thoroughEvery = 7;

/** A failed check, with its day and history. */
export class Broken extends Error {
  override name = "Broken";
}

/** Throws a Broken if a check fails, or if the emulator received an unsupported request. */
export async function playYear({
  folder,
  seed,
  days,
  mailServer,
  onDay,
}: YearOptions): Promise<World> {
  const world = new World(seed, await openSoakBoard({ folder, seed, from, mailServer }));
  const { board } = world.played;
  try {
    const hosted = board.github.folderOf(board.repository);
    const history = new BoardHistory(hosted, board.config.repository.branch);
    const observer = new Observer(world, history, mailServer);
    await observer.look(false);
    const end = from.getTime() + days * dayLength;
    const owners = new Owners(world, { seed, end });
    const sittings = new Sittings(world, owners, seed);
    const plan = planDays(seed, days, (day) =>
      new Date(from.getTime() + day * dayLength).getUTCDay(),
    );
    for (const [day, { sendings, spam, outage }] of plan.entries()) {
      const midnight = from.getTime() + day * dayLength;
      world.beginDay(midnight, outage);
      sittings.beginDay(midnight, reviewers);
      for (const at of sendings) owners.send(midnight + at * minute);
      for (const at of spam) owners.sendSpam(midnight + at * minute);
      await world.played.play(midnight + hourOfCheck * 60 * minute);
      await check(observer, world, { seed, day, isThorough: day % thoroughEvery === 0 });
      onDay?.(day, world);
      // As servers do: without it, reading the history of one file takes longer with each day.
      await git(hosted, ["commit-graph", "write", "--reachable", "--changed-paths"]);
      // The next day's events are scheduled at midnight.
      await world.played.play(midnight + dayLength);
    }
    return world;
  } finally {
    world.played.end();
    await board.stop();
  }
}

async function check(
  observer: Observer,
  world: World,
  { seed, day, isThorough }: { seed: number; day: number; isThorough: boolean },
): Promise<void> {
  const situation = await observer.look(isThorough);
  const { unknownRequests, schemaViolations } = world.played.board.github;
  const broken = Object.entries(checks).flatMap(([name, holds]) =>
    holds(situation).map(({ number, what }) => {
      const found = number === undefined ? undefined : world.ledger.cases.get(number);
      const sentence = `${name}: ${number === undefined ? "" : `#${number} `}${what}`;
      return found ? `${sentence}\n${historyOf(found)}` : sentence;
    }),
  );
  const all = [...broken, ...unknownRequests, ...schemaViolations];
  if (all.length === 0) return;
  const shown = all.slice(0, 5).join("\n\n");
  throw new Broken(`Seed ${seed}, day ${day}: ${all.length} checks do not hold.\n\n${shown}`);
}
