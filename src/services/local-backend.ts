/** Starts Decap's own server, with which the editor reads and writes local posts. */
import { spawn } from "node:child_process";
import { once } from "node:events";
import { mkdir } from "node:fs/promises";
import { join, resolve } from "node:path";

const program = join(import.meta.dirname, "local-backend-server.ts");

export type LocalBackend = {
  /** Its address, for the editor. */
  url: string;
  /** Stops the server. Resolves when it has ended. */
  stop(): Promise<void>;
};

/**
 * Starts the server and resolves when it responds. It only reads and writes in the folder of posts, and only
 * responds to the pages of one site on this machine.
 *
 * @param options.directory the folder of posts, created if missing; the editor calls it `jobs`
 * @param options.sitePort the local port of the site
 * Throws an Error with the reason if it ends instead of listening.
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
    // Nothing else from our environment, which may have an ORIGIN for another program.
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
