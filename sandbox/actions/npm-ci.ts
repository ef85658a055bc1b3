/**
 * What `npm ci` is in the sandbox: it installs nothing, and links to what the project has installed.
 * With `--omit=dev` it links to just those packages, so that a job that imports another one fails.
 *
 * node npm-ci.ts INSTALLED [FLAG…], in the folder of the package.
 */
import { mkdir, readFile, symlink } from "node:fs/promises";
import { dirname, join } from "node:path";

type Lock = { packages: Record<string, { version?: string; dev?: boolean; optional?: boolean }> };

const [installed = "", ...flags] = process.argv.slice(2);
const unknown = flags.find((flag) => !["--omit=dev", "--ignore-scripts"].includes(flag));
if (unknown) throw new Error(`The sandbox does not know ${unknown} of npm ci.`);

const locked = Object.entries((await readLock("package-lock.json")).packages);
const there = (await readLock(join(installed, ".package-lock.json"))).packages;
const wanted = locked.filter(
  ([path, { dev }]) => path !== "" && !(dev && flags.includes("--omit=dev")),
);
const missing = wanted.filter(
  ([path, { version, optional }]) => there[path]?.version !== version && !optional,
);
if (missing.length > 0) {
  const names = missing.map(([path, { version }]) => `${nameOf(path)}@${version}`).join(", ");
  throw new Error(`The sandbox installs nothing, and this machine lacks ${names}.`);
}

if (flags.includes("--omit=dev")) {
  const direct = wanted.filter(([path]) => path.lastIndexOf("node_modules/") === 0 && there[path]);
  for (const [path] of direct) {
    await mkdir(dirname(path), { recursive: true });
    await symlink(join(installed, nameOf(path)), path);
  }
  console.log(`The sandbox links to ${direct.length} packages that are installed already.`);
} else {
  await symlink(installed, "node_modules");
  console.log("The sandbox links to all packages that are installed already.");
}

async function readLock(path: string): Promise<Lock> {
  return JSON.parse(await readFile(path, "utf8"));
}

function nameOf(path: string): string {
  return path.replace(/^.*node_modules\//, "");
}
