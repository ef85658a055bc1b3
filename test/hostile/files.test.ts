import { execFile } from "node:child_process";
import { chmod, mkdir, mkdtempDisposable, symlink, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { promisify } from "node:util";
import { describe, expect, it } from "vitest";
import { maxFileBytes } from "../../src/board/job/file.ts";
import { checkSources } from "../../src/board/listing/read-board.ts";
import { readJobFiles } from "../../src/services/job-files.ts";
import { exampleConfig, exampleNow } from "../example-job.ts";
import { body, fields } from "./job-text.ts";

const run = promisify(execFile);
const good = `---\n${fields}---\n\n${body}`;

/** A folder of posts with one good post, `good.md`, and what a stranger adds. */
async function judge(add: (folder: string) => Promise<unknown>) {
  await using folder = await mkdtempDisposable(join(tmpdir(), "hostile-"));
  await writeFile(join(folder.path, "good.md"), good);
  await add(folder.path);
  const sources = readJobFiles(folder.path);
  const { sound, problems } = checkSources(sources, exampleConfig, exampleNow);
  const errors = problems.filter(({ severity }) => severity === "error");
  return { sound: sound.map(({ file }) => file), errors };
}

/** Asserts that the good post is listed, and that this file is rejected by a rule. */
async function expectRefused(
  file: string,
  rule: string,
  add: (folder: string) => Promise<unknown>,
) {
  const { sound, errors } = await judge(add);
  expect(sound).toEqual(["jobs/good.md"]);
  // Other problems with the file are reported, too, but none with other files.
  expect(new Set(errors.map((problem) => problem.file))).toEqual(new Set([file]));
  expect(errors.map((problem) => problem.rule)).toContain(rule);
}

describe("a special file", () => {
  it.each(["/etc/passwd", "good.md", "gone.md", "."])(
    "is not followed if it is a link to %s",
    (target) =>
      expectRefused("jobs/2026-11-20-link.md", "path", (folder) =>
        symlink(target, join(folder, "2026-11-20-link.md")),
      ),
  );

  it("is not followed if it is a link to a folder, even to its own", async () => {
    await expectRefused("jobs/archive", "path", (folder) =>
      symlink("/etc", join(folder, "archive")),
    );
    await expectRefused("jobs/loop", "path", (folder) => symlink(".", join(folder, "loop")));
  });

  it("is not waited for if it is a pipe", () =>
    expectRefused("jobs/2026-11-20-pipe.md", "path", (folder) =>
      run("mkfifo", [join(folder, "2026-11-20-pipe.md")]),
    ));

  it("is reported if it cannot be read, and hides no other", async () => {
    const { sound, errors } = await judge((folder) =>
      writeFile(
        Buffer.concat([Buffer.from(`${folder}/`), Buffer.from([0x61, 0xff, 0x2e, 0x6d, 0x64])]),
        good,
      ),
    );
    expect(sound).toEqual(["jobs/good.md"]);
    expect(errors.map(({ rule }) => rule)).toContain("path");
    expect(new Set(errors.map((problem) => problem.file)).size).toBe(1);
  });

  it("is read as data if it is executable", async () => {
    const { sound, errors } = await judge(async (folder) => {
      const path = join(folder, "2026-11-20-executable.md");
      await writeFile(path, `#!/bin/sh\ntouch ${folder}/harmed\n`);
      await chmod(path, 0o755);
    });
    expect(sound).toEqual(["jobs/good.md"]);
    expect(errors).toMatchObject([{ file: "jobs/2026-11-20-executable.md", rule: "fences" }]);
  });
});

describe("a file that is not a post", () => {
  it.each([
    "jobs.11tydata.js",
    "jobs.11tydata.cjs",
    "jobs.json",
    "good.11tydata.json",
    "x.njk",
    "x.liquid",
    "x.html",
    "x.11ty.js",
    "x.md.njk",
    ".eleventyignore",
    ".eleventy.js",
    ".htaccess",
    "_data/site.js",
    "_includes/layout.njk",
    "_redirects",
    "README.md",
    ".md",
    "md",
    "x.MD",
    "x.markdown",
    "x.txt",
    "sub/2026-11-20-x.md",
    "2026-11-20-x.md/index.md",
    "archive/2026-11-20-x.md",
    "archive/26/x.md",
    "archive/2026/13/x.md",
    "archive/2026/1/x.md",
    "archive/2026/11/20/x.md",
    "archive/2026x/x.md",
    "archive/2026/x.njk",
    "package.json",
    "node_modules/x/index.js",
  ])("is rejected by its path, whatever it contains: jobs/%s", async (name) => {
    await expectRefused(`jobs/${name}`, "path", async (folder) => {
      await mkdir(join(folder, name, ".."), { recursive: true });
      await writeFile(join(folder, name), name.endsWith("s") ? "globalThis.harmed = true;" : good);
    });
    expect(globalThis).not.toHaveProperty("harmed");
  });
});

describe("a file’s name", () => {
  it.each([
    "Good.md",
    "GOOD.MD",
    "good .md",
    " good.md",
    "two words.md",
    "--help.md",
    "-rf.md",
    "good-.md",
    "a--b.md",
    "a_b.md",
    "a.b.md",
    "it's.md",
    'a"b.md',
    "a`id`.md",
    "$(id).md",
    "a;b.md",
    "a&b.md",
    "a%2fb.md",
    "a\\b.md",
    "a\nb.md",
    "a\u001b[2Jb.md",
    "münchen.md",
    "開発.md",
    "a\u202eb.md",
    "..md",
    "...md",
    "1234.md",
    "0.md",
    `${"a".repeat(81)}.md`,
    "review.md",
    "page.md",
    "type.md",
    "types.md",
    "feed.md",
    "archive.md",
    "location.md",
    "con .md",
  ])("is rejected: %j", (name) =>
    expectRefused(`jobs/${name}`, "path", (folder) => writeFile(join(folder, name), good)),
  );

  it.each([
    "2026-11-20-a.md",
    "a.md",
    "9-to-5.md",
    "2026-11-20.md",
    `${"a".repeat(80)}.md`,
    "feeds.md",
  ])("passes: %s", async (name) => {
    const { sound, errors } = await judge((folder) => writeFile(join(folder, name), good));
    expect(errors).toEqual([]);
    expect(sound).toHaveLength(2);
  });

  it("cannot be that of an archived post", async () => {
    const closed = good.replace(
      "---\n\n",
      "published: 2026-11-20\nclosed: {on: 2026-11-21, reason: filled}\n---\n\n",
    );
    const { sound, errors } = await judge(async (folder) => {
      await mkdir(join(folder, "archive", "2026"), { recursive: true });
      await writeFile(join(folder, "archive", "2026", "good.md"), closed);
    });
    expect(sound).toEqual(["jobs/archive/2026/good.md"]);
    expect(errors).toMatchObject([{ file: "jobs/good.md", rule: "address-taken" }]);
  });
});

describe("a file’s size", () => {
  it.each([
    ["one byte too many", maxFileBytes + 1],
    ["many megabytes", 20 * 1024 * 1024],
  ])("is rejected: %s", (_, size) =>
    expectRefused("jobs/large.md", "size", (folder) =>
      writeFile(join(folder, "large.md"), good + "x".repeat(size - good.length)),
    ),
  );

  it("may be zero, which is not a post either", () =>
    expectRefused("jobs/empty.md", "fences", (folder) => writeFile(join(folder, "empty.md"), "")));
});
