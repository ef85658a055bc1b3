import { describe, expect, it } from "vitest";
import { addedFile, blob, givenAnswers } from "../../../test/github-answers.ts";
import type { SubmittedFile } from "./submitted-file.ts";
import { pullNumber, readSubmittedFile } from "./submitted-file.ts";

const path = "jobs/2026-11-22-x.md";
const text =
  "---\ntitle: Ünïcode 🐍\n---\n\n+ a list\n- and what looks like a patch\n\\ or its end\n";

/** Reads from given answers, by the part of their address below the repository. */
async function read(answers: Record<string, unknown>) {
  const { ask, asked } = givenAnswers(answers);
  const result = await readSubmittedFile("https://api", 7, ask);
  return { result, asked };
}

const list = "pulls/7/files?per_page=100";

function textOf(result: SubmittedFile): string | undefined {
  return result.ok ? new TextDecoder().decode(result.content) : undefined;
}

describe("a new post", () => {
  it.each([
    ["", text],
    [" that ends without a line’s end", text.trimEnd()],
    [" with the line ends of Windows", text.replaceAll("\n", "\r\n")],
    [" of one line", "x"],
  ])("%s is loaded with one request", async (_, content) => {
    const { result, asked } = await read({ [list]: [addedFile(path, content)] });
    expect(result).toMatchObject({ ok: true, path, isNew: true, otherFiles: 0 });
    expect(textOf(result)).toBe(content);
    expect(asked).toEqual([list]);
  });

  it.each([
    ["has no patch because it is large", { patch: undefined }],
    ["has a patch that is cut off", { patch: "@@ -0,0 +1,7 @@\n+---" }],
  ])("is requested by its hash if it %s", async (_, change) => {
    const file = { ...addedFile(path, text), ...change };
    const { result, asked } = await read({ [list]: [file], [`git/blobs/${file.sha}`]: blob(text) });
    expect(textOf(result)).toBe(text);
    expect(asked).toHaveLength(2);
  });

  it("keeps bytes that are not text, so that the board can refuse them", async () => {
    const bytes = new Uint8Array([0x2d, 0xff, 0x00]);
    const file = { ...addedFile(path, "-\ufffd\0"), sha: blob(bytes).sha };
    const { result } = await read({ [list]: [file], [`git/blobs/${file.sha}`]: blob(bytes) });
    expect(result).toMatchObject({ content: bytes });
  });

  it("is refused if it is too large", async () => {
    const large = "x".repeat(65 * 1024);
    const file = { ...addedFile(path, large), patch: undefined };
    const { result } = await read({ [list]: [file], [`git/blobs/${file.sha}`]: blob(large) });
    expect(result).toEqual({ ok: false, failure: { kind: "too-large" } });
  });
});

describe("a change to a post", () => {
  it("is loaded as a whole, because its patch is incomplete", async () => {
    const file = { ...addedFile(path, text), status: "modified", patch: "@@ -1 +1 @@\n-a\n+b" };
    const { result } = await read({ [list]: [file], [`git/blobs/${file.sha}`]: blob(text) });
    expect(result).toMatchObject({ ok: true, isNew: false });
    expect(textOf(result)).toBe(text);
  });
});

describe("a pull request", () => {
  it("may change other files too", async () => {
    const files = [addedFile(path, text), addedFile(".github/x.yml", "x"), addedFile("a.md", "x")];
    expect((await read({ [list]: files })).result).toMatchObject({ ok: true, otherFiles: 2 });
  });

  it("is not shown if it is missing, has no post, or has several", async () => {
    const failureFor = async (answers: Record<string, unknown>) => {
      const { result } = await read(answers);
      return result.ok ? undefined : result.failure;
    };
    expect(await failureFor({})).toEqual({ kind: "missing" });
    expect(await failureFor({ [list]: [addedFile("README.md", "x")] })).toEqual({
      kind: "no-post",
    });
    expect(
      await failureFor({ [list]: [addedFile(path, text), addedFile("jobs/b.md", text)] }),
    ).toEqual({ kind: "many-posts", count: 2 });
    expect(await failureFor({ [list]: [{ ...addedFile(path, text), status: "removed" }] })).toEqual(
      { kind: "removed", path },
    );
  });

  it("says why if the second request fails", async () => {
    const file = { ...addedFile(path, text), patch: undefined };
    const { result } = await read({ [list]: [file] });
    expect(result).toEqual({ ok: false, failure: { kind: "missing" } });
  });
});

describe("the pull request that an address asks for", () => {
  it("is the number after pr", () =>
    expect(pullNumber("?pr=12")).toEqual({ ok: true, number: 12 }));

  it.each(["", "?", "?pr=", "?other=1"])("is missing in “%s”", (search) =>
    expect(pullNumber(search)).toMatchObject({ message: expect.stringContaining("does not say") }),
  );

  it.each(["?pr=0", "?pr=-1", "?pr=1.5", "?pr=abc", "?pr=1/files", "?pr=9999999999", "?pr=٣"])(
    "is not a number in “%s”",
    (search) =>
      expect(pullNumber(search)).toMatchObject({
        message: expect.stringContaining("is not the number of a pull request"),
      }),
  );
});
