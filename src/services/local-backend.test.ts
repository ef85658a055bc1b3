import { mkdir, mkdtempDisposable, readFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import getPort from "get-port";
import { describe, expect, it, onTestFinished } from "vitest";
import { startLocalBackend } from "./local-backend.ts";

async function startIn(directory: string, given?: number) {
  const port = given ?? (await getPort());
  const backend = await startLocalBackend({ directory, port });
  onTestFinished(() => backend.stop());
  return backend;
}

async function ask(url: string, action: string, params: object) {
  return await fetch(url, {
    method: "POST",
    headers: { "content-type": "application/json" },
    body: JSON.stringify({ branch: "main", action, params: { branch: "main", ...params } }),
  });
}

function save(path: string) {
  return {
    entry: { slug: "x", path, raw: "text\n" },
    assets: [],
    options: { commitMessage: "Save", status: "draft", useWorkflow: false, collectionName: "jobs" },
  };
}

describe("the local backend", () => {
  it("writes files below its folder", async () => {
    await using folder = await mkdtempDisposable(join(tmpdir(), "backend-"));
    await mkdir(join(folder.path, "jobs"));
    const { url } = await startIn(folder.path);
    expect((await ask(url, "persistEntry", save("jobs/x.md"))).ok).toBe(true);
    expect(await readFile(join(folder.path, "jobs/x.md"), "utf8")).toBe("text\n");
  });

  it("writes nothing outside of it", async () => {
    await using folder = await mkdtempDisposable(join(tmpdir(), "backend-"));
    const { url } = await startIn(folder.path);
    const answer = await ask(url, "persistEntry", save("../x.md"));
    expect(await answer.json()).toEqual({
      error: expect.stringContaining("must resolve to a path under"),
    });
  });

  it("answers pages of this machine and no others", async () => {
    await using folder = await mkdtempDisposable(join(tmpdir(), "backend-"));
    const { url } = await startIn(folder.path);
    const allowed = async (origin: string) => {
      const { headers } = await fetch(url, { method: "OPTIONS", headers: { origin } });
      return headers.get("access-control-allow-origin");
    };
    expect(new URL(url).hostname).toBe("127.0.0.1");
    expect(await allowed("http://127.0.0.1:8080")).toBe("http://127.0.0.1:8080");
    expect(await allowed("https://elsewhere.example.org")).toBeNull();
  });

  it("says so when its port is taken", async () => {
    await using folder = await mkdtempDisposable(join(tmpdir(), "backend-"));
    const { url } = await startIn(folder.path);
    const port = Number(new URL(url).port);
    await expect(startIn(folder.path, port)).rejects.toThrow(`Port ${port} is in use`);
  });

  it("is gone when it was stopped", async () => {
    await using folder = await mkdtempDisposable(join(tmpdir(), "backend-"));
    const backend = await startLocalBackend({ directory: folder.path, port: await getPort() });
    await backend.stop();
    await expect(fetch(backend.url, { method: "OPTIONS" })).rejects.toThrow();
  });
});
