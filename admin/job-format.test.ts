import { describe, expect, it } from "vitest";
import type { FormData } from "../src/board/form/form-data.ts";
import { writeJobFile } from "../src/board/job/file.ts";
import { everyKindOfPost } from "../test/every-kind.ts";
import { exampleConfig, exampleJob } from "../test/example-job.ts";
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

describe("a file with several places", () => {
  const places = [
    { city: "Berlin", country: "DE" },
    { city: "Portland", region: "Oregon", country: "US" },
  ];
  const { city: _city, country: _country, ...job } = exampleJob;
  const written = writeJobFile("jobs/a.md", { ...job, places }, exampleConfig);
  const form = readForm(written.ok ? written.text : "");

  it("has the first in the fields of a single place, and the others in their own control", () => {
    expect(form).toMatchObject({
      ...places[0],
      places: {
        "places.2.city": "Portland",
        "places.2.region": "Oregon",
        "places.2.country": "US",
      },
    });
  });

  it("becomes a file with one place if the others are removed", () => {
    const single = writeJobFile("jobs/a.md", { ...job, ...places[0] }, exampleConfig);
    for (const rest of [undefined, {}, { "places.2.city": "" }]) {
      expect(format.toFile(markChecked({ ...form, places: rest }))).toBe(single.ok && single.text);
    }
  });

  it("is restored from the browser’s backup", () => {
    expect(readForm(format.toFile(form))).toEqual(form);
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
