import { describe, expect, it } from "vitest";
import { explainRequestError, isOutage, statusOf, unlessStatus, wordsOf } from "./errors.ts";

type Given = { status: number; message?: string; headers?: object; isAnswered?: boolean };

/** An error like Octokit’s. */
function requestError({ status, message = "Words", headers = {}, isAnswered = true }: Given) {
  return Object.assign(new Error(`${message} - https://docs.github.com/rest`), {
    name: "HttpError",
    status,
    request: { method: "PUT", url: "https://api.github.com/repos/o/n/pulls/1/merge?x=1" },
    ...(isAnswered && { response: { headers, data: { message } } }),
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
      "limit",
      { status: 403, headers: { "x-ratelimit-remaining": "0", "x-ratelimit-reset": "1795352400" } },
      /rate limit is reached until 13:00 UTC/,
    ],
  ])("becomes an error in plain words, with its cause: %s", (_name, given, words) => {
    const error = explained(given);
    expect(error.name).toBe("Error");
    expect(error.message).toMatch(words);
    expect(error.cause).toMatchObject({ name: "HttpError", status: given.status });
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
