import { describe, expect, it } from "vitest";
import { testConfig } from "../fixtures.ts";
import { findingsOf } from "./fixtures.ts";
import { placeholders } from "./placeholders.ts";

const real = { apply_url: "https://analytics.example/jobs/42", company: "Kornblum GmbH" };

function fields(changes: Parameters<typeof findingsOf>[1]) {
  return findingsOf(placeholders, { ...real, ...changes }).map(({ field }) => field);
}

describe("a leftover of a template", () => {
  it.each([
    "Lorem ipsum dolor sit amet.",
    "TODO: describe the team",
    "We are a company. TODO",
    "Salary: XXX EUR",
    "At [Company Name] we love Python.",
    "You work at [your company] in [City].",
    "You report to <insert name>.",
    "Your text goes here",
  ])("is found in a text: %s", (description) => {
    expect(fields({ description })).toEqual(["description"]);
  });

  it.each([
    { title: "Test" },
    { title: "[Job Title]" },
    { company: "Company name" },
    { company: "asdf" },
    { city: "TBD" },
    { contact: "XXX" },
  ])("is found in a field: %o", (changes) => {
    expect(fields(changes)).toEqual(Object.keys(changes));
  });

  it("is found in one of several places", () => {
    const places = [
      { city: "Berlin", country: "DE" },
      { city: "TBD", country: "DE" },
    ];
    expect(fields({ city: undefined, country: undefined, places })).toEqual(["places.2.city"]);
  });

  it("is found in addresses reserved for examples, except among samples", () => {
    const changes = {
      ...real,
      apply_url: "https://www.example.com/jobs/42",
      email: "jobs@example.org",
    };
    expect(fields(changes)).toEqual(["apply_url", "email"]);
    const config = { ...testConfig, demo: "2026-11-22" };
    expect(findingsOf(placeholders, changes, { config })).toEqual([]);
  });
});

describe("similar text that is meant", () => {
  it.each([
    "You delete TODO comments that are older than you.",
    "We read [the Company's handbook](https://kornblum.example/handbook) together.",
    "Returns a `list[company]`, see `[Company Name]` and `TODO:`.",
    "```\n# TODO: faster\nx = '[Company Name]'\n```",
    "Size XXL shirts for all.",
    "You write {{ company }} into a chart.",
    "Salary between <100 and >50 units.",
    "The text here is short.",
  ])("passes: %s", (description) => {
    expect(fields({ description })).toEqual([]);
  });

  it.each([
    { title: "Test Engineer" },
    { company: "Foo Fighters' Kitchen" },
    { title: "QA / Test Lead" },
  ])("passes in a field: %o", (changes) => {
    expect(fields(changes)).toEqual([]);
  });
});
