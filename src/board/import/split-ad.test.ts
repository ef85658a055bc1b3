import { describe, expect, it } from "vitest";
import { testConfig } from "../fixtures.ts";
import { saysNothing, splitAd } from "./split-ad.ts";

function split(...lines: readonly string[]) {
  return splitAd(lines.join("\n"), testConfig, "Example Works GmbH");
}

describe("an ad", () => {
  it("is split at headings, bold paragraphs, and words above a list", () => {
    for (const heading of ["### Your profile", "**What you bring:**", "We are looking for:"]) {
      expect(split("Build it.", "", heading, "", "- Python")).toEqual({
        description: "Build it.",
        requirements: "- Python",
      });
    }
  });

  it("has all its requirements together, with those that are only desirable", () => {
    expect(
      split(
        ...["### Tasks", "", "Build.", "", "### Requirements", "", "- Python", ""],
        ...["### Nice to have", "", "- Rust", "", "### We offer", "", "Tea.", ""],
        ...["### Qualifications", "", "- Patience"],
      ),
    ).toEqual({
      description: "### Tasks\n\nBuild.\n\n### We offer\n\nTea.",
      requirements: "- Python\n\n### Nice to have\n\n- Rust\n\n### Qualifications\n\n- Patience",
    });
  });

  it("keeps deeper headings in the section that they are in", () => {
    expect(
      split(
        "### You have",
        "",
        "#### Python",
        "",
        "Much.",
        "",
        "### About Example Works",
        "",
        "Us.",
      ),
    ).toEqual({ requirements: "#### Python\n\nMuch.", company_description: "Us." });
  });

  it("loses nothing without headings, and reads none in code", () => {
    const text = "Build.\n\n```\n# Requirements\n```\n\n**Much** of it.";
    expect(split(text)).toEqual({ description: text });
  });
});

it.each([
  ["", true],
  ["-", true],
  ["N/A", true],
  ["See above.", true],
  ["Please see the job description", true],
  ["Zope.", false],
  ["None of them is a must", false],
])("requirements “%s” say nothing: %s", (text, expected) => {
  expect(saysNothing(text)).toBe(expected);
});
