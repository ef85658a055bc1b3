import { access, mkdir, mkdtempDisposable } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { WorkspacePool } from "./workspace-pool.ts";

describe("a pooled", () => {
  it("is for one at a time, and empty when the next one comes", async () => {
    await using folder = await mkdtempDisposable(join(tmpdir(), "workspaces-"));
    const workspaces = new WorkspacePool(folder.path);
    const first = workspaces.take();
    const second = workspaces.take();
    expect(second.path).not.toBe(first.path);
    await mkdir(first.path);
    await first.leave();
    expect(workspaces.take().path).toBe(first.path);
    await expect(access(first.path)).rejects.toThrow();
    expect(workspaces.take().path).not.toBe(second.path);
  });
});
