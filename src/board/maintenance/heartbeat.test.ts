import { describe, expect, it } from "vitest";
import { at } from "../fixtures.ts";
import { hasStopped, stoppedIssue, stoppedTag } from "./heartbeat.ts";

describe("the daily run", () => {
  it("has stopped once its last success is more than three days ago", () => {
    const lastRun = "2028-02-27T00:20:00Z";
    expect(hasStopped(lastRun, at("2028-02-28T00:20:00Z"))).toBe(false);
    expect(hasStopped(lastRun, at("2028-03-01T00:20:00Z"))).toBe(false);
    expect(hasStopped(lastRun, at("2028-03-01T00:20:00.001Z"))).toBe(true);
  });

  it("has an issue that says when it last ran, where to look, and ends with a tag", () => {
    const { body } = stoppedIssue("2028-02-27T00:20:00Z", "https://github.com/example-org/board");
    expect(body).toContain("on 2028-02-27 at 00:20 UTC");
    expect(body).toContain("(https://github.com/example-org/board/actions/workflows/daily.yml)");
    expect(body.endsWith(stoppedTag)).toBe(true);
  });
});
