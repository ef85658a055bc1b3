import { describe, expect, it } from "vitest";
import { readCsvRow } from "./csv.ts";
import type { CsvMapping, Row } from "./csv-columns.ts";
import { findAmbiguousDay, guessMapping, readMapping, readRow } from "./csv-columns.ts";
import { importContext } from "./fixtures.ts";
import { makePost } from "./imported-post.ts";

const noMapping: CsvMapping = { columns: {}, dates: null };

const row: Row = {
  title: "Data Wrangler",
  company: "Otter & Sons",
  category: "Researcher / Scientist",
  job_types: "Machine Learning; Statistics; Beekeeping",
  location: "Bergen",
  country: "Norway",
  remote: "no",
  employment: "Full time",
  salary: "600.000 - 700.000 NOK per year",
  apply_url: "otter.example.org/jobs/3",
  posted: "2026-11-02",
  expires: "2026-12-24",
  status: "published",
  description: "We count otters.",
  requirements: "• Python\n• boots",
};

function read(changes: Row = {}, dates: CsvMapping["dates"] = null) {
  const given = Object.fromEntries(
    Object.entries({ ...row, ...changes }).filter(([, cell]) => cell !== ""),
  );
  const record = readCsvRow(
    given,
    "jobs.csv:2",
    { ...noMapping, dates },
    importContext,
    () => undefined,
  );
  return { record, ...makePost(record, {}, importContext) };
}

describe("a row", () => {
  it("becomes a post", () => {
    const { job, notes } = read();
    expect(job).toEqual({
      title: "Data Wrangler",
      company: "Otter & Sons",
      category: "researcher-scientist",
      job_types: ["machine-learning", "statistics"],
      other_job_type: "Beekeeping",
      employment: "full_time",
      workplace: "onsite",
      city: "Bergen",
      country: "NO",
      salary: { min: 600000, max: 700000, currency: "NOK", per: "year" },
      apply_url: "https://otter.example.org/jobs/3",
      submitted: "2026-11-02",
      submitted_by: "example-org",
      published: "2026-11-02",
      expires: "2026-12-24",
      description: "We count otters.",
      requirements: "- Python\n- boots",
    });
    expect(notes.map(({ kind, field }) => `${kind} ${field}`)).toEqual([
      "repaired salary",
      "repaired other_job_type",
      "repaired apply_url",
    ]);
  });

  it("with pay that can mean several things has none", () => {
    const { job, notes } = read({ salary: "$90/h" });
    expect(job?.salary).toBeUndefined();
    expect(notes).toContainEqual(expect.objectContaining({ kind: "decide", field: "salary" }));
  });

  it.each([
    ["expired", "2026-11-20", "closed", "2026-11-21"],
    ["filled", "", "closed", "2026-11-28"],
    ["", "", "live", undefined],
    ["draft", "", "unlisted", undefined],
  ])("of status “%s” until “%s” is %s", (status, expires, state, on) => {
    const { listing } = read({ status, expires }).record;
    const closed = listing.state === "closed" ? listing.days.closed?.on : undefined;
    expect([listing.state, closed]).toEqual([state, on]);
  });

  it("with a date that can mean two days is only read if somebody has said which", () => {
    const posted = "11/05/2026";
    expect(findAmbiguousDay({ posted })).toBe(posted);
    expect(findAmbiguousDay({ posted: "13/05/2026" })).toBeUndefined();
    expect(read({ posted }).record.listing.state).toBe("unlisted");
    expect(read({ posted }, "month-first").job?.submitted).toBe("2026-11-05");
    expect(read({ posted, expires: "" }, "day-first").record.listing).toMatchObject({
      days: { submitted: "2026-05-11" },
    });
  });
});

describe("columns", () => {
  it("are known by usual names, the first of several, and as they were kept", () => {
    const mapping = guessMapping(["Position", "Employer", "Link", "URL", "Foo"], {
      columns: { Foo: "contact" },
      dates: "day-first",
    });
    expect(mapping).toEqual({
      columns: {
        Position: "title",
        Employer: "company",
        Link: "apply_url",
        URL: null,
        Foo: "contact",
      },
      dates: "day-first",
    });
    expect(readRow({ Position: "X", Employer: " ", URL: "y", Bar: "z" }, mapping)).toEqual({
      title: "X",
    });
  });

  it("are kept in a file that is checked", () => {
    expect(readMapping({ columns: { a: "title", b: null } })).toEqual({
      columns: { a: "title", b: null },
      dates: null,
    });
    for (const wrong of [null, {}, { columns: { a: "x" } }, { columns: {}, dates: "both" }]) {
      expect(readMapping(wrong)).toBeUndefined();
    }
  });
});
