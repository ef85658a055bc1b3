import {
  access,
  cp,
  mkdir,
  mkdtemp,
  readdir,
  readFile,
  rm,
  symlink,
  writeFile,
} from "node:fs/promises";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { afterAll, afterEach, beforeEach, describe, expect, it } from "vitest";
import { writeJobFile } from "../src/board/job/file.ts";
import { boardConfig } from "../src/board.config.ts";
import { exampleJob } from "./example-job.ts";
import { copyProject } from "./project-copy.ts";
import type { Ending } from "./run-script.ts";
import { runScript, runScriptProcess } from "./run-script.ts";

let folder: string;
let jobs: string;
let output: string;
/** Where the bundles of the first build are kept for the others, because they take longer than all else. */
let bundles: string | undefined;

beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), "build-"));
  if (bundles) await cp(bundles, join(folder, "cache/assets"));
  jobs = join(folder, "jobs");
  output = join(folder, "site");
  await mkdir(jobs);
  await addJob("2026-11-20-good.md", jobText());
});

afterEach(async () => {
  const made = join(folder, "cache/assets");
  if (!bundles && (await exists(made))) {
    bundles = join(await mkdtemp(join(tmpdir(), "build-bundles-")), "assets");
    await cp(made, bundles);
  }
  await rm(folder, { recursive: true });
});

afterAll(async () => {
  if (bundles) await rm(dirname(bundles), { recursive: true });
});

function jobText(changes: Partial<typeof exampleJob> = {}): string {
  const written = writeJobFile("jobs/2026-11-20-x.md", { ...exampleJob, ...changes }, boardConfig);
  if (!written.ok) throw new Error(written.problems[0]?.message);
  return written.text;
}

function addJob(name: string, text: string): Promise<void> {
  return writeFile(join(jobs, name), text);
}

/** The topic of the board that the command builds. */
const topic = boardConfig.topic.name;

/** Each build is a separate process, because Eleventy reuses compiled layouts. */
function build(
  parameters: string[] = [],
  variables: Record<string, string> = {},
  runAs = runScriptProcess,
): Promise<Ending> {
  return runAs("build", ["--output", output, ...parameters], {
    variables: {
      JOBS_DIR: jobs,
      BOARD_NOW: "2026-11-22",
      BOARD_CACHE: join(folder, "cache"),
      ...variables,
    },
  });
}

function isThere(path: string): Promise<boolean> {
  return exists(join(output, path));
}

function exists(path: string): Promise<boolean> {
  return access(path).then(
    () => true,
    () => false,
  );
}

/** The text of the list's heading. */
async function listHeading(): Promise<string> {
  const list = await readFile(join(output, "jobs/index.html"), "utf8");
  return (/<h1[^>]*>(.*)<\/h1>/.exec(list)?.[1] ?? "").replace(/<[^>]*>/g, "");
}

describe("a build with posts that cannot be published", () => {
  beforeEach(async () => {
    await addJob("2026-11-20-no-fence.md", "A job, but nothing that says so.\n");
    await addJob("2026-11-20-no-city.md", jobText().replace("city: Berlin\n", ""));
    await addJob("2026-11-20-key.md", jobText().replace("city:", "layout: x\ncity:"));
    await addJob(
      "2026-11-20-harmless.md",
      jobText({ description: "{{ 7 * 7 }}{% include 'x' %}" }),
    );
    await symlink("/etc/hostname", join(jobs, "2026-11-20-link.md"));
  });

  it("publishes the others, and reports each with field, reason and fix", async () => {
    const { code, stderr } = await build();
    expect(code).toBe(0);
    for (const name of ["no-fence", "no-city", "key", "link"]) {
      expect(stderr).toContain(`jobs/2026-11-20-${name}.md`);
      expect(await isThere(`jobs/2026-11-20-${name}/index.html`)).toBe(false);
    }
    expect(stderr).toMatch(/error\s+The first line is not three hyphens[^\n]*\n\s+Start the file/);
    expect(stderr).toMatch(/error\s+city: /);
    expect(stderr).toMatch(/error\s+layout: /);
    expect(await isThere("jobs/2026-11-20-good/index.html")).toBe(true);
    expect(await readFile(join(output, "jobs/2026-11-20-harmless/index.html"), "utf8")).toContain(
      "{{ 7 * 7 }}{% include",
    );
    expect(await listHeading()).toBe(`2 ${topic} jobs`);
  });

  it("fails with --strict and says why, although the others are built", async () => {
    const { code, stderr } = await build(["--strict"]);
    expect(code).toBe(1);
    expect(stderr).toContain("jobs/2026-11-20-no-city.md");
    expect(stderr).toContain("because of --strict");
    expect(await isThere("jobs/2026-11-20-good/index.html")).toBe(true);
  });
});

