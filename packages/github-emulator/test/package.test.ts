import { execFile } from "node:child_process";
import {
  mkdir,
  mkdtempDisposable,
  readdir,
  readFile,
  rm,
  symlink,
  writeFile,
} from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { promisify } from "node:util";
import { expect, it } from "vitest";

const run = promisify(execFile);
const root = join(import.meta.dirname, "..");
/** Where npm installs dependencies: at the workspace root, or here if others need another version. */
const installed = [join(root, "node_modules"), join(root, "../../node_modules")];

it("can be packed, installed in an empty folder, and used as the README says", async () => {
  await using folder = await mkdtempDisposable(join(tmpdir(), "package-"));
  const at = { cwd: folder.path };
  await run("npm", ["pack", "--pack-destination", folder.path], { cwd: root });
  const [archive = ""] = await readdir(folder.path);
  await run("tar", ["-xzf", archive], at);

  // Its dependencies are already installed, so nothing is downloaded.
  await mkdir(join(folder.path, "node_modules"));
  for (const modules of installed.toReversed()) {
    for (const name of await readdir(modules)) {
      if (name === "github-emulator" || name.startsWith(".")) continue;
      const link = join(folder.path, "node_modules", name);
      await rm(link, { force: true });
      await symlink(join(modules, name), link);
    }
  }
  await symlink(join(folder.path, "package"), join(folder.path, "node_modules/github-emulator"));
  await writeFile(join(folder.path, "package.json"), '{ "type": "module" }');

  const readme = await readFile(join(root, "README.md"), "utf8");
  const examples = [...readme.matchAll(/```ts\n(.*?)```/gs)].map(([, code = ""]) => code);
  const [client = "", runner = ""] = examples;
  await writeFile(join(folder.path, "client.ts"), client);
  const start = 'import type { GitHub } from "github-emulator";\ndeclare const github: GitHub;\n';
  await writeFile(join(folder.path, "runner.ts"), start + runner);

  const tsc = join(folder.path, "node_modules/typescript/bin/tsc");
  const flags = [
    "--strict",
    "--noEmit",
    "--module",
    "nodenext",
    "--target",
    "es2024",
    "--types",
    "node",
  ];
  await run(process.execPath, [tsc, ...flags, "--skipLibCheck", "client.ts", "runner.ts"], at);
  const { stdout } = await run(process.execPath, ["client.ts"], at);
  expect(stdout).toContain("pull_request opened\n");
  expect(stdout).toContain("pull_request closed\npush \n");
}, 60_000);
