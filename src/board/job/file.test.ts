import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { jobWith, soundJob, testConfig } from "../fixtures.ts";
import { maxFileBytes, readJobFile, writeJobFile } from "./file.ts";
import { remoteRegions } from "./remote-regions.ts";
import type { Job } from "./schema.ts";
import { countryCodes, currencies } from "./vocabulary.ts";

const file = "jobs/example.md";
const canonical = `---
title: Senior Django Developer
company: Example Analytics GmbH
category: developer-engineer
job_types: [web, database]
employment: full_time
workplace: hybrid
city: Berlin
country: DE
salary: {min: 65000, max: 85000, currency: EUR, per: year}
apply_url: https://example.com/jobs/42
submitted: 2026-11-22
submitted_by: octocat
---

You build our reporting service in Python with Django and PostgreSQL.

## Requirements

Three years of Python in production.

## About the company

We count what matters to museums.
`;

function read(text: string | Uint8Array) {
  return readJobFile(file, text, testConfig);
}

/** The problems of the canonical text with one of its lines replaced. */
function problemsWith(line: string, instead: string) {
  expect(canonical).toContain(line);
  const result = read(canonical.replace(line, instead));
  return result.ok ? [] : result.problems;
}

describe("a job file in canonical form", () => {
  it("is read as a job, from text and from bytes", () => {
    expect(read(canonical)).toEqual({ ok: true, job: soundJob });
    expect(read(new TextEncoder().encode(canonical))).toEqual({ ok: true, job: soundJob });
  });

  it("is what the writer writes", () => {
    expect(writeJobFile(file, soundJob, testConfig)).toEqual({ ok: true, text: canonical });
  });
});

describe("a text written by hand", () => {
  it("is the same job in a different order, with comments, quotes and block lists", () => {
    const text = canonical
      .replace("title: Senior Django Developer\n", "")
      .replace("submitted_by:", '# sent by\ntitle: "Senior Django Developer"\nsubmitted_by:')
      .replace("job_types: [web, database]", "job_types:\n  - web\n  - database");
    expect(read(text)).toEqual({ ok: true, job: soundJob });
  });

  it("keeps template code, horizontal rules and its own headings", () => {
    const description =
      "Use `{{ .Values.x }}` and {% raw %}.\n\n---\n\n# Tasks\n\ntitle: not a field\n\n***";
    const written = writeJobFile(file, jobWith({ description }), testConfig);
    expect(written.ok && read(written.text)).toEqual({ ok: true, job: jobWith({ description }) });
  });
});

