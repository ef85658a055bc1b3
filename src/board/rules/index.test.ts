import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { testConfig } from "../fixtures.ts";
import { readJobFile, writeJobFile } from "../job-file.ts";
import type { Job } from "../job-schema.ts";
import { contextWith, subjectWith } from "./fixtures.ts";
import { applyRules, errorRules, rules } from "./index.ts";
import type { Rule } from "./rule.ts";

describe("the registry", () => {
  it("has every rule once, under a name of its own", () => {
    expect(new Set(rules.map(({ name }) => name)).size).toBe(rules.length);
  });

  it("asks for no advice where a site is built", () => {
    expect(errorRules.length).toBeGreaterThan(3);
    for (const { severity } of errorRules) expect(severity).toBe("error");
  });

  it("says of the sound job of the tests only that it is short and leads to an example’s address", () => {
    const found = applyRules(subjectWith(), contextWith());
    expect(found.map(({ rule, field }) => [rule, field])).toEqual([
      ["placeholders", "apply_url"],
      ["short-text", "description"],
    ]);
  });
});

describe("an archived post", () => {
  it("is told its errors and given no advice", () => {
    const found = applyRules(
      subjectWith({ title: "WANTED URGENTLY!!!" }, "jobs/archive/2026/a.md"),
      contextWith(),
    );
    expect(new Set(found.map(({ severity }) => severity))).toEqual(new Set(["error"]));
  });
});

describe("a rule that crashes", () => {
  const crashing: Rule = {
    name: "crashing",
    severity: "advice",
    check: () => {
      throw new TypeError("no such thing");
    },
  };
  const late: Rule = {
    ...crashing,
    *check() {
      yield { field: "title", message: "One.", fix: "Mend it." };
      throw new Error("later");
    },
  };
  const sound: Rule = {
    ...crashing,
    name: "sound",
    check: () => [{ field: "title", message: "Found.", fix: "Mend it." }],
  };

  it("becomes a problem and hides no other", () => {
    const found = applyRules(subjectWith(), contextWith(), [crashing, late, sound]);
    expect(found.map(({ rule, field, severity }) => [rule, field, severity])).toEqual([
      ["crashing", null, "advice"],
      ["crashing", null, "advice"],
      ["sound", "title", "advice"],
    ]);
    expect(found[0]?.message).toContain("no such thing");
  });
});

describe("any job that the schema lets through", () => {
  const slugs = (choices: readonly { slug: string }[]) => choices.map(({ slug }) => slug);
  const line = fc
    .string({ unit: "grapheme", minLength: 1, maxLength: 100 })
    .map((text) => text.trim())
    .filter((text) => text !== "");
  const piece = fc.oneof(
    fc.string({ unit: "grapheme", maxLength: 30 }),
    fc.constantFrom(
      "[",
      "](",
      ")",
      "![",
      "`",
      "```\n",
      "#",
      "##X",
      "<b>",
      "<!--",
      "---",
      "\n",
      "\n\n",
      "| a |",
      "TODO",
      "[Company Name]",
      "unpaid",
      "our client,",
      "*",
      "_",
      "~~",
      "\\",
      "&amp;",
      "使用",
      "و",
      "https://example.com/?q=[x](y)",
      "> ",
      "- ",
      "1. ",
      "javascript:",
    ),
  );
  const prose = fc
    .array(piece, { minLength: 1, maxLength: 30 })
    .map((pieces) => pieces.join(""))
    .filter((text) => text.trim() !== "");
  const day = fc
    .date({ min: new Date("1000-01-02"), max: new Date("2999-12-31"), noInvalidDate: true })
    .map((date) => date.toISOString().slice(0, 10));
  const job: fc.Arbitrary<Job> = fc.record(
    {
      title: line,
      company: line,
      category: fc.constantFrom(...slugs(testConfig.categories)),
      job_types: fc.uniqueArray(fc.constantFrom(...slugs(testConfig.types)), { maxLength: 5 }),
      other_job_type: line,
      workplace: fc.constantFrom("onsite", "hybrid", "remote"),
      remote_from: fc.constantFrom<"worldwide" | string[]>("worldwide", ["DE", "US"]),
      city: line,
      region: line,
      country: fc.constantFrom("DE", "AQ"),
      posted_by_agency: fc.boolean(),
      salary: fc.record(
        {
          min: fc.double({ min: 1e-9, max: 1e10, noNaN: true }),
          max: fc.double({ min: 1e-9, max: 1e10, noNaN: true }),
          currency: fc.constantFrom("EUR", "JPY", "XXX", "ARS"),
          per: fc.constantFrom("hour", "day", "week", "month", "year"),
        },
        { requiredKeys: ["min", "currency", "per"] },
      ),
      contact: line,
      email: fc.constant("jobs@example.com"),
      apply_url: fc.webUrl({ validSchemes: ["https"] }),
      expires: day,
      submitted: day,
      submitted_by: fc.constant("octocat"),
      published: day,
      renewed: fc.uniqueArray(day, { minLength: 1, maxLength: 10 }),
      closed: fc.record({ on: day, reason: fc.constantFrom("expired", "filled", "removed") }),
      aliases: fc.constant(["/jobs/1/"]),
      description: prose,
      requirements: prose,
      company_description: prose,
    },
    {
      requiredKeys: [
        "title",
        "company",
        "category",
        "workplace",
        "submitted",
        "submitted_by",
        "description",
        "requirements",
      ],
    },
  );

  it("makes no rule throw, and gives findings that say what and how", () => {
    let read = 0;
    fc.assert(
      fc.property(job, fc.constantFrom("jobs/a.md", "jobs/archive/2026/a.md"), (some, file) => {
        const written = writeJobFile(file, some, testConfig);
        if (written.ok) read += Number(readJobFile(file, written.text, testConfig).ok);
        const subject = subjectWith({}, file);
        const others = [subjectWith(some, "jobs/b.md")];
        for (const { message, fix } of applyRules(
          { ...subject, job: some },
          contextWith({ others }),
        )) {
          expect(message).not.toContain("failed on this file");
          expect(message).toMatch(/^\S.*\.$/s);
          expect(fix).toMatch(/^\p{Lu}.*\.$/su);
        }
      }),
      { numRuns: 500 },
    );
    expect(read).toBeGreaterThan(50); // Not only jobs that no file could hold.
  });
});
