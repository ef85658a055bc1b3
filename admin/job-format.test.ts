import { describe, expect, it } from "vitest";
import type { FormData } from "../src/board/form/form-data.ts";
import { writeJobFile } from "../src/board/job/file.ts";
import { everyKindOfPost } from "../test/every-kind.ts";
import { exampleConfig } from "../test/example-job.ts";
import { jobFormat, markChecked, unreadable } from "./job-format.ts";

const format = jobFormat(exampleConfig);
const files = Object.entries(everyKindOfPost).map(([file, job]) => {
  const written = writeJobFile(file, job, exampleConfig);
  if (!written.ok) throw new Error(`${file}: ${written.problems[0]?.message}`);
  return { file, content: written.text };
});
const content = files[0]?.content ?? "";

function readForm(content: string): FormData {
  return { ...format.fromFile(content) };
}

describe("a file that the CMS opens and saves", () => {
  it.each(files)("is the same, byte for byte: $file", ({ content }) => {
    expect(format.toFile(markChecked(readForm(content)))).toBe(content);
  });

  it("loses the controls that are not fields of a job", () => {
    const form = { ...readForm(content), _slug: "a-slug", _notice: "x" };
    expect(format.toFile(markChecked(form))).toBe(content);
  });
});

describe("a file that cannot be read", () => {
  const form = readForm("---\ntitle: [\n---\n\nText\n");

  it("shows that and the reason instead of a title", () => {
    expect(form).toMatchObject({ title: "This file can’t be read" });
    expect(unreadable(form)).toEqual([expect.stringContaining("The fields can’t be read")]);
  });

  it("is never overwritten", () => {
    expect(() => format.toFile(markChecked(form))).toThrow("The fields can’t be read");
  });

  it("stays unreadable in the browser’s backup", () => {
    expect(unreadable(readForm(format.toFile(form)))).toEqual(unreadable(form));
  });
});

describe("a form in the browser’s backup", () => {
  it("is restored half filled in", () => {
    const form = { title: "Dev", city: "", remote_from: ["worldwide"], salary_min: "" };
    expect(readForm(format.toFile(form))).toEqual(form);
  });

  it("is never written as a post without the mark", () => {
    expect(format.toFile(readForm(content))).not.toContain("---");
  });

  it("is not any other JSON text", () => {
    for (const content of ["{", "{}", '{"title": "x"}', "null"]) {
      expect(unreadable(readForm(content))).toHaveLength(1);
    }
  });
});

describe("an unchecked problem", () => {
  it("is rejected, not written", () => {
    expect(() => format.toFile(markChecked({ title: "Only a title" }))).toThrow("is missing");
  });
});
