import { once } from "node:events";
import { mkdtempDisposable, readdir, readFile, rm } from "node:fs/promises";
import type { IncomingMessage } from "node:http";
import { createServer } from "node:http";
import type { AddressInfo } from "node:net";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, describe, expect, it, vi } from "vitest";
import { newRepository, smallLimits } from "./git-fixtures.ts";
import { GitObjects } from "./git-objects.ts";

const noise = () => crypto.getRandomValues(new Uint8Array(900));

async function blobOf(objects: GitObjects, commit: string, path: string): Promise<string> {
  const listed = await objects.readAll(["ls-tree", "--format=%(objectname)", commit, path]);
  return listed.toString().trim();
}

afterEach(() => {
  vi.unstubAllEnvs();
});

describe("a temporary repository", () => {
  it("has what a commit adds to the branch, except large files", async () => {
    await using repository = await newRepository();
    const base = await repository.commit("main", { "a.md": "a" });
    const head = await repository.commit(
      "head",
      { "largest.md": "x".repeat(1000), "large.md": "x".repeat(1001) },
      base,
    );
    await using objects = await repository.objects();
    expect(await objects.fetchBranch()).toBe(base);
    expect(await objects.fetchCommits([head])).toBe(true);
    const [largest, large] = [
      await blobOf(objects, head, "largest.md"),
      await blobOf(objects, head, "large.md"),
    ];
    const contents = await objects.readBlobs([largest, large]);
    expect([...contents.keys()]).toEqual([largest]);
    expect(contents.get(largest)).toHaveLength(1000);
  });

  it("fetches nothing while reading", async () => {
    await using repository = await newRepository();
    const base = await repository.commit("main", { "a.md": "a" });
    await using objects = await repository.objects();
    await objects.fetchBranch();
    await objects.fetchTrees([base]);
    const sha = await blobOf(objects, base, "a.md");
    const show = await objects.read(["cat-file", "-p", sha]);
    expect(show.code).toBe(128);
    expect((await objects.readBlobs([sha])).size).toBe(0);
    await objects.fetchBlobs([sha]);
    expect(Buffer.from((await objects.readBlobs([sha])).get(sha) ?? "").toString()).toBe("a");
  });

  it("fetches small files by hash, and none that turn out to be large", async () => {
    await using repository = await newRepository();
    const base = await repository.commit("main", { "a.md": "a", "b.md": "b" });
    await repository.commit("large", { "c.bin": Buffer.concat(Array.from({ length: 99 }, noise)) });
    const [a = "", b = "", c = ""] = await Promise.all(
      ["main:a.md", "main:b.md", "large:c.bin"].map((name) => repository.git(["rev-parse", name])),
    );
    await using objects = await repository.objects();
    expect(await objects.fetchBranch()).toBe(base);
    await objects.fetchSmallBlobs([a, c, b]);
    expect([...(await objects.readBlobs([a, b, c])).keys()]).toEqual([a, b]);
    const present = await objects.readAll(["cat-file", "--batch-check"], { input: c });
    expect(present.toString()).toBe(`${c} missing\n`);
  });

  it("distinguishes a missing commit from an unreachable server", async () => {
    await using repository = await newRepository();
    await repository.commit("main", { "a.md": "a" });
    await using objects = await repository.objects();
    await objects.fetchBranch();
    expect(await objects.fetchCommits(["1".repeat(40)])).toBe(false);
    await rm(repository.path, { recursive: true });
    await expect(objects.fetchCommits(["1".repeat(40)])).rejects.toThrow(/can’t fetch from file:/);
  });

  it("stops at a limit, with a clear message", async () => {
    await using repository = await newRepository();
    const base = await repository.commit("main", { "a.md": "a" });
    const files = Array.from({ length: 200 }, (_, index) => [`${index}.bin`, noise()]);
    const head = await repository.commit("head", Object.fromEntries(files), base);
    await using objects = await repository.objects({ fileBytes: 2 ** 16 });
    await objects.fetchBranch();
    await expect(objects.fetchCommits([head])).rejects.toThrow(/larger than .* MB/);
    expect((await objects.read(["cat-file", "-e", head])).code).not.toBe(0);
  });

  it("leaves no files behind", async () => {
    await using repository = await newRepository();
    await repository.commit("main", { "a.md": "a" });
    await using folder = await mkdtempDisposable(join(tmpdir(), "temporary-"));
    vi.stubEnv("TMPDIR", folder.path);
    {
      await using objects = await repository.objects();
      await objects.fetchBranch();
      expect(await readdir(folder.path)).toHaveLength(1);
    }
    expect(await readdir(folder.path)).toEqual([]);
  });
});

describe("a server that does not respond", () => {
  it("is given up after the time limit, with all processes, and gets the token, which no command line shows", async () => {
    const requests: IncomingMessage[] = [];
    const left = Promise.withResolvers<void>();
    const server = createServer((request) => {
      requests.push(request);
      request.socket.on("close", left.resolve);
    }).listen(0, "127.0.0.1");
    await once(server, "listening");
    const url = `http://127.0.0.1:${(server.address() as AddressInfo).port}/o/r.git`;
    const remote = { url, branch: "main", token: "a-secret-token" };
    await using objects = await GitObjects.open(remote, { ...smallLimits, seconds: 2 });
    const fetched = objects.fetchBranch();
    await expect.poll(() => requests.length).toBe(1);
    const credentials = Buffer.from("x-access-token:a-secret-token").toString("base64");
    const shown = await commandLines();
    expect(shown.filter((line) => line.includes(url))).not.toEqual([]);
    expect(
      shown.filter((line) => /a-secret-token/.test(line) || line.includes(credentials)),
    ).toEqual([]);
    expect(requests[0]?.headers.authorization).toBe(`Basic ${credentials}`);
    await expect(fetched).rejects.toThrow(/did not finish within 2 seconds/);
    // Git connects to servers with a child process, which would keep waiting.
    await left.promise;
    await expect
      .poll(async () => (await commandLines()).filter((line) => line.includes(url)))
      .toEqual([]);
    server.close();
  });
});

/** The command lines of all visible processes on this machine. */
async function commandLines(): Promise<string[]> {
  const processes = (await readdir("/proc")).filter((name) => /^\d+$/.test(name));
  const lines = await Promise.all(
    processes.map((id) => readFile(`/proc/${id}/cmdline`, "utf8").catch(() => "")),
  );
  return lines.map((line) => line.replaceAll("\0", " "));
}
