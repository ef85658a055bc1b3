/** A hosted board that is set up once per worker and copied for each scene. */
import { mkdir, mkdtemp, readFile, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { git } from "github-emulator/git";
import type { HostedBoard, HostedBoardOptions } from "../sandbox/hosted-board.ts";
import { copyBoard, startHostedBoard } from "../sandbox/hosted-board.ts";
import { NearGit } from "./near-git.ts";
import { commandsInProcess } from "./workflow-commands.ts";

/** People other than the owner. `ravi` and `rosa` are on the board's list of reviewers; `rosa` works for example.net. */
export const people = [
  ...(["ada", "bob", "cleo", "mallory", "ravi", "rosa"] as const).map((login) => ({ login })),
  ...(["rita", "rob"] as const).map((login) => ({ login, role: "write" as const })),
  { login: "mia" as const, role: "admin" as const },
];

const listed = '[{ login: "ravi" }, { login: "rosa", domains: ["example.net"] }]';

/** When the board was set up. */
const start = new Date("2026-11-22T09:00:00Z");

export type CopiedBoardOptions = Pick<
  HostedBoardOptions,
  | "now"
  | "timing"
  | "workflows"
  | "secrets"
  | "variables"
  | "deployTo"
  | "limits"
  | "pages"
  | "persist"
  | "actions"
  | "aroundJob"
  | "onRun"
  | "onRequest"
> & {
  /**
   * Whether the commands of workflows run Git, or what they ask it is answered in this process; tests about Git itself
   * need the former. Default: the latter.
   */
  git?: "real" | "near";
  directory: string;
  posts: Readonly<Record<string, string>>;
  /** Edits the source of src/board.config.ts, which is set to a board with real posts. */
  config?: (source: string) => string;
};

export type CopiedBoard = HostedBoard & {
  /** Answers what is asked of Git. */
  near: NearGit;
};

let original: Promise<string> | undefined;

/** Starts a copy that has the given posts. */
export async function startCopiedBoard({
  directory,
  posts,
  config = (source) => source,
  git: gitUsed = "near",
  ...options
}: CopiedBoardOptions): Promise<CopiedBoard> {
  original ??= setUpBoard();
  await copyBoard(await original, directory);
  const clone = join(directory, "clone");
  const file = "src/board.config.ts";
  const source = await readFile(join(clone, file), "utf8");
  await commit(clone, { ...posts, [file]: config(source) });
  let near: NearGit | undefined;
  const board = await startHostedBoard({
    runScript(clone, settings) {
      const runScript = commandsInProcess(clone, settings);
      return async (script) => {
        const run = () => runScript(script);
        return await (gitUsed === "near" && near ? near.during(run) : run());
      };
    },
    timing: "instant",
    ...options,
    directory,
    // All runs load the same modules, so Node compiles them once.
    env: { NODE_COMPILE_CACHE: join(tmpdir(), "compiled") },
  });
  const { branch } = board.config.repository;
  const update = ["fetch", "-q", clone, `HEAD:refs/heads/${branch}`];
  await git(board.github.folderOf(board.repository), update);
  near = new NearGit(board.github.folderOf(board.repository));
  return Object.assign(board, { near });
}

async function setUpBoard(): Promise<string> {
  const directory = await mkdtemp(join(tmpdir(), "board-"));
  const board = await startHostedBoard({
    directory,
    now: () => start,
    people,
    timing: "instant",
    posts: { "jobs/.gitkeep": "" },
    config: (source) =>
      source.replace("reviewers: [],", `reviewers: ${listed},`).replace(/demo: .*,/, "demo: null,"),
    without: ["bench", "docs", "lint", "packages", "sandbox", "test"],
    workflows: [],
  });
  await board.stop();
  return directory;
}

async function commit(clone: string, files: Readonly<Record<string, string>>): Promise<void> {
  for (const [path, text] of Object.entries(files)) {
    await mkdir(dirname(join(clone, path)), { recursive: true });
    await writeFile(join(clone, path), text);
  }
  await git(clone, ["add", "-A", "."]);
  const author = ["-c", "user.name=The board", "-c", "user.email=board@localhost"];
  const date = start.toISOString();
  const variables = { GIT_AUTHOR_DATE: date, GIT_COMMITTER_DATE: date };
  const message = ["commit", "-q", "--allow-empty", "-m", "Add posts"];
  await git(clone, [...author, ...message], { variables });
}
