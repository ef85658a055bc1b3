/** Runs the project's linter and compiler on temporary files. */
import { spawnSync } from "node:child_process";
import { cp, mkdir, mkdtempDisposable, symlink, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";

const root = join(import.meta.dirname, "..");

export interface Finding {
  /** Biome's category, such as `lint/style/noEnum`, or `plugin` for a file of lint/. */
  rule: string;
  /** From 1. */
  line: number;
}

/** The parts of Biome's JSON report that are used here. */
interface BiomeReport {
  diagnostics: {
    category: string;
    location: { path: string; start: { line: number } };
  }[];
}

/**
 * The findings of the project's linter in each file.
 *
 * @param files Texts by path, relative to the project's root; no other files exist.
 */
export async function lint(files: Record<string, string>): Promise<Record<string, Finding[]>> {
  await using folder = await write(files);
  const biome = join(root, "node_modules/@biomejs/biome/bin/biome");
  const { stdout } = spawnSync(
    process.execPath,
    [biome, "lint", "--reporter=json", "--max-diagnostics=none", ...Object.keys(files)],
    { cwd: folder.path, encoding: "utf8" },
  );
  const { diagnostics }: BiomeReport = JSON.parse(stdout);
  const findingsIn = (path: string): Finding[] =>
    diagnostics
      .filter(({ location }) => location.path === path)
      .map(({ category, location }) => ({ rule: category, line: location.start.line }));
  return Object.fromEntries(Object.keys(files).map((path) => [path, findingsIn(path)]));
}

/** The compiler's errors in files that are checked like files of the given part. */
export async function checkTypes(part: string, files: Record<string, string>): Promise<string[]> {
  await using folder = await write(files);
  await symlink(join(root, "node_modules"), join(folder.path, "node_modules"));
  const include = [".", ...(part === "src/board" ? [join(root, "src/board/universal.d.ts")] : [])];
  await writeFile(
    join(folder.path, "tsconfig.json"),
    JSON.stringify({ extends: join(root, part, "tsconfig.json"), include, exclude: [] }),
  );
  const tsc = join(root, "node_modules/typescript/bin/tsc");
  const { stdout } = spawnSync(
    process.execPath,
    [tsc, "--pretty", "false", "--incremental", "false", "-p", folder.path],
    {
      cwd: folder.path,
      encoding: "utf8",
    },
  );
  return stdout.split("\n").filter((line) => line.length > 0);
}

async function write(files: Record<string, string>) {
  const folder = await mkdtempDisposable(join(tmpdir(), "architecture-"));
  for (const shared of ["biome.jsonc", "lint", "package.json", ".gitignore"]) {
    await cp(join(root, shared), join(folder.path, shared), { recursive: true });
  }
  for (const [path, text] of Object.entries(files)) {
    await mkdir(join(folder.path, dirname(path)), { recursive: true });
    await writeFile(join(folder.path, path), text);
  }
  return folder;
}
