import { describe, expect, it } from "vitest";
import { contextWith, subjectWith } from "./fixtures.ts";
import { applyRules, errorRules, rules } from "./index.ts";
import type { Rule } from "./rule.ts";

describe("the registry", () => {
  it("has every rule once, under a name of its own", () => {
    expect(new Set(rules.map(({ name }) => name)).size).toBe(rules.length);
  });

  it("has no advice for the site build", () => {
    expect(errorRules.length).toBeGreaterThan(3);
    for (const { severity } of errorRules) expect(severity).toBe("error");
  });

  it("only reports that the tests’ valid job is short and links to an example address", () => {
    const found = applyRules(subjectWith(), contextWith());
    expect(found.map(({ rule, field }) => [rule, field])).toEqual([
      ["placeholders", "apply_url"],
      ["short-text", "description"],
    ]);
  });
});

describe("an archived post", () => {
  it("gets its errors but no advice", () => {
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
      yield { field: "title", message: "One.", fix: "Fix it." };
      throw new Error("later");
    },
  };
  const sound: Rule = {
    ...crashing,
    name: "sound",
    check: () => [{ field: "title", message: "Found.", fix: "Fix it." }],
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
