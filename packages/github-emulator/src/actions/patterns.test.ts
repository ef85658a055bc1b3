import { describe, expect, it } from "vitest";
import { letsThrough, matches } from "./patterns.ts";

describe("a pattern", () => {
  it.each([
    ["main", "main", true],
    ["main", "main2", false],
    ["jobs/**", "jobs/a.md", true],
    ["jobs/**", "jobs/archive/2026/a.md", true],
    ["jobs/**", "jobs.md", false],
    ["jobs/*", "jobs/archive/a.md", false],
    ["*.md", "a.md", true],
    ["*.md", "axmd", false],
    ["**/a.ts", "b/c/a.ts", true],
  ])("%s, on %s: %s", (pattern, name, expected) => {
    expect(matches([pattern], name)).toBe(expected);
  });

  it("with an exclamation mark takes out what an earlier one took in", () => {
    expect(matches(["docs/**", "!docs/a.md"], "docs/a.md")).toBe(false);
    expect(matches(["!docs/a.md", "docs/**"], "docs/a.md")).toBe(true);
  });

  it("with signs that are not known is refused, not guessed at", () => {
    expect(() => matches(["v[12].*"], "v1.0")).toThrow("v[12].*");
  });
});

describe("a filter", () => {
  it("that ignores lets a change through if one file is not ignored", () => {
    const ignore = ["jobs/**"];
    expect(letsThrough({ ignore }, ["jobs/a.md"])).toBe(false);
    expect(letsThrough({ ignore }, ["jobs/a.md", "README.md"])).toBe(true);
  });

  it("that names lets a change through if one file is named", () => {
    const only = ["src/**"];
    expect(letsThrough({ only }, ["README.md", "src/a.ts"])).toBe(true);
    expect(letsThrough({ only }, ["README.md"])).toBe(false);
  });

  it("that says nothing lets everything through", () => {
    expect(letsThrough({}, ["README.md"])).toBe(true);
  });
});
