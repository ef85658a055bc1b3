import { describe, expect, it } from "vitest";
import { archived } from "./archived.ts";
import { findingsOf } from "./fixtures.ts";

const file = "jobs/archive/2026/05/2026-05-01-example.md";
const submitted = "2026-05-01";
const published = "2026-05-02";
const closed = { on: "2026-08-01", reason: "filled" } as const;

describe("a post in the archive", () => {
  it("says when it was listed, and when and why it was closed", () => {
    expect(findingsOf(archived, { submitted, published, closed }, { file })).toEqual([]);
    const missing = findingsOf(archived, { submitted }, { file });
    expect(missing.map(({ field }) => field)).toEqual(["published", "closed"]);
  });

  it.each([
    "jobs/archive/2026/08/2026-05-01-example.md",
    "jobs/archive/2025/05/2026-05-01-example.md",
    "jobs/archive/2025/2026-05-01-example.md",
  ])("is in the folder of the month in which it was submitted, not as %s", (file) => {
    const findings = findingsOf(archived, { submitted, published, closed }, { file });
    expect(findings).toMatchObject([
      { field: "submitted", message: expect.stringContaining(submitted) },
    ]);
    expect(findings[0]?.fix).toContain("jobs/archive/2026/05/2026-05-01-example.md");
  });

  it("stays in the folder of the year of its closing if it was archived before there were months", () => {
    const file = "jobs/archive/2026/2025-12-01-example.md";
    const earlier = { submitted: "2025-12-01", published: "2025-12-01", closed };
    expect(findingsOf(archived, earlier, { file })).toEqual([]);
  });
});

describe("a post among the live ones", () => {
  it("may be closed already, and need not say when it was listed", () => {
    expect(findingsOf(archived, { closed })).toEqual([]);
    expect(findingsOf(archived, {})).toEqual([]);
  });
});
