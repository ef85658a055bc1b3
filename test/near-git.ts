/**
 * Answers the Git commands that the board's commands run in this process. Starting Git takes half of the time of a
 * workflow. Questions about objects are answered from the emulator's repository, which has all of them, and the
 * answers are cached, because objects never change. So filters and size limits have no effect; other tests cover them.
 */
import childProcess from "node:child_process";
import { EventEmitter } from "node:events";
import { existsSync, mkdirSync, readFileSync, writeFileSync } from "node:fs";
import { syncBuiltinESMExports } from "node:module";
import { dirname, join } from "node:path";
import { PassThrough } from "node:stream";
import { text } from "node:stream/consumers";
import { promisify } from "node:util";
import { apart, mergeBases, mergedTree, resolve, tryGit, tryGitOnce } from "github-emulator/git";
import type { GitObject } from "github-emulator/objects";
import { readObject, sizeOf } from "github-emulator/objects";
import type { Difference } from "github-emulator/trees";
import { differences, isFolder, listEntries, treeNamed } from "github-emulator/trees";

type Answer = { code: number; output: Buffer; words: string };

type Question = { folder: string; parameters: readonly string[]; input: string };

const done: Answer = { code: 0, output: Buffer.alloc(0), words: "" };
const unreachable: Answer = {
  ...{ code: 128, output: Buffer.alloc(0) },
  words: "fatal: unable to access the remote: The requested URL returned error: 502\n",
};

const { spawn, execFile } = childProcess;

/** Of the cache. */
const mostBytes = 100_000_000;

export class NearGit {
  /** Whether fetching fails, as while GitHub is down. */
  isDown = false;
  readonly #hosted: string;
  /** The cache, least recently used first. */
  readonly #known = new Map<string, Answer>();
  #bytes = 0;
  /** How many works are being done. */
  #works = 0;

  /** @param hosted the bare repository from which commands fetch */
  constructor(hosted: string) {
    this.#hosted = hosted;
  }

  /** Answers Git commands of this process while work is done. Several works may overlap. */
  async during<Result>(work: () => Promise<Result>): Promise<Result> {
    if (this.#works === 0) {
      childProcess.spawn = this.#withLimits(spawn);
      childProcess.execFile = this.#promised(execFile);
      syncBuiltinESMExports();
    }
    this.#works += 1;
    try {
      return await work();
    } finally {
      this.#works -= 1;
      if (this.#works === 0) {
        Object.assign(childProcess, { spawn, execFile });
        syncBuiltinESMExports();
      }
    }
  }

