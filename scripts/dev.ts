/** `npm run dev`: the board on this machine, with its form, kept up to date while one works on it. */
import { mkdtempDisposable } from "node:fs/promises";
import { tmpdir } from "node:os";
import { basename, join } from "node:path";
import getPort, { portNumbers } from "get-port";
import { pages } from "../src/board/addresses.ts";
import { pathPrefix } from "../src/board/config.ts";
import { requireSoundConfig } from "../src/board/config-check.ts";
import { boardConfig } from "../src/board.config.ts";
import { readEnvironment } from "../src/services/environment.ts";
import { startLocalBackend } from "../src/services/local-backend.ts";
import { startRebuilder } from "../src/services/rebuild.ts";
import { startSiteServer } from "../src/services/site-server.ts";
import type { ExitCode } from "./command.ts";
import { runCommand, UsageError } from "./command.ts";

/** What the site is made of, beside the posts. */
const sources = ["src", "admin", ".eleventy.ts", "scripts/build.ts"];

const command = {
  usage: "npm run dev -- [--port PORT]",
  about: `Builds the site and serves it to this machine alone, with the form that writes to jobs/ (or
JOBS_DIR). What changes is built anew and shown. Ends with Ctrl-C.`,
  options: {
    port: { type: "string", value: "PORT", help: "where to serve the site (8080)" },
    "cms-port": { type: "string", value: "PORT", help: "where the form reads and writes (8081)" },
  },
} as const;

await runCommand(command, async ({ flags }): Promise<ExitCode> => {
  requireSoundConfig(boardConfig);
  const { jobsDir } = readEnvironment();
  const interrupted = untilInterrupted();
  const prefix = pathPrefix(boardConfig);
  const port = await choosePort("port", flags.port ?? "8080");
  const cmsPort = await choosePort("cms-port", flags["cms-port"] ?? "8081");

  // Whatever was opened is closed again, in reverse, however this ends.
  await using open = new AsyncDisposableStack();
  const folder = open.use(await mkdtempDisposable(join(tmpdir(), "job-board-")));
  const backend = await startLocalBackend({
    directory: jobsDir,
    port: cmsPort,
    sitePort: port,
  });
  open.defer(() => backend.stop());
  const server = await startSiteServer({ port, prefix });
  open.defer(() => server.stop());

  const site = `http://localhost:${port}${prefix}`;
  let started = performance.now();
  let shown = false;
  let welcomed = false;
  const rebuilder = startRebuilder({
    sources: [jobsDir, ...sources],
    command: ["scripts/build.ts", "--output"],
    environment: { ...process.env, CMS_BACKEND: backend.url },
    directory: folder.path,
    onStart(changed) {
      started = performance.now();
      console.log(changed ? `\n${changed} changed. Building…` : "Building…");
      if (changed && basename(changed) === "board.config.ts") console.log(restartHint(prefix));
    },
    onEnd(output) {
      const seconds = ((performance.now() - started) / 1000).toFixed(1);
      if (output) {
        server.show(output);
        shown = true;
      }
      const kept = shown ? "the site stays as it was" : "there is no site until that is mended";
      console.log(output ? `Built in ${seconds} s.` : `The build failed; ${kept}.`);
      if (welcomed) return;
      welcomed = true;
      console.log(welcome(site, jobsDir));
    },
  });
  open.defer(() => rebuilder.stop());

  await interrupted;
  console.log("\nStopping.");
  return 0;
});

function welcome(site: string, jobsDir: string): string {
  return `
  The site:  ${site}${pages.list.slice(1)}
  The form:  ${site}${pages.admin.slice(1)}  (it reads and writes ${jobsDir}/)

Whatever changes is built anew and shown. Stop with Ctrl-C.`;
}

/** The server keeps the address that it was started with; only the pages are built for a new one. */
function restartHint(prefix: string): string {
  return `If its url was changed: stop with Ctrl-C and start again; the site is still served at ${prefix}.`;
}

/** The port asked for, or the next free one. */
async function choosePort(flag: string, text: string): Promise<number> {
  const wanted = /^\d{1,5}$/.test(text) ? Number(text) : 0;
  if (wanted < 1024 || wanted > 65_535) {
    throw new UsageError(`--${flag} must be a number from 1024 to 65535.`);
  }
  const port = await getPort({ port: portNumbers(wanted, Math.min(wanted + 99, 65_535)) });
  if (port !== wanted) console.log(`Port ${wanted} is in use; port ${port} is used instead.`);
  return port;
}

/** Ctrl-C, a stop by another program, or a closed terminal. Each may come more than once. */
function untilInterrupted(): Promise<void> {
  return new Promise((settle) => {
    for (const signal of ["SIGINT", "SIGTERM", "SIGHUP"]) process.on(signal, () => settle());
  });
}
