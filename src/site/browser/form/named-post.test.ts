import { describe, expect, it } from "vitest";
import { exampleConfig } from "../../../../test/example-job.ts";
import { blob, givenAnswers } from "../../../../test/github-answers.ts";
import { readNamedPost } from "./named-post.ts";

const slug = "2026-11-22-x";
const archived = `jobs/archive/2026/11/${slug}.md`;
const live = `jobs/${slug}.md`;
const contents = (file: string) => `contents/${file}?ref=main`;
const folder = "git/trees/main:jobs%2Farchive";
const tree = (sha: string) => `git/trees/${sha}?recursive=1`;

function listing(entries: readonly string[], truncated = false) {
  return { tree: entries.map((path) => ({ path, sha: `sha-${path}` })), truncated };
}

const years = listing(["2024", "2025", "2026", "2027", "README"]);
const nowhere = {
  [folder]: years,
  [tree("sha-2024")]: listing([]),
  [tree("sha-2025")]: listing([]),
  [tree("sha-2026")]: listing([]),
  [tree("sha-2027")]: listing([]),
};

/** Reads from given answers, by the part of their address below the repository. */
async function read(name: string, answers: Record<string, unknown>) {
  const { ask, asked } = givenAnswers(answers);
  const result = await readNamedPost("https://api", name, exampleConfig, ask);
  return { result, asked };
}

describe("an archived post", () => {
  it("is read by its name with one request", async () => {
    const { result, asked } = await read(slug, { [contents(archived)]: blob("text") });
    expect(result).toMatchObject({ ok: true, file: archived });
    expect(asked).toEqual([contents(archived)]);
  });

  it.each([
    ["when it was still listed", live],
    ["while it was in the folder of another year", `jobs/archive/2027/${slug}.md`],
  ])("is found by the path that its file had %s", async (_, earlier) => {
    const { result, asked } = await read(earlier, { [contents(archived)]: blob("text") });
    expect(result).toMatchObject({ ok: true, file: archived });
    expect(asked).toEqual([contents(earlier), contents(archived)]);
  });

  it("is found where it was archived before there were months, first in the years around its own", async () => {
    const file = `jobs/archive/2027/${slug}.md`;
    const { result, asked } = await read(slug, {
      ...nowhere,
      [tree("sha-2027")]: listing(["11", "2026-11-22-x-y.md", `${slug}.md`]),
      [contents(file)]: blob("text"),
    });
    expect(result).toMatchObject({ ok: true, file });
    expect(asked.slice(2, 4)).toEqual([folder, tree("sha-2026")]);
    expect(asked).not.toContain(tree("sha-2024"));
  });

  it("is found in any month if its name does not say when it was submitted", async () => {
    const file = "jobs/archive/2025/03/developer.md";
    const { result, asked } = await read("developer", {
      ...nowhere,
      [tree("sha-2025")]: listing(["03", "03/senior-developer.md", "03/developer.md"]),
      [contents(file)]: blob("text"),
    });
    expect(result).toMatchObject({ ok: true, file });
    expect(asked).toEqual([
      contents("jobs/developer.md"),
      folder,
      ...["2027", "2026", "2025"].map((year) => tree(`sha-${year}`)),
      contents(file),
    ]);
  });
});

describe("a post that is still in the folder of live posts", () => {
  it("is read with two requests", async () => {
    const { result, asked } = await read(slug, { [contents(live)]: blob("text") });
    expect(result).toMatchObject({ ok: true, file: live });
    expect(asked).toEqual([contents(archived), contents(live)]);
  });
});

describe("a post that is nowhere", () => {
  it("is missing if GitHub listed the whole archive", async () => {
    expect((await read(slug, nowhere)).result).toEqual({
      ok: false,
      failure: { kind: "missing" },
    });
  });

  it.each([
    ["the archive", { [folder]: { ...years, truncated: true } }],
    ["a year", { [tree("sha-2025")]: listing(["01/a.md"], true) }],
  ])("may be in the part of a listing that GitHub cut off: %s", async (_, answers) => {
    expect((await read(slug, { ...nowhere, ...answers })).result).toEqual({
      ok: false,
      failure: { kind: "cut-off" },
    });
  });

  it.each(["", "../x", "jobs/../src/board.config.ts", "jobs/Good.md", "archive"])(
    "is not asked for if %j is not a name",
    async (name) => {
      expect((await read(name, {})).asked).toEqual([]);
    },
  );
});
