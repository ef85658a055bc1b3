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

  it("with an exclamation mark excludes what an earlier one included", () => {
    expect(matches(["docs/**", "!docs/a.md"], "docs/a.md")).toBe(false);
    expect(matches(["!docs/a.md", "docs/**"], "docs/a.md")).toBe(true);
  });

  it("with unsupported characters is rejected", () => {
    expect(() => matches(["v[12].*"], "v1.0")).toThrow("v[12].*");
  });
});

describe("a filter", () => {
  it("with ignored paths lets a change through if one file is not ignored", () => {
    const ignore = ["jobs/**"];
    expect(letsThrough({ ignore }, ["jobs/a.md"])).toBe(false);
    expect(letsThrough({ ignore }, ["jobs/a.md", "README.md"])).toBe(true);
  });

  it("with named paths lets a change through if one file matches", () => {
    const only = ["src/**"];
    expect(letsThrough({ only }, ["README.md", "src/a.ts"])).toBe(true);
    expect(letsThrough({ only }, ["README.md"])).toBe(false);
  });

  it("without paths lets everything through", () => {
    expect(letsThrough({}, ["README.md"])).toBe(true);
  });
});