describe("a build with valid posts", () => {
  it("succeeds with --strict, replaces an earlier build, and keeps it if the next one fails", async () => {
    expect(await build(["--strict"])).toMatchObject({ code: 0, stderr: "" });
    expect(await isThere("jobs/2026-11-20-good/index.html")).toBe(true);
    await rm(join(jobs, "2026-11-20-good.md"));
    await addJob("2026-11-20-other.md", jobText({ title: "Another job" }));
    await build();
    expect(await isThere("jobs/2026-11-20-good/index.html")).toBe(false);
    expect(await isThere("jobs/2026-11-20-other/index.html")).toBe(true);
    await build([], { BOARD_NOW: "soon" }, runScript);
    expect(await isThere("jobs/2026-11-20-other/index.html")).toBe(true);
    expect(await readdir(output)).not.toContainEqual(expect.stringContaining("unfinished"));
  });

  it("uses the time in BOARD_NOW", async () => {
    // Later than the day of the samples, so that its dates are not moved.
    await addJob("2026-11-20-good.md", jobText({ submitted: "2026-12-01" }));
    await build([], { BOARD_NOW: "2027-03-01T00:00:00Z" });
    expect(await readFile(join(output, "jobs/index.html"), "utf8")).toContain(
      "There are no open jobs",
    );
  });
});

describe("a site near to what its host takes", () => {
  it("is built, with a warning by every build until it is smaller", async () => {
    const copy = await copyProject();
    const inCopy = (path: string) => join(copy.root, path);
    const settings = await readFile(inCopy("src/board.config.ts"), "utf8");
    await writeFile(
      inCopy("src/board.config.ts"),
      settings.replace(/\bhost: [^,]*/, 'host: "cloudflare-pages"'),
    );
    await writeFile(inCopy("src/site/static/video.mp4"), new Uint8Array(22_000_000));
    const buildCopy: typeof runScriptProcess = (name, words, surroundings) =>
      runScriptProcess(name, words, { ...surroundings, root: copy.root });
    const warning =
      /^Warning: video\.mp4 has 22\.0 MB, 83% of the 26\.2 MB that Cloudflare Pages takes\./m;
    for (const _ of ["first build", "nothing changed"]) {
      const { code, stderr } = await build([], {}, buildCopy);
      expect(code).toBe(0);
      expect(stderr).toMatch(warning);
    }
    await rm(inCopy("src/site/static/video.mp4"));
    expect(await build([], {}, buildCopy)).toMatchObject({ code: 0, stderr: "" });
    await copy.remove();
  });
});

describe("a build that cannot start", () => {
  it("leaves nothing behind if the folder of posts is missing", async () => {
    const { code, stderr } = await build([], { JOBS_DIR: join(folder, "nowhere") });
    expect(code).toBe(1);
    expect(stderr).toContain("can’t be read. Create it, or set JOBS_DIR to another folder.");
    expect(await readdir(output)).toEqual([]);
  });

  it("does not change a folder with anything but a site", async () => {
    await mkdir(output);
    await writeFile(join(output, "thesis.txt"), "years of work");
    const { code, stderr } = await build([], {}, runScript);
    expect(code).toBe(1);
    expect(stderr).toContain("Choose an empty or new folder");
    expect(await readdir(output)).toEqual(["thesis.txt"]);
  });

  it("quotes an invalid time", async () => {
    const { code, stderr } = await build([], { BOARD_NOW: "soon" }, runScript);
    expect(code).toBe(1);
    expect(stderr).toContain("BOARD_NOW is “soon”");
  });
});

// An adopted board has no samples.
describe.runIf(boardConfig.demo)("the samples of a clone", () => {
  it.each(["2026-11-22", "2031-11-22"])("make a board with recent posts on %s", async (day) => {
    const { code, stderr } = await build(["--strict"], { JOBS_DIR: "jobs", BOARD_NOW: day });
    expect({ code, stderr }).toEqual({ code: 0, stderr: "" });
    const list = await readFile(join(output, "jobs/index.html"), "utf8");
    expect(Number.parseInt(await listHeading(), 10)).toBeGreaterThanOrEqual(14);
    expect(list).toContain(`<time datetime="${day}">22 Nov</time>`);
    expect(list.match(/class="mark new"/g)?.length).toBeGreaterThan(5);
    const archive = await readFile(join(output, "jobs/archive/index.html"), "utf8");
    expect(archive).toContain(`/jobs/archive/${day.slice(0, 4)}/`);

    // Every page calls them fictional, and search engines do not list them as jobs.
    const post = "jobs/2026-11-21-copperline-energy-platform-engineer-python-kubernetes";
    for (const page of ["jobs", "about", post]) {
      const html = await readFile(join(output, page, "index.html"), "utf8");
      expect(html).toContain("Its jobs and companies are fictional.");
      expect(html).not.toContain("application/ld+json");
    }
  });
});
