/** `npm start`: runs the whole board on this machine, with a GitHub emulator. */
import { mkdir, rm } from "node:fs/promises";
import { dirname, join, resolve } from "node:path";
import { serve } from "@hono/node-server";
import { apiUrlAt } from "github-emulator";
import type { Pages, Person } from "github-emulator/pages";
import { githubPages } from "github-emulator/pages";
import * as words from "#words/sandbox.ts";
import { dev } from "#words/terminal-posts.ts";
import { pages, previewAddress } from "../src/board/addresses.ts";
import { pathPrefix, repositoryUrl } from "../src/board/config.ts";
import { requireSoundConfig } from "../src/board/config-check.ts";
import { dayOf } from "../src/board/days.ts";
import { boardConfig } from "../src/board.config.ts";
import { readEnvironment } from "../src/services/environment.ts";
import { connectGitHub } from "../src/services/github/client.ts";
import { signInHandler } from "../src/services/sign-in/handler.ts";
import { startSiteServer } from "../src/services/site-server.ts";
import type { HostedBoard } from "./hosted-board.ts";
import { startHostedBoard } from "./hosted-board.ts";
import { lock } from "./lock.ts";
import { ShownSite } from "./shown-site.ts";
import type { StartOptions } from "./start-options.ts";
import { findPorts, readOptions } from "./start-options.ts";
import { inventSubmissions, listedPosts, sendSubmissions } from "./submissions.ts";

const root = resolve(import.meta.dirname, "..");
const directory = join(root, ".cache", "sandbox");

const submitter = "nadia-brekke";
const reviewer = "tomas-lindgren";
const colleague = "aiko-moreau";

const people: readonly (Person & { name: string; role?: "write" })[] = [
  { login: submitter, name: "Nadia Brekke", about: words.people.submitter },
  { login: reviewer, name: "Tomas Lindgren", about: words.people.reviewer, role: "write" },
  { login: colleague, name: "Aiko Moreau", about: words.people.reviewer, role: "write" },
];

/** The emulator accepts any OAuth app. */
const app = { clientId: "sandbox", clientSecret: "sandbox" };

/** Conclusions of a run that are reported in the terminal. */
const failed: ReadonlySet<string> = new Set(["failure", "startup_failure"]);

const options = readOptions(process.argv.slice(2));
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

async function start(options: StartOptions, stop: AbortSignal): Promise<void> {
  requireSoundConfig(boardConfig);
  const startedAt = performance.now();
  const interrupted = new Promise<void>((settle) => {
    stop.addEventListener("abort", () => settle());
  });
  // Closes everything in reverse order, also after an error.
  await using open = new AsyncDisposableStack();
  const prefix = pathPrefix(boardConfig);
  await mkdir(dirname(directory), { recursive: true });
  open.defer(await lock(`${directory}.lock`, `http://localhost:${options.port}${prefix}`));
  const { port, githubPort, signInPort } = await findPorts(options);
  if (options.fresh) await rm(directory, { recursive: true, force: true });
  await mkdir(join(directory, "site"), { recursive: true });
  console.log(words.preparing);

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
  const site = new ShownSite(join(directory, "site"), `from-${Date.now()}`, server);
  const build = (clone: string) =>
    site.build(
      clone,
      {
        PATH: process.env.PATH ?? "",
        HOME: process.env.HOME ?? "",
        GITHUB_SERVER_URL: origin,
        GITHUB_API_URL: apiUrlAt(origin),
        BOARD_URL: siteUrl,
        SIGN_IN_URL: signInUrl,
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
    // Nobody should run out of requests while trying things. The page of workflow runs shows how many were made.
    limits: { enforced: false },
    addedPosts: listedPosts({ config: boardConfig, login: submitter, today }),
    env: { SIGN_IN_URL: signInUrl },
    variables: { BOARD_URL: siteUrl },
    onClone(clone) {
      firstBuild = build(clone);
      // The failure is reported where the build is awaited; until then it must not crash the process.
      firstBuild.catch(() => undefined);
    },
    deployTo: {
      directory: site.builds,
      url: siteUrl,
      deployed(build) {
        void site.show(build);
        console.log(words.published);
      },
    },
    onRun({ id, name, conclusion }) {
      if (conclusion === undefined || !failed.has(conclusion)) return;
      const run = repositoryUrl(boardConfig, `/actions/runs/${id}`, { serverUrl: origin });
      console.log(words.workflowFailed(name, run));
    },
    pages: (request) => answerPage?.(request) ?? Promise.resolve(undefined),
  });
  open.defer(() => board.stop());
  if (stop.aborted) return;
  answerPage = githubPages({
    github: board.github,
    repository: board.config.repository,
    links: [{ text: words.links.site, href: siteUrl }],
    pullLinks: (number) => [
      {
        text: words.links.preview,
        href: new URL(previewAddress(number).slice(1), siteUrl).href,
      },
    ],
    people,
    runs: () => board.runner.runs,
  });
  await send(board, today);
  // An earlier start may have been stopped before its first build ended.
  if (board.isExisting && !(await site.showLast())) firstBuild = build(board.clone);
  await Promise.race([firstBuild, interrupted]);
  if (stop.aborted) return;
  // Catches up on what was due while the sandbox was stopped.
  if (board.isExisting) board.runner.schedule("daily.yml");
  console.log(welcome(siteUrl, origin, board.repository, (performance.now() - startedAt) / 1000));
  await interrupted;
  console.log(dev.stopping);
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
  const addresses = {
    list: `${site}${pages.list.slice(1)}`,
    pulls: `${origin}/${repository}/pulls`,
    editor: `${site}${pages.admin.slice(1)}`,
    create: `${site}${pages.create.slice(1)}`,
  };
  return words.welcome(addresses, { submitter, reviewer, colleague }, seconds.toFixed(0));
}
