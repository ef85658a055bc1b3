import { execFileSync } from "node:child_process";
import { join } from "node:path";
import { beforeEach, describe, expect, it } from "vitest";
import { readJobFile } from "../src/board/job/file.ts";
import { redact } from "../src/board/job/removed-post.ts";
import { boardConfig } from "../src/board.config.ts";
import { exampleConfig, exampleJob } from "./example-job.ts";
import type { PostsFolder } from "./posts-folder.ts";
import { jobText, newPostsFolder } from "./posts-folder.ts";
import { runScript } from "./run-script.ts";

let posts: PostsFolder;

beforeEach(async () => {
  posts = await newPostsFolder();
});

// Later than the samples’ day, so that these are not samples.
const over = { submitted: "2027-01-01" };
const fresh = { submitted: "2027-03-31" };

function archive(...parameters: string[]) {
  return runScript("archive", parameters, {
    variables: { JOBS_DIR: posts.path, BOARD_NOW: "2027-04-10T12:00:00Z" },
  });
}

describe("archiving", () => {
  beforeEach(async () => {
    await posts.add("over.md", over);
    await posts.add("fresh.md", fresh);
    await posts.add("own-end.md", { submitted: "2027-03-01", expires: "2027-03-20" });
    await posts.add("filled.md", { ...fresh, closed: { on: "2027-04-05", reason: "filled" } });
    await posts.add("old-year.md", { submitted: "2026-12-01", expires: "2026-12-30" });
  });

  const archived = {
    "archive/2026/12/old-year.md": jobText({
      submitted: "2026-12-01",
      published: "2026-12-01",
      expires: "2026-12-30",
      closed: { on: "2026-12-31", reason: "expired" },
    }),
    "archive/2027/03/filled.md": jobText({
      ...fresh,
      published: "2027-03-31",
      closed: { on: "2027-04-05", reason: "filled" },
    }),
    "archive/2027/01/over.md": jobText({
      ...over,
      published: "2027-01-01",
      closed: { on: "2027-04-01", reason: "expired" },
    }),
    "archive/2027/03/own-end.md": jobText({
      submitted: "2027-03-01",
      published: "2027-03-01",
      expires: "2027-03-20",
      closed: { on: "2027-03-21", reason: "expired" },
    }),
    "fresh.md": jobText(fresh),
  };

  it("moves expired and closed posts to the month of their submission, records when and why, and is then done", async () => {
    const first = await archive();
    expect(first).toMatchObject({ code: 0, stderr: "" });
    expect(first.stdout).toContain(
      "jobs/over.md -> jobs/archive/2027/01/over.md (expired on 2027-04-01)",
    );
    expect(first.stdout).toContain("4 posts archived.");
    expect(await posts.contents()).toEqual(archived);

    expect(await archive()).toEqual({ code: 0, stdout: "Nothing to archive.\n", stderr: "" });
    expect(await posts.contents()).toEqual(archived);
  });

  it("leaves a valid board", async () => {
    await archive();
    const variables = { JOBS_DIR: posts.path, BOARD_NOW: "2027-04-10" };
    expect(await runScript("validate", ["--all"], { variables })).toMatchObject({ code: 0 });
  });

  it("only prints the plan with --dry-run", async () => {
    const before = await posts.contents();
    const { code, stdout } = await archive("--dry-run");
    expect(code).toBe(0);
    expect(stdout).toContain(
      "jobs/over.md -> jobs/archive/2027/01/over.md (expired on 2027-04-01)",
    );
    expect(stdout).toContain("4 posts would be archived. Nothing was changed.");
    expect(await posts.contents()).toEqual(before);
  });

  it("does not move a file with errors, says so, and moves the others", async () => {
    await posts.add("bad.md", "no post");
    const { code, stdout } = await archive();
    expect(code).toBe(0);
    expect(stdout).toContain("1 file with errors was skipped");
    expect(await posts.contents()).toEqual({ ...archived, "bad.md": "no post" });
  });

  it("continues if it was interrupted between writing a file and moving it", async () => {
    const half = archived["archive/2027/01/over.md"];
    await posts.add("over.md", half);
    await archive();
    expect(await posts.contents()).toEqual(archived);
  });

  it("never overwrites another file", async () => {
    await posts.add("archive/2027/01/over.md", "somebody’s notes");
    const { code, stderr } = await archive();
    expect(code).toBe(1);
    expect(stderr).toContain("another file is already there");
    expect(await posts.contents()).toMatchObject({
      "archive/2027/01/over.md": "somebody’s notes",
      "over.md": jobText(over),
    });
  });
});

