/** Reads and moves Git's refs, in this process if that is simple. */
import {
  closeSync,
  existsSync,
  mkdirSync,
  openSync,
  readdirSync,
  readFileSync,
  renameSync,
  rmdirSync,
  rmSync,
  writeSync,
} from "node:fs";
import { dirname, join } from "node:path";
import { readCommit } from "./commit-graph.ts";
import type { GitResult } from "./git-process.ts";
import { gitVariables, runGit } from "./git-process.ts";
import { fullName } from "./object-store.ts";

export type Ref = { ref: string; sha: string };

/** The object that a full ref points to. */
export function readRef(directory: string, ref: string): string | undefined {
  if (!isRefName(ref)) return undefined;
  const text = readFile(join(directory, ref)).trim();
  if (fullName.test(text)) return text;
  return packedRefs(directory).find((packed) => packed.ref === ref)?.sha;
}

/** All refs whose full name starts like this, sorted by name. */
export function listRefs(directory: string, start: string): Ref[] {
  const folder = start.slice(0, start.lastIndexOf("/"));
  const found = new Map<string, string>();
  for (const { ref, sha } of packedRefs(directory)) found.set(ref, sha);
  for (const ref of filesBelow(directory, folder)) {
    const text = readFile(join(directory, ref)).trim();
    if (fullName.test(text)) found.set(ref, text);
  }
  return [...found]
    .flatMap(([ref, sha]) => (ref.startsWith(start) ? [{ ref, sha }] : []))
    .sort((one, other) => (one.ref < other.ref ? -1 : 1));
}

function filesBelow(directory: string, folder: string): string[] {
  const path = join(directory, folder);
  if (!existsSync(path)) return [];
  return readdirSync(path, { withFileTypes: true }).flatMap((entry) => {
    const name = `${folder}/${entry.name}`;
    if (entry.isDirectory()) return filesBelow(directory, name);
    return isRefName(name) ? [name] : [];
  });
}

/** Parses `<hash> <ref>` for each; other lines start with `#` or `^`. */
function packedRefs(directory: string): Ref[] {
  const text = readFile(packedPath(directory));
  return [...text.matchAll(/^([0-9a-f]{40}) (\S+)$/gm)].map(([, sha = "", ref = ""]) => ({
    ref,
    sha,
  }));
}

function packedPath(directory: string): string {
  return join(directory, "packed-refs");
}

/** A file of 40 bytes is read much faster synchronously. */
function readFile(path: string): string {
  try {
    return readFileSync(path, "utf8");
  } catch {
    return "";
  }
}

/** Whether Git allows a full ref name, as far as it matters here. */
export function isRefName(ref: string): boolean {
  return (
    /^refs\/[^/]+\/[^\s~^:?*[\\]+$/.test(ref) &&
    !/\.\.|@\{|\/\/|\/\.|\.$|\/$|\.lock(\/|$)/.test(ref)
  );
}

/** `null` means no object: the ref is created or deleted. Without `before`, it may be anything. */
export type RefChange = { ref: string; before?: string | null; after: string | null };

/** Moves a ref. If that is impossible, Git's result says why. */
export async function updateRef(directory: string, change: RefChange): Promise<GitResult> {
  const { ref, before, after } = change;
  if ((await isSimple(directory, change)) && moveFile(directory, change))
    return { code: 0, output: Buffer.alloc(0), words: "" };
  const expected = before === undefined ? [] : [before ?? "0".repeat(40)];
  const parameters = after === null ? ["-d", ref, ...expected] : [ref, after, ...expected];
  return await runGit(["-C", directory, "update-ref", ...parameters], gitVariables());
}

/** Branches are commits. */
async function isSimple(directory: string, { ref, after }: RefChange): Promise<boolean> {
  if (!isRefName(ref) || existsSync(packedPath(directory))) return false;
  return after === null || (await readCommit(directory, after)) !== undefined;
}

/** As Git does, with a lock; returns whether that was possible. */
function moveFile(directory: string, { ref, before, after }: RefChange): boolean {
  const path = join(directory, ref);
  const lock = `${path}.lock`;
  try {
    mkdirSync(dirname(path), { recursive: true });
    const file = openSync(lock, "wx");
    const now = readRef(directory, ref) ?? null;
    const isExpected = before === undefined || before === now;
    if (isExpected && after !== null) writeSync(file, `${after}\n`);
    closeSync(file);
    if (isExpected && after !== null) {
      renameSync(lock, path);
      return true;
    }
    if (isExpected) rmSync(path, { force: true });
    rmSync(lock);
    if (isExpected) removeEmptyFolders(directory, dirname(ref));
    return isExpected;
  } catch {
    // Git's own attempt says why.
    return false;
  }
}

/** So that there can be a ref of that name. */
function removeEmptyFolders(directory: string, folder: string): void {
  if (folder.split("/").length <= 2) return;
  try {
    rmdirSync(join(directory, folder));
    removeEmptyFolders(directory, dirname(folder));
  } catch {
    // There are others.
  }
}
