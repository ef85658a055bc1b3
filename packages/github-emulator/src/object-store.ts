/**
 * Reads and writes Git's objects in this process, because starting Git for each of them would take most of the time of a
 * busy emulator. https://git-scm.com/book/en/v2/Git-Internals-Git-Objects
 */
import type { ChildProcessByStdio } from "node:child_process";
import { spawn } from "node:child_process";
import { createHash, randomUUID } from "node:crypto";
import {
  existsSync,
  mkdirSync,
  readFileSync,
  realpathSync,
  renameSync,
  writeFileSync,
} from "node:fs";
import { Socket } from "node:net";
import { dirname, join, resolve } from "node:path";
import type { Readable, Writable } from "node:stream";
import { deflateSync, inflateSync } from "node:zlib";
import { gitVariables } from "./git-process.ts";

export type ObjectType = "commit" | "tree" | "blob" | "tag";

export type GitObject = { type: ObjectType; content: Buffer };

/** A full hash. */
export const fullName = /^[0-9a-f]{40}$/;

/** An object by its full hash; `undefined` if the repository does not have it. */
export async function readObject(directory: string, sha: string): Promise<GitObject | undefined> {
  if (!fullName.test(sha)) return undefined;
  return readLoose(directory, sha) ?? (await readerOf(directory).read(sha));
}

const sizes = new Map<string, number>();

/** How many bytes an object has; `undefined` if the repository does not have it. */
export async function sizeOf(directory: string, sha: string): Promise<number | undefined> {
  const size = sizes.get(sha) ?? (await readObject(directory, sha))?.content.length;
  if (size !== undefined) sizes.set(sha, size);
  return size;
}

/** Writes an object, and returns its hash. */
export function writeObject(
  directory: string,
  type: ObjectType,
  content: string | Uint8Array,
): string {
  const bytes = Buffer.from(content);
  const whole = Buffer.concat([Buffer.from(`${type} ${bytes.length}\0`), bytes]);
  const sha = createHash("sha1").update(whole).digest("hex");
  const path = pathOf(directory, sha);
  if (existsSync(path)) return sha;
  mkdirSync(dirname(path), { recursive: true });
  // Nobody may read it before it is complete.
  const temporary = join(dirname(path), `tmp_obj_${randomUUID()}`);
  writeFileSync(temporary, deflateSync(whole, { level: 1 }), { mode: 0o444 });
  renameSync(temporary, path);
  return sha;
}

function pathOf(directory: string, sha: string): string {
  return join(directory, "objects", sha.slice(0, 2), sha.slice(2));
}

/** Synchronously, which is much faster for small files. Most objects of a running emulator are not packed. */
function readLoose(directory: string, sha: string): GitObject | undefined {
  let bytes: Buffer;
  try {
    bytes = inflateSync(readFileSync(pathOf(directory, sha)));
  } catch {
    return undefined;
  }
  const headEnd = bytes.indexOf(0);
  const [type] = bytes.toString("latin1", 0, headEnd).split(" ");
  return { type: type as ObjectType, content: bytes.subarray(headEnd + 1) };
}

const readers = new Map<string, ObjectReader>();

function readerOf(directory: string): ObjectReader {
  const store = realpathSync(join(directory, "objects"));
  const reader = readers.get(store) ?? new ObjectReader(directory, store);
  readers.set(store, reader);
  return reader;
}

/** Ends the processes that read from stores below a directory. */
export function endReadersBelow(directory: string): void {
  for (const [store, reader] of readers) {
    if (!store.startsWith(`${directory}/`)) continue;
    readers.delete(store);
    reader.end();
  }
}

type Question = { resolve(found: GitObject | undefined): void; reject(error: Error): void };

/** `git cat-file --batch`, which answers one question after another. */
class ObjectReader {
  readonly #child: ChildProcessByStdio<Writable, Readable, null>;
  readonly #questions: Question[] = [];
  #output = Buffer.alloc(0);

  /** Goes on when the repository is deleted: others use the same store. */
  constructor(repository: string, store: string) {
    this.#child = spawn("git", ["cat-file", "--batch"], {
      cwd: store,
      env: { ...gitVariables(), GIT_DIR: resolve(repository), GIT_OBJECT_DIRECTORY: store },
      stdio: ["pipe", "pipe", "ignore"],
    });
    this.#child.stdout.on("data", (chunk: Buffer) => this.#take(chunk));
    this.#child.stdin.on("error", () => undefined);
    const giveUp = () => {
      const error = new Error("The process that reads Git's objects has ended.");
      for (const { reject } of this.#questions.splice(0)) reject(error);
    };
    this.#child.on("error", giveUp);
    this.#child.on("close", giveUp);
    // An idle process does not keep its parent running.
    this.#setReferenced(false);
  }

  /** `undefined` if there is no object of that name. */
  read(sha: string): Promise<GitObject | undefined> {
    const { promise, resolve, reject } = Promise.withResolvers<GitObject | undefined>();
    this.#questions.push({ resolve, reject });
    this.#setReferenced(true);
    this.#child.stdin.write(`${sha}\n`);
    return promise;
  }

  end(): void {
    this.#child.stdin.end();
  }

  /** Reads answers: `<sha> <type> <size>`, a line break, the content, a line break; or `<sha> missing`. */
  #take(chunk: Buffer): void {
    this.#output = Buffer.concat([this.#output, chunk]);
    for (;;) {
      const headEnd = this.#output.indexOf("\n");
      if (headEnd < 0) return;
      const [, type, size] = this.#output.toString("latin1", 0, headEnd).split(" ");
      const isMissing = size === undefined;
      const end = isMissing ? headEnd + 1 : headEnd + Number(size) + 2;
      if (this.#output.length < end) return;
      const content = Buffer.from(
        this.#output.subarray(headEnd + 1, Math.max(headEnd + 1, end - 1)),
      );
      this.#output = this.#output.subarray(end);
      this.#questions
        .shift()
        ?.resolve(isMissing ? undefined : { type: type as ObjectType, content });
      if (this.#questions.length === 0) this.#setReferenced(false);
    }
  }

  #setReferenced(isNeeded: boolean): void {
    const { stdin, stdout } = this.#child;
    const pipes = [stdin, stdout].flatMap((pipe) => (pipe instanceof Socket ? [pipe] : []));
    for (const handle of [this.#child, ...pipes]) {
      if (isNeeded) handle.ref();
      else handle.unref();
    }
  }
}
