import { describe, expect, it } from "vitest";
import { pastedMarkdown, readClipboard } from "./clipboard.ts";
import * as converter from "./in-node.ts";

function clipboard(html: string, text: string) {
  return readClipboard({ getData: (type) => (type === "text/html" ? html : text) });
}

const load = () => Promise.resolve(converter);
const notLoaded = () => Promise.reject(new Error("offline"));

describe("a paste", () => {
  it("is converted from HTML", async () => {
    const pasted = clipboard("<ul><li>Write</li></ul>", "Write");
    expect(await pastedMarkdown(pasted, load)).toBe("- Write");
  });

  it("is the plain text if the HTML has only colors, as from an editor of code", async () => {
    const html = '<div style="white-space:pre"><span style="font-weight:bold"># One</span></div>';
    expect(await pastedMarkdown(clipboard(html, "# One"), notLoaded)).toBe("# One");
  });

  it("has lists instead of typed bullets in plain text", async () => {
    expect(await pastedMarkdown(clipboard("", "•\u00a0Write\r\n•\u00a0Read"), notLoaded)).toBe(
      "- Write\n- Read",
    );
  });

  it("is the plain text as it is if the converter is missing, fails or finds no words", async () => {
    const pasted = clipboard("<p>• Write</p>", "• Write");
    const fails = () =>
      Promise.resolve({
        markdownFromHtml: () => {
          throw new Error("too deep");
        },
      });
    expect(await pastedMarkdown(pasted, notLoaded)).toBe("• Write");
    expect(await pastedMarkdown(pasted, fails)).toBe("• Write");
    expect(await pastedMarkdown(clipboard("<p hidden>x</p>", "x"), load)).toBe("x");
  });
});
