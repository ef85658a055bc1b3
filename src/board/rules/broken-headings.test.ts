import { describe, expect, it } from "vitest";
import { brokenHeadings } from "./broken-headings.ts";
import { findingsOf } from "./fixtures.ts";

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
    expect(findingsOf(brokenHeadings, { description })).toMatchObject([{ field: "description" }]);
  });

  it("is quoted", () => {
    const [finding] = findingsOf(brokenHeadings, { requirements: "##Wishes" });
    expect(finding).toMatchObject({
      field: "requirements",
      message: expect.stringContaining("“##Wishes”"),
    });
  });
});

describe("a heading that the form saved behind a backslash", () => {
  it("is quoted as shown, with a fix for the file and one for the form", () => {
    const [finding] = findingsOf(brokenHeadings, { description: "\\#Tasks" });
    expect(finding?.message).toContain("“#Tasks”");
    expect(finding?.fix).toMatch(/Remove the backslash/);
    expect(finding?.formFix).toMatch(/make that line a heading/);
  });
});

describe("a paragraph with a line of hyphens right below it", () => {
  const paragraph =
    "We count fish in all rivers of the country, and would like to count faster.\nJoin us!";

  it("is reported as a heading", () => {
    const [finding] = findingsOf(brokenHeadings, { description: `${paragraph}\n---\n\nMore.` });
    expect(finding?.fix).toContain("empty line above");
  });

  it("is not one with an empty line between them", () => {
    expect(findingsOf(brokenHeadings, { description: `${paragraph}\n\n---\n\nMore.` })).toEqual([]);
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
    expect(findingsOf(brokenHeadings, { description })).toEqual([]);
  });
});
