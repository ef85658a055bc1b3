import { describe, expect, it } from "vitest";
import { buildHealth, runHealth } from "./health.ts";

const now = Date.parse("2027-01-31T12:00:00Z");
const hour = 3_600_000;

describe("the age of the site", () => {
  it("comes with a warning after more than 26 hours", () => {
    expect(buildHealth(now - 3 * hour, now)).toEqual({
      text: "The last build was 3 hours ago.",
      isLate: false,
    });
    expect(buildHealth(now - 26 * hour, now).isLate).toBe(false);
    const late = buildHealth(now - 26 * hour - 1, now);
    expect(late.isLate).toBe(true);
    expect(late.text).toContain("26 hours ago. There should be one at least once a day");
  });
});

describe("the daily run", () => {
  const run = (hours: number, conclusion: string | null) => ({
    status: conclusion === null ? "in_progress" : "completed",
    conclusion,
    updated_at: new Date(now - hours * hour).toISOString(),
  });

  it("is fine if one succeeded within two days, whatever is in progress", () => {
    const fine = {
      text: "Daily maintenance is running. The last successful run was 9 hours ago.",
      isLate: false,
    };
    expect(runHealth([run(9, "success"), run(33, "failure")], now)).toEqual(fine);
    expect(runHealth([run(0, null), run(9, "success")], now)).toEqual(fine);
    expect(runHealth([run(48, "success")], now).isLate).toBe(false);
  });

  it("comes with a warning if the latest failed", () => {
    expect(runHealth([run(9, "failure"), run(33, "success")], now)).toEqual({
      text: "Daily maintenance is running. The last successful run was 33 hours ago. A run after it failed.",
      isLate: true,
    });
  });

  it("comes with a warning if none succeeded for two days, or ever", () => {
    expect(runHealth([run(48.1, "success")], now)).toEqual({
      text: "Daily maintenance is not running. The last successful run was 2 days ago.",
      isLate: true,
    });
    expect(runHealth([run(3, "failure")], now)).toMatchObject({ isLate: true });
  });

  it("is not expected yet on a new board", () => {
    const awaited = { text: "Daily maintenance has not run yet.", isLate: false };
    expect(runHealth([], now)).toEqual(awaited);
    expect(runHealth([run(0, null)], now)).toEqual(awaited);
  });
});
