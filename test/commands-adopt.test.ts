import { execFileSync } from "node:child_process";
import { mkdir, readdir, readFile, rm, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { pathToFileURL } from "node:url";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { editConfig } from "../scripts/config-source.ts";
import type { BoardConfig } from "../src/board/config.ts";
import { boardConfig } from "../src/board.config.ts";
import { jobText } from "./posts-folder.ts";
import type { ProjectCopy } from "./project-copy.ts";
import { copyProject } from "./project-copy.ts";
import { runScript } from "./run-script.ts";

const unadopted = [
  { path: ["name"], value: "Sample Board" },
  { path: ["url"], value: "https://sample.example.org/" },
  { path: ["repository", "owner"], value: "sample-org" },
  { path: ["repository", "name"], value: "sample-board" },
  { path: ["contact"], value: "sample@example.org" },
  { path: ["demo"], value: "2026-11-22" },
];

let copy: ProjectCopy;

beforeEach(async () => {
  copy = await copyProject();
  // Even if this project has been adopted, the copy has not.
  await writeFile(file("src/board.config.ts"), editConfig(await config(), unadopted));
  await rm(file("jobs"), { recursive: true });
  const archived = {
    published: "2026-01-02",
    closed: { on: "2026-02-01", reason: "filled" },
  } as const;
  await post("jobs/2026-11-20-sample.md", { submitted: "2026-11-20" });
  await post("jobs/archive/2026/01/2026-01-01-old.md", { submitted: "2026-01-01", ...archived });
});

afterEach(() => copy.remove());

function file(path: string): string {
  return join(copy.root, path);
}

function config(): Promise<string> {
  return readFile(file("src/board.config.ts"), "utf8");
}

async function post(path: string, changes: Parameters<typeof jobText>[0]): Promise<void> {
  await mkdir(join(file(path), ".."), { recursive: true });
  await writeFile(file(path), jobText(changes));
}

/** Without a browser, the picture is not drawn, which takes seconds. */
const undrawn = { CHROMIUM_PATH: "/nowhere" };

function adopt(...parameters: string[]) {
  return adoptWith(undrawn, ...parameters);
}

function adoptWith(variables: Record<string, string | undefined>, ...parameters: string[]) {
  return runScript("adopt", parameters, {
    directory: copy.root,
    variables: { JOBS_DIR: undefined, ...variables },
    settings: valuesNow(),
  });
}

/** The values of the copy’s settings, read by a new process. */
function valuesNow(): BoardConfig {
  const url = JSON.stringify(pathToFileURL(file("src/board.config.ts")).href);
  const program = `console.log(JSON.stringify((await import(${url})).boardConfig))`;
  const words = ["--input-type=module", "--eval", program];
  return JSON.parse(execFileSync(process.execPath, words, { encoding: "utf8" }));
}

const answers = [
  ...["--name", 'The "Ruby" Board', "--topic", boardConfig.topic.name],
  ...["--url", "https://rubyists.example.io/jobs"],
  ...["--repository", "rubyists/board", "--contact", "jobs@ruby.example.org"],
];

describe("adopting the board", () => {
  it("writes the answers into the configuration, and changes nothing else in it", async () => {
    const before = await config();
    const { code, stderr } = await adopt(...answers);
    expect({ code, stderr }).toEqual({ code: 0, stderr: "" });
    expect(valuesNow()).toEqual({
      ...boardConfig,
      name: 'The "Ruby" Board',
      url: "https://rubyists.example.io/jobs/",
      repository: { ...boardConfig.repository, owner: "rubyists", name: "board" },
      contact: "jobs@ruby.example.org",
      demo: null,
    });
    const after = (await config()).split("\n");
    const changed = before.split("\n").filter((line, index) => line !== after[index]);
    expect(changed.map((line) => line.trim().split(":")[0])).toEqual([
      ...["name", "url", "repository", "contact", "demo"],
    ]);
    expect(await readdir(file("src"))).not.toContain("board.config.new.ts");
  });

  it("says who is still asked to review changes to the code", async () => {
    await mkdir(file(".github"), { recursive: true });
    await writeFile(file(".github/CODEOWNERS"), "* @sample-org/maintainers\n");
    const { stdout } = await adopt(...answers);
    expect(stdout).toContain(".github/CODEOWNERS still asks @sample-org to review changes");
    const again = await adopt(...answers);
    expect(again.stdout).not.toContain("CODEOWNERS");
  });

  it("writes what follows from another topic, and names the settings that still mention the old one", async () => {
    // Words of the community's own are left to it.
    const old = { path: ["topic", "name"], value: "Plumbing" };
    const own = { path: ["description"], value: "All about plumbing." };
    await writeFile(file("src/board.config.ts"), editConfig(await config(), [old, own]));
    await writeFile(file("README.md"), "# Sample Board\n\nText.\n");
    const { stdout } = await adopt(
      ...[...answers, "--topic", "Rust", "--terms", "Rust, Tokio"],
      ...["--categories", "Engineer, Other work", "--host", "netlify"],
    );
    expect(valuesNow()).toMatchObject({
      topic: { name: "Rust", terms: ["Rust", "Tokio"], exampleTitle: "Senior Rust Developer" },
      description: "All about plumbing.",
      categories: [
        { slug: "engineer", name: "Engineer" },
        { slug: "other-work", name: "Other work" },
      ],
      host: "netlify",
    });
    // As the linter wants it.
    expect(await config()).toContain('    { slug: "other-work", name: "Other work" },\n');
    expect(stdout).toContain(
      "These settings in src/board.config.ts still mention Plumbing: description.\n",
    );
    expect(await readFile(file("README.md"), "utf8")).toBe('# The "Ruby" Board\n\nText.\n');
    expect(await readFile(file(".github/ISSUE_TEMPLATE/your-post.yml"), "utf8")).toContain(
      "https://rubyists.example.io/jobs/jobs/2026-11-22-example-company-senior-rust-developer/",
    );
  });

  it("takes a color and a logo, and draws the picture for links", async () => {
    const logo = '<svg xmlns="http://www.w3.org/2000/svg"><circle r="9"/></svg>';
    await writeFile(file("mark.svg"), logo);
    const before = await readFile(file("src/site/static/share.png"));
    const look = ["--color", "#b7410e", "--logo", file("mark.svg")];
    const { stdout } = await adoptWith({}, ...answers, ...look);
    expect(stdout).not.toContain("not drawn");
    expect(await readFile(file("src/site/static/favicon.svg"), "utf8")).toBe(logo);
    expect(await readFile(file("src/site/styles/tokens.css"), "utf8")).toContain(
      "  --strong: #b7410e;\n",
    );
    const after = await readFile(file("src/site/static/share.png"));
    expect(after.equals(before)).toBe(false);
    // Where a PNG file has its size.
    expect([after.readUInt32BE(16), after.readUInt32BE(20)]).toEqual([1200, 630]);
    const again = await adopt(...answers, ...look);
    expect(again.stdout).toBe("There is nothing to change.\n");
  });

  it("draws the picture later if there is no browser", async () => {
    const { code, stdout } = await adopt(...answers);
    expect(code).toBe(0);
    expect(stdout).toContain("src/site/static/share.png was not drawn.");
    expect((await adopt("--dry-run")).stdout).toContain("src/site/share.svg to change\n");
  });

  it("works without the team’s email address, and says that it is still the original one", async () => {
    const { code, stdout } = await adopt(...answers.slice(0, -2));
    expect(code).toBe(0);
    expect(stdout).toContain("contact address is still sample@example.org.");
  });

  it("empties the folder of posts, and keeps it in Git", async () => {
    await adopt(...answers);
    expect(await readdir(file("jobs"), { recursive: true })).toEqual([".gitkeep"]);
    expect(await runScript("validate", ["--all"], { directory: copy.root })).toMatchObject({
      code: 0,
    });
  });

  it("keeps later posts and unreadable files, which it names", async () => {
    await post("jobs/2026-11-23-own.md", { submitted: "2026-11-23" });
    await writeFile(file("jobs/2026-11-01-odd.md"), "no post");
    const { stdout } = await adopt(...answers);
    expect((await readdir(file("jobs"))).toSorted()).toEqual([
      "2026-11-01-odd.md",
      "2026-11-23-own.md",
    ]);
    expect(stdout).toContain("Skipped because it can’t be read: jobs/2026-11-01-odd.md");
  });

  it("changes nothing the second time", async () => {
    await adoptWith({}, ...answers);
    await post("jobs/2026-11-01-own.md", { submitted: "2026-11-01" });
    const [before, listing] = [await config(), await readdir(file("jobs"))];
    for (const parameters of [answers, []]) {
      const { code, stdout } = await adopt(...parameters);
      expect({ code, stdout }).toEqual({ code: 0, stdout: "There is nothing to change.\n" });
    }
    expect(await config()).toBe(before);
    expect(await readdir(file("jobs"))).toEqual(listing);
  });

  it("only prints the plan with --dry-run", async () => {
    const [before, listing] = [await config(), await readdir(file("jobs"), { recursive: true })];
    const { code, stdout } = await adopt(...answers, "--dry-run");
    expect(code).toBe(0);
    expect(stdout).toContain(
      'url: "https://sample.example.org/" -> "https://rubyists.example.io/jobs/"',
    );
    expect(stdout).toContain("2 sample posts to remove");
    expect(await config()).toBe(before);
    expect(await readdir(file("jobs"), { recursive: true })).toEqual(listing);
  });

  it("does nothing if a value is invalid or missing", async () => {
    const before = await config();
    const missing = await adopt("--name", "Ruby");
    expect(missing.code).toBe(2);
    expect(missing.stderr).toContain("Missing: --topic, --url, --repository.");
    const wrong = await adopt(
      ...["--name", "Ruby", "--url", "localhost", "--contact", "nobody"],
      ...["--color", "red", "--language", "tlh", "--logo", "package.json"],
    );
    expect(wrong.code).toBe(2);
    // All problems at once.
    expect(wrong.stderr).toMatch(
      /^Missing: --topic, --repository\.\n--url: “localhost”.*\n--contact: “nobody”.*\n--language: “tlh” .*\n--color: “red” .*\n--logo: package\.json is not an SVG/,
    );
    expect(await config()).toBe(before);
    expect(await readdir(file("jobs"))).toContain("2026-11-20-sample.md");
  });

  it("does nothing if a setting is not a literal", async () => {
    const spread = '  ...{ url: "https://sample.example.org/" },';
    await writeFile(file("src/board.config.ts"), (await config()).replace(/ {2}url: .*/, spread));
    const { code, stderr } = await adopt(...answers);
    expect(code).toBe(1);
    expect(stderr).toContain("does not set “url” to a plain value");
    expect(await readdir(file("jobs"))).toContain("2026-11-20-sample.md");
  });
});
