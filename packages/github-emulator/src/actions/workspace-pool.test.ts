import { access, mkdir, mkdtempDisposable } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { WorkspacePool } from "./workspace-pool.ts";

describe("a pool of workspaces", () => {
  it("gives each job a separate folder, which is empty when its path is reused", async () => {
    await using folder = await mkdtempDisposable(join(tmpdir(), "workspaces-"));
    const pool = new WorkspacePool(folder.path);
    const first = pool.acquire();
    const second = pool.acquire();
    expect(second.path).not.toBe(first.path);
    await mkdir(first.path);
    await first.release();
    expect(pool.acquire().path).toBe(first.path);
    await expect(access(first.path)).rejects.toThrow();
    expect(pool.acquire().path).not.toBe(second.path);
  });
});
