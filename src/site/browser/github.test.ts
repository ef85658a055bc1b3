import { describe, expect, it } from "vitest";
import { failureOf, failureText } from "./github.ts";

const now = Date.parse("2026-11-22T12:00:00Z");

function failure(status: number, headers: Record<string, string> = {}) {
  return failureOf({ status, headers: new Headers(headers) }, now);
}

describe("an error from GitHub", () => {
  it.each([403, 429])(
    "is the rate limit if %i comes with no requests left, and says until when",
    (status) => {
      const reset = String(now / 1000 + 600);
      expect(failure(status, { "x-ratelimit-remaining": "0", "x-ratelimit-reset": reset })).toEqual(
        { kind: "limit", until: now + 600_000 },
      );
    },
  );

  it("is the rate limit if it says how long to wait", () => {
    expect(failure(403, { "retry-after": "60", "x-ratelimit-remaining": "41" })).toEqual({
      kind: "limit",
      until: now + 60_000,
    });
  });

  it("is the rate limit without an end if it is just 429", () => {
    expect(failure(429)).toEqual({ kind: "limit", until: undefined });
    expect(failure(429, { "x-ratelimit-remaining": "0" })).toEqual({
      kind: "limit",
      until: undefined,
    });
  });

  it("is not the rate limit if requests are left", () => {
    expect(failure(403, { "x-ratelimit-remaining": "12" })).toEqual({
      kind: "refused",
      status: 403,
    });
    expect(failure(403)).toEqual({ kind: "refused", status: 403 });
  });

  it("distinguishes a missing page from a failure of GitHub", () => {
    expect(failure(404)).toEqual({ kind: "missing" });
    expect(failure(502)).toEqual({ kind: "refused", status: 502 });
  });
});

describe("the text for it", () => {
  it("says when to try again", () => {
    expect(failureText({ kind: "limit", until: now })).toMatch(/Try again at \d\d:\d\d/);
    expect(failureText({ kind: "limit", until: undefined })).toMatch(/Try again in an hour\.$/);
  });

  it("has the status, for bug reports", () =>
    expect(failureText({ kind: "refused", status: 502 })).toContain("(502)"));
});
