import { execFileSync } from "node:child_process";
import { mkdir, mkdtempDisposable, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { at, soundJob, testConfig } from "../board/fixtures.ts";
import { writeJobFile } from "../board/job/file.ts";
import { readPostsWithHistory } from "./needed-history.ts";

const now = at("2026-12-01");

/** A branch with the commits of a year, one each month, of which some add or change posts. */
async function newBoard() {
  const folder = await mkdtempDisposable(join(tmpdir(), "needed-history-"));
  const [origin, clone] = [join(folder.path, "origin"), join(folder.path, "clone")];
  const git = (place: string, date: string, ...parameters: string[]) =>
    execFileSync("git", ["-C", place, ...parameters], {
      env: {
        ...process.env,
        ...{ GIT_AUTHOR_DATE: date, GIT_COMMITTER_DATE: date, GIT_CONFIG_GLOBAL: "/dev/null" },
        ...{ GIT_AUTHOR_NAME: "a", GIT_AUTHOR_EMAIL: "a@example.com" },
        ...{ GIT_COMMITTER_NAME: "a", GIT_COMMITTER_EMAIL: "a@example.com" },
      },
      stdio: "pipe",
    }).toString();
  await mkdir(join(origin, "jobs"), { recursive: true });
  git(origin, "", "init", "-q", "-b", "main");
  return {
    origin,
    clonePath: clone,
    jobs: join(clone, "jobs"),
    async add(slug: string, submitted: string, place = origin) {
      const written = writeJobFile(`jobs/${slug}.md`, { ...soundJob, submitted }, testConfig);
      if (written.ok) await writeFile(join(place, "jobs", `${slug}.md`), written.text);
    },
    commit(date: string, place = origin) {
      git(place, date, "add", "-A");
      git(place, date, "commit", "-qm", "x", "--allow-empty");
    },
    clone: () => git(folder.path, "", "clone", "-q", "--depth", "1", `file://${origin}`, clone),
    commits: () => Number(git(clone, "", "rev-list", "--count", "HEAD").trim()),
    [Symbol.asyncDispose]: () => folder[Symbol.asyncDispose](),
  };
}

/** One commit each month of 2026, with a post in January, October, and November. */
async function boardOfAYear() {
  const board = await newBoard();
  for (let month = 1; month <= 11; month += 1) {
    const day = `2026-${String(month).padStart(2, "0")}-10`;
    if (month === 2) await rm(join(board.origin, "jobs/2026-01-10-a.md"));
    if ([1, 10, 11].includes(month)) await board.add(`${day}-a`, day);
    board.commit(`${day}T12:00:00Z`);
  }
  return board;
}

describe("the history of posts in a shallow clone", () => {
  it("is fetched back to the first day of the oldest live post", async () => {
    await using board = await boardOfAYear();
    board.clone();
    const { sources, isComplete } = await readPostsWithHistory(board.jobs, testConfig, now);
    expect(isComplete).toBe(true);
    expect(sources.map(({ file, firstListed }) => [file, firstListed])).toEqual([
      ["jobs/2026-10-10-a.md", "2026-10-10T12:00:00Z"],
      ["jobs/2026-11-10-a.md", "2026-11-10T12:00:00Z"],
    ]);
    expect(board.commits()).toBe(3);
  });

  it("is the same as in a whole clone", async () => {
    await using board = await boardOfAYear();
    board.clone();
    const { sources } = await readPostsWithHistory(join(board.origin, "jobs"), testConfig, now);
    const found = await readPostsWithHistory(board.jobs, testConfig, now);
    expect(found).toMatchObject({ sources, isComplete: true });
  });

  it("is fetched on top of a commit that only the clone has", async () => {
    await using board = await boardOfAYear();
    board.clone();
    await board.add("2026-11-20-local", "2026-11-20", board.clonePath);
    board.commit("2026-11-20T12:00:00Z", board.clonePath);
    const { isComplete } = await readPostsWithHistory(board.jobs, testConfig, now);
    expect(isComplete).toBe(true);
  });

  it("is fetched as a whole if a post is older than it says", async () => {
    await using board = await newBoard();
    await board.add("2026-10-10-a", "2026-10-10");
    board.commit("2026-03-10T12:00:00Z");
    for (const month of ["07", "08", "09", "10", "11"]) board.commit(`2026-${month}-10T12:00:00Z`);
    board.clone();
    const { sources, isComplete } = await readPostsWithHistory(board.jobs, testConfig, now);
    expect(isComplete).toBe(true);
    expect(sources[0]?.firstListed).toBe("2026-03-10T12:00:00Z");
    expect(board.commits()).toBe(6);
  });

  it("is not fetched for samples, or files with errors", async () => {
    await using board = await boardOfAYear();
    await writeFile(join(board.origin, "jobs/bad.md"), "no post");
    board.commit("2026-11-20T12:00:00Z");
    board.clone();
    const demo = { ...testConfig, demo: "2026-11-22" };
    expect((await readPostsWithHistory(board.jobs, demo, now)).isComplete).toBe(true);
    expect(board.commits()).toBe(1);
  });

  it("stays incomplete if it cannot be fetched", async () => {
    await using board = await boardOfAYear();
    board.clone();
    await rm(board.origin, { recursive: true });
    const { sources, isComplete } = await readPostsWithHistory(board.jobs, testConfig, now);
    expect(isComplete).toBe(false);
    expect(sources.map(({ firstListed }) => firstListed)).toEqual([undefined, undefined]);
  });
});
