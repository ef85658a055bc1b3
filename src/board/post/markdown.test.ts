import { describe, expect, it } from "vitest";
import { renderMarkdown, renderWithExcerpt } from "./markdown.ts";

function excerpt(text: string, maxWords: number): string {
  return renderWithExcerpt(text, maxWords).excerpt;
}

describe("the Markdown of a post", () => {
  it("keeps a time zone on one line", () => {
    expect(renderMarkdown("From UTC-8 to UTC+5:30, and ABC-12-3")).toBe(
      '<p>From <span class="whole">UTC-8</span> to <span class="whole">UTC+5:30</span>, and ABC-12-3</p>\n',
    );
  });

  it("shows HTML as text", () => {
    expect(renderMarkdown("<script>alert(1)</script>")).toBe(
      "<p>&lt;script&gt;alert(1)&lt;/script&gt;</p>\n",
    );
    expect(renderMarkdown("a <b onclick=x>b</b>")).not.toContain("<b");
  });

  it("links to web pages and plain email addresses, and marks links as user-generated", () => {
    expect(renderMarkdown("[a](https://example.com/?a=1&b=2)")).toBe(
      '<p><a href="https://example.com/?a=1&amp;b=2" rel="nofollow ugc noopener">a</a></p>\n',
    );
    expect(renderMarkdown("<jobs@example.com>")).toContain('href="mailto:jobs@example.com"');
    expect(renderMarkdown("See https://example.com/x.")).toContain('href="https://example.com/x"');
  });

  it.each([
    "[a](javascript:alert(1))",
    "[a](java&#10;script:alert(1))",
    "[a](data:text/html;base64,x)",
    "[a](blob:x)",
    "[a](intent://x#Intent;end)",
    "[a](//evil.example.com)",
    "[a](/jobs/)",
    "[a](#top)",
    "[a](https://u:p@example.com)",
    "[a](https://localhost/)",
    "[a](mailto:a@example.com?bcc=b@example.com)",
    "[a](mailto:a@example.com,b@example.com)",
    "<javascript:alert(1)>",
    "[a]: javascript:alert(1)\n\n[a]",
  ])("leaves %s without a link", (text) => expect(renderMarkdown(text)).not.toContain("<a"));

  it("shows the code of a character that may not be inserted by a reference", () => {
    expect(renderMarkdown("a&#12;b &#x202e;c &shy; &ZeroWidthSpace;")).toBe(
      "<p>a[U+000C]b [U+202E]c [U+00AD] [U+200B]</p>\n",
    );
    expect(renderMarkdown('[x](https://example.com "a&#x202e;b")')).toContain('title="a[U+202E]b"');
    expect(excerpt("a&#x202e;b", 9)).toBe("a[U+202E]b");
    expect(
      renderMarkdown("AT&amp;T &eacute; &#x1f600; &nbsp;\u{1f3f4}\u{e0067}\u{e0062}\u{e007f}"),
    ).toBe("<p>AT&amp;T é 😀 \u00a0\u{1f3f4}\u{e0067}\u{e0062}\u{e007f}</p>\n");
  });

  it("does not turn words into links", () => {
    expect(renderMarkdown("settings.py, example.com and a@example.com")).not.toContain("<a");
  });

  it.each([
    ["![our <office>](SRC)", "<a>our &lt;office&gt;</a>"],
    ['![our office](SRC "in Graz")', "<a>our office (in Graz)</a>"],
    ['![](SRC "in Graz")', "<a>in Graz</a>"],
    ["![](SRC)", "<a>SRC</a>"],
    ["![our office]()", "our office"],
    ["[![our office](SRC)]()", "<a>our office</a>"],
    ["[us: ![our office](SRC)](SRC) ![](SRC)", "<a>us: our office (SRC)</a> <a>SRC</a>"],
    ["[![](SRC)](SRC)", "<a>SRC</a>"],
  ])("shows a link instead of an image: %s", (text, shown) => {
    const src = "https://example.com/x.png";
    expect(renderMarkdown(text.replaceAll("SRC", src))).toBe(
      `<p>${shown
        .replaceAll("<a>", `<a href="SRC" rel="nofollow ugc noopener">`)
        .replaceAll("SRC", src)}</p>\n`,
    );
  });

  it("shows what is nested too deeply as lines, and everything after it as usual", () => {
    const list = (depth: number, end: string) =>
      Array.from({ length: depth }, (_, level) => `${"  ".repeat(level)}- level ${level + 1}`)
        .concat(end)
        .join("\n");
    const shown = (text: string) => renderMarkdown(text).replace(/\n/g, "");
    expect(shown(list(10, ""))).toContain("<li>level 10</li></ul>");
    expect(shown(list(12, "\n## After"))).toMatch(
      /<li>level 10<p>- level 11<\/p><p>- level 12<\/p><\/li><\/ul>.*<h3>After<\/h3>$/,
    );
    expect(shown(list(11, "- next *entry*"))).toMatch(/<li>next <em>entry<\/em><\/li><\/ul>$/);
    expect(shown(`${"> ".repeat(22)}quoted\n\nAfter`)).toMatch(/quoted<\/p>.*<p>After<\/p>$/);
  });

  it("numbers the entries of a list as its author did, where they rise", () => {
    const shown = (text: string) => renderMarkdown(text).replace(/\n/g, "");
    expect(shown("1. a\n3. b\n4. c\n   - x\n   - y\n9. d")).toBe(
      '<ol><li>a</li><li value="3">b</li><li>c<ul><li>x</li><li>y</li></ul></li><li value="9">d</li></ol>',
    );
    expect(shown("7) a\n8) b")).toBe('<ol start="7"><li>a</li><li>b</li></ol>');
    expect(shown("1. a\n1. b\n5. c")).toBe("<ol><li>a</li><li>b</li><li>c</li></ol>");
  });

  it("shows cells for which a table’s head has no column", () => {
    const html = renderMarkdown("| a |\n|---|\n| b | c \\| d | `e` |\n| f |").replace(/\n/g, "");
    expect(html).toContain(
      "<tr><td>b</td><td>c | d</td><td><code>e</code></td></tr><tr><td>f</td></tr>",
    );
  });

  it("keeps code unchanged, and drops its language label", () => {
    const html = renderMarkdown('```js" onload="x\n{{ a }} <b>\n```');
    expect(html).toBe('<pre tabindex="0"><code>{{ a }} &lt;b&gt;\n</code></pre>\n');
    expect(renderMarkdown("    {% raw %}")).toContain("<code>{% raw %}\n</code>");
  });

  it("adjusts heading levels to follow the page’s without gaps, keeping their hierarchy", () => {
    const levels = (text: string) =>
      [...renderMarkdown(text).matchAll(/<h(\d)/g)].map(([, level]) => level);
    expect(levels("# a\n\n## b\n\n# c")).toEqual(["3", "4", "3"]);
    expect(levels("##### a\n\n### b\n\n###### c")).toEqual(["3", "3", "4"]);
    expect(levels("# a\n\n## b\n\n### c\n\n#### d\n\n##### e")).toEqual(["3", "4", "5", "6", "6"]);
    expect(renderMarkdown("# a")).toContain("</h3>");
  });

  it("makes tables scrollable by keyboard", () => {
    expect(renderMarkdown("| a |\n|---|\n| b |")).toMatch(
      /^<div class="table" tabindex="0" role="group"/,
    );
  });

  it("aligns table cells without inline styles, which the pages’ security policy forbids", () => {
    const html = renderMarkdown("| a | b | c |\n|--:|:-:|---|\n| 1 | 2 | 3 |");
    expect(html).toContain('<th class="right">a</th>\n<th class="center">b</th>\n<th>c</th>');
    expect(html).toContain('<td class="right">1</td>');
    expect(html).not.toContain("style");
  });
});

describe("an excerpt", () => {
  it("has words without markup", () => {
    expect(
      excerpt("# Hello\n\n*You* build [things](https://example.com).\n\n- one\n- two", 20),
    ).toBe("Hello You build things. one two");
  });

  it("is cut after a number of words", () => {
    expect(excerpt("a b c d e", 3)).toBe("a b c …");
    expect(excerpt("a b c", 3)).toBe("a b c");
  });

  it("is cut between characters in scripts without spaces", () => {
    expect(excerpt("青".repeat(100), 4)).toBe(`${"青".repeat(32)} …`);
    expect(excerpt("👩🏽‍💻".repeat(9), 4)).toBe(`${"👩🏽‍💻".repeat(4)} …`);
    expect(excerpt(`many words ${"a".repeat(99)}`, 4)).toBe(`many words ${"a".repeat(21)} …`);
  });

  it("separates words at line breaks", () => {
    expect(excerpt("a\nb\n\nc", 9)).toBe("a b c");
  });
});
