/** A copy of the project, for commands that change its sources. */
import { cp, mkdtemp, rm, symlink } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join, resolve } from "node:path";

export type ProjectCopy = { root: string; remove(): Promise<void> };

const parts = [
  ...["src", "admin", "scripts", "jobs"],
  ...["biome.jsonc", "lint", ".eleventy.ts", "package.json", "package-lock.json", "tsconfig.json"],
];

/** Copies the sources of the site, and links to the installed packages. */
export async function copyProject(): Promise<ProjectCopy> {
  const root = await mkdtemp(join(tmpdir(), "project-"));
  for (const part of parts) await cp(part, join(root, part), { recursive: true });
  await symlink(resolve("node_modules"), join(root, "node_modules"), "junction");
  return { root, remove: () => rm(root, { recursive: true }) };
}
