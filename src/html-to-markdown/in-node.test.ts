import { describe, expect, it } from "vitest";
import { renderMarkdown } from "../board/post/markdown.ts";
import { copied } from "./fixtures.ts";
import { markdownFromHtml } from "./in-node.ts";

function lines(...texts: readonly string[]): string {
  return texts.join("\n");
}

describe("a copied post", () => {
  it.each(Object.entries(copied))("from %s is clean Markdown", (_, { html, markdown }) => {
    expect(markdownFromHtml(html)).toBe(markdown);
  });
});

describe("text from Word", () => {
  it("keeps the lists of Word on the web, where each entry is a list of its own", () => {
    const entry = (level: number, text: string) =>
      `<div class="ListContainerWrapper SCXW1"><ul class="BulletListStyle1" role="list"><li data-leveltext="" data-aria-level="${level}" role="listitem"><p class="Paragraph"><span class="TextRun"><span class="NormalTextRun">${text}</span></span><span class="EOP">&nbsp;</span></p></li></ul></div>`;
    expect(markdownFromHtml(entry(1, "One") + entry(2, "Two") + entry(1, "Three"))).toBe(
      "- One\n  - Two\n- Three",
    );
  });
});

describe("text from Outlook", () => {
  it("has lists instead of lines with typed bullets, and no protected links", () => {
    const html = `<div class=WordSection1><div><p class=MsoNormal>Hello,<br>we look for a developer.</p></div><div>&nbsp;</div><div>You will:</div><div>-&nbsp;write Python</div><div>-read it</div><div><br></div><div>- Yours<br>Ann</div><blockquote style="margin:0 0 0 40px;border:none"><div>Indented</div></blockquote><p><a href="https://eur02.safelinks.protection.outlook.com/?url=https%3A%2F%2Fexample.com%2Fapply%3Futm_medium%3Dmail%26id%3D7&amp;data=05%7C01&amp;reserved=0">https://example.com/apply?utm_medium=mail&amp;id=7</a> or <a href="mailto:jobs@example.com?subject=x">jobs@example.com</a></p></div>`;
    expect(markdownFromHtml(html)).toBe(
      lines(
        "Hello,\\",
        "we look for a developer.",
        "",
        "You will:",
        "",
        "- write Python",
        "- read it",
        "- Yours",
        "",
        "Ann",
        "",
        "Indented",
        "",
        "<https://example.com/apply?id=7> or <jobs@example.com>",
      ),
    );
  });
});

describe("a careers page", () => {
  it("keeps its structure without scripts, images and forms", () => {
    const html = `<section><script>track()</script><style>p{}</style><img src="https://example.com/pixel.gif" alt="pixel">
<h2>About <strong>us</strong></h2><div>We map <a href="/caves">caves</a>.<div>Since 1990</div></div>
<p></p><p>&nbsp;</p><h4></h4><h4>You have</h4><ul class="x">
  <li><div>✓ Python</div></li><li>Rope work<ol start="3"><li>up</li><li>down</li></ol></li><li></li></ul>
<dl><dt>Pay</dt><dd>60k</dd></dl><p>First<br><br>Second<br/>line</p>
<p><b>Tasks:</b>Write <em> much </em>code with snake_case in <code>a_b</code> <del>today</del> <a href="https://example.com/x?gh_src=1&amp;id=2">here</a></p>
<button>Apply</button><button aria-expanded="false" aria-haspopup="menu">Share ▾</button><input value="x"><span style="display:none">hidden</span><p hidden>hidden</p></section>`;
    expect(markdownFromHtml(html)).toBe(
      lines(
        "### About us",
        "",
        "We map caves.",
        "",
        "Since 1990",
        "",
        "#### You have",
        "",
        "- Python",
        "- Rope work",
        "",
        "  3. up",
        "  4. down",
        "",
        "**Pay**",
        "",
        "60k",
        "",
        "First",
        "",
        "Second\\",
        "line",
        "",
        "**Tasks**:Write *much* code with snake_case in `a_b` ~~today~~ [here](https://example.com/x?id=2)",
      ),
    );
  });

  it("reads a table that only places things cell after cell", () => {
    const html =
      "<table><tr><td><h3>Tasks</h3><ul><li>a</li></ul></td><td><h3>Offer</h3><ul><li>b</li></ul></td></tr><tr><td>c</td></tr></table>";
    expect(markdownFromHtml(html)).toBe("### Tasks\n\n- a\n\n### Offer\n\n- b\n\nc");
  });

  it("has all columns of a table with joined cells and lines", () => {
    const html =
      "<table><thead><tr><th colspan=2>A</th><th>B</th></tr></thead><tr><td>1<br>2</td><td><p>3</p><p>4</p></td></tr></table>";
    expect(markdownFromHtml(html)).toBe("| A |  | B |\n| - | - | - |\n| 1 2 | 3 4 |  |");
  });

  it("keeps the columns below a cell that spans several rows", () => {
    const html =
      "<table><tr><th>A<th>B<th>C<tr><td rowspan=2>1<td>2<td rowspan=2>3<tr><td>4<tr><td>5<td>6<td>7</table>";
    expect(markdownFromHtml(html)).toBe(
      "| A | B | C |\n| - | - | - |\n| 1 | 2 | 3 |\n|  | 4 |  |\n| 5 | 6 | 7 |",
    );
  });
});

