/** `npm run dev`: the board on this machine, with its form, rebuilt on every change. */
import { mkdtempDisposable } from "node:fs/promises";
import { tmpdir } from "node:os";
import { basename, join, relative } from "node:path";
import getPort, { portNumbers } from "get-port";
import { dev as words } from "#words/terminal-posts.ts";
import { pages } from "../src/board/addresses.ts";
import { pathPrefix } from "../src/board/config.ts";
import { startLocalBackend } from "../src/services/local-backend.ts";
import { startRebuilder } from "../src/services/rebuild.ts";
import { startSiteServer } from "../src/services/site-server.ts";
import type { Context } from "./command.ts";
import { defineCommand, startCommand, UsageError } from "./command.ts";

/** What the site is made of, besides the posts. */
const sources = ["src", "admin", ".eleventy.ts", "scripts"];

const definition = {
  usage: words.usage,
  about: words.about,
  options: {
    port: { type: "string", ...words.options.port },
    "cms-port": { type: "string", ...words.options["cms-port"] },
  },
} as const;

export const command = defineCommand(definition, async (context, { flags }) => {
  const { config, directory, environment, print, variables } = context;
  const { jobsDir } = environment;
  const stopped = context.untilStopped();
  const prefix = pathPrefix(config);
  const port = await choosePort("port", flags.port ?? "8080", context);
  const cmsPort = await choosePort("cms-port", flags["cms-port"] ?? "8081", context);

  // Whatever was opened is closed in reverse order, however this ends.
  await using open = new AsyncDisposableStack();
  const folder = open.use(await mkdtempDisposable(join(tmpdir(), "job-board-")));
  const backend = await startLocalBackend({ directory: jobsDir, port: cmsPort, sitePort: port });
  open.defer(() => backend.stop());
  const server = await startSiteServer({ port, prefix });
  open.defer(() => server.stop());

  const site = `http://localhost:${port}${prefix}`;
  const welcome = words.welcome(
    `${site}${pages.list.slice(1)}`,
    `${site}${pages.admin.slice(1)}`,
    relative(directory, jobsDir) || ".",
  );
  let isShown = false;
  let isWelcomed = false;
  const rebuilder = startRebuilder({
    posts: jobsDir,
    sources,
    program: "scripts/dev-build.ts",
    environment: { ...variables, CMS_BACKEND: backend.url },
    directory: folder.path,
    onStart(changed) {
      print(changed ? words.changed(changed) : words.building);
      // The server keeps its address; only the pages are built for the new one.
      if (changed && basename(changed) === "board.config.ts") print(words.restart(prefix));
    },
    onEnd(output) {
      if (output) {
        server.show(output);
        isShown = true;
      } else print(isShown ? words.failedAgain : words.failed);
      if (!isWelcomed) print(welcome);
      isWelcomed = true;
    },
  });
  open.defer(() => rebuilder.stop());

  await stopped;
  print(words.stopping);
  return 0;
});

if (import.meta.main) await startCommand(command);

/** The given port, or the next free one. */
async function choosePort(flag: string, text: string, { print }: Context): Promise<number> {
  const wanted = /^\d{1,5}$/.test(text) ? Number(text) : 0;
  if (wanted < 1024 || wanted > 65_535) throw new UsageError(words.badPort(flag));
  const port = await getPort({ port: portNumbers(wanted, Math.min(wanted + 99, 65_535)) });
  if (port !== wanted) print(words.portInUse(wanted, port));
  return port;
}
