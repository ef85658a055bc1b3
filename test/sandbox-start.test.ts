import type { ChildProcess } from "node:child_process";
import { spawn } from "node:child_process";
import { once } from "node:events";
import { access, cp, mkdir, readdir, rm, writeFile } from "node:fs/promises";
import { join } from "node:path";
import getPort from "get-port";
import type { Browser, Page } from "playwright-core";
import { afterAll, beforeAll, describe, expect, it, vi } from "vitest";
import { pathPrefix } from "../src/board/config.ts";
import { boardConfig } from "../src/board.config.ts";
import { launchBrowser, openPage } from "./browser.ts";
import { Editor } from "./cms-editor.ts";
import type { ProjectCopy } from "./project-copy.ts";
import { copyProject } from "./project-copy.ts";

const { owner, name } = boardConfig.repository;
const board = `${owner}/${name}`;

let copy: ProjectCopy;
let browser: Browser;
let site: string;
let github: string;
let sandbox: ChildProcess;
let printed: string;
let ports: string[];

/** Starts it as `npm start` does, and resolves when it says what to try. */
async function start(parameters: readonly string[]): Promise<void> {
  printed = "";
  sandbox = spawn(process.execPath, ["sandbox/start.ts", ...ports, ...parameters], {
    cwd: copy.root,
    stdio: ["ignore", "pipe", "pipe"],
  });
  const hear = (text: string) => {
    printed += text;
  };
  sandbox.stdout?.setEncoding("utf8").on("data", hear);
  sandbox.stderr?.setEncoding("utf8").on("data", hear);
  await waitFor(() => {
    if (sandbox.exitCode !== null || !/^ {2}5\. .*\n/m.test(printed)) {
      throw new Error(`It has not started: ${printed}`);
    }
  });
}

async function interrupt(): Promise<unknown[]> {
  const ended = once(sandbox, "close");
  sandbox.kill("SIGINT");
  return await ended;
}

function waitFor(condition: () => void | Promise<void>): Promise<void> {
  return vi.waitFor(condition, { timeout: 110_000, interval: 250 });
}

async function text(address: string): Promise<string> {
  return await (await fetch(address)).text();
}

async function signIn(page: Page, person: RegExp): Promise<void> {
  await page.getByRole("button", { name: person }).click();
}

beforeAll(async () => {
  copy = await copyProject();
  for (const part of ["sandbox", ".github", ".gitignore"]) {
    await cp(part, join(copy.root, part), { recursive: true });
  }
  // Of the samples the newest will do: the rest only takes time.
  const jobs = join(copy.root, "jobs");
  const names = (await readdir(jobs)).filter((name) => name.endsWith(".md")).sort();
  for (const name of names.slice(0, -2)) await rm(join(jobs, name));
  // What an earlier start has left, which --fresh is to throw away.
  await mkdir(join(copy.root, ".cache/sandbox/github"), { recursive: true });
  await writeFile(join(copy.root, ".cache/sandbox/complete"), "");
  await writeFile(join(copy.root, ".cache/sandbox/github/state.json"), "not JSON");

  const [port, githubPort] = [await getPort(), await getPort()];
  ports = ["--port", String(port), "--github-port", String(githubPort)];
  site = `http://localhost:${port}${pathPrefix(boardConfig).slice(0, -1)}`;
  github = `http://127.0.0.1:${githubPort}/${board}`;
  browser = await launchBrowser();
  await start(["--fresh"]);
});

afterAll(async () => {
  await browser.close();
  if (sandbox.exitCode === null) await interrupt();
  await copy.remove();
});

