import fc from "fast-check";
import MarkdownIt from "markdown-it";
import { describe, expect, it } from "vitest";
import { block, code } from "./quote.ts";

const markdown = new MarkdownIt("commonmark");

/** The code that is shown, if nothing else is. */
function shownAsCode(source: string): string | undefined {
  const [open, inline, close, ...more] = markdown.parse(source, {});
  if (more.length > 0) return undefined;
  if (!inline) return open?.type === "fence" ? open.content : undefined;
  const [only, ...others] = inline.children ?? [];
  const isAlone = only?.type === "code_inline" && others.length === 0;
  return isAlone && close?.type === "paragraph_close" ? only.content : undefined;
}

describe("a quoted line", () => {
  it.each([
    "@org/team",
    "fixes #1",
    "- [ ] x",
    "<!-- job-board -->",
    "::error::x",
    "`",
    "``x",
    "a`",
  ])("is shown only as code: %s", (text) => {
    expect(shownAsCode(code(text))).toBe(text);
  });

  it("stays within its code span, whatever it contains", () => {
    fc.assert(
      fc.property(fc.string({ unit: "binary" }), (text) => {
        const shown = code(text);
        expect(shown).not.toMatch(/[\n\r]/);
        if (text.trim() === "") return;
        expect(shownAsCode(shown) ?? shown).toBeDefined();
        expect(shownAsCode(shown)).not.toBe(undefined);
      }),
    );
  });

  it("is shortened if it is long", () => {
    expect(code("x".repeat(500))).toBe(`\`${"x".repeat(200)}…\``);
    expect(code("x".repeat(500), 600)).toHaveLength(502);
  });

  it("says so if it is empty", () => {
    expect(code(" \n ")).toBe("(nothing)");
  });
});

describe("a quoted text", () => {
  it.each(["```\n@team\n```", "~~~", "a\n\nb", "`````"])(
    "is in a code block that it cannot end: %j",
    (text) => {
      expect(shownAsCode(block(text))).toBe(`${text}\n`);
    },
  );
});
