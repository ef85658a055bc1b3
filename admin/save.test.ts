import { describe, expect, it } from "vitest";
import type { Job } from "../src/board/job/schema.ts";
import { exampleConfig, exampleJob } from "../test/example-job.ts";
import type { FormData } from "./form-data.ts";
import { formFromJob } from "./form-data.ts";
import { jobFormat } from "./job-format.ts";
import { checkPost, prepareSave } from "./save.ts";
import { localLogin } from "./stamp.ts";

const config = exampleConfig;
const stamp = { today: "2026-11-25", login: "hubot" };
const path = "jobs/2026-11-20-example.md";
const format = jobFormat(config);

/** What is left of the form by whoever types it in. */
const typed: FormData = (() => {
  const { submitted: _on, submitted_by: _by, ...rest } = formFromJob(exampleJob);
  return rest;
})();

function errorsOf(form: FormData, existing?: string) {
  return checkPost({ form, path: existing }, config, stamp)
    .problems.filter(({ severity }) => severity === "error")
    .map(({ field, rule }) => `${field} ${rule}`);
}

describe("a new post that is saved", () => {
  it("carries the day and the name of whoever is signed in", () => {
    const saved = prepareSave({ form: typed, path: undefined }, config, stamp);
    expect(saved).toMatchObject({ submitted: "2026-11-25", submitted_by: "hubot" });
  });

  it("carries the name for local editing where nobody signs in", () => {
    const saved = prepareSave({ form: typed, path: undefined }, config, {
      ...stamp,
      login: undefined,
    });
    expect(saved).toMatchObject({ submitted_by: localLogin });
  });

  it("has the slug that the board gives to such a job", () => {
    const saved = prepareSave({ form: typed, path: undefined }, config, stamp);
    expect(saved).toMatchObject({
      _slug: "2026-11-25-example-analytics-gmbh-senior-django-developer",
    });
  });

  it("loses what only the board may set, when it began as a copy of another", () => {
    const copy = { ...formFromJob(exampleJob), published: "2026-11-21", featured: "true" };
    const saved = prepareSave({ form: copy, path: undefined }, config, stamp);
    expect(saved).not.toHaveProperty("published");
    expect(saved).not.toHaveProperty("featured");
    expect(saved).toMatchObject({ submitted: "2026-11-25", submitted_by: "hubot" });
  });

  it("is stamped once, however often it is saved", () => {
    const once = prepareSave({ form: typed, path: undefined }, config, stamp);
    expect(prepareSave({ form: once, path: undefined }, config, stamp)).toEqual(once);
  });

  it("is refused with all that is wrong", () => {
    const form = { ...typed, apply_url: "nonsense", title: "" };
    expect(() => prepareSave({ form, path: undefined }, config, stamp)).toThrow(
      /“Job title” is missing.*does not begin with https/,
    );
  });
});

describe("a post that is edited", () => {
  it("keeps its day, its submitter and what the board has set", () => {
    const job: Job = { ...exampleJob, published: "2026-11-21", featured: true };
    const form = { ...formFromJob(job), title: "Django Developer" };
    const text = format.toFile(prepareSave({ form, path }, config, stamp));
    const before = format.toFile(prepareSave({ form: formFromJob(job), path }, config, stamp));
    expect(text).toBe(before.replace("Senior Django Developer", "Django Developer"));
    expect(text).toContain(
      "submitted: 2026-11-20\nsubmitted_by: octocat\npublished: 2026-11-21\nfeatured: true\n",
    );
  });

  it("is not refused for what was right when it was listed", () => {
    const form = { ...formFromJob(exampleJob), submitted: "2026-12-24" };
    expect(errorsOf(form, path)).toEqual([]);
    expect(prepareSave({ form, path }, config, stamp)).toMatchObject({ submitted: "2026-12-24" });
  });
});

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
    const { problems } = checkPost({ form, path: undefined }, config, stamp);
    expect(problems).toContainEqual(
      expect.objectContaining({
        field: "requirements",
        message: expect.stringContaining("(U+202E) in line 2"),
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
    const { job } = checkPost({ form: { city: "Graz" }, path: undefined }, config, stamp);
    expect(job).toMatchObject({ title: "Job title", city: "Graz", submitted: "2026-11-25" });
  });
});
