import { describe, expect, it } from "vitest";
import { findingsOf } from "./fixtures.ts";
import { headings } from "./headings.ts";

describe("the correction of a heading", () => {
  const paragraph = "We look for a developer who builds the next version of our platform. "
    .repeat(3)
    .trim();

  it.each([
    ["##Tasks\n\n###More", "## Tasks\n\n### More"],
    ["\\#\\# Tasks\n\nText", "## Tasks\n\nText"],
    [`## ${paragraph}\n\nText`, `${paragraph}\n\nText`],
    [`${paragraph}\n---\n\nText`, `${paragraph}\n\n---\n\nText`],
    [`${paragraph}\n===\n\nText`, `${paragraph}\n\nText`],
  ])("of %j", (description, corrected) => {
    const [finding] = findingsOf(headings, { description });
    expect(finding).toMatchObject({ line: 1, repair: { values: { description: corrected } } });
  });

  it("says how long one is that is a whole paragraph", () => {
    const [finding] = findingsOf(headings, { description: `Text\n\n# ${paragraph}` });
    expect(finding).toMatchObject({
      line: 3,
      message: expect.stringMatching(/^A whole paragraph .*206 characters/),
    });
  });
});

describe("a heading without a space", () => {
  it.each([
    "#Tasks\n\nYou count.",
    "Hello.\n\n##Tasks",
    "###1. Tasks",
    "##**Tasks**",
    "Text\n##Tasks\nmore",
    "\\#Tasks\n\nYou count.",
    "\\##Tasks",
    "\\#\\#Tasks",
    "\\# Tasks",
  ])("is reported: %j", (description) => {
    expect(findingsOf(headings, { description })).toMatchObject([{ field: "description" }]);
  });

  it("is quoted", () => {
    const [finding] = findingsOf(headings, { requirements: "##Wishes" });
    expect(finding).toMatchObject({
      field: "requirements",
      message: expect.stringContaining("“##Wishes”"),
    });
  });
});

describe("a heading that the form saved behind a backslash", () => {
  it("is quoted as shown, with a fix for the file and one for the form", () => {
    const [finding] = findingsOf(headings, { description: "\\#Tasks" });
    expect(finding?.message).toContain("“#Tasks”");
    expect(finding?.fix).toMatch(/Remove the backslash/);
    expect(finding?.formFix).toMatch(/make that line a heading/);
  });
});

describe("a paragraph with a line of hyphens right below it", () => {
  const paragraph =
    "We count fish in all rivers of the country, and would like to count faster.\nJoin us!";

  it("is reported as a heading", () => {
    const [finding] = findingsOf(headings, { description: `${paragraph}\n---\n\nMore.` });
    expect(finding?.fix).toContain("empty line above");
  });

  it("is not one with an empty line between them", () => {
    expect(findingsOf(headings, { description: `${paragraph}\n\n---\n\nMore.` })).toEqual([]);
  });
});

describe("other text with a #", () => {
  it.each([
    "## Tasks\n\n### More",
    "#1 in Europe since 2012",
    "#42 is the answer",
    "#Python #remote #jobs",
    "\\#Python \\#remote",
    "\\#1 in Europe",
    "#python",
    "```\n#include <vector>\n##Tasks\n```",
    "    #Tasks in an indented block",
    "Tasks\n-----\n\nYou count.",
    "We use C# and F#.",
    "| a | b |\n|---|---|\n| #A | 2 |",
  ])("passes: %j", (description) => {
    expect(findingsOf(headings, { description })).toEqual([]);
  });
});
