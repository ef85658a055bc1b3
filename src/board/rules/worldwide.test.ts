import { expect, it } from "vitest";
import { findingsOf } from "./fixtures.ts";
import { worldwide } from "./worldwide.ts";

const remote = { workplace: "remote", city: undefined, country: undefined } as const;

it("a worldwide job gets advice that search engines will not show it", () => {
  expect(findingsOf(worldwide, { ...remote, remote_from: "worldwide" })).toHaveLength(1);
  expect(findingsOf(worldwide, { ...remote, remote_from: ["US"] })).toEqual([]);
  expect(findingsOf(worldwide, {})).toEqual([]);
});
