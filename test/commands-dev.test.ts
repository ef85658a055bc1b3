import type { ChildProcess } from "node:child_process";
import { spawn } from "node:child_process";
import { once } from "node:events";
import { mkdir, readdir, readFile, rm, writeFile } from "node:fs/promises";
import type { Server } from "node:net";
import { createServer } from "node:net";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, it, vi } from "vitest";
import { watchPage } from "./browser.ts";
import { jobText } from "./posts-folder.ts";
import type { ProjectCopy } from "./project-copy.ts";
import { copyProject } from "./project-copy.ts";
import { runScript } from "./run-script.ts";

const host = "127.0.0.1";
const post = "2027-01-30-example.md";

let copy: ProjectCopy;
let temporary: string;
let busy: Server;
let busyPort: number;
let board: ChildProcess;
let printed = "";
let site: string;

/** A port that is in use, while the next ones most likely are not. */
async function listen(): Promise<Server> {
  const server = createServer().listen(0, host);
  await once(server, "listening");
  return server;
}

function portOf(server: Server): number {
  const address = server.address();
  if (!address || typeof address === "string") throw new Error("The server has no port.");
  return address.port;
}

function start(parameters: readonly string[], hear: (text: string) => void): ChildProcess {
  const child = spawn(process.execPath, ["scripts/dev.ts", ...parameters], {
    cwd: copy.root,
    env: { ...process.env, BOARD_NOW: "2027-01-31", TMPDIR: temporary },
    stdio: ["ignore", "pipe", "pipe"],
  });
  child.stdout?.setEncoding("utf8").on("data", hear);
  child.stderr?.setEncoding("utf8").on("data", hear);
  return child;
}

function waitFor<Result>(condition: () => Result | Promise<Result>): Promise<Result> {
  return vi.waitFor(condition, { timeout: 100_000, interval: 100 });
}

function inCopy(path: string): string {
  return join(copy.root, path);
}

async function page(path: string): Promise<string> {
  return (await fetch(new URL(path, site))).text();
}

/** Listens like a page that is open in a browser. Resolves with the next event each time. */
async function listenForBuilds() {
  const response = await fetch(new URL("/.reload/events", site));
  const reader = response.body?.pipeThrough(new TextDecoderStream()).getReader();
  return {
    next: async () => (await reader?.read())?.value,
    close: () => reader?.cancel(),
  };
}

beforeAll(async () => {
  copy = await copyProject();
  temporary = inCopy("temporary");
  await mkdir(temporary);
  await rm(inCopy("jobs"), { recursive: true });
  await mkdir(inCopy("jobs"));
  await writeFile(inCopy(`jobs/${post}`), jobText({ submitted: "2027-01-30" }));
  // A board on a project site: everything below a path.
  const source = await readFile(inCopy("src/board.config.ts"), "utf8");
  const url = source.replace(/url: .*/, 'url: "https://example-org.example.io/board/",');
  await writeFile(inCopy("src/board.config.ts"), url);

  busy = await listen();
  busyPort = portOf(busy);
  const cms = ["--cms-port", String(busyPort)];
  board = start(["--port", String(busyPort), ...cms], (text) => {
    printed += text;
  });
  site = await waitFor(() => {
    const address = /Site: +(\S+)jobs\/\n/.exec(printed)?.[1];
    if (!address) throw new Error(`It has not started: ${printed}`);
    return address.replace("localhost", host);
  });
  expect(printed).toContain("Wrote ");
});

afterAll(async () => {
  if (board.exitCode === null) {
    const ended = once(board, "close");
    board.kill("SIGTERM");
    await ended;
  }
  busy.close();
  await copy.remove();
});

