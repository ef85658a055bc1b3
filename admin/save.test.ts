import { describe, expect, it } from "vitest";
import type { FormData } from "../src/board/form/form-data.ts";
import { formFromJob } from "../src/board/form/form-data.ts";
import { localLogin } from "../src/board/form/stamp.ts";
import type { Job } from "../src/board/job/schema.ts";
import { exampleConfig, exampleJob } from "../test/example-job.ts";
import { jobFormat } from "./job-format.ts";
import { checkPost, prepareSave } from "./save.ts";

const config = exampleConfig;
const stamp = { today: "2026-11-25", login: "hubot" };
const path = "jobs/2026-11-20-example.md";
const format = jobFormat(config);

/** The form as a user fills it in. */
const typed: FormData = (() => {
  const { submitted: _on, submitted_by: _by, ...rest } = formFromJob(exampleJob);
  return rest;
})();

function errorsOf(form: FormData, existing?: string) {
  return checkPost({ form, path: existing }, config, stamp)
    .problems.filter(({ severity }) => severity === "error")
    .map(({ field, rule }) => `${field} ${rule}`);
}

describe("a saved new post", () => {
  it("has the date and the signed-in user", () => {
    const saved = prepareSave({ form: typed, path: undefined }, config, stamp);
    expect(saved).toMatchObject({ submitted: "2026-11-25", submitted_by: "hubot" });
  });

  it("has the local username if nobody signs in", () => {
    const saved = prepareSave({ form: typed, path: undefined }, config, {
      ...stamp,
      login: undefined,
    });
    expect(saved).toMatchObject({ submitted_by: localLogin });
  });

  it("has the board’s slug", () => {
    const saved = prepareSave({ form: typed, path: undefined }, config, stamp);
    expect(saved).toMatchObject({
      _slug: "2026-11-25-example-analytics-gmbh-senior-django-developer-berlin",
    });
  });

  it("loses the board’s fields if it is a copy of another post", () => {
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

  it("is rejected with all problems", () => {
    const form = { ...typed, apply_url: "nonsense", title: "" };
    expect(() => prepareSave({ form, path: undefined }, config, stamp)).toThrow(
      /“Job title” is missing.*does not start with https/,
    );
  });
});

describe("an edited post", () => {
  it("keeps its date, submitter and the board’s fields", () => {
    const job: Job = { ...exampleJob, published: "2026-11-21", featured: true };
    const form = { ...formFromJob(job), title: "Django Developer" };
    const text = format.toFile(prepareSave({ form, path }, config, stamp));
    const before = format.toFile(prepareSave({ form: formFromJob(job), path }, config, stamp));
    expect(text).toBe(before.replace("Senior Django Developer", "Django Developer"));
    expect(text).toContain(
      "submitted: 2026-11-20\nsubmitted_by: octocat\npublished: 2026-11-21\nfeatured: true\n",
    );
  });

  it("can keep values that were valid when it was listed", () => {
    const form = { ...formFromJob(exampleJob), submitted: "2026-12-24" };
    expect(errorsOf(form, path)).toEqual([]);
    expect(prepareSave({ form, path }, config, stamp)).toMatchObject({ submitted: "2026-12-24" });
  });
});
