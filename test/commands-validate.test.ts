import { execFileSync } from "node:child_process";
import { mkdir, symlink, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { beforeEach, describe, expect, it } from "vitest";
import { maxFileBytes } from "../src/board/job/file.ts";
import type { Problem } from "../src/board/problem.ts";
import { boardConfig } from "../src/board.config.ts";
import type { PostsFolder } from "./posts-folder.ts";
import { jobText, newPostsFolder } from "./posts-folder.ts";
import { runScript } from "./run-script.ts";

let posts: PostsFolder;

beforeEach(async () => {
  posts = await newPostsFolder();
  await posts.add("2026-11-20-good.md", goodJob);
});

const goodJob = {
  description:
    `Build **reports** in ${boardConfig.topic.terms[0]}. ${"We build them with care, and we look after them. ".repeat(8)}`.trim(),
  requirements: "- Three years of Django, and the patience to explain what you did with it.",
};

function validate(...parameters: string[]) {
  return runScript("validate", parameters, {
    variables: { JOBS_DIR: posts.path, BOARD_NOW: "2026-11-22" },
  });
}

async function problemsOf(...parameters: string[]) {
  const { code, stdout, stderr } = await validate("--json", ...parameters);
  const found: Problem[] = JSON.parse(stdout);
  // All links here lead to example.com, which only passes without advice on a demo board.
  const problems = found.filter(({ rule }) => rule !== "placeholders");
  return { code, stderr, problems, files: [...new Set(problems.map(({ file }) => file))] };
}

describe("posts without problems", () => {
  it("are reported to have none", async () => {
    const { code, stdout, stderr } = await validate();
    expect({ code, stderr }).toEqual({ code: 0, stderr: "" });
    expect(stdout).toContain("1 file checked: ");
    if (boardConfig.demo) expect(stdout).toBe("1 file checked: no problems.\n");
    expect(await problemsOf()).toEqual({ code: 0, stderr: "", problems: [], files: [] });
  });

  it("pass with advice, which is for reviewers", async () => {
    await posts.add("2026-11-20-loud.md", { ...goodJob, title: "PYTHON DEVELOPER NEEDED NOW" });
    const { code, problems } = await problemsOf();
    expect(code).toBe(0);
    expect(problems.map(({ severity }) => severity)).toContain("advice");
  });

  it("have advice with the corrected text, and its line in the file", async () => {
    const text = jobText({ ...goodJob, description: "You write Python.\n\nFor a CafÃ©." });
    await posts.add("2026-11-20-cafe.md", text);
    const { problems } = await problemsOf();
    expect(problems).toContainEqual(
      expect.objectContaining({
        line: text.split("\n").indexOf("For a CafÃ©.") + 1,
        repair: {
          values: { description: "You write Python.\n\nFor a Café." },
          shown: "For a Café.",
        },
      }),
    );
    expect((await validate()).stdout).toMatch(
      /Line \d+: Readers .*\n.*\n +Corrected:\n +For a Café/,
    );
  });

  it("are read only from JOBS_DIR", async () => {
    const variables = { JOBS_DIR: join(posts.path, "nowhere") };
    const { code, stdout, stderr } = await runScript("validate", ["--json"], { variables });
    expect({ code, stdout }).toEqual({ code: 1, stdout: "" });
    expect(stderr).toMatch(/nowhere” can’t be read.*JOBS_DIR/);
  });
});

describe("invalid files of every kind", () => {
  const bad = {
    "2026-11-20-binary.md": Uint8Array.from({ length: 5000 }, (_, index) => (index * 89) % 256),
    "2026-11-20-huge.md": "a".repeat(40 * 1024 * 1024),
    "2026-11-20-just-too-large.md": jobText(goodJob) + "x".repeat(maxFileBytes),
    "2026-11-20-bomb.md": `---\na: &a [x]\n${"b: [*a, *a]\n".repeat(900)}---\n`,
    "2026-11-20-empty.md": "",
    "2026-11-20-engine.md": "---js\nprocess.exit(7)\n---\n",
    "2026-11-20-no-city.md": jobText({ ...goodJob, city: "X" }).replace("city: X\n", ""),
    "2026-11-20-two-faults.md": jobText(goodJob).replace(
      "employment: full_time",
      "employment: often\nlayout: x",
    ),
    "Upper.md": jobText(goodJob),
    "2026/nested.md": jobText(goodJob),
    "jobs.11tydata.js": "throw new Error();",
  };

  beforeEach(async () => {
    for (const [file, content] of Object.entries(bad)) await posts.add(file, content);
    await symlink("/etc/passwd", join(posts.path, "2026-11-20-link.md"));
    await mkdir(join(posts.path, "2026-11-20-folder.md"));
    execFileSync("mkfifo", [join(posts.path, "2026-11-20-pipe.md")]);
  });

  it("are all reported, without hiding each other or affecting the valid one", async () => {
    const { code, stderr, files } = await problemsOf();
    expect({ code, stderr }).toEqual({ code: 1, stderr: "" });
    const names = [...Object.keys(bad), "2026-11-20-link.md", "2026-11-20-pipe.md"];
    expect(files.toSorted()).toEqual(names.map((name) => `jobs/${name}`).toSorted());
  });

  it("are reported with file, field or null, rule, severity, message and fix", async () => {
    const { problems } = await problemsOf();
    for (const problem of problems) {
      expect(Object.keys(problem)).toEqual(["file", "field", "rule", "severity", "message", "fix"]);
      expect(problem.message).toMatch(/\.$/);
      expect(problem.fix).toMatch(/\.$/);
    }
    const fieldsOf = (name: string) =>
      problems
        .filter(({ file, severity }) => file.endsWith(name) && severity === "error")
        .map(({ field }) => field);
    expect(fieldsOf("two-faults.md").toSorted()).toEqual(["employment", "layout"]);
    expect(fieldsOf("no-city.md")).toContain("city");
    expect(fieldsOf("huge.md")).toEqual([null]);
  });

  it("are listed by file for people, errors before advice, and counted", async () => {
    const loud = jobText({ ...goodJob, title: "LOUD LOUD LOUD" }).replace("country: DE\n", "");
    await posts.add("2026-11-20-loud.md", loud);
    const { code, stdout } = await validate();
    expect(code).toBe(1);
    const group = stdout.split("\n\n").find((text) => text.startsWith("jobs/2026-11-20-loud.md\n"));
    expect(group).toMatch(/^jobs\S+\n {2}error .*country: .*\n {10}\S.*\n {2}advice .*\n {10}\S/);
    expect(stdout).toMatch(
      /\n\d+ files checked: \d+ errors and \d+ pieces? of advice in \d+ files\.\n$/,
    );
    expect(stdout).not.toContain("\u001b");
  });
});

describe("a file name with terminal control characters", () => {
  it("is escaped", async () => {
    await posts.add("\u001b[31mred\n::error::x.md", "x");
    const { stdout } = await validate();
    expect(stdout).toContain("jobs/\\u{1b}[31mred\\u{a}::error::x.md");
    expect(stdout).not.toContain("\u001b");
  });
});

describe("named files", () => {
  it("are checked alone, but compared with all others", async () => {
    await posts.add("2026-11-20-bad.md", "no post");
    await posts.add("2026-11-20-other.md", { ...goodJob, aliases: ["/jobs/1234/"] });
    await posts.add("2026-11-20-same-alias.md", {
      ...goodJob,
      title: "Flask Developer",
      aliases: ["/jobs/1234/"],
    });
    const { code, problems } = await problemsOf(join(posts.path, "2026-11-20-same-alias.md"));
    expect(code).toBe(1);
    expect(problems.filter(({ severity }) => severity === "error")).toMatchObject([
      { file: "jobs/2026-11-20-same-alias.md", field: "aliases", rule: "address-taken" },
    ]);
  });

  it.each(["jobs/2026-11-20-bad.md", "2026-11-20-bad.md"])(
    "are found in the folder of posts as %s",
    async (name) => {
      await posts.add("2026-11-20-bad.md", "no post");
      expect(await problemsOf(name)).toMatchObject({ code: 1, files: ["jobs/2026-11-20-bad.md"] });
    },
  );

  it("are checked as if they were in jobs/, under their own name, if they are elsewhere", async () => {
    const elsewhere = join(posts.around, "2026-11-21-draft.md");
    await writeFile(elsewhere, jobText({ ...goodJob, title: "Flask Developer", company: "Other" }));
    expect(await problemsOf(elsewhere)).toMatchObject({ code: 0 });
    expect(await problemsOf()).toMatchObject({ files: [] });

    const badlyNamed = join(posts.around, "My draft.md");
    await writeFile(badlyNamed, jobText(goodJob));
    expect(await problemsOf(badlyNamed)).toMatchObject({
      code: 1,
      problems: [
        { file: badlyNamed, rule: "path", field: null },
        { file: badlyNamed, rule: "likely-duplicate" },
      ],
    });
  });

  it("replace a post of the board with the same name", async () => {
    const edited = join(posts.around, "2026-11-20-good.md");
    await writeFile(edited, jobText(goodJob).replace("employment: full_time", "employment: often"));
    expect(await problemsOf(edited)).toMatchObject({
      code: 1,
      problems: [{ file: edited, field: "employment" }],
    });
  });

  it("are problems, not crashes, if they do not exist or have the same name", async () => {
    await writeFile(join(posts.around, "2026-11-21-a.md"), jobText(goodJob));
    await mkdir(join(posts.around, "other"));
    await writeFile(join(posts.around, "other/2026-11-21-a.md"), "no post");
    const named = ["2026-11-21-a.md", "other/2026-11-21-a.md", "gone.md", "other"];
    const { code, problems } = await problemsOf(...named.map((name) => join(posts.around, name)));
    expect(code).toBe(1);
    expect(problems.map(({ file, rule }) => [file.slice(posts.around.length + 1), rule])).toEqual([
      ["other/2026-11-21-a.md", "same-name"],
      ["gone.md", "missing"],
      ["other", "missing"],
      ["2026-11-21-a.md", expect.any(String)],
    ]);
  });
});

it("cannot be folders, which is reported", async () => {
  const [problem] = (await problemsOf(posts.path)).problems;
  expect(problem).toMatchObject({ message: expect.stringContaining("This is a folder") });
});

describe("the archive", () => {
  beforeEach(() => posts.add("archive/2026/2026-01-01-bad.md", "no post"));

  it("is checked only with --all", async () => {
    expect(await problemsOf()).toMatchObject({ code: 0 });
    expect(await problemsOf("--all")).toMatchObject({
      code: 1,
      files: ["jobs/archive/2026/2026-01-01-bad.md"],
    });
  });

  it("has files that can be named, too", async () => {
    expect(await problemsOf("jobs/archive/2026/2026-01-01-bad.md")).toMatchObject({ code: 1 });
  });
});

describe("the command line", () => {
  it("has help", async () => {
    const { code, stdout } = await validate("--help");
    expect(code).toBe(0);
    for (const flag of ["--json", "--all", "FILE"]) expect(stdout).toContain(flag);
  });

  it.each([["--jsn"], ["--json=yes"], ["-x"]])("rejects %s with a hint", async (flag) => {
    const { code, stdout, stderr } = await validate(flag);
    expect({ code, stdout }).toEqual({ code: 2, stdout: "" });
    expect(stderr).toContain("Usage: npm run -s validate");
  });
});

describe("a post that a maintainer renamed", () => {
  const [from, to] = ["2026-11-20-good.md", "2026-11-20-better.md"];
  const git = (...parameters: string[]) =>
    execFileSync("git", ["-C", posts.around, ...parameters], {
      env: {
        ...process.env,
        ...{ GIT_AUTHOR_NAME: "a", GIT_AUTHOR_EMAIL: "a@example.com" },
        ...{ GIT_COMMITTER_NAME: "a", GIT_COMMITTER_EMAIL: "a@example.com" },
        GIT_COMMITTER_DATE: "2026-11-21T08:00:00Z",
        GIT_CONFIG_GLOBAL: "/dev/null",
      },
      stdio: "pipe",
    });
  const commit = () => {
    git("add", "-A");
    git("commit", "-qm", "x");
  };
  const rename = () => git("mv", `jobs/${from}`, `jobs/${to}`);

  beforeEach(() => {
    git("init", "-q", "-b", "main");
    commit();
  });

  it.each([
    ["before it is committed", rename],
    [
      "after it was committed",
      () => {
        rename();
        commit();
      },
    ],
  ])("is reported %s, until it keeps its first day and address", async (_, change) => {
    change();
    const { code, problems } = await problemsOf();
    expect(code).toBe(1);
    expect(problems.map(({ file, field, fix }) => [file, field, fix])).toEqual([
      [`jobs/${to}`, "published", "Add “published: 2026-11-21” to its fields."],
      [`jobs/${to}`, "aliases", "Add “aliases: [/jobs/2026-11-20-good/]” to its fields."],
    ]);
    const kept = { published: "2026-11-21", aliases: ["/jobs/2026-11-20-good/"] };
    await posts.add(to, { ...goodJob, ...kept });
    expect(await problemsOf()).toMatchObject({ code: 0, problems: [] });
  });

  it("is none if the post was archived, or deleted for good", async () => {
    await posts.add("2026-11-20-other.md", { ...goodJob, title: "Other", description: "Python." });
    commit();
    git("rm", "-q", "jobs/2026-11-20-other.md");
    const closed = { on: "2026-11-22", reason: "filled" } as const;
    await posts.add(`archive/2026/${from}`, { ...goodJob, published: "2026-11-21", closed });
    git("rm", "-q", `jobs/${from}`);
    commit();
    expect(await problemsOf("jobs/archive/2026/2026-11-20-good.md")).toMatchObject({ code: 0 });
    await posts.add("2026-11-20-fresh.md", { ...goodJob, submitted: "2026-11-22" });
    expect(await problemsOf()).toMatchObject({ code: 0 });
  });
});
