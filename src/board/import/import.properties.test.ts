import fc from "fast-check";
import { CORE_SCHEMA, load } from "js-yaml";
import { expect, it } from "vitest";
import { checkSources } from "../listing/read-board.ts";
import { readCsvRow } from "./csv.ts";
import { guessMapping, readRow } from "./csv-columns.ts";
import { dumpJob, importContext, importNow, vocabularyObjects } from "./fixtures.ts";
import type { ImportedRecord } from "./imported-post.ts";
import { Importer } from "./importer.ts";
import { findPostings, readPosting } from "./job-posting.ts";
import { readJob, readObject, VocabularyReader } from "./pythondotorg.ts";

const vocabulary = new VocabularyReader();
for (const object of vocabularyObjects) vocabulary.read(object);

const dirt = fc.oneof(
  fc.constantFrom(
    ...[
      "",
      "-",
      "N/A",
      "Remote",
      "UK",
      "Berlin, Hamburg",
      "<p>x</p>",
      "## Requirements",
      "```",
      "---",
    ],
    ...[
      "• a\r\n• b",
      "![x](https://example.com/x.png)",
      "\u202e\u0000\ufeff",
      "2026-02-30",
      "11/05/2026",
    ],
    ...[
      "javascript:alert(1)",
      "https://example.com/",
      "See above.",
      "[x]: y",
      "**",
      "$90/h",
      "{{ x }}",
    ],
  ),
  fc.string({ unit: "binary", maxLength: 30 }),
  fc.lorem({ maxCount: 5, mode: "sentences" }),
);
const value = fc.oneof(
  { weight: 6, arbitrary: dirt },
  { weight: 1, arbitrary: fc.constantFrom(null, undefined, true, 0, -1, 1e21, [], {}, [[null]]) },
  { weight: 1, arbitrary: fc.jsonValue({ maxDepth: 3 }) },
);

/** Some of the fields of an object, with other values. */
function damage(names: readonly string[]) {
  return fc.dictionary(fc.constantFrom(...names), value, { maxKeys: 6 });
}

/** Imports records, and expects that each is reported and each file is a post without errors. */
function expectSound(records: readonly ImportedRecord[]) {
  const files = new Map<string, string>();
  const importer = new Importer(importContext, {
    record: new Map(),
    corrections: {},
    posts: { textOf: (file) => files.get(file), others: new Map() },
    hash: (text) => text,
    withArchive: true,
    now: importNow,
  });
  for (const record of records) {
    const { entry, write } = importer.add(record);
    expect(entry.id).toBe(record.id);
    for (const { write: line } of entry.decide) {
      const value = line === undefined ? {} : load(line, { schema: CORE_SCHEMA });
      expect(value, line).toBeTypeOf("object");
    }
    if (entry.result === "failed") expect(entry.reason).not.toMatch(/is not|undefined|null/);
    if (write) {
      expect(files.has(write.file)).toBe(false);
      files.set(write.file, write.text);
    }
  }
  const sources = [...files].map(([file, text]) => ({
    file,
    content: new TextEncoder().encode(text),
  }));
  const { problems } = checkSources(sources, importContext.config, importNow);
  expect(problems.filter(({ severity }) => severity === "error")).toEqual([]);
}

it("any damaged dump gives sound posts and a report of every job", () => {
  const names = Object.keys(dumpJob(1).fields);
  fc.assert(
    fc.property(fc.array(damage(names), { maxLength: 5 }), (all) => {
      const jobs = all.map((changes, index) => dumpJob(index, changes));
      for (const job of jobs) expect(readObject(JSON.parse(JSON.stringify(job)))).toBeDefined();
      expectSound(jobs.map((job) => readJob(job, vocabulary, importContext, importNow.toISO())));
    }),
    { numRuns: 50 },
  );
});

it("any damaged posting gives a sound post or a report", () => {
  const names = [
    ...[
      "title",
      "description",
      "datePosted",
      "validThrough",
      "employmentType",
      "jobLocation",
      "url",
    ],
    ...["hiringOrganization", "baseSalary", "jobLocationType", "applicantLocationRequirements"],
    ...["qualifications", "identifier", "responsibilities"],
  ];
  fc.assert(
    fc.property(damage(names), (changes) => {
      const posting = {
        "@type": "JobPosting",
        title: "Python Engineer",
        hiringOrganization: { name: "Kiln" },
        jobLocation: { address: { addressLocality: "Delft", addressCountry: "NL" } },
        description: "Kilns in Python.",
        url: "https://kiln.example.com/jobs/1",
        ...changes,
      };
      const found = findPostings(JSON.stringify(posting));
      expect(found).toHaveLength(1);
      expectSound(found.map((one) => readPosting(one, "x", importContext, () => undefined)));
    }),
    { numRuns: 50 },
  );
});

it("any table gives sound posts and a report of every row", () => {
  const header = [
    "title",
    "company",
    "location",
    "country",
    "remote",
    "salary",
    "url",
    "posted",
    "text",
  ];
  const mapping = guessMapping(header);
  fc.assert(
    fc.property(
      fc.array(fc.array(dirt, { minLength: 9, maxLength: 9 }), { maxLength: 4 }),
      (rows) => {
        const records = rows.map((cells, index) => {
          const named = Object.fromEntries(
            header.map((name, column) => [name, cells[column] ?? ""]),
          );
          const row = readRow({ ...named, posted: "2026-11-20" }, mapping);
          return readCsvRow(row, `x:${index}`, mapping, importContext, () => undefined);
        });
        expectSound(records);
      },
    ),
    { numRuns: 50 },
  );
});
