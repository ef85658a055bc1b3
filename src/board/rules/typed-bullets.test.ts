import { describe, expect, it } from "vitest";
import { findingsOf } from "./fixtures.ts";
import { typedBullets } from "./typed-bullets.ts";

describe("a list of typed bullets", () => {
  it.each([
    "• Write Python\n\n• Test it",
    "You:\n• write Python\n• test it",
    "· Write Python",
    "•\u00a0Write Python",
    "•Write Python",
  ])("is reported: %j", (description) => {
    expect(findingsOf(typedBullets, { description })).toMatchObject([{ field: "description" }]);
  });

  it("is reported once per text, with its first item", () => {
    const list = "• Write Python\n• Test it";
    const found = findingsOf(typedBullets, { description: list, requirements: list });
    expect(found.map(({ field }) => field)).toEqual(["description", "requirements"]);
    expect(found[0]?.message).toContain("“• Write Python”");
  });
});

describe("other uses of a bullet", () => {
  it.each([
    "- Write Python\n- Test it",
    "Berlin · Hamburg · remote",
    "```\n• in code\n```",
    "    • in an indented block",
    "We use the sign • in our logo.",
  ])("passes: %j", (description) => {
    expect(findingsOf(typedBullets, { description })).toEqual([]);
  });
});
