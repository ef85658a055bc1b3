/** A board in a repository of its own whose site is built again and again, by one process as in `npm run dev`. */
import type { ChildProcess } from "node:child_process";
import { execFile, fork } from "node:child_process";
import { access, cp, mkdir, readFile, rename, rm, writeFile } from "node:fs/promises";
import { dirname, join } from "node:path";
import { promisify } from "node:util";
import { generatePosts } from "../../scripts/demo-posts/generate.ts";
import type { Day } from "../../src/board/days.ts";
import { dayOf, startOf } from "../../src/board/days.ts";
import { boardConfig } from "../../src/board.config.ts";
import { filesIn } from "../../src/services/files-in.ts";
import { end, requestBuild } from "../../src/services/rebuild.ts";
import type { ProjectCopy } from "../project-copy.ts";
import { copyProject } from "../project-copy.ts";

const run = promisify(execFile);

const firstDay = "2027-01-31";

/** The number of posts at the beginning, and with those that can be added. */
const [firstPosts, allPosts] = [10, 60];

const posts = [
  ...generatePosts({ count: allPosts, seed: 1, today: firstDay }, { ...boardConfig, demo: null }),
];

/** The paths of sources that change. */
export const settings = "src/board.config.ts";
export const template = "src/site/_includes/footer.njk";
export const style = "src/site/styles/base.css";

export class PlayedBoard {
  readonly #copy: ProjectCopy;
  readonly #sources = new Map<string, string>();
  #builder: ChildProcess | undefined;
  #now = startOf(firstDay);
  #added = firstPosts;

  private constructor(copy: ProjectCopy) {
    this.#copy = copy;
  }

  static async create(): Promise<PlayedBoard> {
    const board = new PlayedBoard(await copyProject());
    // So that lists of few posts have several pages, old posts have none, and posts are no samples.
    await board.change(settings, (text) =>
      text
        .replace(/pageSize: \d+/, "pageSize: 3")
        .replace(/recentPosts: \d+/, "recentPosts: 6")
        .replace(/closedPageYears: \w+/, "closedPageYears: 1")
        .replace(/demo: "[^"]*"/, "demo: null"),
    );
    for (const path of [settings, template, style]) {
      board.#sources.set(path, await board.read(path));
    }
    await rm(board.path("jobs"), { recursive: true });
    for (const { file, text } of posts.slice(0, firstPosts)) await board.#write(file, text);
    await board.#git("init", "--quiet");
    await board.commit();
    await board.#git("tag", "start");
    await board.#build("foreign-site", "foreign");
    return board;
  }

  async remove(): Promise<void> {
    await this.#endBuilder();
    await this.#copy.remove();
  }

