/**
 * What becomes of text that looks right to its author and would be lost on the page, by each route: the form (the
 * editor uses the same check) and a file, which is sent by Git or mail.
 */
import { describe, expect, it } from "vitest";
import { exampleConfig, exampleJob } from "../../../test/example-job.ts";
import { at } from "../fixtures.ts";
import { checkForm } from "../form/check-form.ts";
import { formFromJob } from "../form/form-data.ts";
import { writeJobFile } from "../job/file.ts";
import type { Job } from "../job/schema.ts";
import { checkSources } from "../listing/read-board.ts";
import { renderMarkdown } from "../post/markdown.ts";
import type { Problem } from "../problem.ts";

const looks = new Set(["garbled-text", "lost-lines", "headings", "links", "markup"]);

/** The rules that advise, and the text after all their corrections. */
type Result = { rules: string[]; text: string };

function correct(
  check: (job: Job) => readonly Problem[],
  field: "title" | "description",
  job: Job,
) {
  const rules: string[] = [];
  let text = job[field];
  for (let count = 0; count < 9; count++) {
    const problem = check({ ...job, [field]: text }).find(({ rule }) => looks.has(rule));
    if (!problem) break;
    rules.push(problem.rule);
    const value = problem.repair?.values[field];
    if (typeof value !== "string") break;
    text = value;
  }
  return { rules, text };
}

function byForm(field: "title" | "description", value: string): Result {
  const stamp = { today: "2026-11-25", login: "hubot" };
  const check = (job: Job) =>
    checkForm({ form: formFromJob(job), path: undefined }, exampleConfig, stamp).problems;
  const { rules, text } = correct(check, field, { ...exampleJob, [field]: value });
  // What the form reads differently needs no advice.
  const form = formFromJob({ ...exampleJob, [field]: text });
  return { rules, text: checkForm({ form, path: undefined }, exampleConfig, stamp).job[field] };
}

function byFile(field: "title" | "description", value: string): Result {
  const file = "jobs/2026-11-22-x.md";
  const check = (job: Job) => {
    const written = writeJobFile(file, job, exampleConfig);
    if (!written.ok) throw new Error(written.problems[0]?.message);
    const content = new TextEncoder().encode(written.text);
    return checkSources([{ file, content }], exampleConfig, at("2026-11-25T12:00:00Z")).problems;
  };
  return correct(check, field, { ...exampleJob, [field]: value });
}

const list = "- Write code\n- Test code";

describe("a list with other marks", () => {
  it.each([
    "-Write code\n-Test code",
    "*Write code\n*Test code",
    "– Write code\n– Test code",
    "->Write code\n->Test code",
    "✓ Write code\n✓ Test code",
    "·\tWrite code\n·\tTest code",
    "o\tWrite code\no\tTest code",
    "§\tWrite code\n§\tTest code",
    "\uf0b7\tWrite code\n\uf0b7\tTest code",
    "    • Write code\n    • Test code",
  ])("is read as one by the form, and advised on in a file: %j", (description) => {
    expect(byForm("description", description)).toEqual({ rules: [], text: list });
    expect(byFile("description", description)).toEqual({ rules: ["lost-lines"], text: list });
  });

  it("keeps its numbers", () => {
    const numbered = "1. Write\n2. Test";
    expect(byForm("description", "1)Write\n2)Test")).toEqual({ rules: [], text: numbered });
    expect(byFile("description", "1)Write\n2)Test").text).toBe(numbered);
  });
});

describe("on both routes", () => {
  it.each([
    ["Write code\nTest code\nShip code", "lost-lines", "Write code\n\nTest code\n\nShip code"],
    [
      "Hello.\n\n    We look for a person like you.",
      "lost-lines",
      "Hello.\n\nWe look for a person like you.",
    ],
    ["[a](../about.md)", "links", "a"],
    ["**unclosed", "markup", "**unclosed**"],
    ["<b>bold</b> words", "markup", "**bold** words"],
    ["[1]: https://example.com/x\n\nText", "links", "[1](https://example.com/x)\n\nText"],
    [`# ${"many words ".repeat(18).trim()}`, "headings", "many words ".repeat(18).trim()],
    ["The Childrenâ€™s museum", "garbled-text", "The Children’s museum"],
    ["Fish &amp;amp; chips", "garbled-text", "Fish & chips"],
  ])("%j is advised on and corrected", (description, rule, text) => {
    expect(byForm("description", description)).toEqual({ rules: [rule], text });
    expect(byFile("description", description)).toEqual({ rules: [rule], text });
  });

  it.each([
    ["R&amp;D Engineer", "R&D Engineer"],
    ["DÃ©veloppeur", "Développeur"],
    ["Childrenâ€™s books", "Children’s books"],
  ])("the title “%s” is advised on and corrected", (title, text) => {
    expect(byForm("title", title)).toEqual({ rules: ["garbled-text"], text });
    expect(byFile("title", title)).toEqual({ rules: ["garbled-text"], text });
  });

  it("nothing is lost below a list of ten levels", () => {
    const levels = Array.from(
      { length: 11 },
      (_, level) => `${"  ".repeat(level)}- level ${level}`,
    );
    const text = `${levels.join("\n")}\n\nAfter the list`;
    expect(byForm("description", text)).toEqual({ rules: [], text });
    expect(byFile("description", text)).toEqual({ rules: [], text });
    for (const words of ["level 10", "After the list"])
      expect(renderMarkdown(text)).toContain(words);
  });
});
