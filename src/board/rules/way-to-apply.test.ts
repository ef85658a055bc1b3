import { expect, it } from "vitest";
import { findingsOf } from "./fixtures.ts";
import { wayToApply } from "./way-to-apply.ts";

it("a post has a link, a mail address, or both", () => {
  const [link, email] = ["https://example.com/jobs/42", "jobs@example.com"];
  expect(findingsOf(wayToApply, { apply_url: link, email })).toEqual([]);
  expect(findingsOf(wayToApply, { apply_url: link, email: undefined })).toEqual([]);
  expect(findingsOf(wayToApply, { apply_url: undefined, email })).toEqual([]);
  expect(findingsOf(wayToApply, { apply_url: undefined, email: undefined })).toHaveLength(1);
  // Of a removed one nothing is left to answer.
  const closed = { on: "2027-01-31", reason: "removed" } as const;
  expect(findingsOf(wayToApply, { apply_url: undefined, email: undefined, closed })).toEqual([]);
});
