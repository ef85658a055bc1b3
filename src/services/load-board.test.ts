import { execFileSync } from "node:child_process";
import { mkdir, mkdtempDisposable, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { at, soundJob, testConfig } from "../board/fixtures.ts";
import { writeJobFile } from "../board/job/file.ts";
import { loadBoard } from "./load-board.ts";

const environment = { now: at("2026-11-25") };

describe("a clone without the history of its posts", () => {
  it("is reported if that cannot be fetched, because the first day of posts is unknown", async () => {
    await using folder = await mkdtempDisposable(join(tmpdir(), "clone-"));
    const [whole, shallow] = [join(folder.path, "whole"), join(folder.path, "shallow")];
    await mkdir(join(whole, "jobs"), { recursive: true });
    const written = writeJobFile("jobs/a.md", soundJob, testConfig);
    if (written.ok) await writeFile(join(whole, "jobs", "a.md"), written.text);
    const git = (...parameters: string[]) =>
      execFileSync(
        "git",
        ["-c", "user.name=a", "-c", "user.email=a@example.com", "-C", whole, ...parameters],
        { stdio: "pipe" },
      );
    git("init", "-q");
    git("add", ".");
    git("commit", "-qm", "one");
    git("commit", "-qm", "two", "--allow-empty");
    execFileSync("git", ["clone", "-q", "--depth", "1", `file://${whole}`, shallow]);

    const load = (clone: string, config = testConfig) =>
      loadBoard(config, { ...environment, jobsDir: join(clone, "jobs") });
    expect((await load(whole)).problems).toEqual([]);
    await rm(whole, { recursive: true });
    await expect(load(shallow)).rejects.toThrow("git fetch --unshallow");
    expect((await load(shallow, { ...testConfig, demo: "2026-11-22" })).problems).toEqual([]);
  });
});

describe("posts in one city with two names", () => {
  it("are in one list, by the table of cities", async () => {
    await using folder = await mkdtempDisposable(join(tmpdir(), "board-"));
    for (const [name, city] of [
      ["a", "Köln"],
      ["b", "Cologne"],
    ] as const) {
      const file = `jobs/${name}.md`;
      const written = writeJobFile(file, { ...soundJob, city }, testConfig);
      if (written.ok) await writeFile(join(folder.path, `${name}.md`), written.text);
    }
    const { board } = await loadBoard(testConfig, { ...environment, jobsDir: folder.path });
    expect(board.cities.map(({ slug, posts }) => [slug, posts.length])).toEqual([["koeln-de", 2]]);
    expect(board.formerAddresses).toEqual([
      { from: "/jobs/location/cologne-de/", to: "/jobs/location/koeln-de/" },
    ]);
  });
});
