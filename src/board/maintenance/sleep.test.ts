import { describe, expect, it } from "vitest";
import { at } from "../fixtures.ts";
import { alarmIssue, alarmTag, isAsleep } from "./sleep.ts";

describe("the daily run", () => {
  it("sleeps once three days have gone by since it last ended well", () => {
    const awake = "2028-02-27T00:20:00Z";
    expect(isAsleep(awake, at("2028-02-28T00:20:00Z"))).toBe(false);
    expect(isAsleep(awake, at("2028-03-01T00:20:00Z"))).toBe(false);
    expect(isAsleep(awake, at("2028-03-01T00:20:00.001Z"))).toBe(true);
  });

  it("is told of with the moment, where to look, and a mark at the end", () => {
    const { body } = alarmIssue("2028-02-27T00:20:00Z", "https://github.com/example-org/board");
    expect(body).toContain("on 2028-02-27 at 00:20 UTC");
    expect(body).toContain("(https://github.com/example-org/board/actions/workflows/daily.yml)");
    expect(body).toContain("If runs come and fail, one part of them does: the others are done.");
    expect(body.endsWith(alarmTag)).toBe(true);
  });
});
