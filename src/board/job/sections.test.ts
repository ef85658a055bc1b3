import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { joinSections, sectionFields, splitSections } from "./sections.ts";

describe("the body of a job file", () => {
  it("is split at the board’s headings", () => {
    expect(
      splitSections("What.\n\n## Requirements\n\nMust.\n\n## About the company\n\nWe.\n").sections,
    ).toEqual({
      description: "What.",
      requirements: "Must.",
      company_description: "We.",
    });
  });

  it("may have its sections in a different order, with different heading styles", () => {
    const body =
      "What.\n\nabout the company\n-----------------\nWe.\n\n##  REQUIREMENTS  ##\nMust.";
    expect(splitSections(body).sections).toEqual({
      description: "What.",
      requirements: "Must.",
      company_description: "We.",
    });
  });

  it.each([
    ["in a code block", "```\n## Requirements\n```"],
    ["in an indented code block", "Text\n\n    ## Requirements"],
    ["in a quotation", "> ## Requirements"],
    ["in a list", "- one\n\n  ## Requirements"],
    ["of another level", "### Requirements"],
    ["with more words", "## Requirements and wishes"],
    ["without the space after it", "##Requirements"],
  ])("is not split at the same words %s", (_, body) => {
    expect(splitSections(body)).toEqual({ sections: { description: body }, repeated: [] });
  });

  it("reports a heading that appears twice", () => {
    expect(splitSections("a\n\n## Requirements\n\nb\n\n## Requirements\n\nc").repeated).toEqual([
      "requirements",
    ]);
  });

  it("leaves out a section without text", () => {
    expect(splitSections("\n \n## Requirements\n\n## About the company\n\nWe.").sections).toEqual({
      company_description: "We.",
    });
  });

  it("is joined as it was split, unless a text has a heading or an open code block", () => {
    const text = fc
      .array(fc.stringMatching(/^[ -_a-z{|}é漢ع]{1,40}$/), { minLength: 1, maxLength: 5 })
      .map((lines) => lines.join("\n"))
      .filter((lines) => lines.trim() !== "" && !/^ |\s$|#|---|===|~~~|```/m.test(lines));
    const sections = fc.record(
      Object.fromEntries(sectionFields.map(({ field }) => [field, text])),
      { requiredKeys: ["description"] },
    );
    fc.assert(
      fc.property(sections, (whole) => {
        expect(splitSections(joinSections(whole))).toEqual({ sections: whole, repeated: [] });
      }),
    );
  });
});
