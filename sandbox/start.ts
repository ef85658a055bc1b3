/** `npm start`: the whole board on this machine, to try what people do with it. */
import { mkdir, rm } from "node:fs/promises";
import { join, resolve } from "node:path";
import { serve } from "@hono/node-server";
import { pages } from "../src/board/addresses.ts";
import { pathPrefix, repositoryUrl } from "../src/board/config.ts";
import { requireSoundConfig } from "../src/board/config-check.ts";
import { dayOf } from "../src/board/days.ts";
import { boardConfig } from "../src/board.config.ts";
import { readEnvironment } from "../src/services/environment.ts";
import { connectGitHub } from "../src/services/github/client.ts";
import { signInHandler } from "../src/services/sign-in/handler.ts";
import { startSiteServer } from "../src/services/site-server.ts";
import { apiPath } from "./github/shapes/addresses.ts";
import type { HostedBoard } from "./hosted-board.ts";
import { startHostedBoard } from "./hosted-board.ts";
import type { Pages } from "./pages/pages.ts";
import { sandboxPages } from "./pages/pages.ts";
import type { Person } from "./pages/sign-in.ts";
import { ShownSite } from "./shown-site.ts";
import type { StartOptions } from "./start-options.ts";
import { readOptions } from "./start-options.ts";
import { inventSubmissions, listedPosts, sendSubmissions } from "./submissions.ts";

const root = resolve(import.meta.dirname, "..");
const directory = join(root, ".cache", "sandbox");

const submitter = "nadia-brekke";
const reviewer = "tomas-lindgren";

const people: readonly (Person & { name: string; role?: "write" })[] = [
  { login: submitter, name: "Nadia Brekke", about: "sends posts" },
  { login: reviewer, name: "Tomas Lindgren", about: "reviews them", role: "write" },
  { login: "aiko-moreau", name: "Aiko Moreau", about: "reviews them", role: "write" },
];

/** Any app will do at the stand-in. */
const app = { clientId: "sandbox", clientSecret: "sandbox" };

/** How a run ends that somebody should look at. */
const failed: ReadonlySet<string> = new Set(["failure", "startup_failure"]);

const options = await readOptions(process.argv.slice(2));
if ("code" in options) {
  (options.code === 0 ? console.log : console.error)(options.text);
  process.exitCode = options.code;
} else {
  const stopped = new AbortController();
  for (const signal of ["SIGINT", "SIGTERM", "SIGHUP"]) process.on(signal, () => stopped.abort());
  try {
    await start(options, stopped.signal);
  } catch (error) {
    if (!stopped.signal.aborted) {
      console.error(error instanceof Error ? error.message : error);
      process.exitCode = 1;
    }
  }
}

async function start(
  { fresh, port, githubPort, signInPort }: StartOptions,
  stop: AbortSignal,
): Promise<void> {
  requireSoundConfig(boardConfig);
  const begun = performance.now();
  const interrupted = new Promise<void>((settle) => {
    stop.addEventListener("abort", () => settle());
  });
  if (fresh) await rm(directory, { recursive: true, force: true });
  await mkdir(join(directory, "site"), { recursive: true });
  console.log("Preparing the sandbox…");

  // Whatever was opened is closed again, in reverse, however this ends.
  await using open = new AsyncDisposableStack();
  const prefix = pathPrefix(boardConfig);
  const server = await startSiteServer({ port, prefix });
  open.defer(() => server.stop());
  const siteUrl = `http://localhost:${port}${prefix}`;
  const origin = `http://127.0.0.1:${githubPort}`;
  const signInUrl = `http://127.0.0.1:${signInPort}/auth`;
  const signIn = serve({
    fetch: signInHandler({
      ...app,
      url: signInUrl,
      siteOrigin: new URL(siteUrl).origin,
      serverUrl: origin,
    }),
    port: signInPort,
    hostname: "127.0.0.1",
  });
  open.defer(() => void signIn.close());
  const addresses = { BOARD_URL: siteUrl, SIGN_IN_URL: signInUrl };

  const site = new ShownSite(join(directory, "site"), `from-${Date.now()}`, server);
  const build = (clone: string) =>
    site.build(
      clone,
      {
        PATH: process.env.PATH ?? "",
        HOME: process.env.HOME ?? "",
        GITHUB_SERVER_URL: origin,
        GITHUB_API_URL: `${origin}${apiPath}`,
        ...addresses,
      },
      stop,
    );
  let firstBuild: Promise<void> | undefined;
  let answerPage: Pages | undefined;
  const today = dayOf(readEnvironment().now);
  const board = await startHostedBoard({
    directory,
    root,
    port: githubPort,
    people,
    // The site's pages ask without a token, and who tries them out is not to wait for an hour.
    limits: { anonymousPerHour: 5000 },
    addedPosts: listedPosts({ config: boardConfig, login: submitter, today }),
    env: addresses,
    onClone(clone) {
      firstBuild = build(clone);
      // Whoever waits for it hears of its failure; until then nobody does.
      firstBuild.catch(() => undefined);
    },
    deployTo: {
      directory: site.builds,
      url: siteUrl,
      deployed(build) {
        void site.show(build);
        console.log("The site was published anew.");
      },
    },
    onRun({ id, name, conclusion }) {
      if (conclusion === undefined || !failed.has(conclusion)) return;
      console.log(
        `The workflow “${name}” has failed: ${repositoryUrl(boardConfig, `/actions/runs/${id}`, { serverUrl: origin })}`,
      );
    },
    pages: (request) => answerPage?.(request) ?? Promise.resolve(undefined),
  });
  open.defer(() => board.stop());
  if (stop.aborted) return;
  answerPage = sandboxPages({
    standIn: board.github,
    repository: board.config.repository,
    siteUrl,
    people,
    runs: () => board.runner.runs,
  });
  await send(board, today);
  // An earlier start may have been stopped before there was a site.
  if (board.isOld && !(await site.showLast())) firstBuild = build(board.clone);
  await Promise.race([firstBuild, interrupted]);
  if (stop.aborted) return;
  // What was missed while the sandbox stood still is made up for, as it is every day.
  if (board.isOld) board.runner.schedule("daily.yml");
  console.log(welcome(siteUrl, origin, board.repository, (performance.now() - begun) / 1000));
  await interrupted;
  console.log("\nStopping.");
}

async function send({ github, config }: HostedBoard, today: string): Promise<void> {
  const access = {
    apiUrl: github.apiUrl,
    serverUrl: github.origin,
    token: github.tokenFor(submitter),
  };
  const client = connectGitHub(access, config.repository);
  const submissions = inventSubmissions({ config, login: submitter, today });
  await sendSubmissions(client, submitter, submissions);
}

function welcome(site: string, origin: string, repository: string, seconds: number): string {
  return `Ready after ${seconds.toFixed(0)} s. The bot is looking at what waits, which takes a little longer. Try this:

  1. See the site:       ${site}${pages.list.slice(1)}
  2. Review what waits:  ${origin}/${repository}/pulls (sign in as ${reviewer}; approve one, and the site lists it)
  3. Send a post:        ${site}${pages.admin.slice(1)} (sign in as ${submitter})
  4. Review in a team:   be two people in two browsers; answer with /claim, /request-changes or /help
  5. Stop with Ctrl-C; npm start goes on from there, npm start -- --fresh begins anew.
`;
}
