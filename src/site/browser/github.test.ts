import { describe, expect, it } from "vitest";
import { failureOf, failureText } from "./github.ts";

const now = Date.parse("2026-11-22T12:00:00Z");

function failure(status: number, headers: Record<string, string> = {}) {
  return failureOf({ status, headers: new Headers(headers) }, now);
}

describe("an answer of GitHub’s that is none", () => {
  it.each([403, 429])(
    "is the limit where %i comes with nothing left, and says until when",
    (status) => {
      const reset = String(now / 1000 + 600);
      expect(failure(status, { "x-ratelimit-remaining": "0", "x-ratelimit-reset": reset })).toEqual(
        { kind: "limit", until: now + 600_000 },
      );
    },
  );

  it("is the limit where it says how long to wait", () => {
    expect(failure(403, { "retry-after": "60", "x-ratelimit-remaining": "41" })).toEqual({
      kind: "limit",
      until: now + 60_000,
    });
  });

  it("is the limit without an end where it says no more than 429", () => {
    expect(failure(429)).toEqual({ kind: "limit", until: undefined });
    expect(failure(429, { "x-ratelimit-remaining": "0" })).toEqual({
      kind: "limit",
      until: undefined,
    });
  });

  it("is no limit where more could be asked", () => {
    expect(failure(403, { "x-ratelimit-remaining": "12" })).toEqual({
      kind: "refused",
      status: 403,
    });
    expect(failure(403)).toEqual({ kind: "refused", status: 403 });
  });

  it("may be that there is no such thing, or that GitHub is not well", () => {
    expect(failure(404)).toEqual({ kind: "missing" });
    expect(failure(502)).toEqual({ kind: "refused", status: 502 });
  });
});

describe("what a reader is told of it", () => {
  it("says when GitHub answers again, or to try again", () => {
    expect(failureText({ kind: "limit", until: now })).toMatch(/answer again at \d\d:\d\d/);
    expect(failureText({ kind: "limit", until: undefined })).toMatch(/Try again in an hour\.$/);
  });

  it("names the error, for those who are asked about it", () =>
    expect(failureText({ kind: "refused", status: 502 })).toContain("(error 502)"));
});
