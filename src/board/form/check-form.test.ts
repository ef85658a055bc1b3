import { describe, expect, it } from "vitest";
import { exampleConfig, exampleJob } from "../../../test/example-job.ts";
import { jobFields } from "../job/schema.ts";
import { problemText } from "../problem.ts";
import { checkForm } from "./check-form.ts";
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

const { submitted: _on, submitted_by: _by, salary: _salary, ...job } = exampleJob;
const right = formFromJob({ ...job, submitted: "2026-11-25", submitted_by: "octocat" });

/** What the form says of errors, by the control beside which it does. */
function said(changes: FormData) {
  const post = { form: { ...right, ...changes }, path: undefined };
  const { problems } = checkForm(post, config, stamp);
  return problems
    .filter(({ severity }) => severity === "error")
    .map((problem) => [problem.control, problemText(problem)]);
}

describe("what the form says of the pay", () => {
  it("stands beside each part that is missing, at once", () => {
    const fix = "Fill this in too, or leave all pay fields empty.";
    expect(said({ salary_max: "900" })).toEqual([
      ["salary_min", `“Minimum pay” is missing. ${fix}`],
      ["salary_currency", `“Currency” is missing. ${fix}`],
      ["salary_per", `“Pay period” is missing. ${fix}`],
    ]);
  });

  it("stands beside the part that is wrong", () => {
    const pay = { salary_min: "800", salary_currency: "EUR", salary_per: "month" };
    const [first] = said({ ...pay, salary_max: "900k" });
    expect(first).toEqual([
      "salary_max",
      expect.stringMatching(/^“Maximum pay” must be a number.* Enter the amount in figures/),
    ]);
  });

  it("names both ends as the form does where they are the wrong way round", () => {
    const pay = {
      salary_min: "900",
      salary_max: "800",
      salary_currency: "EUR",
      salary_per: "month",
    };
    expect(said(pay)).toEqual([
      ["salary_min", expect.stringContaining("Make “Minimum pay” the lower amount")],
    ]);
  });
});

describe("what the form says of a field", () => {
  it("has the field’s label, and leaves alone what was typed", () => {
    expect(said({ email: "email" })).toEqual([
      [
        "email",
        expect.stringMatching(/^“Email address for applications” cannot be “email”, which is not/),
      ],
    ]);
  });

  it("has no names of fields in brackets", () => {
    expect(said({ city: "" })).toEqual([
      ["city", expect.stringMatching(/^“City” is missing. It is required for hybrid jobs/)],
    ]);
    expect(said({ apply_url: "", email: "" })).toEqual([
      ["apply_url", expect.stringContaining("Enter a link, an email address, or both.")],
    ]);
  });

  it("does not tell how to write into a file what is chosen from a list", () => {
    expect(said({ workplace: "remote", city: "", region: "" })).toEqual([
      ["remote_from", "“Eligible countries” is missing. It is required for remote jobs."],
    ]);
  });

  it("never has the name that a field has in a file", () => {
    const underscored = jobFields.filter((field) => field.includes("_"));
    const texts = [
      { workplace: "remote", region: "Wien" },
      { remote_from: ["AT"] },
      { job_types: ["web", "cloud", "database", "testing", "search", "lead"] },
      { other_job_type: "x".repeat(101), apply_url: "ftp://example.com", managers: "a--b" },
      { company_description: "x".repeat(30_001), description: "Text\n\n## Requirements\n\nMore" },
    ].flatMap((changes) => said(changes).map(([, text]) => text));
    expect(texts).toHaveLength(10);
    expect(texts.filter((text) => underscored.some((name) => text?.includes(name)))).toEqual([]);
  });
});
