import { readdir } from "node:fs/promises";
import { describe, expect, it } from "vitest";
import { boardConfig } from "../src/board.config.ts";
import { jobText, newPostsFolder } from "./posts-folder.ts";
import { runScript, runScriptProcess } from "./run-script.ts";

const files = (await readdir("scripts")).filter((file) => /^[a-z-]+\.ts$/.test(file));
const modules = await Promise.all(
  files.map(async (file) => ({
    name: file.replace(/\.ts$/, ""),
    exported: Object.keys(await import(`../scripts/${file}`)),
  })),
);
const commands = modules.filter(({ exported }) => exported.includes("command"));

describe("a command’s process", () => {
  it.each(commands)("runs $name and explains it", async ({ name }) => {
    const { code, stdout, stderr } = await runScriptProcess(name, ["--help"]);
    expect({ code, stderr }).toEqual({ code: 0, stderr: "" });
    expect(stdout).toMatch(new RegExp(`^(npm run (-s )?${name}|node scripts/${name}\\.ts)\\b`));
    expect(stdout).toMatch(/--help +show this help\n$/);
  });

  it("gives a command its working folder, environment, input and streams, and takes its exit code", async () => {
    const posts = await newPostsFolder();
    await posts.add("2026-11-20-bad.md", "no post");
    await posts.add("2026-11-20-good.md", jobText());
    const variables = { JOBS_DIR: "jobs", BOARD_NOW: "2026-11-22" };
    const surroundings = { directory: posts.around, variables };
    const found = await runScriptProcess("validate", [], surroundings);
    expect(found).toEqual(await runScript("validate", [], surroundings));
    expect(found).toMatchObject({ code: 1, stdout: expect.stringContaining("2 files checked") });
    expect(await runScriptProcess("validate", ["--jsn"], surroundings)).toMatchObject({
      code: 2,
      stdout: "",
      stderr: expect.stringContaining("Usage: npm run -s validate"),
    });
    const input = { ...surroundings, input: "no post" };
    expect(await runScriptProcess("submit", ["-"], { ...input, variables: { GITHUB_TOKEN: "x" } }))
      // Before any request to GitHub.
      .toMatchObject({ code: 1, stderr: expect.stringContaining("standard input") });
  });
});

describe("settings that cannot be used", () => {
  const settings = {
    ...boardConfig,
    url: "jobs.example.org",
    lifetimes: { ...boardConfig.lifetimes, listedDays: 0 },
  };

  it.each(commands)("are all reported by $name, which does nothing else", async ({ name }) => {
    const { code, stdout, stderr } = await runScript(name, [], { settings });
    expect({ code, stdout }).toEqual({ code: 1, stdout: "" });
    expect(stderr).toMatch(/^src\/board\.config\.ts .*\n {2}url .*\n {2}lifetimes\.listedDays /);
  });
});
