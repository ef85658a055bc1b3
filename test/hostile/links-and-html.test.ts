import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { renderMarkdown, renderWithExcerpt } from "../../src/board/post/markdown.ts";
import { elementsOf, readJob, textOf, withText } from "./job-text.ts";

/** All elements that the renderer may produce, with their allowed attributes. */
const allowed: Record<string, readonly string[]> = {
  span: ["class"],
  a: ["href", "rel", "title"],
  blockquote: [],
  br: [],
  code: [],
  div: ["aria-label", "class", "role", "tabindex"],
  em: [],
  h3: [],
  h4: [],
  h5: [],
  h6: [],
  hr: [],
  li: [],
  ol: ["start"],
  p: [],
  pre: ["tabindex"],
  s: [],
  strong: [],
  table: [],
  tbody: [],
  td: ["style"],
  th: ["style"],
  thead: [],
  tr: [],
  ul: [],
};

/** Around tables, and around what must not be broken at the end of a line, such as UTC-8. */
const classes: Readonly<Record<string, string>> = { div: "table", span: "whole" };

/** Everything in a piece of HTML that is not allowed. */
function harmIn(html: string): string[] {
  return elementsOf(html).flatMap(({ name, attributes }) => {
    const known = allowed[name];
    if (!known) return [`<${name}>`];
    return Object.entries(attributes).flatMap(([attribute, value]) => {
      if (!known.includes(attribute)) return [`<${name} ${attribute}>`];
      if (attribute === "href" && !/^(?:https?:\/\/|mailto:)[^\s<>"]+$/i.test(value))
        return [value];
      if (attribute === "class" && value !== classes[name]) return [`class ${value}`];
      if (attribute === "style" && !/^text-align:(?:left|right|center)$/.test(value))
        return [value];
      return [];
    });
  });
}

const targetsOf = (text: string) =>
  elementsOf(renderMarkdown(text)).flatMap(({ attributes: { href } }) => href ?? []);

describe("HTML in a text", () => {
  it.each([
    "<script>alert(1)</script>",
    "<img src=x onerror=alert(1)>",
    "<svg/onload=alert(1)>",
    "<iframe src='javascript:alert(1)'></iframe>",
    "<a href='javascript:alert(1)'>x</a>",
    "<style>*{display:none}</style>",
    "<base href='https://evil.example/'>",
    "<form action='https://evil.example'><input name=password></form>",
    "<meta http-equiv=refresh content='0;url=https://evil.example'>",
    "<!-- --><!-->",
    "<![CDATA[<b>]]>",
    "<?php echo 1 ?>",
    "<!DOCTYPE html><html>",
    "</p></article></main><h1>Board closed</h1>",
    "`</code><script>alert(1)</script>`",
    "```\n</code></pre><script>alert(1)</script>\n```",
    "    </code></pre><script>",
    "[<img src=x onerror=alert(1)>](https://example.com)",
    "![<img src=x onerror=alert(1)>](https://example.com/x.png)",
    "[x](https://example.com '\"><script>alert(1)</script>')",
    '<https://example.com/"onmouseover="alert(1)>',
    '[x](https://example.com/"onmouseover="alert(1\\))',
    'https://example.com/"onmouseover=alert(1)',
    "| <script> |\n|---|\n| <b onclick=x> |",
    "# <script>alert(1)</script>",
    "&lt;script&gt;alert(1)&lt;/script&gt;",
    "&#60;script&#62;alert(1)&#60;/script&#62;",
    "<scr&#105;pt>",
    "<b\n>",
    "<jobs@example.com onclick=x>",
  ])("is shown as text: %j", (text) => {
    const { html, excerpt } = renderWithExcerpt(readJob(withText(text)).description, 40);
    expect(harmIn(html)).toEqual([]);
    // The excerpt is text, which is escaped when it is inserted into a page.
    expect(textOf(html).replace(/\s+/g, "")).toContain(
      excerpt.replace(/ …$/, "").replace(/\s+/g, ""),
    );
  });
});

describe("a forbidden link", () => {
  it.each([
    "javascript:alert(1)",
    "JaVaScRiPt:alert(1)",
    "javascript&colon;alert(1)",
    "java&Tab;script:alert(1)",
    "java&#10;script:alert(1)",
    "&#x6a;avascript:alert(1)",
    "javascript%3Aalert(1)",
    "\\javascript:alert(1)",
    "vbscript:msgbox(1)",
    "data:text/html,<script>alert(1)</script>",
    "data:image/png;base64,iVBORw0KGgo=",
    "file:///etc/passwd",
    "intent://scan/#Intent;scheme=zxing;end",
    "ftp://example.com/",
    "ws://example.com/",
    "//evil.example/",
    "/jobs/",
    "../admin/",
    "#top",
    "?page=2",
    "evil.example",
    "\\\\evil.example\\share",
    "http:evil.example",
    "http:/evil.example",
    "https:///evil.example",
    "https:\\\\evil.example",
    "https://user@evil.example/",
    "https://bank.example@evil.example/",
    "https://bank.example:443@evil.example/",
    "https://bank.example%40evil.example@x/",
    "http://localhost/",
    "http://wiki/",
    "http://127.0.0.1/",
    "http://2130706433/",
    "http://0x7f.1/",
    "http://①②⑦.0.0.1/",
    "http://[::1]/",
    "http://router.local/",
    "mailto:a@example.com?bcc=b@example.com",
    "mailto:a@example.com?subject=x&body=y",
    "mailto:a@example.com,b@example.com",
    "mailto:a@example.com%2Cb@example.com",
    "mailto:a@example.com%0Abcc:b@example.com",
    "mailto:?to=a@example.com",
    "tel:+491234",
  ])("stays text: %s", (target) => {
    const text = `[words](${target}) [words](<${target}>) <${target}> ${target} [r]\n\n[r]: ${target}`;
    const html = renderMarkdown(text);
    expect(harmIn(html)).toEqual([]);
    expect(targetsOf(text)).toEqual([]);
  });
});

it.each([
  "blob:https://example.com/1",
  "view-source:https://example.com/",
  "filesystem:https://example.com/",
])("%s is not a link, except for the harmless address in it", (target) => {
  const found = targetsOf(
    `[words](${target}) [words](<${target}>) <${target}> [r]\n\n[r]: ${target}`,
  );
  expect(new Set(found)).toEqual(new Set([target.slice(target.indexOf("https:"))]));
});

it("a link without an address is text", () => {
  expect(renderMarkdown("[apply]() and **[now]()**")).toBe(
    "<p>apply and <strong>now</strong></p>\n",
  );
});

describe("an allowed link", () => {
  it.each([
    ["[jobs](https://example.com/jobs)", "https://example.com/jobs"],
    ["[jobs](http://example.com/?a=1&b=%20#c)", "http://example.com/?a=1&b=%20#c"],
    ["<https://例子.中国/职位>", "https://xn--fsqu00a.xn--fiqs8s/%E8%81%8C%E4%BD%8D"],
    ["https://www.münchen.example/straße", "https://www.xn--mnchen-3ya.example/stra%C3%9Fe"],
    ["<jobs@example.com>", "mailto:jobs@example.com"],
    ["[mail](mailto:o'neill+jobs@example.com)", "mailto:o'neill+jobs@example.com"],
    ["https://example.com:8443/a_(b)", "https://example.com:8443/a_(b)"],
  ])("is a link that is marked as user-generated: %s", (text, target) => {
    const links = elementsOf(renderMarkdown(text)).filter(({ name }) => name === "a");
    expect(links.map(({ attributes }) => attributes)).toEqual([
      { href: target, rel: "nofollow ugc noopener" },
    ]);
  });
});

describe("an image", () => {
  it.each([
    "![words](https://example.com/pixel.gif)",
    "![words][r]\n\n[r]: https://example.com/pixel.gif",
    "[![words](https://example.com/pixel.gif)](https://example.com/)",
    "![words](data:image/png;base64,iVBORw0KGgo=)",
  ])("is not loaded, and its text is kept: %s", (text) => {
    const html = renderMarkdown(text);
    expect(html).not.toMatch(/src=|<img/);
    expect(harmIn(html)).toEqual([]);
    expect(textOf(html)).toContain("words");
  });
});

describe("the label of a code block", () => {
  it.each([
    "python",
    "js onload=alert(1)",
    '"><script>',
    "{.hidden}",
    "language-x admin-page",
    "a&quot;b",
  ])("sets no attribute: %s", (label) => {
    const html = renderMarkdown(`\`\`\`${label}\nx = 1\n\`\`\``);
    expect(elementsOf(html)).toEqual([
      { name: "pre", attributes: { tabindex: "0" }, text: "x = 1\n" },
      { name: "code", attributes: {}, text: "x = 1\n" },
    ]);
  });
});

describe("any text", () => {
  const piece = fc.oneof(
    fc.string({ unit: "grapheme-ascii", maxLength: 6 }),
    fc.constantFrom(
      "<",
      ">",
      '"',
      "'",
      "&",
      "`",
      "[",
      "](",
      ")",
      "![",
      "<script>",
      "</p>",
      " onclick=x ",
      "javascript:",
      "data:",
      "https://example.com/",
      "<https://",
      "mailto:a@example.com",
      "\n",
      "\n\n",
      "```\n",
      "    ",
      "|",
      "|---|\n",
      "> ",
      "- ",
      "# ",
      "\\",
      "&lt;",
      "&#106;",
      "[r]: ",
      "[r]",
      "*",
      "_",
      "~~",
      "UTC-8",
      "\t",
    ),
  );

  it("produces only allowed elements, attributes and targets", () => {
    const text = fc.array(piece, { maxLength: 40 }).map((pieces) => pieces.join(""));
    fc.assert(
      fc.property(text, (some) => {
        expect(harmIn(renderMarkdown(some))).toEqual([]);
      }),
      { numRuns: 3000 },
    );
  });

  it("is checked by a test that can fail", () => {
    expect(harmIn('<p onclick="x">')).toEqual(["<p onclick>"]);
    expect(harmIn('<a href="javascript:1">')).toEqual(["javascript:1"]);
    expect(harmIn("<script></script>")).toEqual(["<script>"]);
    expect(harmIn('<p style="x"><td><div class="admin">')).not.toEqual([]);
  });
});
