/** Starts the board for a simulation: the emulator with the real workflows, whose commands run in this process. */
import { readdir, readFile } from "node:fs/promises";
import { join } from "node:path";
import type { Run } from "github-emulator/actions";
import { readWorkflow } from "github-emulator/workflow-files";
import { PlayedBoard, playedWorkflows, workflowFolder } from "../../bench/review/played-board.ts";
import { inventPost } from "../../bench/review/posts.ts";
import type { Wait } from "../../bench/review/timing.ts";
import { assumptions } from "../../bench/review/timing.ts";
import type { Day } from "../../src/board/days.ts";
import { boardConfig } from "../../src/board.config.ts";
import { startCopiedBoard } from "../copied-board.ts";
import type { MailServerForTests } from "../mail-server.ts";
import type { NearGit } from "../near-git.ts";
import { reviewers } from "./cast.ts";
import { HourlyUse } from "./hourly-use.ts";
import { lightActions } from "./light-checkout.ts";

export type SoakOptions = {
  /** A new folder. */
  folder: string;
  seed: number;
  /** Midnight of the first day, UTC. */
  from: Date;
  mailServer: MailServerForTests;
};

export type Schedule = { file: string; cron: string };

export type SoakBoard = {
  played: PlayedBoard;
  near: NearGit;
  use: HourlyUse;
  heard: { onFailure(run: Run): void };
  schedules: readonly Schedule[];
};

const mail = `mail: {
  list: "team@example.org",
  announce: "new-jobs@example.org",
  from: { name: "Jobs", address: "board@example.org" },
},`;

/** Posts that are listed from the beginning. */
export const listed = 12;

/** People's requests are not limited: only the workflows are measured. */
const unlimited = 1e9;
const limits = {
  ...{ anonymousPerHour: unlimited, userPerHour: unlimited },
  graphql: { anonymousPerHour: unlimited, userPerHour: unlimited },
};

export async function openSoakBoard({
  folder,
  from,
  mailServer,
  seed,
}: SoakOptions): Promise<SoakBoard> {
  const use = new HourlyUse();
  const heard: SoakBoard["heard"] = { onFailure: () => undefined };
  const played = new PlayedBoard(from.getTime(), {
    mailed: () => mailServer.received.length,
    secondsOf: inTurn,
    onFailure: (run) => heard.onFailure(run),
    onJobRequest: (request, at) => use.add(request, at),
  });
  const day = dayAt(from.getTime());
  const posts = Array.from({ length: listed }, (_, index) =>
    inventPost(postSeed(seed, index), `owner-${index + 1}`, day, boardConfig),
  );
  const files = await readdir(workflowFolder);
  const workflows = playedWorkflows(files);
  const board = await startCopiedBoard({
    ...played.hooks,
    ...{ directory: join(folder, "board"), now: () => from, limits, workflows },
    ...{ timing: "realistic", persist: false, actions: lightActions },
    secrets: { SMTP_URL: mailServer.url },
    variables: { MAIL: "on" },
    posts: Object.fromEntries(posts.map(({ path, text }) => [path, text])),
    config: (source) => source.replace("demo: null,", `demo: null,\n${mail}`),
  });
  played.board = board;
  for (const { login, isMember } of reviewers) {
    board.github.addUser({ login });
    if (isMember) board.github.setRole(board.repository, login, "write");
  }
  const schedules = await readSchedules(workflows);
  return { played, near: board.near, use, heard, schedules };
}

async function readSchedules(files: readonly string[]): Promise<Schedule[]> {
  const schedules = await Promise.all(
    files.map(async (file) => {
      const text = await readFile(join(workflowFolder, file), "utf8");
      const { events } = await readWorkflow(file, text);
      return (events.schedule ?? []).map(({ cron }) => ({ file, cron }));
    }),
  );
  return schedules.flat();
}

/** Without overlaps, which depend on the machine: the same seed must give the same year. */
function inTurn(waits: readonly Wait[]): number {
  const seconds = waits.map(({ cost }) => {
    if (typeof cost === "number") return cost;
    return cost === "notification" ? assumptions.write : assumptions[cost];
  });
  return seconds.reduce((sum, each) => sum + each, 0);
}

/** The seed of a post by its number in a simulation. */
export function postSeed(seed: number, index: number): number {
  return seed * 100_000 + index;
}

export function dayAt(moment: number): Day {
  return new Date(moment).toISOString().slice(0, 10);
}
