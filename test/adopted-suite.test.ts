import { execFile } from "node:child_process";
import { cp, readdir, readFile, writeFile } from "node:fs/promises";
import { join, resolve } from "node:path";
import { afterAll, beforeAll, expect, it } from "vitest";
import { jobText } from "./posts-folder.ts";
import { copyProject, type ProjectCopy } from "./project-copy.ts";
import { runScriptProcess } from "./run-script.ts";

/** Tests that read the configuration or the posts, and only take seconds. */
const quickTests = [
  ...[
    "src/board/adoption",
    "src/board/listing",
    "src/board/rules/topic-named",
    "src/board/rules/corpus",
    "src/site/filters",
  ],
  ...["admin/cms-config", "admin/job-format", "test/samples", "scripts/config-source"],
];

let copy: ProjectCopy;

beforeAll(async () => {
  copy = await copyProject();
  for (const part of ["test", "docs", "vitest.config.ts"]) {
    await cp(part, join(copy.root, part), { recursive: true });
  }
});

afterAll(() => copy.remove());

it("the tests pass on an adopted board with another topic and its own post", async () => {
  const { root } = copy;
  const adopted = await runScriptProcess(
    "adopt",
    [
      ...["--name", "Rust Jobs", "--topic", "Rust", "--terms", "Rust, Tokio"],
      ...["--url", "https://rust.example.io/jobs", "--repository", "ferris/board"],
      ...["--contact", "jobs@rust.example.io", "--host", "netlify"],
    ],
    { root, variables: { JOBS_DIR: undefined } },
  );
  expect(adopted).toMatchObject({ code: 0, stderr: "" });
  // The rules may have advice about it, but no errors.
  const texts = { description: "Rust.", requirements: "- Some years of Rust" };
  const own = jobText({ submitted: "2026-12-01", title: "RUST DEVELOPER", ...texts });
  await writeFile(join(root, "jobs/2026-12-01-own.md"), own);

  const { code, output } = await runVitest(root, quickTests);
  expect(output.split("\n").filter((line) => /^\s*(FAIL|\w*Error:)/.test(line))).toEqual([]);
  expect({ code, output }).toMatchObject({ code: 0, output: expect.stringMatching(/\d+ passed/) });
}, 240_000);

it("no page, feed, form or setting of the editor speaks of what the board was before", async () => {
  const { root } = copy;
  const outputs = join(root, "outputs");
  const variables = { GITHUB_OUTPUT: outputs };
  const built = await runScriptProcess("build", ["--strict"], { root, variables });
  expect(built).toMatchObject({ code: 0 });
  // For the job that uploads.
  expect(await readFile(outputs, "utf8")).toBe("other-host=netlify\n");
  const site = join(root, "_site");
  const files = await readdir(site, { recursive: true, withFileTypes: true });
  // Scripts have rules that know Python's commands, and libraries that color its code.
  const texts = files.filter((file) => file.isFile() && !/\.(?:js|png)$/.test(file.name));
  expect(texts.length).toBeGreaterThan(30);
  for (const { parentPath, name } of texts) {
    const path = join(parentPath, name);
    const found = /.{0,40}(?:python|django|example-org|jobs\.example\.org).{0,40}/i.exec(
      await readFile(path, "utf8"),
    );
    expect(found && `${path}: ${found[0]}`).toBeNull();
  }
}, 240_000);

/** Runs test files of a copy in a separate process, without the environment of this one. */
function runVitest(
  root: string,
  files: readonly string[],
): Promise<{ code: number; output: string }> {
  const own = Object.entries(process.env).filter(([name]) => !/^(VITEST|NODE_ENV$)/.test(name));
  return new Promise((done) => {
    execFile(
      process.execPath,
      [resolve("node_modules/vitest/vitest.mjs"), "run", "--no-color", ...files],
      { cwd: root, env: Object.fromEntries(own), maxBuffer: 2 ** 26 },
      (error, stdout, stderr) =>
        done({ code: error ? Number(error.code ?? -1) : 0, output: stdout + stderr }),
    );
  });
}