  get today(): Day {
    return dayOf(this.#now);
  }

  /** Goes back to the board as it was created, without a site; of the cache only bundles are left. */
  async startOver(): Promise<void> {
    await this.#git("reset", "--quiet", "--hard", "start");
    await this.#git("clean", "-dfqx", "jobs");
    for (const [path, text] of this.#sources) {
      if ((await this.read(path)) !== text) await this.change(path, () => text);
    }
    for (const folder of ["site", "cache"]) {
      await rm(this.path(folder), { recursive: true, force: true });
    }
    // Made by the same sources, these take longer than the rest of the build.
    if (await this.#exists("clean-cache/assets")) {
      await cp(this.path("clean-cache/assets"), this.path("cache/assets"));
    }
    this.#now = startOf(firstDay);
    this.#added = firstPosts;
  }

  /** The place of a path from the root of the project. */
  path(path: string): string {
    return join(this.#copy.root, path);
  }

  read(path: string): Promise<string> {
    return readFile(this.path(path), "utf8");
  }

  /** Changes a file. The next build is by a new process if it is a source. */
  async change(path: string, change: (text: string) => string): Promise<void> {
    await this.changeUnnoticed(path, change);
    if (path.startsWith("src/")) await this.startAnew();
  }

  /** Changes a file. The next build is by a process that may have loaded what it was before. */
  async changeUnnoticed(path: string, change: (text: string) => string): Promise<void> {
    await writeFile(this.path(path), change(await this.read(path)));
  }

  /** Leaves the next build to a new process. */
  async startAnew(): Promise<void> {
    await this.#endBuilder();
  }

  async move(from: string, to: string): Promise<void> {
    await mkdir(dirname(this.path(to)), { recursive: true });
    await rename(this.path(from), this.path(to));
  }

  async addPost(): Promise<void> {
    const post = posts[this.#added];
    this.#added += 1;
    if (post) await this.#write(post.file, post.text);
  }

  wait(time: { days: number } | { hours: number }): Promise<void> {
    this.#now = this.#now.plus(time);
    return Promise.resolve();
  }

  /** The paths of the files of posts. */
  allPosts(): string[] {
    return filesIn(this.path("jobs"))
      .map((file) => `jobs/${file}`)
      .sort();
  }

  livePosts(): string[] {
    return this.allPosts().filter((file) => !file.startsWith("jobs/archive/"));
  }

  sitePages(): string[] {
    return filesIn(this.path("site"))
      .map((file) => `site/${file}`)
      .sort();
  }

  async commit(): Promise<void> {
    await this.#git("add", "jobs");
    await this.#git("commit", "--quiet", "--allow-empty", "--message", "Posts");
  }

  async build(): Promise<void> {
    await this.#build("site", "cache");
  }

  /** Begins a build, and kills its process once it has forgotten what the earlier site was. */
  async cutBuildOff(): Promise<void> {
    let isOver = false;
    void this.#request("site", "cache").then(() => {
      isOver = true;
    });
    while (!isOver && (await this.#exists("cache/manifest"))) await new Promise(setImmediate);
    await this.#endBuilder("SIGKILL");
  }

  /** The files in which the site differs from one that is built from nothing. */
  async compareWithCleanBuild(): Promise<string[]> {
    await rm(this.path("clean"), { recursive: true, force: true });
    await this.#build("clean", "clean-cache", "--clean");
    const [found, wanted] = await Promise.all(
      ["site", "clean"].map((site) => this.#contents(site)),
    );
    const files = new Set([...(found?.keys() ?? []), ...(wanted?.keys() ?? [])]);
    return [...files].filter((file) => found?.get(file) !== wanted?.get(file)).sort();
  }

  async #contents(site: string): Promise<Map<string, string>> {
    const files = filesIn(this.path(site));
    const read = (file: string) => readFile(this.path(`${site}/${file}`), "latin1");
    return new Map(await Promise.all(files.map(async (file) => [file, await read(file)] as const)));
  }

  async #build(output: string, cache: string, ...parameters: string[]): Promise<void> {
    const code = await this.#request(output, cache, parameters);
    if (code !== 0) throw new Error(`The build ended with ${code}.`);
  }

  /** Resolves to the exit code. */
  #request(output: string, cache: string, parameters: readonly string[] = []): Promise<unknown> {
    this.#builder ??= fork("scripts/dev-build.ts", {
      cwd: this.#copy.root,
      stdio: ["ignore", "ignore", "ignore", "ipc"],
    });
    return requestBuild(this.#builder, {
      parameters: ["--output", output, ...parameters],
      variables: { BOARD_NOW: this.#now.toISO(), BOARD_CACHE: this.path(cache) },
    });
  }

  async #endBuilder(signal?: NodeJS.Signals): Promise<void> {
    const builder = this.#builder;
    this.#builder = undefined;
    await end(builder, signal);
  }

  async #write(file: string, text: string): Promise<void> {
    await mkdir(dirname(this.path(file)), { recursive: true });
    await writeFile(this.path(file), text);
  }

  #exists(path: string): Promise<boolean> {
    return access(this.path(path)).then(
      () => true,
      () => false,
    );
  }

  async #git(...parameters: string[]): Promise<void> {
    const time = this.#now.toISO();
    await run(
      "git",
      ["-c", "user.name=Board", "-c", "user.email=board@example.org", ...parameters],
      {
        cwd: this.#copy.root,
        env: { ...process.env, GIT_COMMITTER_DATE: time, GIT_AUTHOR_DATE: time },
      },
    );
  }
}
