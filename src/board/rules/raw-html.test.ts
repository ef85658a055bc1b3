import { describe, expect, it } from "vitest";
import { findingsOf } from "./fixtures.ts";
import { rawHtml } from "./raw-html.ts";

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
    expect(findingsOf(rawHtml, { description })).toMatchObject([{ field: "description" }]);
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
    expect(findingsOf(rawHtml, { description })).toHaveLength(allowed);
  });
});
