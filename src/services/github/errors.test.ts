import { describe, expect, it } from "vitest";
import {
  explainRequestError,
  isOutage,
  refusalIn,
  statusOf,
  unlessStatus,
  wordsOf,
} from "./errors.ts";
import { RateLimitError } from "./rate-limit.ts";

type Given = {
  status: number;
  message?: string;
  errors?: unknown;
  headers?: object;
  isAnswered?: boolean;
};

/** An error like Octokit’s. */
function requestError(given: Given) {
  const { status, message = "Words", errors, headers = {}, isAnswered = true } = given;
  return Object.assign(new Error(`${message} - https://docs.github.com/rest`), {
    name: "HttpError",
    status,
    request: { method: "PUT", url: "https://api.github.com/repos/o/n/pulls/1/merge?x=1" },
    ...(isAnswered && { response: { headers, data: { message, errors } } }),
  });
}

function explained(given: Given): Error {
  const error = explainRequestError(requestError(given));
  if (!(error instanceof Error)) throw new Error("It is explained by no error.");
  return error;
}

describe("a response from GitHub other than success", () => {
  it.each<[string, Given, RegExp]>([
    ["unreachable", { status: 500, isAnswered: false }, /can’t be reached at api\.github\.com/],
    ["bad token", { status: 401 }, /does not accept the token/],
    ["no permission", { status: 403 }, /does not allow PUT .*\/merge: Words\. Use a token/],
    ["not found", { status: 404 }, /can’t find PUT \/repos\/o\/n\/pulls\/1\/merge, or/],
    ["another answer", { status: 422 }, /answered PUT .*\/merge with 422: Words\./],
    [
      "secondary limit",
      { status: 403, message: "You have exceeded a secondary rate limit" },
      /rate limit is reached\. /,
    ],
    ["too many requests", { status: 429 }, /rate limit is reached/],
    [
      "secondary limit for some minutes",
      {
        status: 403,
        message: "secondary rate limit",
        headers: { "retry-after": "600", "x-ratelimit-reset": "1795352400" },
      },
      /rate limit is reached\. Try again in 10 minutes\.$/,
    ],
    [
      "limit",
      { status: 403, headers: { "x-ratelimit-remaining": "0", "x-ratelimit-reset": "1795352400" } },
      /rate limit is reached until 13:00 UTC/,
    ],
  ])("becomes an error in plain words, with its cause: %s", (_name, given, words) => {
    const error = explained(given);
    expect(error.name).not.toBe("HttpError");
    expect(error.message).toMatch(words);
    expect(error.cause).toMatchObject({ name: "HttpError", status: given.status });
  });

  it.each([
    ["RATE_LIMITED", /rate limit is reached until 13:00 UTC/, true],
    ["RATE_LIMIT", /rate limit is reached until 13:00 UTC/, true],
    // Other queries may be answered.
    ["RESOURCE_LIMITS_EXCEEDED", /can’t answer: Words\. Perhaps somebody/, false],
    ["FORBIDDEN", /does not allow a query: Words\. Use a token/, false],
    ["NOT_FOUND", /can’t answer: Words\. Check that it exists/, false],
  ])("becomes an error in plain words if it is to a query: %s", (type, words, isLimit) => {
    const headers = { "x-ratelimit-reset": "1795352400" };
    const errors = [{ type, message: "Words" }];
    const cause = Object.assign(new Error("Request failed"), {
      ...{ name: "GraphqlResponseError", headers, errors },
    });
    const error = explainRequestError(cause);
    expect(error).toMatchObject({ message: expect.stringMatching(words), cause });
    expect(error instanceof RateLimitError).toBe(isLimit);
  });

  it("leaves other errors as they are", () => {
    const error = new TypeError("Ours");
    expect(explainRequestError(error)).toBe(error);
    expect([statusOf(error), isOutage(error), wordsOf(error)]).toEqual([undefined, false, "Ours"]);
  });

  it("has GitHub’s status and message", () => {
    expect(statusOf(explained({ status: 405 }))).toBe(405);
    expect(wordsOf(explained({ status: 405, message: "Not mergeable" }))).toBe("Not mergeable.");
    expect(statusOf(explained({ status: 500, isAnswered: false }))).toBeUndefined();
  });

  it("has GitHub’s own reasons, if it gives any", () => {
    const message = "Validation Failed";
    const reason = "state cannot be changed. The x branch has been deleted";
    const told = (errors: unknown) => wordsOf(explained({ status: 422, message, errors }));
    expect(told([{ resource: "PullRequest", code: "custom", message: reason }])).toBe(`${reason}.`);
    expect(told(["One.", { message: "Two" }])).toBe("One. Two.");
    for (const none of [[], [{ resource: "Issue", code: "invalid" }], "x", null]) {
      expect(told(none)).toBe("Validation Failed.");
    }
  });

  it("is a refusal if GitHub understood and will not do it", () => {
    const refusal = (given: Given) => refusalIn(explained(given));
    expect(refusal({ status: 422, errors: ["No."] })).toBe("No.");
    expect(refusal({ status: 403 })).toBe("Words.");
    for (const status of [401, 404, 500, 502]) expect(refusal({ status })).toBeUndefined();
    expect(refusal({ status: 403, message: "secondary rate limit" })).toBeUndefined();
    expect(refusal({ status: 422, isAnswered: false })).toBeUndefined();
    expect(refusalIn(new Error("Ours"))).toBeUndefined();
  });

  it("is an outage if the request may have been carried out", () => {
    expect(isOutage(explained({ status: 502 }))).toBe(true);
    expect(isOutage(explained({ status: 500, isAnswered: false }))).toBe(true);
    expect(isOutage(explained({ status: 422 }))).toBe(false);
  });

  it("can be expected", async () => {
    const gone = Promise.reject(explained({ status: 404 }));
    expect(await unlessStatus([404, 410], gone)).toBeUndefined();
    await expect(unlessStatus([410], Promise.reject(explained({ status: 404 })))).rejects.toThrow();
    expect(await unlessStatus([404], Promise.resolve(7))).toBe(7);
  });
});
