import { describe, expect, it } from "vitest";
import { exampleConfig, exampleJob } from "../../../test/example-job.ts";
import { checkForm } from "./checked-form.ts";
import type { FormData } from "./form-data.ts";
import { formFromJob } from "./form-data.ts";

const config = exampleConfig;
const stamp = { today: "2026-11-25", login: "hubot" };
const typed: FormData = formFromJob(exampleJob);

function errorsOf(form: FormData) {
  return checkForm({ form, path: undefined }, config, stamp)
    .problems.filter(({ severity }) => severity === "error")
    .map(({ field, rule }) => `${field} ${rule}`);
}

describe("the check of a form", () => {
  it("says nothing of a form that is right", () => {
    expect(errorsOf(typed)).toEqual([]);
  });

  it("finds what is missing, and does not guess about a place without a workplace", () => {
    expect(errorsOf({})).toEqual([
      "title schema",
      "company schema",
      "category schema",
      "workplace schema",
      "description schema",
      "requirements schema",
      "apply_url way-to-apply",
    ]);
  });

  it("applies the rules that join fields while others are still missing", () => {
    expect(errorsOf({ ...typed, title: "", workplace: "remote" })).toEqual([
      "title schema",
      "remote_from workplace",
      "city workplace",
    ]);
    expect(errorsOf({ ...typed, company: "", apply_url: "" })).toContainEqual(
      expect.stringMatching(/way-to-apply$/),
    );
  });

  it("names the field that holds a character which cannot be seen", () => {
    const form = { ...typed, requirements: "One\ntwo \u202e three" };
    const { problems } = checkForm({ form, path: undefined }, config, stamp);
    expect(problems).toContainEqual(
      expect.objectContaining({
        field: "requirements",
        message: expect.stringContaining("(U+202E) on line 2"),
      }),
    );
  });

  it("refuses a text that holds one of the file’s own headings", () => {
    expect(errorsOf({ ...typed, description: "Text\n\n## Requirements\n\nMore" })).toEqual([
      "description sections",
    ]);
  });

  it("lets the same words stand in a code block", () => {
    expect(errorsOf({ ...typed, description: "```\n## Requirements\n```" })).toEqual([]);
  });

  it("makes a job to preview of whatever is there", () => {
    const { job } = checkForm({ form: { city: "Graz" }, path: undefined }, config, stamp);
    expect(job).toMatchObject({ title: "Job title", city: "Graz", submitted: "2026-11-25" });
  });
});
