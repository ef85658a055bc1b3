/** Starts the sandbox like `npm start`, in a copy of the project with a few posts. */
import type { ChildProcess } from "node:child_process";
import { spawn } from "node:child_process";
import { once } from "node:events";
import { cp, readdir, rm } from "node:fs/promises";
import { join } from "node:path";
import { setTimeout } from "node:timers/promises";
import getPort from "get-port";
import { pathPrefix } from "../src/board/config.ts";
import { boardConfig } from "../src/board.config.ts";
import type { ProjectCopy } from "./project-copy.ts";
import { copyProject } from "./project-copy.ts";

/** As in the `start` of package.json. */
export const startSandbox = ["--conditions=emulator-source", "sandbox/start.ts"] as const;

/** Timeout in milliseconds, generous for busy machines. */
const patience = 240_000;

export class StartedSandbox {
  readonly copy: ProjectCopy;
  /** URL of the site, without a trailing slash. */
  readonly site: string;
  /** URL of the board’s repository on the emulator. */
  readonly github: string;
  readonly #ports: readonly string[];
  #process: ChildProcess | undefined;
  #printed = "";

  private constructor(copy: ProjectCopy, port: number, githubPort: number) {
    const { owner, name } = boardConfig.repository;
    this.copy = copy;
    this.site = `http://localhost:${port}${pathPrefix(boardConfig).slice(0, -1)}`;
    this.github = `http://127.0.0.1:${githubPort}/${owner}/${name}`;
    this.#ports = ["--port", String(port), "--github-port", String(githubPort)];
  }

  /** Creates the copy, without starting anything. */
  static async prepare(): Promise<StartedSandbox> {
    const copy = await copyProject();
    for (const part of ["sandbox", "packages", ".github", ".gitignore"]) {
      await cp(part, join(copy.root, part), { recursive: true });
    }
    // Only the newest samples, because more would only take time.
    const jobs = join(copy.root, "jobs");
    const names = (await readdir(jobs)).filter((name) => name.endsWith(".md")).sort();
    for (const name of names.slice(0, -2)) await rm(join(jobs, name));
    return new StartedSandbox(copy, await getPort(), await getPort());
  }

  /** Starts it, and resolves when it prints what to try. */
  async start(...parameters: readonly string[]): Promise<void> {
    this.#printed = "";
    const child = spawn(process.execPath, [...startSandbox, ...this.#ports, ...parameters], {
      cwd: this.copy.root,
      stdio: ["ignore", "pipe", "pipe"],
    });
    this.#process = child;
    const hear = (text: string) => {
      this.#printed += text;
    };
    child.stdout.setEncoding("utf8").on("data", hear);
    child.stderr.setEncoding("utf8").on("data", hear);
    const end = performance.now() + patience;
    while (!/^ {2}5\. .*\n/m.test(this.#printed)) {
      if (child.exitCode !== null || performance.now() > end) {
        throw new Error(`It has not started: ${this.#printed}`);
      }
      await setTimeout(100);
    }
  }

  /** Everything printed since the start. */
  get printed(): string {
    return this.#printed;
  }

  /** Presses Ctrl-C, and returns the exit code and signal; nothing if it has already ended. */
  async interrupt(): Promise<unknown[] | undefined> {
    const child = this.#process;
    if (!child || child.exitCode !== null) return undefined;
    const ended = once(child, "close");
    child.kill("SIGINT");
    return await ended;
  }

  async [Symbol.asyncDispose](): Promise<void> {
    await this.interrupt();
    await this.copy.remove();
  }
}
