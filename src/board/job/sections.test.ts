import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { testConfig } from "../fixtures.ts";
import { joinSections, sectionFields, splitOwnHeading, splitSections } from "./sections.ts";

describe("the body of a job file", () => {
  it("is split at the board’s headings", () => {
    expect(
      splitSections(
        "What.\n\n## Requirements\n\nMust.\n\n## About the company\n\nWe.\n",
        testConfig,
      ).sections,
    ).toEqual({
      description: "What.",
      requirements: "Must.",
      company_description: "We.",
    });
  });

  it("may have its sections in a different order, with different heading styles", () => {
    const body =
      "What.\n\nabout the company\n-----------------\nWe.\n\n##  REQUIREMENTS  ##\nMust.";
    expect(splitSections(body, testConfig).sections).toEqual({
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
    ["with more words", "## Requirements and wishes"],
    ["without the space after it", "##Requirements"],
  ])("is not split at the same words %s", (_, body) => {
    expect(splitSections(body, testConfig)).toEqual({
      sections: { description: body },
      repeated: [],
    });
  });

  it("reports a heading that appears twice", () => {
    expect(
      splitSections("a\n\n## Requirements\n\nb\n\n## Requirements\n\nc", testConfig).repeated,
    ).toEqual(["requirements"]);
  });

  it("leaves out a section without text", () => {
    expect(
      splitSections("\n \n## Requirements\n\n## About the company\n\nWe.", testConfig).sections,
    ).toEqual({
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
        expect(splitSections(joinSections(whole, testConfig), testConfig)).toEqual({
          sections: whole,
          repeated: [],
        });
      }),
    );
  });
});

describe("a body without “## Requirements”", () => {
  const split = (body: string) => splitSections(body, testConfig).sections;

  it.each([
    ["## Skills", "Skills"],
    ["# Your profile", "Your profile"],
    ["#### What you bring:", "What you bring:"],
    ["What you bring\n---", "What you bring"],
    ["SKILLS\n===", "SKILLS"],
    ["## **Your Profile** 🚀", "**Your Profile** 🚀"],
    ["### What we're looking for...", "What we're looking for..."],
    ["## ... what we’re looking for ##", "... what we’re looking for"],
  ])("has its requirements below a heading that means it: %j", (heading, own) => {
    expect(split(`What.\n\n${heading}\n\n- Python\n\n## About the company\n\nWe.`)).toEqual({
      description: "What.",
      requirements: `## ${own}\n\n- Python`,
      company_description: "We.",
    });
  });

  it.each(["# Requirements", "### requirements:", "## Requirements:", "## **Requirements**"])(
    "has them below the board’s own word on another level or with other signs: %j",
    (heading) => {
      expect(split(`What.\n\n${heading}\nMust.`)).toEqual({
        description: "What.",
        requirements: "Must.",
      });
    },
  );

  it("has them below the first such heading; later ones are text", () => {
    expect(split("What.\n\n### Your profile\n\nOne.\n\n### Skills\n\nTwo.")).toEqual({
      description: "What.",
      requirements: "## Your profile\n\nOne.\n\n### Skills\n\nTwo.",
    });
  });

  it("may have them below the company’s text", () => {
    expect(split("What.\n\n## About the company\n\nWe.\n\n# Skills\n\nPython.")).toEqual({
      description: "What.",
      company_description: "We.",
      requirements: "## Skills\n\nPython.",
    });
  });

  it.each([
    ["in a code block", "```\n## Skills\n```"],
    ["in a quotation", "> ## Skills"],
    ["in a list", "- one\n\n  ## Skills"],
    ["with other words", "## Skills you will learn"],
    ["without a heading", "Skills:"],
    ["in bold letters", "**Skills**"],
  ])("has none below the same words %s", (_, body) => {
    expect(split(`What.\n\n${body}\n\nText`)).toEqual({ description: `What.\n\n${body}\n\nText` });
  });

  it("has none if nothing is below the heading", () => {
    expect(split("What.\n\n## Skills\n\n## About the company\n\nWe.")).not.toHaveProperty(
      "requirements",
    );
  });
});

describe("a heading of the author’s above the requirements", () => {
  it("is written back without the board’s own", () => {
    const body = "What.\n\n## Your profile\n\n- Python\n\n## About the company\n\nWe.\n";
    expect(joinSections(splitSections(body, testConfig).sections, testConfig)).toBe(body);
  });

  it.each(["2. Requirements", "Requirements (must have)", "**3) Your profile** (all of it):"])(
    "has a number before it or a note behind it, which stay: %s",
    (heading) => {
      const body = `What.\n\n## ${heading}\n\n- Python\n`;
      const { sections } = splitSections(body, testConfig);
      expect(sections.requirements).toBe(`## ${heading}\n\n- Python`);
      expect(joinSections(sections, testConfig)).toBe(body);
    },
  );

  it("stays below the board’s own where the description has such a heading", () => {
    const sections = {
      description: "What.\n\n### Skills\n\nMany.",
      requirements: "## Skills\n\nX",
    };
    const body = joinSections(sections, testConfig);
    expect(body).toContain("\n\n## Requirements\n\n## Skills\n\nX");
    expect(splitSections(body, testConfig).sections).toEqual(sections);
  });

  it("is apart from the text for the page, but only on its level", () => {
    const own = (text: string) => splitOwnHeading(text, testConfig);
    expect(own("## Your *profile*:\n\n- a")).toEqual({ heading: "Your *profile*:", text: "- a" });
    for (const text of ["### Skills\n\n- a", "## Tasks\n\n- a", "## Requirements\n\n- a", "- a"]) {
      expect(own(text)).toEqual({ text });
    }
  });
});

describe("any body", () => {
  const piece = fc.constantFrom(
    ...[
      "## Requirements",
      "### Requirements",
      "# Requirements",
      "## requirements ##",
      "> ## Skills",
    ],
    ...[
      "## Skills",
      "### Your profile",
      "What you bring\n---",
      "Skills\n===",
      "## About the company",
    ],
    ...["Words.", "- one\n- two", "```\n## Requirements\n```", "    ## Skills", "---", "## Tasks"],
  );
  const bodies = fc.array(piece, { maxLength: 8 }).map((pieces) => pieces.join("\n\n"));

  it("with “## Requirements” is read as if there was no other heading that means it", () => {
    fc.assert(
      fc.property(bodies, bodies, (before, after) => {
        const body = `${before}\n\n## Requirements\n\n${after}`;
        const read = splitSections(body, testConfig);
        expect(read).toEqual(splitSections(body, { requirementsHeadings: [] }));
        if (!/^#+ (?:Requirements|About)/im.test(`${before}\n${after}`)) {
          expect(read.sections.description ?? "").toBe(before);
          expect(read.sections.requirements ?? "").toBe(after);
        }
      }),
    );
  });

  it("is read back as it was after it is written", () => {
    fc.assert(
      fc.property(bodies, (body) => {
        const { sections, repeated } = splitSections(body, testConfig);
        if (repeated.length > 0 || !sections.requirements) return;
        const again = splitSections(joinSections(sections, testConfig), testConfig);
        expect(again).toEqual({ sections, repeated: [] });
      }),
    );
  });
});