describe("npm start", () => {
  it("says in five lines what to try, where that is", () => {
    const lines = printed.split("\n").filter((line) => /^ {2}\d\. /.test(line));
    expect(lines).toHaveLength(5);
    for (const address of [`${site}/jobs/`, `${github}/pulls`, `${site}/admin/`]) {
      expect(printed).toContain(address);
    }
  });

  it("shows the site, with the posts of the project", async () => {
    expect(await text(`${site}/jobs/`)).toContain("Software Engineer, Tide Tables");
  });

  it("has submissions of each kind, which the bot has looked at", async () => {
    await waitFor(async () => {
      const list = await text(`${github}/pulls`);
      const labels = list.match(/(?<=<li>)(?:new post|edit|invalid|waiting|refused)(?=<)/g) ?? [];
      expect(labels.toSorted(), printed).toEqual([
        ...["edit", "invalid", "new post", "new post", "new post", "refused"],
        ...["waiting", "waiting", "waiting"],
      ]);
    });
    expect(await text(`${github}/pull/2`)).toContain("has “fulltime”, which is not one");
    expect(await text(`${github}/pull/3`)).toContain("This may be the same job as");
  });

  it("leads from the site’s queue to the post as it will look", async () => {
    const page = await openPage(browser);
    await page.goto(`${site}/jobs/review/`);
    await page.getByRole("link", { name: "Preview" }).first().click();
    await page.getByRole("heading", { name: "Backend Engineer, Interlibrary Loans" }).waitFor();
  });

  it("lists a post that a reviewer merges with the button", async () => {
    const page = await openPage(browser);
    await page.goto(`${github}/pulls`);
    await page.getByRole("link", { name: "Sign in" }).click();
    await signIn(page, /tomas-lindgren/);
    await page.getByRole("link", { name: /Interlibrary Loans/ }).click();
    await page.getByRole("button", { name: "Merge" }).click();
    await page.getByText("merged", { exact: false }).first().waitFor();
    await waitFor(async () => {
      expect(await text(`${site}/jobs/`)).toContain("Backend Engineer, Interlibrary Loans");
    });
    expect(printed).toContain("The site was published anew.");
  });

  it("takes a post from the form to the reviewers, as a pull request from a fork", async () => {
    // Decap asks for branches that are not there yet, and for how GitHub is.
    const page = await openPage(browser, { allow: [/ 404 /, /githubstatus/, /ERR_/] });
    await page.goto(`${site}/admin/#/collections/jobs/new`);
    const opening = page.waitForEvent("popup");
    await page.getByRole("button", { name: "Sign in with GitHub" }).click();
    await signIn(await opening, /nadia-brekke/);
    const editor = new Editor(page);
    await editor.write("title", "Data Engineer");
    await editor.write("company", "Example Analytics GmbH");
    await editor.choose("category", boardConfig.categories[0]?.name ?? "");
    await editor.choose("workplace", "Remote");
    await editor.choose("remote_from", "Austria");
    await editor.write("apply_url", "https://example.com/jobs/42");
    await editor.compose("description", "You build pipelines in Python.");
    await editor.compose("requirements", "Some years of Python.");
    await page.getByRole("button", { name: "Save", exact: true }).click();
    await page.getByRole("button", { name: "Send for review" }).click();
    await waitFor(async () => {
      expect(await text(`${github}/pull/6`)).toMatch(/nadia-brekke:cms\/.*data-engineer/);
    });
  });

  it("takes a post from the site’s own form to the reviewers, by way of GitHub’s editor", async () => {
    const page = await openPage(browser);
    await page.goto(`${site}/jobs/create/`);
    await page.getByRole("link", { name: "Open the form" }).click();
    await page.getByLabel("Job title").fill("Cartographer of Test Suites");
    await page.getByLabel("Company", { exact: true }).fill("Example Maps Ltd");
    await page.getByLabel("Category").selectOption({ index: 1 });
    await page.getByLabel("Remote", { exact: true }).check();
    await page.locator("#field-remote_from").selectOption("AT");
    await page.getByLabel("Link to apply").fill("https://example.com/jobs/maps");
    await page
      .locator("#field-description")
      .fill("You draw maps of tests.\n\nIn Python, with pytest.");
    await page.locator("#field-requirements").fill("Some years of Python.");
    await page.getByLabel("Your name on GitHub").fill("nadia-brekke");
    const opening = page.waitForEvent("popup");
    await page.getByRole("button", { name: "Open it on GitHub" }).click();
    const editor = await opening;
    await editor.getByRole("link", { name: "Sign in" }).click();
    await signIn(editor, /nadia-brekke/);
    await editor.getByRole("button", { name: "Propose changes" }).click();
    await editor.getByText("cartographer-of-test-suites.md").first().waitFor();
    await waitFor(async () => {
      const list = await text(`${github}/pulls`);
      const [, labels] =
        /cartographer-of-test-suites.*?<ul class="labels".*?>(.*?)<\/ul>/s.exec(list) ?? [];
      expect(labels).toMatch(/>new post<.*>waiting</s);
    });
  });

  it("ends all with Ctrl-C, and goes on from there at the next start", async () => {
    expect(await interrupt()).toEqual([0, null]);
    await expect(fetch(`${site}/jobs/`)).rejects.toThrow();
    await start([]);
    expect(await text(`${github}/pulls?q=is:closed`)).toContain("Interlibrary Loans");
    expect(await text(`${site}/jobs/`)).toContain("Backend Engineer, Interlibrary Loans");
    expect(await interrupt()).toEqual([0, null]);
  });

  it("says how to start it where it does not understand", async () => {
    const child = spawn(process.execPath, ["sandbox/start.ts", "--port", "http"], {
      cwd: copy.root,
    });
    expect(await once(child, "close")).toEqual([2, null]);
    await expect(access(join(copy.root, ".cache/sandbox/complete"))).resolves.toBeUndefined();
  });
});