describe("a mistake in a field", () => {
  it.each([
    ["title: Senior Django Developer", "", "title", "“Job title” is missing."],
    ["title: Senior Django Developer", "title: 42", "title", "“Job title” must be text"],
    ["title: Senior Django Developer", "title:", "title", "“Job title” is empty."],
    [
      "title: Senior Django Developer",
      `title: ${"x".repeat(101)}`,
      "title",
      "longer than 100 characters",
    ],
    [
      "title: Senior Django Developer",
      "title: ' x '",
      "title",
      "one line that contains letters or digits",
    ],
    [
      "title: Senior Django Developer",
      'title: "\u200d"',
      "title",
      "one line that contains letters or digits",
    ],
    [
      "country: DE",
      "country: UK",
      "country",
      "“Country” can’t be “UK”, which is not one of its choices.",
    ],
    ["country: DE", "country: de", "country", "not one of its choices"],
    [
      "country: DE",
      "places: [{city: Berlin, country: DE}, {city: London, country: UK}]",
      "places.2.country",
      "“Country of place 2” can’t be “UK”, which is not one of its choices.",
    ],
    ["country: DE", "places: [{city: 1}]", "places.1.city", "“City of place 1” must be text"],
    ["country: DE", "places: [Berlin, Munich]", "places", "curly brackets"],
    ["country: DE", "places: [{town: Berlin}]", "places", "has an unknown part “town”"],
    ["country: DE", "places: []", "places", "is an empty list"],
    ["country: DE", "places: [{}, {}, {}, {}, {}, {}]", "places", "has more than 5 entries"],
    ["category: developer-engineer", "category: developer", "category", "not one of its choices"],
    ["job_types: [web, database]", "job_types: web", "job_types", "must be a list"],
    ["job_types: [web, database]", "job_types: [web, web]", "job_types", "the same entry twice"],
    ["job_types: [web, database]", "job_types: [web, cobol]", "job_types", "“cobol”"],
    ["workplace: hybrid", "workplace: home", "workplace", "“home”"],
    ["workplace: hybrid", "workplace: remote\nremote_from: [DE, UK]", "remote_from", "“UK”"],
    [
      "workplace: hybrid",
      "workplace: remote\nremote_from: everywhere",
      "remote_from",
      "“everywhere”",
    ],
    ["employment: full_time", "visa_sponsorship: yes", "visa_sponsorship", "must be true or false"],
    ["min: 65000", "min: 65.000 €", "salary", "“Minimum pay” must be a number"],
    ["min: 65000", "min: .inf", "salary", "must be a number"],
    ["min: 65000", "min: -1", "salary", "must be more than 0"],
    ["currency: EUR", "currency: DEM", "salary", "“Currency” can’t be “DEM”"],
    [", per: year", "", "salary", "has no “per”"],
    ["https://example.com/jobs/42", "www.example.com", "apply_url", "does not start with https://"],
    ["submitted: 2026-11-22", "submitted: 22.11.2026", "submitted", "not a date"],
    ["submitted: 2026-11-22", "submitted: 2026-02-30", "submitted", "not a date"],
    ["submitted_by: octocat", "submitted_by: '@octocat'", "submitted_by", "not a GitHub username"],
    [
      "submitted_by: octocat",
      "submitted_by: octocat\nemail: jobs at example.com",
      "email",
      "not an email address",
    ],
    [
      "submitted_by: octocat",
      "submitted_by: octocat\npermalink: /x/",
      "permalink",
      "not a field of a job post",
    ],
    [
      "submitted_by: octocat",
      "submitted_by: octocat\naliases: [/jobs/1234/, /jobs/con-artist/, /jobs/con/]",
      "aliases",
      "“Old addresses” can’t be “/jobs/con/”.",
    ],
    ["## Requirements", "## Wishes", "requirements", "“Requirements” is missing."],
    [
      "submitted_by: octocat",
      "submitted_by: octocat\nrequirements: x",
      "requirements",
      "among the fields at the top",
    ],
  ])("is reported with its field and the fix: %s -> %s", (line, instead, field, message) => {
    const problems = problemsWith(line, instead);
    expect(problems.map((problem) => problem.field)).toEqual([field]);
    const [problem] = problems;
    expect(problem).toMatchObject({ file, severity: "error" });
    expect(problem?.message).toContain(message);
    expect(problem?.fix).toMatch(/^[A-Z].*\.$/s);
  });

  it("does not hide others", () => {
    const text = canonical.replace("DE", "UK").replace("hybrid", "home").replace("octocat", "'@x'");
    const result = read(text);
    expect(result.ok ? [] : result.problems.map(({ field }) => field)).toEqual(
      expect.arrayContaining(["country", "workplace", "submitted_by"]),
    );
  });

  it("is reported with its line if the fields cannot be read", () => {
    expect(problemsWith("city: Berlin", "city: Berlin: Mitte")[0]?.message).toMatch(/on line 8/);
  });
});

describe("a file that is not UTF-8 text", () => {
  it("is rejected if it is too large, before it is read", () => {
    const result = read(new Uint8Array(maxFileBytes + 1));
    expect(result.ok ? [] : result.problems.map(({ rule }) => rule)).toEqual(["size"]);
  });

  it.each([
    ["UTF-16", new Uint8Array([0xff, 0xfe, 0x2d, 0])],
    ["Latin-1", new Uint8Array([0x2d, 0x2d, 0x2d, 0x0a, 0xe4])],
    ["cut in the middle of a character", new Uint8Array([0xe2, 0x82])],
  ])("is rejected if it is %s", (_, bytes) => {
    const result = read(bytes);
    expect(result.ok ? [] : result.problems.map(({ rule }) => rule)).toEqual(["encoding"]);
  });
});

describe("writing a job", () => {
  it.each([
    ["description", "Text\n\n## Requirements\n\nmore"],
    ["description", "```\nnever closed"],
    ["requirements", "## About the company"],
  ] as const)("rejects a %s that would not be read back", (field, text) => {
    const written = writeJobFile(file, jobWith({ [field]: text }), testConfig);
    expect(written).toMatchObject({ ok: false, problems: [{ field, rule: "sections" }] });
  });

  it("writes several places below each other, and one as city and country", () => {
    const berlin = { city: "Berlin", country: "DE" };
    const places = [berlin, { city: "Portland", region: "Oregon", country: "US" }];
    const textOf = (job: Job) => {
      const written = writeJobFile(file, job, testConfig);
      return written.ok ? written.text : written.problems;
    };
    const several = jobWith({ city: undefined, country: undefined, places });
    expect(textOf(several)).toContain(
      "places:\n  - {city: Berlin, country: DE}\n  - {city: Portland, region: Oregon, country: US}\nsalary: {",
    );
    expect(readJobFile(file, String(textOf(several)), testConfig)).toEqual({
      ok: true,
      job: several,
    });
    expect(textOf({ ...several, places: [berlin] })).toBe(textOf(jobWith(berlin)));
  });

  it("rejects what the reader would reject", () => {
    const written = writeJobFile(file, jobWith({ country: "UK" }), testConfig);
    expect(written).toMatchObject({ ok: false, problems: [{ field: "country" }] });
    const { fix } = (!written.ok && written.problems[0]) || {};
    expect(fix).toMatch(/ “United Kingdom” has the code GB\.$/);
  });
});

