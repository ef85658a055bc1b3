import { execFile } from "node:child_process";
import { cp, mkdir, readdir, readFile, rm, writeFile } from "node:fs/promises";
import { dirname, join } from "node:path";
import { promisify } from "node:util";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { jobText } from "./posts-folder.ts";
import type { ProjectCopy } from "./project-copy.ts";
import { copyProject } from "./project-copy.ts";
import { runScriptProcess } from "./run-script.ts";

const run = promisify(execFile);

let project: ProjectCopy;
let board: ProjectCopy;

/** Runs Git as somebody without settings of their own. Its exit code is that of a merge with conflicts. */
async function git(root: string, ...words: string[]): Promise<string> {
  const person = ["-c", "user.name=Ada", "-c", "user.email=ada@example.com"];
  const env = { ...process.env, GIT_CONFIG_GLOBAL: "/dev/null", GIT_CONFIG_NOSYSTEM: "1" };
  const { stdout } = await run("git", ["-C", root, ...person, ...words], { env });
  return stdout.trim();
}

async function commit(root: string, message: string): Promise<void> {
  await git(root, "add", "-A", ".");
  await git(root, "commit", "-q", "-m", message);
}

async function edit(root: string, file: string, change: (text: string) => string): Promise<void> {
  const path = join(root, file);
  const before = await readFile(path, "utf8");
  const after = change(before);
  expect(after, file).not.toBe(before);
  await writeFile(path, after);
}

async function write(root: string, file: string, text: string): Promise<void> {
  await mkdir(dirname(join(root, file)), { recursive: true });
  await writeFile(join(root, file), text);
}

function textIn(root: string, file: string): Promise<string> {
  return readFile(join(root, file), "utf8");
}

/** The commands that the guide gives, each as words. */
async function mergeCommands(): Promise<string[][]> {
  const guide = await readFile("docs/launching.md", "utf8");
  const [, part = ""] = guide.split("## 6. New versions\n");
  const [, block = ""] = /```sh\n(.*?)```/s.exec(part) ?? [];
  return block
    .trim()
    .split("\n")
    .map((line) => line.split(" ").slice(1));
}

beforeAll(async () => {
  [project, board] = await Promise.all([copyProject(), copyProject()]);
  for (const part of [".github", "docs", "README.md"]) {
    await cp(part, join(project.root, part), { recursive: true });
  }
  await write(project.root, ".gitignore", "node_modules\n");
  // Even if this board has no samples any more.
  await write(project.root, "jobs/2026-11-20-sample.md", jobText({ submitted: "2026-11-20" }));
  await write(project.root, "jobs/2026-11-21-sample.md", jobText({ submitted: "2026-11-21" }));
  await edit(project.root, "src/board.config.ts", (text) =>
    text.replace(/^ {2}demo: .*$/m, '  demo: "2026-11-22", // Of the first version.'),
  );
  await git(project.root, "init", "-q", "-b", "main");
  await commit(project.root, "The first version");

  const { root } = board;
  for (const name of await readdir(root)) {
    if (name !== "node_modules") await rm(join(root, name), { recursive: true });
  }
  await git(root, "init", "-q", "-b", "main");
  await git(root, "remote", "add", "upstream", project.root);
  await git(root, "pull", "-q", "upstream", "main");
}, 120_000);

afterAll(() => Promise.all([project.remove(), board.remove()]));

describe("a new version of the project, merged as the guide says", () => {
  it("keeps the posts, settings and looks of an adopted board, and brings all else", async () => {
    const { root } = board;
    const adopted = await runScriptProcess(
      "adopt",
      [
        ...["--name", "Rust Jobs", "--topic", "Rust", "--url", "https://rust.example.net/"],
        ...["--repository", "ferris/board", "--contact", "jobs@rust.example.net"],
        ...["--color", "#b7410e"],
      ],
      { root, variables: { JOBS_DIR: undefined, CHROMIUM_PATH: "/nowhere" } },
    );
    expect(adopted).toMatchObject({ code: 0, stderr: "" });
    const own = { submitted: "2026-12-01", description: "Rust.", requirements: "- Rust" };
    await write(root, "jobs/2026-12-01-own.md", jobText(own));
    await commit(root, "Adopt the board");
    const settings = await textIn(root, "src/board.config.ts");

    await publishVersion(project.root);
    for (const words of await mergeCommands()) {
      // The merge reports conflicts.
      await git(root, ...words).catch((error) => {
        if (words[0] !== "merge") throw error;
      });
    }
    expect(await git(root, "ls-files", "--unmerged")).toBe("");
    await git(root, "commit", "-q", "--no-edit");

    expect(await readdir(join(root, "jobs"))).toEqual([".gitkeep", "2026-12-01-own.md"]);
    expect(await textIn(root, "src/board.config.ts")).toBe(settings);
    const form = await textIn(root, ".github/ISSUE_TEMPLATE/your-post.yml");
    expect(form).toContain("https://rust.example.net/jobs/");
    expect(await textIn(root, "README.md")).toMatch(/^# Rust Jobs\n[\s\S]*A new section/);
    const tokens = await textIn(root, "src/site/styles/tokens.css");
    expect(tokens).toContain("--strong: #b7410e;");
    expect(tokens).toContain("--new-token: #123456;");
    expect(await textIn(root, "src/site/new-page.njk")).toBe("New");
    expect(JSON.parse(await textIn(root, "package.json"))).toMatchObject({ version: "9.9.9" });
    const validated = await runScriptProcess("validate", ["--all"], {
      root,
      variables: { JOBS_DIR: undefined },
    });
    expect(validated).toMatchObject({ code: 0 });
    // The next version has a common ancestor with this one.
    expect(await git(root, "merge-base", "HEAD", "upstream/main")).toBe(
      await git(project.root, "rev-parse", "main"),
    );
  }, 120_000);
});

/** Changes something next to almost all that adopters change. */
async function publishVersion(root: string): Promise<void> {
  await edit(root, "src/board.config.ts", (text) =>
    text
      .replace(/^ {2}name: .*$/m, '  name: "Another Sample Board",')
      .replace("Of the first version.", "Of the second version."),
  );
  await edit(root, "jobs/2026-11-20-sample.md", (text) => `${text}\nMore.\n`);
  await rm(join(root, "jobs/2026-11-21-sample.md"));
  await write(root, "jobs/2026-11-22-sample.md", jobText({ submitted: "2026-11-22" }));
  await edit(root, "README.md", (text) => `${text}\n## A new section\n`);
  await edit(root, ".github/ISSUE_TEMPLATE/your-post.yml", (text) =>
    text.replace(/placeholder: .*/, "placeholder: https://another.example.org/"),
  );
  await edit(root, "src/site/static/favicon.svg", (text) => text.replace("<rect", "<rect id='x'"));
  await edit(root, "src/site/styles/tokens.css", (text) =>
    text.replace("  --round:", "  --new-token: #123456;\n  --round:"),
  );
  await edit(root, "package.json", (text) =>
    text.replace(/"version": "[^"]+"/, '"version": "9.9.9"'),
  );
  await write(root, "src/site/new-page.njk", "New");
  await commit(root, "The second version");
}
