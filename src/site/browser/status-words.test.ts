import { describe, expect, it } from "vitest";
import { agoText, buildWord, runWord } from "./status-words.ts";

const now = Date.parse("2027-01-31T12:00:00Z");
const hour = 3_600_000;

describe("how long ago something was", () => {
  it.each([
    [-5 * hour, "just now"],
    [59_999, "just now"],
    [60_000, "1 minute ago"],
    [1.5 * hour, "90 minutes ago"],
    [2 * hour, "2 hours ago"],
    [47.9 * hour, "47 hours ago"],
    [48 * hour, "2 days ago"],
    [24 * 90 * hour, "90 days ago"],
  ])("is said in whole units: %d ms is “%s”", (passed, text) => {
    expect(agoText(now - passed, now)).toBe(text);
  });
});

describe("the age of the site", () => {
  it("is told, with a warning once it is more than 26 hours", () => {
    expect(buildWord(now - 3 * hour, now)).toEqual({
      text: "That was 3 hours ago.",
      isLate: false,
    });
    expect(buildWord(now - 26 * hour, now).isLate).toBe(false);
    const late = buildWord(now - 26 * hour - 1, now);
    expect(late.isLate).toBe(true);
    expect(late.text).toContain("26 hours ago. It should be built at least once a day");
  });
});

describe("the daily run", () => {
  const run = (hours: number, conclusion: string | null) => ({
    status: conclusion === null ? "in_progress" : "completed",
    conclusion,
    updated_at: new Date(now - hours * hour).toISOString(),
  });

  it("is well while one has ended well within two days, whatever is under way", () => {
    const well = {
      text: "The board looks after itself: last daily run 9 hours ago.",
      isLate: false,
    };
    expect(runWord([run(9, "success"), run(33, "failure")], now)).toEqual(well);
    expect(runWord([run(0, null), run(9, "success")], now)).toEqual(well);
    expect(runWord([run(48, "success")], now).isLate).toBe(false);
  });

  it("is warned of where the newest has failed", () => {
    expect(runWord([run(9, "failure"), run(33, "success")], now)).toEqual({
      text: "The board looks after itself: last daily run 33 hours ago. One that came after it has failed.",
      isLate: true,
    });
  });

  it("is warned of where none has ended well for two days, or ever", () => {
    expect(runWord([run(48.1, "success")], now)).toEqual({
      text: "The board does not look after itself: a daily run last ended well 2 days ago.",
      isLate: true,
    });
    expect(runWord([run(3, "failure")], now)).toMatchObject({ isLate: true });
  });

  it("is awaited on a board that has only just begun", () => {
    const awaited = { text: "No daily run has come yet.", isLate: false };
    expect(runWord([], now)).toEqual(awaited);
    expect(runWord([run(0, null)], now)).toEqual(awaited);
  });
});
