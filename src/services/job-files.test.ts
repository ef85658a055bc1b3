import { mkdir, mkdtempDisposable, symlink, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { maxFileBytes } from "../board/job/file.ts";
import { readJobFiles } from "./job-files.ts";

describe("the folder of posts", () => {
  it("has every file by its path from the repository’s root, wherever the folder is", async () => {
    await using folder = await mkdtempDisposable(join(tmpdir(), "jobs-"));
    await mkdir(join(folder.path, "archive", "2026"), { recursive: true });
    await writeFile(join(folder.path, "b.md"), "b");
    await writeFile(join(folder.path, "archive", "2026", "a.md"), "a");
    await writeFile(join(folder.path, "x.njk"), "x");
    await writeFile(join(folder.path, ".gitkeep"), "");
    const sources = readJobFiles(folder.path);
    expect(sources).toEqual([
      { file: "jobs/archive/2026/a.md", content: Buffer.from("a") },
      { file: "jobs/b.md", content: Buffer.from("b") },
      { file: "jobs/x.njk", content: Buffer.from("x") },
    ]);
  });

  it("does not follow links to files or folders", async () => {
    await using folder = await mkdtempDisposable(join(tmpdir(), "jobs-"));
    await symlink("/etc/passwd", join(folder.path, "passwd.md"));
    await symlink("/etc", join(folder.path, "archive"));
    const sources = readJobFiles(folder.path);
    expect(sources.map(({ file }) => file)).toEqual(["jobs/archive", "jobs/passwd.md"]);
    for (const { content } of sources) expect(content).toHaveProperty("refused");
  });

  it("does not read a file that is too large to be a post", async () => {
    await using folder = await mkdtempDisposable(join(tmpdir(), "jobs-"));
    await writeFile(join(folder.path, "a.md"), Buffer.alloc(4 * maxFileBytes));
    const [source] = readJobFiles(folder.path);
    expect(source?.content).toHaveLength(maxFileBytes + 1);
  });
});
