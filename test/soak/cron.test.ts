import { describe, expect, it } from "vitest";
import { strikesOn } from "./cron.ts";

const sunday = new Date("2026-11-22T00:00:00Z");
const monday = new Date("2026-11-23T00:00:00Z");

describe("a schedule", () => {
  it.each([
    ["17 0 * * *", [17]],
    ["0,30 6-7 * * *", [360, 390, 420, 450]],
    ["5 */8 * * *", [5, 485, 965]],
    ["23 6 22 * *", [383]],
    ["23 6 23 * *", []],
    ["23 6 * 12 *", []],
    ["23 6 * * 0", [383]],
    ["23 6 * * 7", [383]],
    ["23 6 23 * 0", [383]],
  ])("%s strikes on a Sunday, 22 November, at these minutes", (line, minutes) => {
    expect(strikesOn(line, sunday)).toEqual(minutes);
  });

  it("strikes on its weekday only", () => {
    expect(strikesOn("23 6 * * 1", sunday)).toEqual([]);
    expect(strikesOn("23 6 * * 1", monday)).toEqual([383]);
  });

  it("is refused if it is none", () => {
    expect(() => strikesOn("17 0 * *", sunday)).toThrow("is no schedule");
    expect(() => strikesOn("17 noon * * *", sunday)).toThrow("no field");
  });
});
