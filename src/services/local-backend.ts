/** The server by which the CMS reads and writes posts on one's own machine: Decap's own. */
import { spawn } from "node:child_process";
import { once } from "node:events";
import { mkdir } from "node:fs/promises";
import { join, resolve } from "node:path";

const program = join(import.meta.dirname, "local-backend-server.ts");

export type LocalBackend = {
  /** What the CMS is to be told. */
  url: string;
  /** Ends the server, and resolves when it has gone. */
  stop(): Promise<void>;
};

/**
 * Starts the server and resolves when it answers. It reads and writes in the folder of posts and nowhere
 * else, and answers the pages of one site on this machine alone.
 *
 * @param options.directory the folder of posts, made if need be; the form knows it as `jobs`
 * @param options.sitePort the port of this machine that the site is served on
 * Throws an Error that says why if it ends instead of listening.
 */
export async function startLocalBackend({
  directory,
  port,
  sitePort,
}: {
  directory: string;
  port: number;
  sitePort: number;
}): Promise<LocalBackend> {
  await mkdir(directory, { recursive: true });
  const server = spawn(process.execPath, [program, String(port), String(sitePort)], {
    // Nothing else of our environment: an ORIGIN may be there for another program.
    env: { GIT_REPO_DIRECTORY: resolve(directory) },
    stdio: ["ignore", "pipe", "pipe"],
  });
  const gone = once(server, "close");
  let lastWords = "";
  server.stderr.on("data", (chunk: Buffer) => {
    lastWords = (lastWords + chunk).slice(-2000);
  });
  const listening = new Promise<void>((resolve) => {
    server.stdout.on("data", (chunk: Buffer) => {
      if (chunk.includes("listening on")) resolve();
    });
  });
  const ended = gone.then(() => {
    const reason = lastWords.includes("EADDRINUSE")
      ? `Port ${port} is in use by another program.`
      : lastWords.trim();
    throw new Error(`The local backend of the CMS did not start. ${reason}`);
  });
  await Promise.race([listening, ended]);
  return {
    url: `http://127.0.0.1:${port}/api/v1`,
    async stop() {
      server.kill();
      await gone;
    },
  };
}
