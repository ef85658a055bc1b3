/** The site that the sandbox serves: the latest build, of this start or an earlier one. */
import { spawn } from "node:child_process";
import { once } from "node:events";
import { access, mkdir, readdir, readFile, rm, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { siteNotBuilt } from "#words/sandbox.ts";
import type { SiteServer } from "../src/services/site-server.ts";

export class ShownSite {
  readonly #directory: string;
  readonly #server: Pick<SiteServer, "show">;
  /** Holds the builds of this start. */
  readonly builds: string;

  /**
   * @param directory a folder for this purpose only
   * @param start a name unique to this start
   */
  constructor(directory: string, start: string, server: Pick<SiteServer, "show">) {
    this.#directory = directory;
    this.#server = server;
    this.builds = join(directory, start);
  }

  /** Serves the latest build; `false` if there is none. */
  async showLast(): Promise<boolean> {
    const build = await readFile(this.#note, "utf8").catch(() => "");
    const isThere = build !== "" && (await exists(build));
    if (isThere) this.#server.show(build);
    return isThere;
  }

  /** Serves a build, and deletes those of earlier starts. */
  async show(build: string): Promise<void> {
    this.#server.show(build);
    await writeFile(this.#note, build);
    for (const name of await readdir(this.#directory)) {
      const path = join(this.#directory, name);
      if (path !== this.#note && path !== this.builds)
        await rm(path, { recursive: true, force: true });
    }
  }

  /** Builds the site of a clone with the same command as the workflows, and serves it. */
  async build(
    clone: string,
    variables: Readonly<Record<string, string>>,
    signal: AbortSignal,
  ): Promise<void> {
    const output = join(this.builds, "first");
    await mkdir(output, { recursive: true });
    const child = spawn(process.execPath, ["scripts/build.ts", "--output", output], {
      cwd: clone,
      env: variables,
      stdio: ["ignore", "ignore", "pipe"],
      signal,
    });
    let stderr = "";
    child.stderr.on("data", (chunk: Buffer) => {
      stderr += chunk.toString();
    });
    const [code] = await once(child, "close");
    if (code !== 0) throw new Error(siteNotBuilt(stderr));
    await this.show(output);
  }

  get #note(): string {
    return join(this.#directory, "shown");
  }
}

async function exists(path: string): Promise<boolean> {
  return await access(path).then(
    () => true,
    () => false,
  );
}
