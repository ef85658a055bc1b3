/** For tests: a repository with commits of any content. */
import { spawn } from "node:child_process";
import { once } from "node:events";
import { mkdtempDisposable } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { bareEnvironmentWith } from "./environment.ts";
import type { Limits } from "./git-objects.ts";
import { GitObjects } from "./git-objects.ts";

export type TestFile =
  | string
  | Uint8Array
  | { mode: string; text: string }
  | { sha: string }
  | null;

export type TestRepository = AsyncDisposable & {
  path: string;
  /** Adds a commit to a branch, or starts a branch at another commit or at none. `null` removes a file. */
  commit(branch: string, files: Record<string, TestFile>, from?: string): Promise<string>;
  /** Runs Git in it. */
  git(parameters: readonly string[], input?: string | Uint8Array): Promise<string>;
  /** An empty temporary repository for its objects. */
  objects(limits?: Partial<Limits>): Promise<GitObjects>;
};

export const smallLimits: Limits = { blobBytes: 1000, fileBytes: 2 ** 20, seconds: 30 };

/** Like a server that serves any object by hash, and supports filters. */
export async function newRepository(): Promise<TestRepository> {
  const folder = await mkdtempDisposable(join(tmpdir(), "repository-"));
  const { path } = folder;
  const git: TestRepository["git"] = async (parameters, input = "") => {
    const child = spawn("git", ["-C", path, ...parameters], {
      env: bareEnvironmentWith({ GIT_CONFIG_GLOBAL: "/dev/null", GIT_CONFIG_NOSYSTEM: "1" }),
      stdio: ["pipe", "pipe", "inherit"],
    });
    let output = "";
    child.stdout.on("data", (chunk: Buffer) => {
      output += chunk.toString();
    });
    child.stdin.on("error", () => undefined).end(input);
    const [code] = await once(child, "close");
    if (code !== 0) throw new Error(`git ${parameters.join(" ")} ended with ${code}.`);
    return output.trim();
  };
  await git(["init", "--quiet", "--bare", "--initial-branch=main"]);
  await git(["config", "uploadpack.allowFilter", "true"]);
  await git(["config", "uploadpack.allowAnySHA1InWant", "true"]);
  let seconds = 1_700_000_000;
  const tips = new Map<string, string>();
  return {
    path,
    git,
    async commit(branch, files, from = tips.get(branch)) {
      seconds += 60;
      const parts: (string | Uint8Array)[] = [
        `commit refs/heads/${branch}\ncommitter A <a@example.com> ${seconds} +0000\n`,
        "data 1\nx\n",
        from === undefined ? "" : `from ${from}\n`,
      ];
      for (const [name, file] of Object.entries(files)) parts.push(...fileParts(name, file));
      parts.push("\n");
      const input = Buffer.concat(parts.map((part) => Buffer.from(part)));
      await git(["fast-import", "--quiet", "--force"], input);
      const tip = await git(["rev-parse", `refs/heads/${branch}`]);
      tips.set(branch, tip);
      return tip;
    },
    objects: (limits) =>
      GitObjects.open({ url: `file://${path}`, branch: "main" }, { ...smallLimits, ...limits }),
    [Symbol.asyncDispose]: () => folder[Symbol.asyncDispose](),
  };
}

function fileParts(name: string, file: TestFile): (string | Uint8Array)[] {
  const path = JSON.stringify(name);
  if (file === null) return [`D ${path}\n`];
  if (typeof file === "object" && "sha" in file) return [`M 160000 ${file.sha} ${path}\n`];
  const { mode, text } =
    typeof file === "object" && "mode" in file ? file : { mode: "100644", text: file };
  return [`M ${mode} inline ${path}\ndata ${Buffer.byteLength(text)}\n`, text, "\n"];
}
