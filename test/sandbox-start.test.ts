import { spawn } from "node:child_process";
import { once } from "node:events";
import { access, mkdir, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { text as readText } from "node:stream/consumers";
import type { Page } from "playwright-core";
import { afterAll, beforeAll, describe, expect, it, vi } from "vitest";
import { boardConfig } from "../src/board.config.ts";
import { openPage } from "./browser.ts";
import { Editor } from "./cms-editor.ts";
import { StartedSandbox, startSandbox } from "./started-sandbox.ts";

let sandbox: StartedSandbox;
let site: string;
let github: string;

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
  sandbox = await StartedSandbox.prepare();
  ({ site, github } = sandbox);
  // Leftovers of an earlier start, which --fresh has to delete.
  const left = join(sandbox.copy.root, ".cache/sandbox");
  await mkdir(join(left, "github"), { recursive: true });
  await writeFile(join(left, "complete"), "");
  await writeFile(join(left, "github/state.json"), "not JSON");
  await sandbox.start("--fresh");
});

afterAll(async () => {
  await sandbox[Symbol.asyncDispose]();
});

describe("npm start", () => {
  it("prints five things to try, with their addresses", () => {
    const lines = sandbox.printed.split("\n").filter((line) => /^ {2}\d\. /.test(line));
    expect(lines).toHaveLength(5);
    for (const address of [`${site}/jobs/`, `${github}/pulls`, `${site}/admin/`]) {
      expect(sandbox.printed).toContain(address);
    }
  });

  it("serves the site with the project’s posts", async () => {
    expect(await text(`${site}/jobs/`)).toContain(", Tide Tables");
  });

  it("has submissions of each kind, which the bot has answered", async () => {
    await waitFor(async () => {
      const list = await text(`${github}/pulls`);
      const labels = list.match(/(?<=<li>)(?:new post|edit|invalid|waiting|refused)(?=<)/g) ?? [];
      expect(labels.toSorted(), sandbox.printed).toEqual([
        ...["edit", "invalid", "new post", "new post", "new post", "refused"],
        ...["waiting", "waiting", "waiting"],
      ]);
    });
    expect(await text(`${github}/pull/2`)).toContain("can’t be “fulltime”, which is not one");
    expect(await text(`${github}/pull/3`)).toContain("This may be the same job as");
  });

  it("links from the site’s queue to a preview of the post", async () => {
    const page = await openPage();
    await page.goto(`${site}/jobs/review/`);
    await page.getByRole("link", { name: "Preview" }).first().click();
    await page.getByRole("heading", { name: /, Interlibrary Loans$/ }).waitFor();
  });

  it("sends a post from the editor to the reviewers, as a pull request from a fork", async () => {
    // Decap asks for branches that are not there yet, and for how GitHub is.
    const page = await openPage({ allow: [/ 404 /, /githubstatus/, /ERR_/] });
    await page.goto(`${site}/admin/#/collections/jobs/new`);
    const opening = page.waitForEvent("popup");
    await page.getByRole("button", { name: "Sign in with GitHub" }).click();
    await signIn(await opening, /nadia-brekke/);
    const editor = new Editor(page);
    await editor.write("title", "Tram Timetable Engineer");
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
      const conversation = await text(`${github}/pull/6`);
      expect(conversation).toMatch(/nadia-brekke:cms\/.*tram-timetable-engineer/);
      expect(conversation).toContain(">waiting<");
    });
  });

  it("lists the post once a reviewer has merged it with the button", async () => {
    const page = await openPage();
    await page.goto(`${github}/pulls`);
    await page.getByRole("link", { name: "Sign in" }).click();
    await signIn(page, /tomas-lindgren/);
    await page.getByRole("link", { name: /Tram Timetable Engineer/ }).click();
    await page.getByRole("button", { name: "Squash and merge" }).click();
    await page.getByText("merged", { exact: false }).first().waitFor();
    await waitFor(async () => {
      expect(await text(`${site}/jobs/`)).toContain("Tram Timetable Engineer");
    });
    expect(sandbox.printed).toContain("The site has been published.");
  });

  it("says to press buttons that are there, and to sign in as people who are", async () => {
    const pressed = sandbox.printed.match(/(?<=“)[^”]+/g);
    expect(pressed).toEqual(["Squash and merge", "Save", "Send for review"]);
    const accounts = await text(new URL("/login", github).href);
    const named = sandbox.printed.match(/(?<= as )[a-z]+-[a-z]+/g) ?? [];
    expect(named).toHaveLength(4);
    for (const login of named) expect(accounts).toContain(`(${login})`);
  });

  it("sends a post from the site’s form to the reviewers, through GitHub’s file editor", async () => {
    const page = await openPage();
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
    await page.getByLabel("GitHub username").fill("nadia-brekke");
    const opening = page.waitForEvent("popup");
    await page.getByRole("button", { name: "Continue on GitHub" }).click();
    const editor = await opening;
    await editor.getByRole("link", { name: "Sign in" }).click();
    await signIn(editor, /nadia-brekke/);
    await editor.getByRole("button", { name: "Propose changes" }).click();
    await editor.getByText("cartographer-of-test-suites.md").first().waitFor();
    await waitFor(async () => {
      const list = await text(`${github}/pulls`);
      const [, labels] =
        /Cartographer of Test Suites.*?<ul class="labels".*?>(.*?)<\/ul>/s.exec(list) ?? [];
      expect(labels).toMatch(/>new post<.*>waiting</s);
    });
  });

  it("rejects a second start in the same folder, and says where the first is running", async () => {
    const child = spawn(process.execPath, [...startSandbox, "--fresh"], { cwd: sandbox.copy.root });
    const [errors, [code]] = await Promise.all([readText(child.stderr), once(child, "close")]);
    expect([code, errors]).toEqual([1, expect.stringContaining("already running in this folder")]);
    expect(errors).toContain(`${site}/`);
    expect(await text(`${site}/jobs/`)).toContain("Tram Timetable Engineer");
  });

  it("stops with Ctrl-C, and continues there at the next start", async () => {
    expect(await sandbox.interrupt()).toEqual([0, null]);
    await expect(fetch(`${site}/jobs/`)).rejects.toThrow();
    await sandbox.start();
    expect(await text(`${github}/pulls?q=is:closed`)).toContain("Tram Timetable Engineer");
    expect(await text(`${site}/jobs/`)).toContain("Tram Timetable Engineer");
    expect(await sandbox.interrupt()).toEqual([0, null]);
  });

  it("rejects unknown options, and keeps the sandbox", async () => {
    const child = spawn(process.execPath, [...startSandbox, "--port", "http"], {
      cwd: sandbox.copy.root,
    });
    expect(await once(child, "close")).toEqual([2, null]);
    await expect(
      access(join(sandbox.copy.root, ".cache/sandbox/complete")),
    ).resolves.toBeUndefined();
  });
});
