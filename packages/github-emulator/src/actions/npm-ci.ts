/**
 * `npm ci` in a job: installs nothing, but links to the packages that are installed on this machine. With
 * `--omit=dev` it links to just the packages that npm would install, so that a job that imports another
 * one fails.
 *
 * node npm-ci.ts NODE_MODULES [FLAG…], in the folder of the package.
 */
import { mkdir, readFile, symlink } from "node:fs/promises";
import { dirname, join } from "node:path";

type Locked = {
  version?: string;
  dev?: boolean;
  optional?: boolean;
  link?: boolean;
  dependencies?: Readonly<Record<string, string>>;
  devDependencies?: Readonly<Record<string, string>>;
  optionalDependencies?: Readonly<Record<string, string>>;
};

export type Lock = { packages: Readonly<Record<string, Locked>> };

const knownFlags = ["--omit=dev", "--ignore-scripts", "--workspaces=false"];

if (import.meta.main) {
  const [installed = "", ...flags] = process.argv.slice(2);
  console.log(await linkPackages(process.cwd(), installed, flags));
}

/** Links the packages of a folder's lock file, and resolves to a line for the log. */
export async function linkPackages(
  folder: string,
  installed: string,
  flags: readonly string[],
): Promise<string> {
  const unknown = flags.find((flag) => !knownFlags.includes(flag));
  if (unknown) throw new Error(`The emulator does not support ${unknown} of npm ci.`);
  const lock = await readLock(join(folder, "package-lock.json"));
  const there = (await readLock(join(installed, ".package-lock.json"))).packages;
  const paths = pathsToInstall(lock, flags);
  const missing = paths.filter((path) => {
    const { version, optional } = lock.packages[path] ?? {};
    return there[path]?.version !== version && !optional;
  });
  if (missing.length > 0) {
    const names = missing.map((path) => `${nameOf(path)}@${lock.packages[path]?.version}`);
    throw new Error(
      `npm ci installs nothing here, and these packages are missing on this machine: ${names.join(", ")}.`,
    );
  }
  if (!flags.includes("--omit=dev")) {
    await symlink(installed, join(folder, "node_modules"));
    return "Linked to all installed packages.";
  }
  const direct = paths.filter((path) => path.lastIndexOf("node_modules/") === 0 && there[path]);
  for (const path of direct) {
    await mkdir(join(folder, dirname(path)), { recursive: true });
    await symlink(join(installed, nameOf(path)), join(folder, path));
  }
  return `Linked to ${direct.length} installed packages.`;
}

/** The packages that npm would install, by their paths in the lock file. */
export function pathsToInstall({ packages }: Lock, flags: readonly string[]): string[] {
  const isOmitted = ({ dev = false }: Locked) => dev && flags.includes("--omit=dev");
  const wanted = flags.includes("--workspaces=false")
    ? reachableFrom(packages, "")
    : Object.keys(packages);
  return [...wanted].filter(
    (path) => path.includes("node_modules/") && !isOmitted(packages[path] ?? {}),
  );
}

/** What a package needs, directly or not. Workspaces are links, and not followed. */
function reachableFrom(packages: Lock["packages"], root: string): Set<string> {
  const found = new Set([root]);
  for (const path of found) {
    const { dependencies, devDependencies, optionalDependencies } = packages[path] ?? {};
    for (const name of Object.keys({
      ...dependencies,
      ...devDependencies,
      ...optionalDependencies,
    })) {
      const place = placeOf(packages, path, name);
      if (place && !packages[place]?.link) found.add(place);
    }
  }
  found.delete(root);
  return found;
}

/** Where Node finds a package that another one imports. */
function placeOf(packages: Lock["packages"], from: string, name: string): string | undefined {
  for (let folder = from; ; folder = folder.replace(/\/?node_modules\/(?:@[^/]+\/)?[^/]+$/, "")) {
    const path = folder ? `${folder}/node_modules/${name}` : `node_modules/${name}`;
    if (packages[path]) return path;
    if (!folder) return undefined;
  }
}

async function readLock(path: string): Promise<Lock> {
  return JSON.parse(await readFile(path, "utf8"));
}

function nameOf(path: string): string {
  return path.replace(/^.*node_modules\//, "");
}
