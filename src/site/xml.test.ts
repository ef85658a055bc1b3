import { describe, expect, it } from "vitest";
import { appendElements, xmlElement, xmlText } from "./xml.ts";

describe("an XML document", () => {
  it("has elements, attributes and lists", () => {
    const xml = xmlText("feed", {
      "@xmlns": "http://www.w3.org/2005/Atom",
      guid: { "@isPermaLink": "true", "#text": "x" },
      link: [{ "@href": "/a" }, { "@href": "/b" }],
      subtitle: undefined,
    });
    expect(xml).toBe(
      '<?xml version="1.0" encoding="UTF-8"?>\n' +
        '<feed xmlns="http://www.w3.org/2005/Atom">\n' +
        '<guid isPermaLink="true">x</guid>\n<link href="/a"/>\n<link href="/b"/>\n</feed>\n',
    );
  });

  it("escapes text and attributes, once", () => {
    const hostile = `</a><b> & &amp; "it" 'is' ]]>`;
    const escaped = "&lt;/a&gt;&lt;b&gt; &amp; &amp;amp; &quot;it&quot; &apos;is&apos; ]]&gt;";
    expect(xmlText("a", { "@b": hostile, "#text": hostile })).toContain(
      `<a b="${escaped}">${escaped}</a>`,
    );
  });

  it("accepts rendered elements, in order", () => {
    const xml = xmlText("rss", { channel: { title: "</channel>" } });
    const items = ["<b>", "c"].map((title) => xmlElement("item", { title }));
    expect(appendElements(xml, "channel", items)).toBe(
      xmlText("rss", {
        channel: { title: "</channel>", item: [{ title: "<b>" }, { title: "c" }] },
      }),
    );
  });
});
