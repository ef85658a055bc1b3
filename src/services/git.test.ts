import { execFileSync } from "node:child_process";
import { mkdir, mkdtempDisposable, rename, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { firstListedDays, firstListedDaysAt } from "./git.ts";

/** A repository in which every commit has a time of its own. */
async function newRepository() {
  const folder = await mkdtempDisposable(join(tmpdir(), "history-"));
  const git = (date: string, ...parameters: string[]) =>
    execFileSync("git", ["-C", folder.path, ...parameters], {
      env: {
        ...process.env,
        GIT_AUTHOR_DATE: "2020-01-01T00:00:00Z",
        GIT_COMMITTER_DATE: date,
        GIT_AUTHOR_NAME: "a",
        GIT_AUTHOR_EMAIL: "a@example.com",
        GIT_COMMITTER_NAME: "a",
        GIT_COMMITTER_EMAIL: "a@example.com",
        GIT_CONFIG_GLOBAL: "/dev/null",
      },
      stdio: "pipe",
    });
  git("2026-01-01T00:00:00Z", "init", "-q", "-b", "main");
  await mkdir(join(folder.path, "jobs"));
  const jobs = join(folder.path, "jobs");
  const commit = (date: string) => {
    git(date, "add", "-A");
    git(date, "commit", "-qm", "x");
  };
  return { jobs, git, commit, [Symbol.asyncDispose]: () => folder[Symbol.asyncDispose]() };
}

describe("the day on which history first has a post", () => {
  it("is that of the commit that added it, in UTC, whatever is changed later", async () => {
    await using repository = await newRepository();
    const { jobs, commit } = repository;
    await writeFile(join(jobs, "a.md"), "a");
    commit("2026-03-01T23:30:00-05:00");
    await writeFile(join(jobs, "a.md"), "changed");
    await writeFile(join(jobs, "b.md"), "b");
    commit("2026-04-01T12:00:00Z");
    expect(await firstListedDays(jobs)).toEqual(
      new Map([
        ["jobs/a.md", "2026-03-02"],
        ["jobs/b.md", "2026-04-01"],
      ]),
    );
  });

  it("can be asked of a commit, whatever lies on disk and wherever one stands", async () => {
    await using repository = await newRepository();
    const { jobs, git, commit } = repository;
    await mkdir(join(jobs, "archive"));
    await writeFile(join(jobs, "archive/ä.md"), "a");
    await writeFile(join(jobs, "../README.md"), "");
    commit("2026-03-01T00:00:00Z");
    git("2026-03-01T00:00:00Z", "branch", "before");
    await writeFile(join(jobs, "b.md"), "b");
    await rm(join(jobs, "archive"), { recursive: true });
    commit("2026-04-01T12:00:00Z");
    const days = new Map([["jobs/archive/ä.md", "2026-03-01"]]);
    expect(await firstListedDaysAt(jobs, "before")).toEqual(days);
    expect(await firstListedDaysAt(join(jobs, ".."), "before")).toEqual(days);
    await expect(firstListedDaysAt(jobs, "nowhere")).rejects.toThrow("nowhere");
  });

  it("is that of the merge, not of the commits in the branch", async () => {
    await using repository = await newRepository();
    const { jobs, git, commit } = repository;
    await writeFile(join(jobs, "z.md"), "z");
    commit("2026-01-02T00:00:00Z");
    git("2026-01-02T00:00:00Z", "checkout", "-qb", "submission");
    await writeFile(join(jobs, "a.md"), "a");
    commit("2026-02-01T00:00:00Z");
    git("2026-02-01T00:00:00Z", "checkout", "-q", "main");
    git("2026-05-01T00:00:00Z", "merge", "-q", "--no-ff", "-m", "merge", "submission");
    expect((await firstListedDays(jobs)).get("jobs/a.md")).toBe("2026-05-01");
  });

  it("stays the first when a post is taken away and put back", async () => {
    await using repository = await newRepository();
    const { jobs, commit } = repository;
    await writeFile(join(jobs, "a.md"), "a");
    commit("2026-03-01T00:00:00Z");
    await rename(join(jobs, "a.md"), join(jobs, "b.md"));
    commit("2026-04-01T00:00:00Z");
    await rename(join(jobs, "b.md"), join(jobs, "a.md"));
    commit("2026-05-01T00:00:00Z");
    expect((await firstListedDays(jobs)).get("jobs/a.md")).toBe("2026-03-01");
  });

  it("is not known without a repository, without a commit, or in a shallow clone", async () => {
    await using folder = await mkdtempDisposable(join(tmpdir(), "no-history-"));
    expect(await firstListedDays(folder.path)).toEqual(new Map());
    await using repository = await newRepository();
    expect(await firstListedDays(repository.jobs)).toEqual(new Map());
    await writeFile(join(repository.jobs, "a.md"), "a");
    repository.commit("2026-03-01T00:00:00Z");
    await writeFile(join(repository.jobs, "b.md"), "b");
    repository.commit("2026-04-01T00:00:00Z");
    const clone = join(folder.path, "clone");
    execFileSync("git", [
      "clone",
      "-q",
      "--depth",
      "1",
      `file://${join(repository.jobs, "..")}`,
      clone,
    ]);
    expect(await firstListedDays(join(clone, "jobs"))).toEqual(new Map());
    await rm(clone, { recursive: true });
  });
});
