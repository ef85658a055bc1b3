import { describe, expect, it } from "vitest";
import { findingsOf } from "./fixtures.ts";
import { markup } from "./markup.ts";

describe("HTML in a text", () => {
  it.each([
    "<p>We count fish.</p>",
    "Line<br>line",
    "Line<br/>line",
    '<div class="x">\nText\n</div>',
    "<SCRIPT>alert(1)</SCRIPT>",
    "Text <!-- not for readers --> text",
    "- <b>bold</b>",
  ])("is reported: %s", (description) => {
    expect(findingsOf(markup, { description })).toMatchObject([{ field: "description" }]);
  });
});

describe("text that is not HTML", () => {
  it.each([
    "Every std::vector<Pose> and List<T> counts.",
    "In `<div>` and `<br>` you trust.",
    "```html\n<div></div>\n```",
    "a < b and b > c, 3 <a> 4? No: x <y> z",
    "AT&amp;T, &nbsp; and 5 &lt; 6",
    "<https://example.com/> and <jobs@example.com>",
    "<3 Python",
  ])("passes: %s", (description) => {
    const allowed = description.includes("<a>") ? 1 : 0;
    expect(findingsOf(markup, { description })).toHaveLength(allowed);
  });
});

describe("the correction of HTML", () => {
  it.each([
    ["<p>Hello</p><ul><li>One</li><li><b>Two</b></li></ul>", "Hello\n- One\n- **Two**"],
    ["Line<br>line", "Line\\\nline"],
    ["<h2>Tasks</h2>\n<p>Do <em>it</em>.</p>", "### Tasks\n\nDo *it*."],
    [
      '<a class="x" href="https://example.com/x" target=_blank>here</a>',
      "[here](https://example.com/x)",
    ],
    ["Text <!-- not for readers -->", "Text"],
    ["<b>`<b>`</b> <b>bold</b>", undefined],
    ["<table><tr><td>x</td></tr></table>", undefined],
  ])("%s", (description, corrected) => {
    const [finding] = findingsOf(markup, { description });
    expect(finding?.repair?.values.description).toBe(corrected);
  });
});

describe("emphasis that is left open", () => {
  it.each([
    ["This is **very important.", "This is **very important.**"],
    ["** Bold ** text", "**Bold** text"],
    ["**Pay: **good", "**Pay:** good"],
    ["**Bold:**text", "**Bold:** text"],
    ["- a\n- word** left", "- a\n- word left"],
    ["\\*\\*Bold\\*\\* words", "**Bold** words"],
    ["Apply *now and get a job", "Apply *now and get a job*"],
    [
      "**This goes\non** here\n\nand **this does not",
      "**This goes\non** here\n\nand **this does not**",
    ],
    ["A ***very good offer", "A ***very good offer***"],
    ["__We are hiring now", "__We are hiring now__"],
    ["_Please apply now", "_Please apply now_"],
    ["It is ~~gone now", "It is ~~gone now~~"],
    ["We are hiring**", "**We are hiring**"],
    ["**This goes\n\non**", "**This goes**\n\n**on**"],
    ["**Fine** and **open\n\nNext", "**Fine** and **open**\n\nNext"],
  ])("is reported and corrected: %j", (description, corrected) => {
    expect(findingsOf(markup, { description })).toMatchObject([
      {
        message: expect.stringMatching(/^Readers will see the signs of emphasis in “/),
        repair: { values: { description: corrected } },
      },
    ]);
  });

  it("is reported without a correction in too many lines", () => {
    const [finding] = findingsOf(markup, { description: "**open\n\n".repeat(50) });
    expect(finding).toMatchObject({ line: 1 });
    expect(finding?.repair).toBeUndefined();
  });
});

describe("signs that become emphasis", () => {
  it.each([
    ["Developer (m*w*d) wanted", "Developer (m\\*w\\*d) wanted"],
    ["You know __init__ and `__main__`", "You know `__init__` and `__main__`"],
  ])("are reported and corrected: %j", (description, corrected) => {
    expect(findingsOf(markup, { description })).toMatchObject([
      { line: 1, repair: { values: { description: corrected } } },
    ]);
  });

  it("are not those of ordinary emphasis", () => {
    const description = "A *b* c, __only__ you, Developer*innen, a * b * c, m\\*w\\*d";
    expect(findingsOf(markup, { description })).toEqual([]);
  });
});
