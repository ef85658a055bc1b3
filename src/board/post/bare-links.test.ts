import { describe, expect, it } from "vitest";
import { renderMarkdown } from "./markdown.ts";

function targets(text: string): string[] {
  return [...renderMarkdown(text).matchAll(/href="([^"]*)"/g)].map(([, target = ""]) => target);
}

describe("a bare address in a text", () => {
  it.each([
    ["See https://example.com/jobs.", "https://example.com/jobs"],
    ["https://example.com, and more", "https://example.com"],
    ["(see https://example.com/a)", "https://example.com/a"],
    ["https://example.com/a_(b)", "https://example.com/a_(b)"],
    ["(https://example.com/a_(b))!", "https://example.com/a_(b)"],
    ["**https://example.com/x**", "https://example.com/x"],
    ["“https://example.com/x?a=1&b=2#c”", "https://example.com/x?a=1&amp;b=2#c"],
    ["（https://example.com/jobs）。", "https://example.com/jobs"],
    ["HTTPS://EXAMPLE.COM/X", "HTTPS://EXAMPLE.COM/X"],
    ["在https://example.com/jobs", "https://example.com/jobs"],
    ["https://münchen.example/straße", "https://xn--mnchen-3ya.example/stra%C3%9Fe"],
  ])("becomes a link with the right end: %s", (text, target) => {
    expect(targets(text)).toEqual([target]);
  });

  it("is not linked within another link, in code, or after other letters", () => {
    expect(targets("[see https://example.com/a](https://example.com/b)")).toEqual([
      "https://example.com/b",
    ]);
    expect(
      targets("`https://example.com/` xhttps://example.com/ git+https://example.com/"),
    ).toEqual([]);
  });

  it.each([
    "https://localhost/",
    "http://10.0.0.1/",
    "https://a@example.com/",
    "https:/example.com",
    "https://",
  ])("does not become a link where posts may not link: %s", (text) =>
    expect(targets(text)).toEqual([]),
  );

  it("is shown as written, so that percent codes cannot insert characters", () => {
    const html = renderMarkdown("https://example.com/%00%E2%80%AEx and <https://example.com/%0Ax>");
    expect(html).toContain(">https://example.com/%00%E2%80%AEx<");
    expect(html).toContain(">https://example.com/%0Ax<");
  });
});
