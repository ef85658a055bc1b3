/**
 * A board on the GitHub emulator with its editor and sign-in service: everything that people need to send a post in a
 * browser, and that reviewers need to respond.
 */
import { once } from "node:events";
import { mkdir, mkdtempDisposable, writeFile } from "node:fs/promises";
import { createServer } from "node:http";
import type { AddressInfo } from "node:net";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { getRequestListener } from "@hono/node-server";
import { startGitHub } from "github-emulator";
import { logOf } from "github-emulator/actions";
import type { Page } from "playwright-core";
import { boardConfig } from "../../src/board.config.ts";
import { writeAdminPage } from "../../src/services/admin-page.ts";
import type { GitHub } from "../../src/services/github/client.ts";
import { connectGitHub } from "../../src/services/github/client.ts";
import { signInHandler } from "../../src/services/sign-in/handler.ts";
import type { PageOptions } from "../browser.ts";
import { openPage } from "../browser.ts";
import { refusedSave } from "../cms-editor.ts";
import { startCopiedBoard } from "../copied-board.ts";
import { jobText } from "../posts-folder.ts";
import { serveSite } from "../site-server.ts";
import { Draft } from "./draft.ts";

/** `rita` has write access to the board. `ada`, `bob`, `cleo`, and `dana` have no role. */
const people: readonly { login: Login; role?: "write" }[] = [
  { login: "ada" },
  { login: "bob" },
  { login: "cleo" },
  { login: "dana" },
  { login: "rita", role: "write" },
];

export type Login = "ada" | "bob" | "cleo" | "dana" | "rita";

/** The initial post, sent by `ada`. */
export const listedPost = "2026-11-20-data-engineer";

const posts = {
  [`jobs/${listedPost}.md`]: jobText({ submitted_by: "ada", title: "Data Engineer" }),
};

/** Console errors to expect: Decap requests branches before they exist, and GitHub’s status page. */
const asked = [/ 404 /, /githubstatus/, /ERR_/, / 4(?:03|09|22) /, ...refusedSave];

export type Scene = Awaited<ReturnType<typeof openScene>>;

/** @param workflows the workflow files that run. Without any, nothing reviews the posts, which is faster. */
export async function openScene({ workflows }: { workflows?: readonly string[] } = {}) {
  await using open = new AsyncDisposableStack();
  const folder = open.use(await mkdtempDisposable(join(tmpdir(), "submitting-")));
  const board = workflows
    ? await startCopiedBoard({
        directory: join(folder.path, "board"),
        now: () => new Date(),
        posts,
        workflows,
      })
    : await startPostsAlone(folder.path);
  open.defer(() => board.stop());
  const { github, runner } = board;
  const site = await serveSite(join(folder.path, "site"));
  open.defer(() => site.close());

  const signIn = createServer();
  signIn.listen(0, "127.0.0.1");
  await once(signIn, "listening");
  open.defer(() => {
    signIn.closeAllConnections();
    signIn.close();
  });
  const signInUrl = `http://127.0.0.1:${(signIn.address() as AddressInfo).port}/auth`;
  const app = { clientId: "board", clientSecret: "hush" };
  const service = { ...app, url: signInUrl, siteOrigin: site.origin, serverUrl: github.origin };
  signIn.on("request", getRequestListener(signInHandler(service)));

  await writeAdminPage(join(folder.path, "site"), {
    board: { ...board.config, url: `${site.origin}/` },
    backend: { kind: "github", signInUrl, apiUrl: github.apiUrl },
    stylesheet: "/styles.css",
  });

  const as = (login: Login): GitHub => {
    const access = {
      apiUrl: github.apiUrl,
      serverUrl: github.origin,
      token: github.tokenFor(login),
    };
    return connectGitHub(access, board.config.repository, { retryDelay: 1 });
  };
  const newPage = async (options: PageOptions): Promise<Page> => {
    const page = await openPage({ allow: asked, baseURL: site.origin, ...options });
    // Decap checks it before it reports a network error.
    await page.route("https://www.githubstatus.com/**", (route) => route.abort());
    await page.route("**/styles.css", (route) => route.fulfill({ body: "" }));
    return page;
  };
  const resources = open.move();

  return {
    github,
    as,

    /** A page of a browser in which nobody is signed in. Call it within a test. */
    async visits(path: string, options: PageOptions = {}): Promise<Page> {
      const page = await newPage(options);
      await page.goto(path);
      return page;
    },

    /** The editor in a browser in which somebody is signed in. Call it within a test. */
    async edits(login: Login, slug?: string, options: PageOptions = {}): Promise<Draft> {
      const page = await newPage(options);
      const user = { backendName: "github", token: github.tokenFor(login), login };
      await page.addInitScript(
        (remembered) => localStorage.setItem("decap-cms-user", remembered),
        JSON.stringify(user),
      );
      await page.goto(addressOf(slug));
      return new Draft(page);
    },

    /** Waits until the bot has handled everything, and moves the clock on by a minute. */
    async botIsDone(): Promise<void> {
      await runner?.idle();
      const failed = runner?.runs.find(({ conclusion = "" }) => /failure/.test(conclusion));
      if (failed) throw new Error(`${failed.name} has failed:\n${logOf(failed)}`);
      github.clock.advance(60_000);
    },

    /** A person’s pull requests, newest first. Asks twice: the first list can lack a new one. */
    async pullsOf(login: Login) {
      const { rest, at } = as("rita");
      await rest.pulls.list({ ...at, state: "all" });
      const { data } = await rest.pulls.list({ ...at, state: "all" });
      return data.filter(({ user }) => user?.login === login);
    },

    async close(): Promise<void> {
      await resources.disposeAsync();
      const faults = [...github.unknownRequests, ...github.schemaViolations];
      if (faults.length > 0) throw new Error(faults.join("\n"));
    },
  };
}

/** A repository with only posts in it. */
async function startPostsAlone(folder: string) {
  const source = join(folder, "source");
  for (const [path, text] of Object.entries(posts)) {
    await mkdir(dirname(join(source, path)), { recursive: true });
    await writeFile(join(source, path), text);
  }
  const github = await startGitHub({ directory: join(folder, "github") });
  const { owner, name, branch } = boardConfig.repository;
  await github.addRepository({ owner, name, defaultBranch: branch, from: source });
  for (const { role, ...person } of people) {
    github.addUser(person);
    if (role) github.setRole(`${owner}/${name}`, person.login, role);
  }
  const config = { ...boardConfig, demo: null };
  return { github, config, runner: undefined, stop: () => github.stop() };
}

/** The editor’s address for a new post, or for an existing one. */
export function addressOf(slug?: string): string {
  return `/admin/#/collections/jobs/${slug === undefined ? "new" : `entries/${slug}`}`;
}
