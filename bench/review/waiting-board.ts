/** A board at rest on which a number of posts are waiting for review; set up once for the same code. */
import { createHash } from "node:crypto";
import { access, mkdtempDisposable, readdir, readFile, rename, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { git } from "github-emulator/git";
import type { HostedBoard } from "../../sandbox/hosted-board.ts";
import { copyBoard, startHostedBoard } from "../../sandbox/hosted-board.ts";
import { dailyWorkflow, sweepWorkflow } from "../../src/board/maintenance/heartbeat.ts";
import { boardConfig } from "../../src/board.config.ts";
import { startCopiedBoard } from "../../test/copied-board.ts";
import type { MailServerForTests } from "../../test/mail-server.ts";
import { commandsInProcess } from "../../test/workflow-commands.ts";
import { People } from "./people.ts";
import { PlayedBoard, playedWorkflows, workflowFolder } from "./played-board.ts";
import type { SentPost } from "./posts.ts";
import { inventPost } from "./posts.ts";

const root = join(import.meta.dirname, "../..");
const cache = join(root, "node_modules/.cache/bench-review");

/** All that a board at rest is made from. */
const sources = [
  ...["bench/review/people.ts", "bench/review/posts.ts", "bench/review/waiting-board.ts"],
  ...[".github", "jobs", "package-lock.json", "packages/github-emulator/src"],
  ...["sandbox", "scripts", "src", "test/copied-board.ts", "test/workflow-commands.ts"],
];

export const today = "2026-11-22";
/** When the posts are sent that wait, and when those that are measured begin. */
const seeded = new Date(`${today}T06:00:00Z`);
const start = new Date(`${today}T18:00:00Z`);

/** Posts that are listed from the beginning. */
const listed = 20;
/** Each sender of a waiting post has sent so many. */
const postsOfSender = 5;

const mail = `mail: {
  list: "team@example.org",
  announce: "new-jobs@example.org",
  from: { name: "Jobs", address: "board@example.org" },
},`;

/** No limits: what would be refused is to be seen. */
const unlimited = 1e9;
const perHour = {
  anonymousPerHour: unlimited,
  userPerHour: unlimited,
  installationPerHour: unlimited,
};
const limits = { ...perHour, graphql: perHour };

export type Play = {
  played: PlayedBoard;
  people: People;
  /** The posts that wait, with the pull requests' numbers, the oldest first. */
  waiting: readonly WaitingPost[];
  /** A post that nobody has sent yet. */
  newPost(login: string): SentPost;
  stop(): Promise<void>;
};

export type WaitingPost = { login: string; post: SentPost; pull: number };

/**
 * Starts a copy of the board at rest.
 *
 * @param folder a new one
 */
export async function openPlay(
  folder: string,
  waiting: number,
  mailServer: MailServerForTests,
): Promise<Play> {
  await copyBoard(await boardAtRest(waiting, mailServer), folder);
  const mailed = () => mailServer.received.length;
  const played = new PlayedBoard(start.getTime(), { mailed });
  const board = await startHostedBoard({
    ...(await commonOptions(mailServer)),
    ...played.hooks,
    directory: folder,
    now: () => start,
    runScript: commandsInProcess,
  });
  played.board = board;
  let seed = 1_000_000;
  return {
    played,
    people: new People(board),
    waiting: postsThatWait(board, waiting),
    newPost(login) {
      seed += 1;
      return inventPost(seed, login, today, board.config);
    },
    async stop() {
      await board.stop();
      requireSound(board);
    },
  };
}

/** The folder of a board at rest: made now, or by an earlier run with the same code. */
async function boardAtRest(waiting: number, mailServer: MailServerForTests): Promise<string> {
  const key = await hashOfSources();
  const folder = join(cache, key, String(waiting));
  if (await exists(folder)) return folder;
  for (const other of await readdir(cache).catch(() => [])) {
    if (other !== key) await rm(join(cache, other), { recursive: true });
  }
  // Node does not run sources below node_modules.
  await using temporary = await mkdtempDisposable(join(tmpdir(), "board-at-rest-"));
  const mailed = () => mailServer.received.length;
  const played = new PlayedBoard(seeded.getTime(), { mailed });
  const board = await startCopiedBoard({
    ...(await commonOptions(mailServer)),
    ...played.hooks,
    directory: temporary.path,
    now: () => seeded,
    posts: listedPosts(),
    config: (source) => source.replace("demo: null,", `demo: null,\n${mail}`),
  });
  try {
    played.board = board;
    const people = new People(board);
    for (const { login, post, pull } of postsThatWait(board, waiting)) {
      // The daily run below answers all of them.
      board.github.faults.loseEvent(({ name }) => name === "pull_request");
      const sent = await people.send(login, post);
      if (sent !== pull) throw new Error(`Pull request #${sent} should be #${pull}.`);
    }
    // The daily run looks at everything, and the next sweep only at what has changed since the first.
    for (const workflow of [dailyWorkflow, sweepWorkflow]) {
      board.runner.schedule(workflow);
      await played.play();
    }
    const atRest = await people.waiting("rita");
    const others = atRest.filter(({ labels }) => !labels.includes("waiting"));
    if (atRest.length !== waiting || others.length > 0) {
      throw new Error(`Not all posts wait for review: ${JSON.stringify(others)}`);
    }
  } finally {
    await board.stop();
  }
  requireSound(board);
  // Only a whole one gets its name.
  const copy = `${folder}-unfinished`;
  await rm(copy, { recursive: true, force: true });
  await copyBoard(temporary.path, copy);
  await rename(copy, folder);
  return folder;
}

async function commonOptions(mailServer: MailServerForTests) {
  return {
    limits,
    workflows: playedWorkflows(await readdir(workflowFolder)),
    secrets: { SMTP_URL: mailServer.url },
    variables: { MAIL: "on" },
  };
}

function listedPosts(): Record<string, string> {
  const posts = Array.from({ length: listed }, (_, index) =>
    inventPost(2_000_000 + index, "owner", today, boardConfig),
  );
  return Object.fromEntries(posts.map(({ path, text }) => [path, text]));
}

/** Nothing else has been opened before them. */
function postsThatWait({ config }: HostedBoard, count: number): WaitingPost[] {
  return Array.from({ length: count }, (_, index) => {
    const login = `sender-${Math.floor(index / postsOfSender) + 1}`;
    return { login, post: inventPost(index, login, today, config), pull: index + 1 };
  });
}

/** Throws an Error if the emulator was asked for what it does not know. */
function requireSound({ github }: HostedBoard): void {
  const faults = [...github.unknownRequests, ...github.schemaViolations];
  if (faults.length > 0) throw new Error(faults.join("\n"));
}

/** Identifies the code, committed or not. */
async function hashOfSources(): Promise<string> {
  const options = ["--cached", "--others", "--exclude-standard", "-z"];
  const list = await git(root, ["ls-files", ...options, "--", ...sources]);
  const hash = createHash("sha256");
  for (const path of list.split("\0").filter(Boolean).sort()) {
    const text = await readFile(join(root, path)).catch(() => "");
    hash.update(`${path}\0`).update(text).update("\0");
  }
  return hash.digest("hex").slice(0, 16);
}

async function exists(path: string): Promise<boolean> {
  return await access(path).then(
    () => true,
    () => false,
  );
}
