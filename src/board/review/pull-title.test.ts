import { describe, expect, it } from "vitest";
import { pullTitle } from "./pull-title.ts";
import { submissionTitle, withoutReferences } from "./submission-title.ts";

describe("the title of a submission", () => {
  it("has the post’s title and company", () => {
    const job = { title: "Data Engineer", company: "Example GmbH" };
    expect(submissionTitle("new", job)).toBe("Add “Data Engineer” at Example GmbH");
    expect(submissionTitle("edit", job)).toBe("Change “Data Engineer” at Example GmbH");
    expect(submissionTitle("closing", job)).toBe("Close “Data Engineer” at Example GmbH");
  });

  it("has the file of a post that cannot be read", () => {
    const kind = { kind: "new", file: "jobs/2026-11-22-acme-dev.md" } as const;
    expect(pullTitle(kind, undefined, "x")).toBe("Add the post 2026-11-22-acme-dev");
    expect(pullTitle(kind, { title: "Dev" }, "x")).toBe("Add the post 2026-11-22-acme-dev");
  });

  it("is unchanged for maintainers, and loses references if the pull request is refused", () => {
    const given = "Fixes #1";
    expect(pullTitle({ kind: "other" }, undefined, given)).toBe(given);
    expect(pullTitle({ kind: "maintenance", files: [] }, undefined, given)).toBe(given);
    expect(pullTitle({ kind: "refused", reasons: [] }, undefined, given)).toBe("Fixes # 1");
  });

  it("is short enough for GitHub", () => {
    const title = submissionTitle("new", { title: "x".repeat(300), company: "y" });
    expect(title.length).toBeLessThanOrEqual(256);
  });
});

describe("a title that GitHub would act on", () => {
  it.each([
    ["Closes #12", "Closes # 12"],
    ["fixes octocat/board#12", "fixes octocat/board# 12"],
    ["Resolves GH-12 and gh-3", "Resolves GH 12 and GH 3"],
    ["fixes https://github.com/o/r/issues/1", "fixes github.com/o/r/issues/1"],
    ["see www.example.org", "see example.org"],
    ["for @octocat and @org/team", "for @ octocat and @ org/team"],
    ["write to jobs@example.org", "write to jobs@ example.org"],
    ["Developer [skip ci]", "Developer (skip ci)"],
    ["a\nb\u202e\tc", "a b[U+202E] c".replace("[", "(").replace("]", ")")],
  ])("does not: %s", (text, expected) => {
    expect(withoutReferences(text)).toBe(expected);
    expect(withoutReferences(expected)).toBe(expected);
  });

  it.each(["C# Developer", "C++ / F# / .NET", "R&D, 80–100 %", "Django (m/w/d)"])(
    "is not: %s",
    (text) => {
      expect(withoutReferences(text)).toBe(text);
    },
  );
});
