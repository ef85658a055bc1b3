import { describe, expect, it } from "vitest";
import { testConfig } from "../fixtures.ts";
import { choicesOf, readFieldText } from "./field-text.ts";

describe("a value typed on one line", () => {
  it.each([
    ["title", "Lead: [data] #1", "Lead: [data] #1"],
    ["description", "true", "true"],
    ["job_types", "web, database", ["web", "database"]],
    ["job_types", "[web]", ["web"]],
    ["remote_from", "DE,AT", ["DE", "AT"]],
    ["remote_from", "worldwide", "worldwide"],
    ["visa_sponsorship", "true", true],
    ["managers", "@octocat, https://github.com/hubot", ["octocat", "hubot"]],
    ["submitted_by", "https://github.com/octocat", "octocat"],
    [
      "salary",
      "{min: 10.5, currency: EUR, per: hour}",
      { min: 10.5, currency: "EUR", per: "hour" },
    ],
  ] as const)("of %s is read as in a file: %s", (field, text, value) => {
    expect(readFieldText(field, text)).toEqual(value);
  });

  it.each([
    ["visa_sponsorship", "yes"],
    ["salary", "{min: "],
    ["languages", "en]\nfeatured: [x"],
    ["languages", "&a [*a]"],
  ] as const)("of %s stays text if it cannot be read: %j", (field, text) => {
    expect(readFieldText(field, text)).toBe(text);
  });
});

describe("the choices of a field", () => {
  it("are those of the board, without retired ones", () => {
    const [first, ...others] = testConfig.categories;
    const categories = first ? [{ ...first, retired: true as const }, ...others] : [];
    expect(choicesOf("category", { ...testConfig, categories })).toEqual(
      others.map(({ slug }) => slug),
    );
    expect(choicesOf("job_types", testConfig)).toContain("machine-learning");
  });

  it("are those of the schema, and none if any text is allowed", () => {
    expect(choicesOf("workplace", testConfig)).toEqual(["onsite", "hybrid", "remote"]);
    expect(choicesOf("title", testConfig)).toEqual([]);
    expect(choicesOf("salary", testConfig)).toEqual([]);
  });
});
