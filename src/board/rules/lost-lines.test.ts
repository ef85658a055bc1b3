import { describe, expect, it } from "vitest";
import { findingsOf } from "./fixtures.ts";
import { lostLines } from "./lost-lines.ts";

/** The first problem's message and corrected text. */
function found(description: string) {
  const [first, ...others] = findingsOf(lostLines, { description });
  expect(others, description).toEqual([]);
  return { message: first?.message ?? "", corrected: first?.repair?.values.description };
}

describe("a list with marks that are shown as text", () => {
  it.each([
    ["-Write code\n-Test code", "- Write code\n- Test code"],
    ["*Write code\n*Test code", "- Write code\n- Test code"],
    ["– Write\n– Test", "- Write\n- Test"],
    ["— Write\n\n— Test", "- Write\n\n- Test"],
    ["1)Write\n2)Test", "1. Write\n2. Test"],
    ["(1) Write\n(2) Test", "1. Write\n2. Test"],
    ["->Write\n->Test", "- Write\n- Test"],
    ["=> Write\n=> Test", "- Write\n- Test"],
    ["✓ Write\n✓ Test", "- Write\n- Test"],
    ["·\tWrite\n·\tTest", "- Write\n- Test"],
    ["o\tWrite\no\tTest", "- Write\n- Test"],
    ["§\tWrite\n§\tTest", "- Write\n- Test"],
    ["\uf0b7 Write\n\n\uf0b7 Test", "- Write\n\n- Test"],
    ["•Write Python", "- Write Python"],
    ["•\u00a0Write Python", "- Write Python"],
    ["\\- Write\n\\- Test", "- Write\n- Test"],
    ["1\\. Write\n2\\. Test", "1. Write\n2. Test"],
    ["You will:\n-Write", "You will:\n- Write"],
    ["The steps\n2. Write\n3. Test", "The steps\n\n2. Write\n3. Test"],
    ["- real\n–typed\n–typed, too", "- real\n- typed\n- typed, too"],
    ["You will:\na) Write it.\nb) Test it.", "You will:\n- a) Write it.\n- b) Test it."],
    ["(a) Write\nit\n(b) Test", "- (a) Write\nit\n- (b) Test"],
    ["🚀 Fast\n🎉 Fun\n🐍 Python", "- 🚀 Fast\n- 🎉 Fun\n- 🐍 Python"],
    ["⊳ Write\n⊳ Test", "- Write\n- Test"],
    ["-- Write\n-- Test", "- Write\n- Test"],
    ["•\nWrite\n•\nTest", "- Write\n- Test"],
    ["• Write • Test • Ship", "- Write\n- Test\n- Ship"],
    ["* Write\n** Python\n** SQL\n* Test", "* Write\n  - Python\n  - SQL\n* Test"],
  ])("becomes one: %j", (description, corrected) => {
    expect(found(description)).toEqual({
      message: expect.stringContaining("will not be shown as a list"),
      corrected,
    });
  });

  it("in a quotation is reported, without a correction", () => {
    expect(found("> -Write\n> -Test")).toEqual({
      message: "“-Write -Test” will not be shown as a list.",
      corrected: undefined,
    });
  });

  it("is reported once per text, with its line and how it will look", () => {
    const list = "We look for you.\n\n• Write Python\n• Test it";
    const findings = findingsOf(lostLines, { description: list, requirements: list });
    expect(findings).toMatchObject([
      { field: "description", line: 3, repair: { shown: "- Write Python\n- Test it" } },
      { field: "requirements", line: 3 },
    ]);
    expect(findings[0]?.message).toContain("“• Write Python • Test it”");
  });
});

describe("short lines in one paragraph", () => {
  it.each([
    ["Python\nDjango\nPostgreSQL", "Python\n\nDjango\n\nPostgreSQL"],
    ["python\ndjango\npostgres", "python\n\ndjango\n\npostgres"],
    ["Location: Berlin\nSalary: 60k", "Location: Berlin\n\nSalary: 60k"],
    [
      "**Location:** Berlin\n**Salary:** 60k\n**Start:** soon",
      "**Location:** Berlin\n\n**Salary:** 60k\n\n**Start:** soon",
    ],
    [
      "You write Python code\nYou test Python code\nYou ship Python code",
      "You write Python code\n\nYou test Python code\n\nYou ship Python code",
    ],
    [
      "We offer:\nRemote work\nA laptop\nFree fruit",
      "We offer:\n\n- Remote work\n- A laptop\n- Free fruit",
    ],
    [
      "=write code in Python\n=test what others wrote\n=talk to our customers",
      "=write code in Python\n\n=test what others wrote\n\n=talk to our customers",
    ],
    ["- Write code\nTest code\nShip code", "- Write code\n- Test code\n- Ship code"],
    ["> Write\n> Test\n> Ship", undefined],
  ])("are reported with how they will look: %j", (description, corrected) => {
    expect(found(description)).toEqual({
      message: expect.stringMatching(/^Readers will see these lines run together: “/),
      corrected,
    });
  });
});

describe("text in a box for code", () => {
  it.each([
    [
      "Text.\n\n    We look for somebody who likes Python.",
      "Text.\n\nWe look for somebody who likes Python.",
    ],
    [
      "    We pay $70,000; the developer(s) who join us (m/w/d) write to jobs@example.com.",
      "We pay $70,000; the developer(s) who join us (m/w/d) write to jobs@example.com.",
    ],
    [
      "    Create services with your team\n    Talk to customers",
      "Create services with your team\nTalk to customers",
    ],
    ["You:\n\n    • write Python\n    • test it", "You:\n\n- write Python\n- test it"],
    ["\tWe look for a colleague.\n\n\tApply now.", "We look for a colleague.\n\nApply now."],
    [
      "- item\n\n      A paragraph that is indented too much",
      "- item\n\n  A paragraph that is indented too much",
    ],
    [
      "```\nWe are looking for a developer who likes Python and Django.\n```",
      "We are looking for a developer who likes Python and Django.",
    ],
  ])("is reported: %j", (description, corrected) => {
    expect(found(description)).toEqual({
      message: expect.stringContaining("in a box for code"),
      corrected,
    });
  });
});

describe("other uses of a mark", () => {
  it.each([
    "- Write Python\n- Test it",
    "```\n• in code\n```",
    "We use the sign • in our logo.",
    "→ Apply by email",
    "Python • Django • SQL",
    "≥ Python 3.8\n≥ Django 4",
    "® Acme",
    "a) Write Python.\n\nb) Test it.",
  ])("pass: %j", (description) => {
    expect(findingsOf(lostLines, { description })).toEqual([]);
  });
});
