import fc from "fast-check";
import { expect, it } from "vitest";
import { renderMarkdown } from "../board/post/markdown.ts";
import { markdownFromHtml } from "./in-node.ts";

const names = [
  ...[
    "p",
    "div",
    "h1",
    "h3",
    "ul",
    "ol",
    "li",
    "blockquote",
    "table",
    "tr",
    "td",
    "pre",
    "dl",
    "dt",
  ],
  ...["b", "i", "s", "code", "span", "a href='https://example.com/'", "section", "br"],
];
const signs = [
  "•",
  "- ",
  "1. ",
  "*",
  "_",
  "`",
  "[",
  "](x)",
  "#",
  "|",
  "&lt;b&gt;",
  "~~",
  "\\",
  "> ",
];

/** HTML in which each word is another one. */
const tree = fc.letrec<{ node: string }>((tie) => ({
  node: fc.oneof(
    { maxDepth: 6 },
    fc
      .tuple(fc.constantFrom("", " ", ...signs), fc.constantFrom("", " "))
      .map(([sign, blank]) => `${blank}${sign}WORD${blank}`),
    fc
      .tuple(fc.constantFrom(...names), fc.array(tie("node"), { maxLength: 4 }))
      .map(([name, children]) => `<${name}>${children.join("")}</${name.split(" ")[0]}>`),
    fc
      .tuple(tie("node"), tie("node"), tie("node"), tie("node"))
      .map(([a, b, c, d]) => `<table><tr><td>${a}<td>${b}<tr><td>${c}<td>${d}</table>`),
  ),
})).node;

it("every word of an HTML text is on the page", () => {
  fc.assert(
    fc.property(fc.array(tree, { maxLength: 6 }), (nodes) => {
      let count = 0;
      const html = nodes.join("").replaceAll("WORD", () => `w${++count}w`);
      const page = renderMarkdown(markdownFromHtml(html));
      for (let word = 1; word <= count; word += 1) expect(page).toContain(`w${word}w`);
      expect(page).not.toContain("<b>");
    }),
    { numRuns: 400 },
  );
});
