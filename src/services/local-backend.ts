/** The server by which the CMS reads and writes posts on one's own machine: Decap's own. */
import { spawn } from "node:child_process";
import { once } from "node:events";
import { fileURLToPath } from "node:url";

const host = "127.0.0.1";

export type LocalBackend = {
  /** What the CMS is to be told. */
  url: string;
  /** Ends the server, and resolves when it has gone. */
  stop(): Promise<void>;
};

/**
 * Starts the server and resolves when it answers. It writes below the directory and nowhere else,
 * and answers this machine alone.
 *
 * @param options.directory the folder that holds `jobs`
 * Throws an Error that says why if it ends instead of listening.
 */
export async function startLocalBackend({
  directory,
  port,
}: {
  directory: string;
  port: number;
}): Promise<LocalBackend> {
  const server = spawn(process.execPath, [fileURLToPath(import.meta.resolve("decap-server"))], {
    // Nothing else of our environment: a PORT or MODE may be there for another program.
    env: {
      BIND_HOST: host,
      PORT: String(port),
      MODE: "fs",
      GIT_REPO_DIRECTORY: directory,
    },
    cwd: directory,
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
    url: `http://${host}:${port}/api/v1`,
    async stop() {
      server.kill();
      await gone;
    },
  };
}
