import { execFileSync } from "node:child_process";
import { mkdir, mkdtempDisposable, rename, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { at } from "../board/fixtures.ts";
import type { PostHistory } from "../board/listing/read-board.ts";
import { postHistories, postHistoriesAt } from "./git.ts";

const now = at("2026-12-01");

/** A repository in which every commit has a different time. */
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
  const commit = (date: string, message = "x") => {
    git(date, "add", "-A");
    git(date, "commit", "-qm", message);
  };
  return { jobs, git, commit, [Symbol.asyncDispose]: () => folder[Symbol.asyncDispose]() };
}

describe("the second of a post’s first listing in history", () => {
  it("is that of the commit that added it, in UTC, even if it was changed later", async () => {
    await using repository = await newRepository();
    const { jobs, commit } = repository;
    await writeFile(join(jobs, "a.md"), "a");
    commit("2026-03-01T23:30:00-05:00");
    await writeFile(join(jobs, "a.md"), "changed");
    await writeFile(join(jobs, "b.md"), "b");
    commit("2026-04-01T12:00:00Z");
    expect(await postHistories(jobs, now)).toEqual(
      new Map([
        ["jobs/a.md", { firstListed: "2026-03-02T04:30:00Z", changed: ["2026-04-01T12:00:00Z"] }],
        ["jobs/b.md", { firstListed: "2026-04-01T12:00:00Z" }],
      ]),
    );
  });

  it("can be read for a commit, independent of the working tree and folder", async () => {
    await using repository = await newRepository();
    const { jobs, git, commit } = repository;
    await writeFile(join(jobs, "ä.md"), "a");
    await writeFile(join(jobs, "../README.md"), "");
    commit("2026-03-01T00:00:00Z");
    git("2026-03-01T00:00:00Z", "branch", "before");
    await writeFile(join(jobs, "b.md"), "b");
    await rm(join(jobs, "ä.md"));
    commit("2026-04-01T12:00:00Z");
    const days = new Map([["jobs/ä.md", { firstListed: "2026-03-01T00:00:00Z" }]]);
    expect(await postHistoriesAt(jobs, "before", now)).toEqual(days);
    expect(await postHistoriesAt(join(jobs, ".."), "before", now)).toEqual(days);
    await expect(postHistoriesAt(jobs, "nowhere", now)).rejects.toThrow("nowhere");
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
    expect((await postHistories(jobs, now)).get("jobs/a.md")).toEqual({
      firstListed: "2026-05-01T00:00:00Z",
    });
  });

  it("is still the first if a post was removed and added again", async () => {
    await using repository = await newRepository();
    const { jobs, commit } = repository;
    await writeFile(join(jobs, "a.md"), "a");
    commit("2026-03-01T00:00:00Z");
    await rename(join(jobs, "a.md"), join(jobs, "b.md"));
    commit("2026-04-01T00:00:00Z");
    await rename(join(jobs, "b.md"), join(jobs, "a.md"));
    commit("2026-05-01T00:00:00Z");
    expect((await postHistories(jobs, now)).get("jobs/a.md")).toEqual({
      firstListed: "2026-03-01T00:00:00Z",
    });
  });

  it("is always after that of the parent, whatever the clock of a pushed commit said", async () => {
    await using repository = await newRepository();
    const { jobs, commit } = repository;
    const added = async (file: string, date: string) => {
      await writeFile(join(jobs, file), file);
      commit(date);
      return (await postHistories(jobs, now)).get(`jobs/${file}`)?.firstListed;
    };
    expect(await added("a.md", "2026-03-01T10:00:00Z")).toBe("2026-03-01T10:00:00Z");
    expect(await added("same.md", "2026-03-01T10:00:00Z")).toBe("2026-03-01T10:00:01Z");
    expect(await added("behind.md", "2001-01-01T00:00:00Z")).toBe("2026-03-01T10:00:02Z");
    expect(await added("../README.md", "2026-03-01T11:00:00Z")).toBeUndefined();
    expect(await added("after.md", "2026-03-01T10:30:00Z")).toBe("2026-03-01T11:00:01Z");
    expect(await added("ahead.md", "2036-01-01T00:00:00Z")).toBe("2026-03-01T11:00:02Z");
    expect(await added("right.md", "2026-03-02T00:00:00Z")).toBe("2026-03-02T00:00:00Z");
  });

  it("is not in the future, even for the first commit", async () => {
    await using repository = await newRepository();
    await writeFile(join(repository.jobs, "a.md"), "a");
    repository.commit("2036-01-01T00:00:00Z");
    const { firstListed } = (await postHistories(repository.jobs, now)).get("jobs/a.md") ?? {};
    expect(firstListed).toBe("2026-12-01T00:00:00Z");
  });

  it("is unknown without a repository or a commit", async () => {
    await using folder = await mkdtempDisposable(join(tmpdir(), "no-history-"));
    expect(await postHistories(folder.path, now)).toEqual(new Map());
    await using repository = await newRepository();
    expect(await postHistories(repository.jobs, now)).toEqual(new Map());
  });

  it("is known in a shallow clone for the posts that came later than its first commit", async () => {
    await using folder = await mkdtempDisposable(join(tmpdir(), "shallow-"));
    await using repository = await newRepository();
    const { jobs, commit } = repository;
    await writeFile(join(jobs, "a.md"), "a");
    commit("2026-03-01T00:00:00Z", "Add the post a (#12)");
    await writeFile(join(jobs, "b.md"), "b");
    commit("2026-04-01T00:00:00Z", "Add the post b (#13)");
    await writeFile(join(jobs, "a.md"), "changed");
    await writeFile(join(jobs, "c.md"), "c");
    commit("2026-05-01T00:00:00Z");
    const clone = join(folder.path, "clone");
    const url = `file://${join(jobs, "..")}`;
    execFileSync("git", ["clone", "-q", "--depth", "2", url, clone]);
    const changed = ["2026-05-01T00:00:00Z"];
    const histories = new Map<string, PostHistory>([
      ["jobs/a.md", { isIncomplete: true, changed }],
      ["jobs/b.md", { isIncomplete: true }],
      ["jobs/c.md", { firstListed: "2026-05-01T00:00:00Z" }],
    ]);
    expect(await postHistories(join(clone, "jobs"), now)).toEqual(histories);
    expect(await postHistoriesAt(clone, "HEAD", now)).toEqual(histories);
  });
});

