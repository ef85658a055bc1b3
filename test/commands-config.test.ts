import { readFile, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { afterAll, beforeAll, expect, it } from "vitest";
import type { ProjectCopy } from "./project-copy.ts";
import { copyProject } from "./project-copy.ts";
import { runScriptProcess } from "./run-script.ts";

let copy: ProjectCopy;

beforeAll(async () => {
  copy = await copyProject();
  const file = join(copy.root, "src/board.config.ts");
  const source = await readFile(file, "utf8");
  const wrong = source
    .replace(/url: .*/, 'url: "jobs.example.org",')
    .replace("pageSize: 25", 'pageSize: "x"');
  await writeFile(file, wrong);
});

afterAll(() => copy.remove());

it.each(["build", "dev", "setup", "sign-in", "triage", "validate"])(
  "settings that cannot be used are all named by %s",
  async (script) => {
    const { code, stderr } = await runScriptProcess(script, [], { root: copy.root });
    expect(code).toBe(1);
    expect(stderr).toMatch(/^src\/board\.config\.ts .*\n {2}url .*\n {2}pageSize must be a whole/);
  },
);
