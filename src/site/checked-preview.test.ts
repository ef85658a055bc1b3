import { join } from "node:path";
import nunjucks from "nunjucks";
import { describe, expect, it } from "vitest";
import { exampleConfig, exampleJob } from "../../test/example-job.ts";
import { at } from "../board/fixtures.ts";
import { checkForm } from "../board/form/check-form.ts";
import type { FormData } from "../board/form/form-data.ts";
import { formFromJob } from "../board/form/form-data.ts";
import { previewHtml } from "./checked-preview.ts";
import { createTemplates } from "./templates.ts";

const includes = join(import.meta.dirname, "_includes");
const templates = createTemplates(new nunjucks.FileSystemLoader(includes), exampleConfig);
const now = at("2026-11-25T12:00:00Z");

function preview(form: FormData): string {
  const stamp = { today: "2026-11-25", login: undefined };
  const checked = checkForm({ form, path: undefined }, exampleConfig, stamp);
  return previewHtml(checked, exampleConfig, now, (name, context) =>
    templates.render(name, context),
  );
}

/** The labels of the facts in short. */
function facts(form: FormData): string[] {
  return [...preview(form).matchAll(/<dt[^>]*>(.*?)<\/dt>/g)].map(([, label = ""]) => label);
}

describe("the preview of an empty form", () => {
  it("shows no choices that were not made", () => {
    expect(facts({})).toEqual(["Posted", "Open until"]);
  });

  it("shows each choice once it is made", () => {
    expect(facts({ workplace: "onsite" })).toEqual(["Workplace", "Posted", "Open until"]);
    expect(facts({ workplace: "onsite", city: "Graz" })).toContain("Location");
    expect(facts({ category: exampleJob.category })).toContain("Category");
  });

  it("does not show a restriction before its countries are chosen", () => {
    const html = preview({ workplace: "remote" });
    expect(html).not.toContain("for people in");
    expect(html).not.toContain("Remote:");
  });
});

describe("the preview of a complete form", () => {
  it("shows what the site shows", () => {
    expect(facts(formFromJob(exampleJob))).toEqual(
      expect.arrayContaining(["Workplace", "Location", "Category"]),
    );
  });
});

describe("the heading above the requirements", () => {
  const headings = (requirements: string) =>
    [...preview({ ...formFromJob(exampleJob), requirements }).matchAll(/<h([2-4])[^>]*>(.*?)<\/h/g)]
      .map(([, level, text]) => `${level} ${text}`)
      .filter((heading) => !/Description|About the company|How to apply/.test(heading));

  it("is the author’s own if it means the same", () => {
    expect(headings("## What **you** bring: <b> &amp;\n\n- Python")).toEqual([
      "2 Requirements",
      "3 What <strong>you</strong> bring: &lt;b&gt; &amp;",
    ]);
    expect(headings("## What **you** bring:\n\n- Python\n\n### Also\n\n- Django")).toEqual([
      "2 What you bring:",
      "3 Also",
    ]);
  });

  it("is the board’s own above other headings", () => {
    expect(headings("### Skills\n\n- Python")).toEqual(["2 Requirements", "3 Skills"]);
  });
});
