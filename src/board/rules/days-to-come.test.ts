import { describe, expect, it } from "vitest";
import { daysToCome } from "./days-to-come.ts";
import { findingsOf } from "./fixtures.ts";
import { errorRules } from "./index.ts";

const today = "2026-11-30";

describe("a day on which something happened", () => {
  it.each(["2026-11-30", "2026-12-01"])("may be %s, as it is east of UTC", (submitted) => {
    expect(findingsOf(daysToCome, { submitted }, { today })).toEqual([]);
  });

  it("cannot be later", () => {
    const day = "2026-12-02";
    const changes = { submitted: day, published: day, approved: { on: day }, renewed: [day] };
    const findings = findingsOf(
      daysToCome,
      { ...changes, closed: { on: day, reason: "filled" } },
      { today },
    );
    expect(findings.map(({ field }) => field)).toEqual([
      "submitted",
      "published",
      "approved",
      "renewed",
      "closed",
    ]);
    expect(findings[0]?.message).toContain(day);
  });

  it("may be in the future if it is the last day", () => {
    expect(findingsOf(daysToCome, { expires: "2027-12-01" }, { today })).toEqual([]);
  });

  it("does not remove posts from a site that is built for an earlier day", () => {
    expect(errorRules).not.toContain(daysToCome);
  });
});