describe("text from Slack", () => {
  it("has its lists in each other, although each level is a list of its own", () => {
    const entry = (indent: number, text: string) =>
      `<ul data-stringify-type="unordered-list" data-indent="${indent}"><li data-stringify-indent="${indent}">${text}</li></ul>`;
    expect(markdownFromHtml(entry(0, "One") + entry(1, "Two") + entry(0, "Three"))).toBe(
      "- One\n  - Two\n- Three",
    );
  });
});

describe("text from a chat", () => {
  it("has code without a button, and with what is beside it on a line of its own", () => {
    const html =
      "<pre><div><span>python</span><button>Copy code</button></div><div><code>print(1)\n</code></div></pre>";
    expect(markdownFromHtml(html)).toBe("```\npython\nprint(1)\n```");
  });
});

describe("text from a PDF viewer", () => {
  it.each([
    "<span>You bring:</span><br><span>•</span><br><span>Python</span><br><span>•</span><br><span>Curiosity</span>",
    "<p>You bring:</p><p>•</p><p>Python</p><p>•</p><p>Curiosity</p>",
  ])("has lists for bullets that stand alone: %s", (html) => {
    expect(markdownFromHtml(html)).toBe("You bring:\n\n- Python\n- Curiosity");
  });

  it("has lists for bullets on one line", () => {
    expect(markdownFromHtml("<p>● Python ● SQL ● Curiosity</p>")).toBe(
      "- Python\n- SQL\n- Curiosity",
    );
    expect(markdownFromHtml("<p>Python ● SQL</p>")).toBe("Python ● SQL");
  });

  it("has lists for signs of symbol fonts, and wrapped lines", () => {
    const html =
      "<span>You bring:</span><br><span>\uf0b7 Python and</span><br><span>databases</span><br><span>\uf0b7\u00a0Curiosity</span>";
    expect(markdownFromHtml(html)).toBe("You bring:\n\n- Python and databases\n- Curiosity");
  });
});

describe("a converted text", () => {
  it("keeps what follows a table in the entry of a list out of the table", () => {
    const table = "<table><tr><td>a<td>b<tr><td>c<td>d</table>";
    const markdown = markdownFromHtml(`<ul><li>${table}one|two|three</li></ul>`);
    expect(renderMarkdown(markdown)).toContain("one|two|three");
  });

  it.each([
    ["javascript:alert(1)", "x"],
    ["data:text/html,x", "x"],
    ["file:///C:/x", "x"],
    ["#top", "x"],
    ["https://a:b@example.com/", "x"],
    ["https://example.com/?q=1#part", "[x](https://example.com/?q=1#part)"],
    ["https://example.com/?utm_source=a", "[x](https://example.com/)"],
    ["https://example.com/#:~:text=tasks", "[x](https://example.com/)"],
    [
      "https://example.com/a%20b?x=%C3%A4&UTM_Source=a&fbclid=b",
      "[x](https://example.com/a%20b?x=%C3%A4)",
    ],
    [
      "https://l.facebook.com/l.php?u=https%3A%2F%2Fexample.com%2F%3Ffbclid%3D1",
      "[x](https://example.com/)",
    ],
    [
      "https://www.google.com/url?q=javascript:alert(1)",
      "[x](https://www.google.com/url?q=javascript:alert\\(1\\))",
    ],
  ])("links to %s as %s", (href, expected) => {
    expect(markdownFromHtml(`<a href="${href}">x</a>`)).toBe(expected);
  });

  it("shows the words of hostile HTML only as text", () => {
    const html = `<p>a&lt;script&gt;b&lt;/script&gt;</p><svg><a href="https://example.com">c</a></svg><p onclick="x()">![d](https://example.com/x.png) [e](javascript:x)</p><iframe src="https://example.com"></iframe><p>f\u202eg\u200bh\u0007</p>`;
    const rendered = renderMarkdown(markdownFromHtml(html));
    expect(rendered).toBe(
      "<p>a&lt;script&gt;b&lt;/script&gt;</p>\n<p>![d](https://example.com/x.png) [e](javascript:x)</p>\n<p>fgh</p>\n".replace(
        "https://example.com/x.png",
        '<a href="https://example.com/x.png" rel="nofollow ugc noopener">https://example.com/x.png</a>',
      ),
    );
  });

  it("shows the signs of Markdown that were words", () => {
    const texts = [
      "# one",
      "1. two",
      "- three",
      "> four",
      "*five*",
      "_six_",
      "`seven`",
      "~~eight~~",
      "[nine](x)",
      "&amp;amp;",
      "a | b",
      "+49 1",
      "===",
    ];
    for (const text of texts) {
      const shown = text.replace("&amp;amp;", "&amp;amp;").replace(">", "&gt;");
      expect(renderMarkdown(markdownFromHtml(`<p>${text}</p>`))).toBe(`<p>${shown}</p>\n`);
    }
  });

  it("has no list nested so deeply that a page would not show it", () => {
    const depth = 30;
    const html = `${"<ul><li>".repeat(depth)}deepest${"</li></ul>".repeat(depth)}<p>after</p>`;
    const nested = Array.from({ length: depth }, (_, level) => `<ul><li>level ${level}`).join("");
    expect(renderMarkdown(markdownFromHtml(html))).toMatch(/deepest.*after/s);
    const all = renderMarkdown(
      markdownFromHtml(`${nested}${"</li></ul>".repeat(depth)}<p>after</p>`),
    );
    for (let level = 0; level < depth; level += 1) expect(all).toContain(`level ${level}`);
    expect(all).toContain("<p>after</p>");
  });

  it("is empty if there are no words", () => {
    expect(markdownFromHtml("<p>&nbsp;</p><img src=x alt=y><br>")).toBe("");
  });
});