describe("any valid job", () => {
  const line = fc
    .string({ unit: "grapheme", minLength: 1, maxLength: 60 })
    .map((text) => text.trim())
    .filter((text) => text !== "");
  const prose = fc
    .array(fc.stringMatching(/^[!-~äλ漢ع][ -~äλ漢ع]{0,60}[!-~]$/), { minLength: 1, maxLength: 8 })
    .map((lines) => lines.join("\n"));
  const day = fc
    .date({ min: new Date("2020-01-01"), max: new Date("2040-01-01"), noInvalidDate: true })
    .map((date) => date.toISOString().slice(0, 10));
  const slugs = (choices: readonly { slug: string }[]) => choices.map(({ slug }) => slug);
  const amount = fc.oneof(
    fc.integer({ min: 1, max: 1e9 }),
    fc.double({ min: 0.01, max: 1e6, noNaN: true }),
  );

  const job: fc.Arbitrary<Job> = fc.record(
    {
      title: line,
      company: line,
      category: fc.constantFrom(...slugs(testConfig.categories)),
      job_types: fc.uniqueArray(fc.constantFrom(...slugs(testConfig.types)), { maxLength: 5 }),
      other_job_type: line,
      employment: fc.constantFrom("full_time", "internship"),
      workplace: fc.constantFrom("onsite", "hybrid", "remote"),
      remote_from: fc.oneof(
        fc.constant("worldwide" as const),
        fc.uniqueArray(fc.constantFrom(...countryCodes), { minLength: 1, maxLength: 9 }),
      ),
      remote_regions: fc.uniqueArray(fc.constantFrom(...remoteRegions), { minLength: 1 }),
      city: line,
      country: fc.constantFrom(...countryCodes),
      places: fc.array(
        fc.record(
          { city: line, region: line, country: fc.constantFrom(...countryCodes) },
          { requiredKeys: ["city", "country"] },
        ),
        { minLength: 2, maxLength: 5 },
      ),
      posted_by_agency: fc.boolean(),
      salary: fc.record(
        {
          min: amount,
          max: amount,
          currency: fc.constantFrom(...currencies),
          per: fc.constantFrom("hour", "year"),
        },
        { requiredKeys: ["min", "currency", "per"] },
      ),
      email: fc.constantFrom("jobs@example.com", "o'neill+x@example.org"),
      apply_url: fc.webUrl({ validSchemes: ["https"], withQueryParameters: true }),
      submitted: day,
      submitted_by: fc.constantFrom("octocat", "a-b", "X9", "null", "123"),
      approved: fc.record(
        {
          on: day,
          pull: fc.integer({ min: 1, max: 999_999_999 }),
          by: fc.constantFrom("octocat", "null", "1e3"),
        },
        { requiredKeys: ["on"] },
      ),
      renewed: fc.uniqueArray(day, { minLength: 1, maxLength: 2 }),
      closed: fc.record({ on: day, reason: fc.constantFrom("expired", "filled", "removed") }),
      description: prose,
      requirements: prose,
      company_description: prose,
    },
    {
      requiredKeys: [
        "title",
        "company",
        "category",
        "workplace",
        "submitted",
        "submitted_by",
        "description",
        "requirements",
      ],
    },
  );

  it("survives writing and reading", () => {
    let written = 0;
    fc.assert(
      fc.property(job, (some) => {
        const first = writeJobFile(file, some, testConfig);
        // What is refused is refused with a reason; nothing is ever written that reads differently.
        if (!first.ok) {
          expect(first.problems.length).toBeGreaterThan(0);
          return;
        }
        written++;
        const reread = read(first.text);
        expect(reread).toEqual({ ok: true, job: some });
        expect(reread.ok && writeJobFile(file, reread.job, testConfig)).toEqual(first);
      }),
      { numRuns: 300 },
    );
    expect(written).toBeGreaterThan(100);
  });

  it("never crashes, whatever the text", () => {
    const piece = fc.constantFrom(
      "---",
      "\n",
      "title: x",
      "{",
      "[",
      "]",
      "&a",
      "*a",
      "!!",
      "\t",
      "\u202e",
      "## Requirements",
      "```",
      "é",
      "\\",
      "'",
      '"',
      ":",
      "#",
      "%",
      "@",
    );
    fc.assert(
      fc.property(fc.array(piece, { maxLength: 40 }), (pieces) => {
        const result = read(pieces.join(""));
        if (!result.ok) expect(result.problems.length).toBeGreaterThan(0);
      }),
      { numRuns: 500 },
    );
  });
});
