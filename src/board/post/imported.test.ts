import { describe, expect, it } from "vitest";
import { at, jobWith, testConfig } from "../fixtures.ts";
import { writeJobFile } from "../job/file.ts";
import { readBoard } from "../listing/read-board.ts";
import { importAccount, isImported } from "./imported.ts";

const owner = testConfig.repository.owner;
const imported = { submitted_by: owner, published: "2026-11-22" };

describe("a post from another board", () => {
  it("is one of the account for imports that says when it was first listed", () => {
    expect(isImported(imported, testConfig)).toBe(true);
    expect(isImported({ ...imported, submitted_by: owner.toUpperCase() }, testConfig)).toBe(true);
    expect(isImported({ submitted_by: owner }, testConfig)).toBe(false);
    expect(isImported({ ...imported, submitted_by: "anna" }, testConfig)).toBe(false);
    const config = { ...testConfig, importedBy: "board-imports" };
    expect(importAccount(config)).toBe("board-imports");
    expect(isImported(imported, config)).toBe(false);
  });

  it("is told from one that the owner of the repository has sent", () => {
    const posts = [{ submitted_by: owner }, { ...imported, title: "Imported" }].map((changes) => {
      const job = jobWith({ submitted: "2026-11-22", ...changes });
      const file = `jobs/2026-11-22-${job.title === "Imported" ? "b" : "a"}.md`;
      const written = writeJobFile(file, job, testConfig);
      if (!written.ok) throw new Error(written.problems[0]?.message);
      return { file, content: new TextEncoder().encode(written.text) };
    });
    const { board } = readBoard(posts, testConfig, at("2026-11-23T00:00:00Z"));
    const all = board.live.map(({ slug, isImported, isNew }) => [slug, isImported, isNew]);
    expect(all.sort()).toEqual([
      ["2026-11-22-a", false, true],
      ["2026-11-22-b", true, false],
    ]);
  });
});
