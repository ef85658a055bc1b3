import { describe, expect, it } from "vitest";
import { archived } from "./archived.ts";
import { findingsOf } from "./fixtures.ts";

const file = "jobs/archive/2026/2026-05-01-example.md";
const published = "2026-05-02";
const closed = { on: "2026-08-01", reason: "filled" } as const;

describe("a post in the archive", () => {
  it("says when it was listed, and when and why it was closed", () => {
    expect(findingsOf(archived, { published, closed }, { file })).toEqual([]);
    const missing = findingsOf(archived, {}, { file });
    expect(missing.map(({ field }) => field)).toEqual(["published", "closed"]);
  });

  it("lies under the year of its closing", () => {
    const [finding] = findingsOf(
      archived,
      { published, closed: { ...closed, on: "2025-12-31" } },
      { file },
    );
    expect(finding?.fix).toContain("jobs/archive/2025/2026-05-01-example.md");
  });
});

describe("a post among the live ones", () => {
  it("may be closed already, and need not say when it was listed", () => {
    expect(findingsOf(archived, { closed })).toEqual([]);
    expect(findingsOf(archived, {})).toEqual([]);
  });
});
