import { readdir } from "node:fs/promises";
import { join } from "node:path";
import { beforeEach, describe, expect, it } from "vitest";
import type { PostsFolder } from "./posts-folder.ts";
import { newPostsFolder } from "./posts-folder.ts";
import { runScript } from "./run-script.ts";

let posts: PostsFolder;

beforeEach(async () => {
  posts = await newPostsFolder();
});

function demo(parameters: string[], now = "2027-03-01T08:00:00Z") {
  return runScript("demo", parameters, { variables: { BOARD_NOW: now } });
}

describe("generated posts on disk", () => {
  it("have the requested number, say that they are fictional, and have no errors", async () => {
    const { code, stdout, stderr } = await demo(["--count", "120", "--out", posts.path]);
    expect({ code, stderr }).toEqual({ code: 0, stderr: "" });
    expect(stdout).toContain("Wrote 120 posts (seed 1, as of 2027-03-01)");
    expect(stdout).toContain(`JOBS_DIR=${posts.path} npm run dev`);
    const files = await readdir(posts.path);
    expect(files).toHaveLength(120);
    expect(files.every((file) => /^[a-z0-9-]+\.md$/.test(file))).toBe(true);
    const variables = { JOBS_DIR: posts.path, BOARD_NOW: "2027-03-01" };
    const validated = await runScript("validate", [], { variables });
    expect(validated.code).toBe(0);
    expect(validated.stdout).toMatch(/^120 files checked: /m);
  });

  it("are the same bytes for the same seed at another hour, and differ for another seed", async () => {
    const other = await newPostsFolder();
    const third = await newPostsFolder();
    await demo(["--count", "20", "--seed", "7", "--out", posts.path]);
    await demo(["--count", "20", "--seed", "7", "--out", other.path], "2027-03-01T23:59:59Z");
    await demo(["--count", "20", "--seed", "8", "--out", third.path]);
    expect(await other.contents()).toEqual(await posts.contents());
    expect(await third.contents()).not.toEqual(await posts.contents());
  });

  it("are written to a new folder", async () => {
    const out = join(posts.path, "new/folder");
    await demo(["--count", "1", "--out", out]);
    expect(await readdir(out)).toHaveLength(1);
  });
});

describe("a folder that is not empty", () => {
  beforeEach(() => posts.add("mine.md", "my own"));

  it("is written to only with a flag, and keeps its files", async () => {
    const refused = await demo(["--count", "3", "--out", posts.path]);
    expect(refused.code).toBe(1);
    expect(refused.stderr).toContain("is not empty");
    expect(await posts.contents()).toEqual({ "mine.md": "my own" });

    await demo(["--count", "3", "--out", posts.path, "--force"]);
    const written = await posts.contents();
    expect(Object.keys(written)).toHaveLength(4);
    expect(written["mine.md"]).toBe("my own");
    await demo(["--count", "3", "--out", posts.path, "--force"]);
    expect(await posts.contents()).toEqual(written);
  });
});

describe("the command line", () => {
  it("only prints the plan with --dry-run", async () => {
    const { code, stdout } = await demo(["--count", "3", "--out", posts.path, "--dry-run"]);
    expect(code).toBe(0);
    expect(stdout).toMatch(/^Would write 3 posts .*Nothing was changed\.$/m);
    expect(await posts.contents()).toEqual({});
  });

  it.each([
    [[]],
    [["--count", "0"]],
    [["--count", "1.5"]],
    [["--count", "many"]],
    [["--count", "3", "--seed", "-1"]],
  ])("rejects %j", async (parameters) => {
    const { code, stderr } = await demo([...parameters, "--out", posts.path]);
    expect(code).toBe(2);
    expect(stderr).toContain("Usage: npm run demo");
  });
});
