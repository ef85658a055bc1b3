import { describe, expect, it } from "vitest";
import type { SentPost } from "../../bench/review/posts.ts";
import { exampleJob } from "../example-job.ts";
import type { Change } from "./board-history.ts";
import { stepProblems } from "./board-history.ts";
import { bot } from "./ledger.ts";
import type { OwnerRequest, Submission } from "./records.ts";

const slug = "2026-11-24-example";
const path = `jobs/${slug}.md`;
const text = "---\ntitle: One\n---\nPython.\n";
const closed = "---\ntitle: One\nclosed: { on: 2026-11-30, reason: filled }\n---\nPython.\n";
const post: SentPost = { job: exampleJob, slug, path, text };

function problems(
  author: string,
  changes: Change[],
  given: Partial<Submission> = {},
  asked = false,
) {
  const submission: Submission = {
    ...{ owner: "ada", post, kind: "new", quality: "good", branch: "post", text, approvals: [] },
    ...given,
  };
  const request: OwnerRequest = { by: "ada", type: "filled", post, at: 0, isOwn: true };
  const known = {
    cases: new Map(),
    submissions: new Map([[1, submission]]),
    requests: new Map(asked ? [[2, request]] : []),
  };
  return stepProblems({ number: 1, author }, changes, known).map(({ what }) => what);
}

describe("a step of the board by a submission", () => {
  it("is the post as it was sent last", () => {
    expect(problems("ada", [{ path, before: null, after: text }])).toEqual([]);
    expect(problems("ada", [{ path, before: text, after: null }], { text: null })).toEqual([]);
  });

  it("is noticed if it is anything else", () => {
    const other = { path: "jobs/other.md", before: null, after: text };
    const outside = { path: "README.md", before: "", after: "Mine." };
    const mine = { path, before: null, after: text };
    expect(problems("ada", [other])).toHaveLength(1);
    expect(problems("ada", [mine, other])).toHaveLength(1);
    expect(problems("ada", [{ ...mine, after: closed }])).toHaveLength(1);
    expect(problems("ada", [mine, outside])).toEqual(["changed README.md, which is no post"]);
  });
});

describe("a step of the board by the bot", () => {
  const archived = `jobs/archive/2026/11/${slug}.md`;

  it("moves closed posts to the archive as they were", () => {
    const move = (after: string) => [
      { path, before: closed, after: null },
      { path: archived, before: null, after },
    ];
    expect(problems(bot, move(closed))).toEqual([]);
    expect(problems(bot, move(text))).toEqual([`moved ${path}, but not as it was`]);
    const shorter = closed.replace("Python.", "");
    expect(problems(bot, move(shorter))).toEqual([`moved ${path}, but not as it was`]);
  });

  it("changes a post whose owner asked for that, by an issue or by deleting it", () => {
    const changes = [{ path, before: text, after: closed }];
    const noted = [`changed ${slug}, and nobody asked for that`];
    expect(problems(bot, changes)).toEqual(noted);
    expect(problems(bot, changes, {}, true)).toEqual([]);
    expect(problems(bot, changes, { kind: "deletion" })).toEqual([]);
  });
});
