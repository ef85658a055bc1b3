import { spawn } from "node:child_process";
import { once } from "node:events";
import { mkdtempDisposable, readdir, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { lock } from "./lock.ts";

const site = "http://localhost:8080/";

async function ended(): Promise<number> {
  const child = spawn(process.execPath, ["--version"], { stdio: "ignore" });
  await once(child, "exit");
  return child.pid ?? 0;
}

describe("the lock of a folder", () => {
  it("is held by one start, and names it to the next", async () => {
    await using folder = await mkdtempDisposable(join(tmpdir(), "lock-"));
    const path = join(folder.path, "sandbox.lock");
    const release = await lock(path, site);
    await expect(lock(path, "http://localhost:9000/")).rejects.toThrow(
      new RegExp(`already running in this folder, as process ${process.pid}: ${site}`),
    );
    await release();
    expect(await readdir(folder.path)).toEqual([]);
    await lock(path, site);
  });

  it.each([
    ["of a process that has ended", async () => JSON.stringify({ pid: await ended(), site })],
    ["that was not written completely", () => '{"pid":'],
  ])("replaces one %s", async (_name, content) => {
    await using folder = await mkdtempDisposable(join(tmpdir(), "lock-"));
    const path = join(folder.path, "sandbox.lock");
    await writeFile(path, await content());
    await lock(path, site);
    await expect(lock(path, site)).rejects.toThrow(`process ${process.pid}`);
  });
});
