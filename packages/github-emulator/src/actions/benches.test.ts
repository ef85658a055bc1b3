import { access, mkdir, mkdtempDisposable } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { Benches } from "./benches.ts";

describe("a bench", () => {
  it("is for one at a time, and empty when the next one comes", async () => {
    await using folder = await mkdtempDisposable(join(tmpdir(), "benches-"));
    const benches = new Benches(folder.path);
    const first = benches.take();
    const second = benches.take();
    expect(second.path).not.toBe(first.path);
    await mkdir(first.path);
    await first.leave();
    expect(benches.take().path).toBe(first.path);
    await expect(access(first.path)).rejects.toThrow();
    expect(benches.take().path).not.toBe(second.path);
  });
});