describe("archiving in a repository", () => {
  const git = (date: string, ...parameters: string[]) =>
    execFileSync("git", ["-C", posts.around, ...parameters], {
      env: {
        ...process.env,
        GIT_COMMITTER_DATE: date,
        GIT_AUTHOR_NAME: "a",
        GIT_AUTHOR_EMAIL: "a@example.com",
        GIT_COMMITTER_NAME: "a",
        GIT_COMMITTER_EMAIL: "a@example.com",
        GIT_CONFIG_GLOBAL: "/dev/null",
      },
      stdio: "pipe",
    });

  beforeEach(async () => {
    await posts.add("a.md", over);
    git("2027-01-05T00:00:00Z", "init", "-q", "-b", "main");
    git("2027-01-05T00:00:00Z", "add", "-A");
    git("2027-01-05T00:00:00Z", "commit", "-qm", "Add a post");
  });

  it("counts from the day of the first listing, and records that day and second", async () => {
    await archive();
    expect((await posts.contents())["archive/2027/01/a.md"]).toContain(
      "published: 2027-01-05\npublished_at: 2027-01-05T00:00:00Z\nclosed: {on: 2027-04-05, reason: expired}\n",
    );
  });

  it("records who approved the post, and the day, for clones without history", async () => {
    await posts.add("b.md", over);
    git("2027-01-06T00:00:00Z", "add", "-A");
    git("2027-01-06T00:00:00Z", "commit", "-qm", "Add the post b (#12)\n\nApproved-by: rita");
    await archive();
    const contents = await posts.contents();
    expect(contents["archive/2027/01/b.md"]).toContain(
      "published: 2027-01-06\npublished_at: 2027-01-06T00:00:00Z\n" +
        "approved: {on: 2027-01-06, pull: 12, by: rita}\nclosed: {",
    );
    expect(contents["archive/2027/01/a.md"]).not.toContain("approved");
    const variables = { JOBS_DIR: posts.path, BOARD_NOW: "2027-04-10" };
    expect(await runScript("validate", ["--all"], { variables })).toMatchObject({ code: 0 });
  });

  it("refuses to guess that day if the clone lacks history, which cannot be fetched", async () => {
    git("2027-01-06T00:00:00Z", "commit", "-qm", "More", "--allow-empty");
    const shallow = join(posts.around, "shallow");
    git("", "clone", "-q", "--depth=1", `file://${posts.around}`, shallow);
    git("", "-C", shallow, "remote", "remove", "origin");
    const variables = { JOBS_DIR: join(shallow, "jobs"), BOARD_NOW: "2027-04-10" };
    const { code, stderr } = await runScript("archive", [], { variables });
    expect(code).toBe(1);
    expect(stderr).toContain("git fetch --unshallow");
  });
});

describe("closing a post before its time", () => {
  beforeEach(async () => {
    await posts.add("a.md", fresh);
    await posts.add("over.md", over);
  });

  const closed = (reason: "filled" | "removed") => ({
    ...fresh,
    published: "2027-03-31",
    closed: { on: "2027-04-10", reason },
  });
  const filled = { "archive/2027/03/a.md": jobText(closed("filled")), "over.md": jobText(over) };

  it("moves only the named post, today, for the given reason, and only once", async () => {
    const file = join(posts.path, "a.md");
    expect(await archive(file, "--reason", "filled")).toMatchObject({ code: 0, stderr: "" });
    expect(await posts.contents()).toEqual(filled);
    for (const again of [file, "jobs/a.md", "a.md", "jobs/archive/2027/03/a.md"]) {
      const { code, stdout } = await archive(again, "--reason", "filled");
      expect({ code, stdout }).toEqual({ code: 0, stdout: "Nothing to archive.\n" });
    }
    expect(await posts.contents()).toEqual(filled);
  });

  it("removes an archived post in place, with its text", async () => {
    await archive("jobs/a.md", "--reason", "filled");
    await archive("jobs/archive/2027/03/a.md", "--reason", "removed");
    const left = redact({ ...exampleJob, ...closed("removed") });
    expect(await posts.contents()).toEqual({
      "archive/2027/03/a.md": expect.stringContaining("reason: removed"),
      "over.md": jobText(over),
    });
    const text = (await posts.contents())["archive/2027/03/a.md"] ?? "";
    expect(readJobFile("jobs/x.md", text, exampleConfig)).toEqual({ ok: true, job: left });
    const variables = { JOBS_DIR: posts.path, BOARD_NOW: "2027-04-10" };
    expect(await runScript("validate", ["--all"], { variables })).toMatchObject({ code: 0 });
  });

  it("does nothing if one of the names is wrong", async () => {
    const before = await posts.contents();
    const { code, stderr } = await archive("jobs/a.md", "jobs/b.md", "--reason", "filled");
    expect(code).toBe(1);
    expect(stderr).toMatch(/jobs\/b\.md\n.*There is no such file/);
    expect(await posts.contents()).toEqual(before);
  });

  it.each([
    { words: ["jobs/a.md"], says: "To close FILEs, add --reason filled or --reason removed." },
    { words: ["jobs/a.md", "--reason", "expired"], says: "To close FILEs, add --reason" },
    { words: ["--reason", "filled"], says: "--reason needs at least one FILE" },
    { words: ["--reason"], says: "Usage: npm run archive" },
  ])("requires a file and a reason, not $words", async ({ words, says }) => {
    const { code, stderr } = await archive(...words);
    expect(code).toBe(2);
    expect(stderr).toContain(says);
  });
});

// An adopted board has no samples; how they are treated is also tested with the decision itself.
describe.runIf(boardConfig.demo)("the samples of a board that nobody has adopted", () => {
  const sample = { submitted: "2026-08-01", published: "2026-08-02" };

  it("stay, because the site moves their dates forward, which is reported", async () => {
    await posts.add("sample.md", sample);
    await posts.add("over.md", over);
    const { code, stdout } = await archive();
    expect(code).toBe(0);
    expect(stdout).toContain(
      "1 sample post skipped: each build moves the dates of samples forward",
    );
    expect(Object.keys(await posts.contents()).toSorted()).toEqual([
      "archive/2027/01/over.md",
      "sample.md",
    ]);
  });

  it("are closed if named, on the day that the site shows as today", async () => {
    await posts.add("sample.md", sample);
    await archive("jobs/sample.md", "--reason", "filled");
    const { "archive/2026/08/sample.md": text } = await posts.contents();
    expect(text).toContain(`closed: {on: ${boardConfig.demo}, reason: filled}`);
  });
});