describe("the board on a local machine", () => {
  it("uses the next free ports if the usual ones are taken, and says so", () => {
    const taken = `Port ${busyPort} is in use. Using`;
    expect(printed.split("\n").filter((line) => line.startsWith(taken))).toHaveLength(2);
    expect(Number(new URL(site).port)).toBeGreaterThan(busyPort);
  });

  it("prints the addresses of the list and of the editor", () => {
    expect(new URL(site).pathname).toBe("/board/");
    expect(printed).toMatch(/Editor: +http:\/\/localhost:\d+\/board\/admin\//);
  });

  it("responds like GitHub Pages", async () => {
    const status = async (path: string) => {
      const response = await fetch(new URL(path, site), { redirect: "manual" });
      return [response.status, response.headers.get("location")];
    };
    expect(await status("jobs/")).toEqual([200, null]);
    expect(await status("jobs")).toEqual([301, "/board/jobs/"]);
    expect(await status("/")).toEqual([302, "/board/"]);
    expect(await status("jobs/nothing/")).toEqual([404, null]);
    expect(await status("..%2f..%2fpackage.json")).toEqual([404, null]);
    expect(await status("%zz")).toEqual([400, null]);
    expect(await page("jobs/nothing/")).toContain("<h1");
    const feed = await fetch(new URL("jobs/feed/rss/", site));
    expect(feed.headers.get("content-type")).toContain("xml");
    expect(await feed.text()).toContain("Senior Django Developer");
  });

  it("reloads pages automatically", async () => {
    expect(await page("jobs/")).toContain('src="/.reload/script.js?build=');
  });

  it.each([
    ["the form, in which somebody may be writing", "admin/"],
    ["a page that leads on, whose policy lets no program run", ""],
  ])("but not %s", async (_, path) => {
    expect(await page(path)).not.toContain(".reload");
  });

  it("connects the form to a backend that writes to the folder of posts", async () => {
    const settings = /id="settings">(.*?)<\/script>/.exec(await page("admin/"))?.[1];
    const { backend } = JSON.parse(settings ?? "{}");
    expect(backend.kind).toBe("local");
    const answer = await fetch(backend.url, {
      method: "POST",
      headers: { "Content-Type": "application/json" },
      body: JSON.stringify({
        action: "entriesByFolder",
        params: { branch: "main", folder: "jobs", extension: "md", depth: 1 },
      }),
    });
    expect(await answer.json()).toMatchObject([{ file: { path: `jobs/${post}` } }]);
  });
});

describe("a change", () => {
  it("appears in an open browser, within the page’s security policy", async () => {
    const { page: open, faults } = await watchPage();
    await open.goto(new URL("jobs/", site).href);
    await writeFile(inCopy(`jobs/${post}`), jobText({ submitted: "2027-01-30", title: "Florist" }));
    await open.getByText("Florist").waitFor({ timeout: 100_000 });
    expect(faults).toEqual([]);
  });

  it("to a post is shown, and reloads open pages", async () => {
    const open = await listenForBuilds();
    const first = await open.next();
    await writeFile(
      inCopy(`jobs/${post}`),
      jobText({ submitted: "2027-01-30", title: "Gardener" }),
    );
    expect(await open.next()).not.toBe(first);
    expect(await page("jobs/")).toContain("Gardener");
    await open.close();
  });

  it("to a module is shown, without a restart", async () => {
    const open = await listenForBuilds();
    await open.next();
    const source = await readFile(inCopy("src/board.config.ts"), "utf8");
    await writeFile(inCopy("src/board.config.ts"), source.replace(/ name: .*/, ' name: "Ours",'));
    await open.next();
    expect(await page("jobs/")).toContain("Ours");
    expect(printed).toContain("If you changed url, stop with Ctrl-C and start again");
    await open.close();
  });

  it("is not shown if the build fails: the last good site stays", async () => {
    const source = await readFile(inCopy("src/board.config.ts"), "utf8");
    await writeFile(inCopy("src/board.config.ts"), source.replace("pageSize", "pageSize::"));
    await waitFor(() =>
      expect(printed).toContain("The build failed. The site is still the previous build."),
    );
    expect(await page("jobs/")).toContain("Ours");

    const open = await listenForBuilds();
    await open.next();
    await writeFile(inCopy("src/board.config.ts"), source.replace('"Ours"', '"Fixed"'));
    await open.next();
    expect(await page("jobs/")).toContain("Fixed");
    await open.close();
  });
});

describe("Ctrl-C", () => {
  it("stops the site and the backend, and removes all of their files", async () => {
    const { backend } = JSON.parse(
      /id="settings">(.*?)<\/script>/.exec(await page("admin/"))?.[1] ?? "{}",
    );
    const open = await listenForBuilds();
    await open.next();
    const ended = once(board, "close");
    board.kill("SIGINT");
    expect(await ended).toEqual([0, null]);
    await expect(fetch(site)).rejects.toThrow();
    await expect(fetch(backend.url)).rejects.toThrow();
    expect(await readdir(temporary)).toEqual([]);
    expect(printed).toMatch(/Stopping\.\n$/);
  });
});

describe("Ctrl-C in the middle of the first build", () => {
  it("stops everything, too", async () => {
    const child = start([], (text) => {
      if (text.includes("Building…")) child.kill("SIGINT");
    });
    expect(await once(child, "close")).toEqual([0, null]);
    expect(await readdir(temporary)).toEqual([]);
  });
});

describe("the command line", () => {
  it.each([
    ["--port", "80"],
    ["--port", "http"],
    ["--prot", "8080"],
  ])("rejects %s %s", async (flag, value) => {
    expect(await runScript("dev", [flag, value])).toMatchObject({ code: 2 });
  });
});
