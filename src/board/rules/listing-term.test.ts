import { describe, expect, it } from "vitest";
import { testConfig } from "../fixtures.ts";
import { findingsOf } from "./fixtures.ts";
import { listingTerm } from "./listing-term.ts";

const today = "2026-11-22";
const published = "2026-11-01"; // Its 90 days end at 00:00 UTC of 2027-01-30.

function messages(changes: Parameters<typeof findingsOf>[1], config = testConfig) {
  return findingsOf(listingTerm, changes, { today, config }).map(({ message }) => message);
}

describe("a post’s own last day", () => {
  it("shortens the board’s term", () => {
    expect(messages({ published, expires: "2026-12-01" })).toEqual([]);
    expect(messages({ published, expires: "2027-01-29" })).toEqual([]);
    expect(messages({ expires: undefined })).toEqual([]);
  });

  it("does not lengthen it", () => {
    const [message] = messages({ published, expires: "2027-01-30" });
    expect(message).toContain("until about 2027-01-29");
  });

  it("counts from today if the post is not listed yet, and from its renewal", () => {
    expect(messages({ submitted: published, expires: "2027-02-19" })).toEqual([]);
    expect(messages({ submitted: published, expires: "2027-02-20" })).toHaveLength(1);
    expect(messages({ published, renewed: ["2026-11-20"], expires: "2027-02-17" })).toEqual([]);
  });

  it("is reported once it has passed, unless the post is closed", () => {
    expect(messages({ expires: today })).toEqual([]);
    expect(messages({ submitted: published, expires: "2026-11-21" })[0]).toContain(
      "so it is not shown",
    );
    const closed = { on: "2026-11-21", reason: "filled" } as const;
    expect(messages({ submitted: published, expires: "2026-11-21", closed })).toEqual([]);
  });

  it("shifts with the samples", () => {
    const demo = { ...testConfig, demo: "2025-11-22" };
    expect(messages({ submitted: "2025-11-20", expires: "2025-12-20" }, demo)).toEqual([]);
  });
});
