import { spawnSync } from "node:child_process";
import { mkdtempDisposable, symlink, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { describe, expect, it } from "vitest";

const root = join(import.meta.dirname, "..");

/** Runs vitest with our closing line on the given test files, in a separate folder. */
async function runTests(files: Record<string, string>) {
  await using folder = await mkdtempDisposable(join(tmpdir(), "closing-line-"));
  await symlink(join(root, "node_modules"), join(folder.path, "node_modules"));
  await writeFile(
    join(folder.path, "vitest.config.ts"),
    `import { ClosingLine } from ${JSON.stringify(join(import.meta.dirname, "closing-line.ts"))};
     export default { test: { reporters: ["default", new ClosingLine()] } };`,
  );
  for (const [name, body] of Object.entries(files)) {
    await writeFile(
      join(folder.path, name),
      `import { beforeAll, describe, expect, it } from "vitest";\n${body}`,
    );
  }
  const { status, stdout } = spawnSync(
    process.execPath,
    [join(root, "node_modules/vitest/vitest.mjs"), "run", "--root", folder.path],
    { encoding: "utf8" },
  );
  return { exitCode: status, lastLine: stdout.trimEnd().split("\n").at(-1) };
}

describe("the last line of a test run", () => {
  it("counts what passed", async () => {
    const run = await runTests({
      "a.test.ts": `it("one", () => {}); it("two", () => {});`,
      "b.test.ts": `it("three", () => {});`,
    });
    expect(run).toEqual({ exitCode: 0, lastLine: "3 passed, 0 failed" });
  });

  it("counts what failed and what was skipped", async () => {
    const run = await runTests({
      "a.test.ts": `it("one", () => {}); it("two", () => expect(1).toBe(2)); it.skip("three");`,
    });
    expect(run).toEqual({ exitCode: 1, lastLine: "1 passed, 1 failed, 1 skipped" });
  });

  it("counts a file that does not load, a broken hook and an unhandled rejection as failed", async () => {
    const run = await runTests({
      "load.test.ts": `throw new Error("does not load");`,
      "hook.test.ts": `describe("s", () => { beforeAll(() => { throw new Error("hook"); }); it("x", () => {}); });`,
      "stray.test.ts": `it("y", () => { Promise.reject(new Error("stray")); });`,
    });
    expect(run).toEqual({ exitCode: 1, lastLine: "1 passed, 3 failed, 1 skipped" });
  });
});

describe("the machine of a test run", () => {
  it("is a day away from UTC, so that tests notice local dates", () => {
    expect(new Date(2026, 0, 1).getTimezoneOffset()).toBe(-14 * 60);
  });
});
