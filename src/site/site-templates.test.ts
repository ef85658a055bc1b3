import type nunjucks from "nunjucks";
import { describe, expect, it } from "vitest";
import { publicGitHub } from "../board/config.ts";
import { testConfig } from "../board/fixtures.ts";
import { createSiteTemplates } from "./site-templates.ts";

const noFiles: nunjucks.ILoader = {
  getSource: (name) => {
    throw new Error(name);
  },
};
const config = { ...testConfig, url: "https://owner.example.org/repo/" };
const templates = createSiteTemplates(noFiles, config, publicGitHub);

function rendered(template: string, context: object = {}): string {
  return templates.renderString(template, context).trim();
}

describe("the prose of a page", () => {
  it("is Markdown with links to pages of the site, wherever it lives", () => {
    const text = "See [the jobs]({{ to.list }}).";
    expect(rendered("{{ text | prose }}", { text: rendered(text) })).toBe(
      '<p>See <a href="/repo/jobs/">the jobs</a>.</p>',
    );
    expect(rendered("{{ '**now**' | phrase }}")).toBe("<strong>now</strong>");
  });

  it("can leave the address of a link to a script", () =>
    expect(rendered("{{ '[a file](#file)' | phrase }}")).toBe('<a data-file="">a file</a>'));

  it("has no HTML of its own, and no links that run scripts", () => {
    const text = "<script>alert(1)</script> [x](javascript:alert(1))";
    expect(rendered("{{ text | phrase }}", { text })).toBe(
      "&lt;script&gt;alert(1)&lt;/script&gt; [x](javascript:alert(1))",
    );
  });
});
