import { describe, expect, it } from "vitest";
import { checkForm } from "../src/board/form/check-form.ts";
import type { FormData } from "../src/board/form/form-data.ts";
import { formFromJob } from "../src/board/form/form-data.ts";
import { hasErrors } from "../src/board/problem.ts";
import { exampleConfig, exampleJob } from "../test/example-job.ts";
import { cmsFields } from "./cms-config.ts";
import { entryFromForm, formFromEntry } from "./job-format.ts";
import { OpenFields } from "./open-fields.ts";

function problemsOf(entry: FormData) {
  const stamp = { today: "2026-11-25", login: "octocat" };
  return checkForm({ form: formFromEntry(entry), path: undefined }, exampleConfig, stamp).problems;
}

describe("a correction in the editor", () => {
  it("makes a remote job of one without an office, which can be saved and undone", () => {
    const before = entryFromForm(
      formFromJob({ ...exampleJob, workplace: "hybrid", city: "Remote", country: "DE" }),
    );
    const entry = { ...before };
    const open = new OpenFields();
    for (const { name } of cmsFields(exampleConfig)) {
      open.add(name, (value) => Object.assign(entry, { [name]: value }));
    }

    const { repair } = problemsOf(entry).find(({ rule }) => rule === "city-name") ?? {};
    const replaced = open.correct({ ...entry }, repair?.values ?? {});

    expect(hasErrors(problemsOf(entry))).toBe(false);
    // In a field with several choices, Decap shows nothing but lists.
    expect(entry).toMatchObject({ workplace: "remote", remote_from: ["DE"], city: "" });
    open.fill(replaced);
    expect(entry).toEqual(before);
  });
});
