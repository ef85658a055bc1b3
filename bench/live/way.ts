/** The way from an approval to the page, played with the real workflows at the GitHub emulator. */
import { access } from "node:fs/promises";
import { join } from "node:path";
import type { AroundJob, Run, StepRun } from "github-emulator/actions";
import { logOf } from "github-emulator/actions";
import { startHostedBoard } from "../../sandbox/hosted-board.ts";
import { generatePosts } from "../../scripts/demo-posts/generate.ts";
import { People } from "../review/people.ts";
import { inventPost } from "../review/posts.ts";
import { benchConfig, benchDay, signInUrl } from "../settings.ts";
import { runnerActions } from "./runner-actions.ts";

/** A part of the way. */
export type Part = { name: string; seconds: number };

export type Way = {
  parts: Part[];
  /** The size of what is uploaded, in bytes. */
  artifact: number;
};

type WayOptions = {
  /** A new folder. */
  directory: string;
  /** The number of posts that are listed before. */
  posts: number;
  npmCache: string;
};

/** Sends and approves a post, and waits until its page is published. */
export async function measureWay({ directory, posts, npmCache }: WayOptions): Promise<Way> {
  const published = join(directory, "published");
  let artifact = 0;
  const onArtifact = (bytes: number) => {
    artifact = bytes;
  };
  const runs: Run[] = [];
  const board = await startHostedBoard({
    directory: join(directory, "board"),
    now: () => new Date(`${benchDay}T12:00:00Z`),
    timing: "instant",
    posts: Object.fromEntries(listedPosts(posts)),
    config: (source) => source.replace(/demo: .*,/, "demo: null,"),
    env: { SIGN_IN_URL: signInUrl },
    workflows: ["triage.yml", "publish.yml"],
    checkoutFrom: "http",
    actions: runnerActions({ npmCache, published, onArtifact }),
    aroundJob: oneAtATime(),
    onRun(run) {
      if (!runs.includes(run)) runs.push(run);
    },
  });
  try {
    const people = new People(board);
    const post = inventPost(posts, "ada", benchDay, board.config);
    const pull = await people.send("ada", post);
    await board.runner.idle();
    runs.length = 0;
    // An approval counts if it is later than what the bot has written.
    board.github.clock.advance(60_000);
    await people.comment("rita", pull, "/approve");
    await board.runner.idle();
    const failed = runs.find(({ conclusion }) => conclusion !== "success");
    if (failed) throw new Error(`${failed.name} has failed:\n${logOf(failed)}`);
    await access(join(published, "jobs", post.slug, "index.html"));
    return { parts: partsOf(runs), artifact };
  } finally {
    await board.stop();
  }
}

function* listedPosts(count: number): Generator<[path: string, text: string]> {
  for (const { file, text } of generatePosts({ count, seed: 1, today: benchDay }, benchConfig)) {
    yield [file, text];
  }
}

/** At GitHub each job has a machine of its own. */
function oneAtATime(): AroundJob {
  let last: Promise<unknown> = Promise.resolve();
  return (_, perform) => {
    const mine = last.then(perform);
    last = mine.catch(() => undefined);
    return mine;
  };
}

/** The steps of the jobs that the page has to wait for. */
const way: readonly { workflow: string; job: string; named: string }[] = [
  { workflow: "triage", job: "decide", named: "approval" },
  { workflow: "publish", job: "build", named: "build" },
  { workflow: "publish", job: "deploy", named: "deployment" },
];

function partsOf(runs: readonly Run[]): Part[] {
  return way.flatMap(({ workflow, job, named }) => {
    const steps = runs.find(({ name }) => name === workflow)?.jobs[job]?.steps;
    if (!steps) throw new Error(`${workflow} did not run ${job}.`);
    return steps.map((step) => ({ name: `${named}: ${partName(step)}`, seconds: secondsOf(step) }));
  });
}

function partName({ name }: StepRun): string {
  const [action = ""] = name.split("@");
  return stepNames[action] ?? name.replace(/ --event .*/, "");
}

const stepNames: Readonly<Record<string, string>> = {
  "actions/checkout": "check-out",
  "./.github/actions/setup": "packages",
  "actions/upload-pages-artifact": "artifact",
  "actions/deploy-pages": "unpacking",
};

function secondsOf({ startedAt, completedAt }: StepRun): number {
  return (completedAt - startedAt) / 1000;
}