describe("the review that approved a post", () => {
  const merged = "Add the post a (#12)\n\nApproved-by: rita";
  const first = "2026-03-01T00:00:00Z";
  const then = "2026-04-01T00:00:00Z";
  const approvalIn = async (jobs: string) =>
    (await postHistories(jobs, now)).get("jobs/a.md")?.approved;
  const approvalAfter = async (message: string) => {
    await using repository = await newRepository();
    await writeFile(join(repository.jobs, "a.md"), "a");
    repository.commit("2026-03-01T23:30:00-05:00", message);
    return await approvalIn(repository.jobs);
  };

  it.each([
    ["the bot has merged", merged, { pull: 12, by: "rita" }],
    ["the bot has merged before it wrote numbers", "A\n\nApproved-by: rita", { by: "rita" }],
    ["was merged with GitHub’s button", "Python developer at Acme (#12)", { pull: 12 }],
    [
      "has co-authors",
      `${merged}\nCo-authored-by: Bob <bob@example.com>`,
      { pull: 12, by: "rita" },
    ],
    ["names two", `${merged}\nApproved-by: rob`, { pull: 12, by: "rob" }],
  ])("is read from a commit that %s", async (_, message, known) => {
    expect(await approvalAfter(message)).toEqual({ on: "2026-03-02", ...known });
  });

  it.each([
    ["was made by hand", "Add a post"],
    ["speaks of a pull request", "Add what #12 was about"],
    ["has a number that GitHub cannot have given", "Add a post (#012)"],
  ])("is unknown for a commit that %s", async (_, message) => {
    expect(await approvalAfter(message)).toBeUndefined();
  });

  it.each([
    ["a name as the title of the pull request", "Approved-by: rita (#12)"],
    ["another number in it", "Add the post a (#7) (#12)"],
    ["a name in the middle of a text", "A (#12)\n\nApproved-by: rita\n\nHow are you?"],
    ["what is no name", "A (#12)\n\nApproved-by: <b>rita</b>"],
    ["a name that goes on", "A (#12)\n\nApproved-by: rita\n and others"],
    ["a name of somebody else’s", "A (#12)\n\nCo-authored-by: Approved-by: rita <x@example.com>"],
  ])("cannot be forged by strangers with %s", async (_, message) => {
    expect(await approvalAfter(message)).toEqual({ on: "2026-03-02", pull: 12 });
  });

  it("is unchanged when the post is edited, and in the file once it is archived", async () => {
    await using repository = await newRepository();
    const { jobs, commit } = repository;
    await writeFile(join(jobs, "a.md"), "a");
    commit(first, merged);
    await writeFile(join(jobs, "a.md"), "changed");
    commit(then, "Change the post a (#13)\n\nApproved-by: rob");
    expect(await approvalIn(jobs)).toEqual({ on: "2026-03-01", pull: 12, by: "rita" });
    await mkdir(join(jobs, "archive/2026/03"), { recursive: true });
    await rename(join(jobs, "a.md"), join(jobs, "archive/2026/03/a.md"));
    commit("2026-05-01T00:00:00Z", "Archive 1 post (#14)");
    expect([...(await postHistories(jobs, now)).keys()]).toEqual(["jobs/a.md"]);
  });

  it("is the latest if a post was removed and sent again", async () => {
    await using repository = await newRepository();
    const { jobs, commit } = repository;
    const again = async (date: string, message: string) => {
      await rm(join(jobs, "a.md"), { force: true });
      commit(date, "Take it away (#13)");
      await writeFile(join(jobs, "a.md"), "a");
      commit(date, message);
      return (await postHistories(jobs, now)).get("jobs/a.md");
    };
    await writeFile(join(jobs, "z.md"), "z");
    await again(first, merged);
    const approved = { on: "2026-04-01", pull: 20, by: "rob" };
    // The commit has the same time as its parent.
    const history = { firstListed: "2026-03-01T00:00:01Z", approved };
    expect(await again(then, "Add the post a (#20)\n\nApproved-by: rob")).toEqual(history);
    expect(await again("2026-05-01T00:00:00Z", "Put it back by hand")).toEqual(history);
  });
});