  /** For src/services/git-limits.ts, which starts Git by a shell with limits. */
  #withLimits(real: typeof spawn): typeof spawn {
    return new Proxy(real, {
      apply: (target, self, given) => {
        const [program, [, script = "", , option, folder = "", ...parameters] = []] = given;
        const isGit = program === "sh" && script.endsWith('; exec git "$@"') && option === "-C";
        if (!isGit || !isAnswered(parameters)) return Reflect.apply(target, self, given);
        const stdin = new PassThrough();
        const [stdout, stderr] = [new PassThrough(), new PassThrough()];
        const child = Object.assign(new EventEmitter(), { stdin, stdout, stderr });
        void this.#answerTo(stdin, folder, parameters).then(({ code, output, words }) => {
          stdout.on("end", () => child.emit("close", code, null));
          stderr.end(words);
          stdout.end(output);
        });
        return child;
      },
    });
  }

  /** For the services that read a clone. */
  #promised(original: typeof execFile): typeof execFile {
    const real = promisify(original);
    const run = (program: string, words: string[], options: { encoding?: "buffer" }) => {
      const [option, folder = "", ...parameters] = words;
      const isGit = program === "git" && option === "-C";
      if (!isGit || !isAnswered(parameters)) return real(program, words, options);
      const stdin = new PassThrough();
      const answer = this.#answerTo(stdin, folder, parameters).then(({ code, output, words }) => {
        if (code !== 0) throw new Error(words);
        return { stdout: options.encoding === "buffer" ? output : output.toString() };
      });
      // These callers have no input.
      if (options.encoding !== "buffer") stdin.end();
      return Object.assign(answer, { child: { stdin } });
    };
    const copy = original.bind(undefined);
    Object.defineProperty(copy, promisify.custom, { value: run });
    return Object.assign(copy, { __promisify__: original.__promisify__ });
  }

  async #answerTo(stdin: PassThrough, folder: string, parameters: string[]): Promise<Answer> {
    return await this.#answer({ folder, parameters, input: await text(stdin) });
  }

  async #answer(question: Question): Promise<Answer> {
    const { folder, parameters } = question;
    const [command, name = ""] = parameters;
    if (command === "init") return this.#init(folder);
    if (command === "fetch") return this.isDown ? unreachable : await this.#fetch(question);
    if (command !== "rev-parse") return await this.#ask(question);
    if (name === shallow) return textOf([`${existsSync(join(insideOf(folder), "shallow"))}\n`]);
    return { ...done, output: readFileSync(join(insideOf(folder), name)) };
  }

  /** A bare repository with all objects of the emulator's repository. */
  #init(folder: string): Answer {
    mkdirSync(join(folder, "objects/info"), { recursive: true });
    mkdirSync(join(folder, "refs"));
    writeFileSync(join(folder, "HEAD"), "ref: refs/heads/main\n");
    writeFileSync(join(folder, "objects/info/alternates"), `${this.#hosted}/objects\n`);
    return done;
  }

  async #fetch({ folder, parameters, input }: Question): Promise<Answer> {
    const wants = parameters.includes("--stdin") ? input.split("\n") : parameters.slice(-1);
    for (const want of wants) {
      const [, from, to] = /^\+(.+):(.+)$/.exec(want) ?? [];
      if (from === undefined || to === undefined) continue;
      const sha = await resolve(this.#hosted, from, "object");
      const file = join(insideOf(folder), to);
      mkdirSync(dirname(file), { recursive: true });
      writeFileSync(file, `${sha}\n`);
    }
    return done;
  }

  /** Answers what the emulator knows without starting Git. */
  async #fromObjects(parameters: readonly string[], input: string): Promise<Answer | undefined> {
    const hosted = this.#hosted;
    const question = parameters.join(" ").replaceAll(/\b[0-9a-f]{40}\b/g, "SHA");
    const shas = parameters.filter((each) => /^[0-9a-f]{40}$/.test(each));
    const [one = "", other = ""] = shas;
    const lines = input.split("\n").filter(Boolean);
    const trees = () => Promise.all(shas.map((sha) => treeNamed(hosted, sha)));
    switch (question) {
      case "merge-base --all SHA SHA": {
        const bases = await mergeBases(hosted, one, other);
        // Git prefers one of several.
        return bases.length === 1 ? textOf(bases.map((base) => `${base}\n`)) : undefined;
      }
      case "merge-tree --write-tree --no-messages SHA SHA": {
        const tree = await mergedTree(hosted, one, other);
        return tree === undefined ? undefined : textOf([`${tree}\n`]);
      }
      case "diff-tree -r --no-renames --raw -z --no-abbrev SHA SHA": {
        const [before, after] = await trees();
        if (!(before && after)) return undefined;
        return textOf((await differences(hosted, before, after)).map(rawLine));
      }
      case "ls-tree -r -t -z --name-only SHA": {
        const [tree] = await trees();
        if (!tree) return undefined;
        return textOf((await listEntries(hosted, tree, true)).map(({ path }) => `${path}\0`));
      }
      case "ls-tree -rz --long --full-tree SHA jobs/": {
        const folder = await resolve(hosted, `${one}:jobs`, "tree");
        return folder === undefined ? undefined : textOf(await longLines(hosted, folder));
      }
      case "cat-file --batch-check=%(objecttype) %(objectsize)":
      case "cat-file --batch": {
        const objects = await Promise.all(lines.map((sha) => readObject(hosted, sha)));
        return batchOf(lines, objects, question === "cat-file --batch");
      }
      default:
        if (!/^log --no-walk=unsorted --format=%T( SHA)+$/.test(question)) return undefined;
        return textOf((await trees()).flatMap((tree) => (tree ? [`${tree}\n`] : [])));
    }
  }

  /** The emulator asks some of the same questions. */
  async #askGit(parameters: readonly string[], input: string): Promise<Answer> {
    return await tryGitOnce(this.#hosted, parameters, { input });
  }

  async #ask({ folder, parameters, input }: Question): Promise<Answer> {
    const key = [...parameters, input].join("\0");
    const known = this.#known.get(key);
    const answer =
      known ??
      (await this.#fromObjects(parameters, input)) ??
      (await this.#askGit(parameters, input));
    // It may be about something that was not pushed yet.
    if (answer.code > 1) return await tryGit(folder, parameters, { input });
    if (known) this.#known.delete(key);
    else this.#bytes += answer.output.length + key.length;
    this.#known.set(key, known ?? { ...answer, output: apart(answer.output) });
    for (const [oldest, { output }] of this.#known) {
      if (this.#bytes <= mostBytes) break;
      this.#known.delete(oldest);
      this.#bytes -= output.length + oldest.length;
    }
    return answer;
  }
}

const shallow = "--is-shallow-repository";

/** Commands that only read objects, by their full names. */
const reading = ["cat-file", "diff-tree", "log", "ls-tree", "merge-base", "merge-tree"];

function textOf(parts: readonly string[]): Answer {
  return { ...done, output: Buffer.from(parts.join("")) };
}

const nothing = { path: "", mode: "000000", sha: "0".repeat(40) };

/** As with `--raw -z`. Nobody reads the letter that names the kind of change. */
function rawLine({ path, before = nothing, after = nothing }: Difference): string {
  return `:${before.mode} ${after.mode} ${before.sha} ${after.sha} M\0${path}\0`;
}

/** As with `--long`. */
async function longLines(hosted: string, folder: string): Promise<string[]> {
  const entries = (await listEntries(hosted, folder, true)).filter((entry) => !isFolder(entry));
  return await Promise.all(
    entries.map(async ({ mode, sha, path }) => {
      const isSubmodule = mode === "160000";
      const size = isSubmodule ? "-" : await sizeOf(hosted, sha);
      return `${mode} ${isSubmodule ? "commit" : "blob"} ${sha} ${size}\tjobs/${path}\0`;
    }),
  );
}

/** As from `git cat-file`; `undefined` if one is missing. */
function batchOf(
  shas: readonly string[],
  objects: readonly (GitObject | undefined)[],
  hasContents: boolean,
): Answer | undefined {
  if (objects.includes(undefined)) return undefined;
  const end = Buffer.from("\n");
  const parts = objects.flatMap((object, index) => {
    if (!object) return [];
    const { type, content } = object;
    const head = [...(hasContents ? [shas[index]] : []), type, content.length].join(" ");
    return [Buffer.from(`${head}\n`), ...(hasContents ? [content, end] : [])];
  });
  return { ...done, output: Buffer.concat(parts) };
}

/** All other commands are left to Git. */
function isAnswered(parameters: readonly string[]): boolean {
  const [command = "", name = "", ...more] = parameters;
  if (command === "rev-parse") return /^refs\/|^--is-shallow/.test(name) && more.length === 0;
  // A setting, and then a command.
  if (command === "-c") return parameters.some((each) => /^[0-9a-f]{40}$/.test(each));
  return ["init", "fetch", ...reading].includes(command);
}

/** Git's folder of a repository, bare or not. */
function insideOf(folder: string): string {
  const inside = join(folder, ".git");
  return existsSync(inside) ? inside : folder;
}
