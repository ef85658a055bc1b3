import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { readJobFile, writeJobFile } from "../../src/board/job/file.ts";
import type { Job } from "../../src/board/job/schema.ts";
import { Board } from "../../src/board/listing/board.ts";
import { Post } from "../../src/board/post/post.ts";
import { applyRules } from "../../src/board/rules/index.ts";
import { Neighbors } from "../../src/board/rules/neighbors.ts";
import { exampleConfig, exampleDay, exampleNow } from "../example-job.ts";

describe("any job that the schema allows", () => {
  const slugs = (choices: readonly { slug: string }[]) => choices.map(({ slug }) => slug);
  const line = fc
    .string({ unit: "grapheme", minLength: 1, maxLength: 100 })
    .map((text) => text.trim())
    .filter((text) => text !== "");
  const piece = fc.oneof(
    fc.string({ unit: "grapheme", maxLength: 30 }),
    fc.constantFrom(
      "[",
      "](",
      ")",
      "![",
      "`",
      "```\n",
      "#",
      "##X",
      "<b>",
      "<!--",
      "---",
      "\n",
      "\n\n",
      "| a |",
      "TODO",
      "[Company Name]",
      "unpaid",
      "our client,",
      "*",
      "_",
      "~~",
      "\\",
      "&amp;",
      "使用",
      "و",
      "https://example.com/?q=[x](y)",
      "> ",
      "- ",
      "1. ",
      "javascript:",
    ),
  );
  const prose = fc
    .array(piece, { minLength: 1, maxLength: 30 })
    .map((pieces) => pieces.join(""))
    .filter((text) => text.trim() !== "");
  const day = fc
    .date({ min: new Date("1000-01-02"), max: new Date("2999-12-31"), noInvalidDate: true })
    .map((date) => date.toISOString().slice(0, 10));
  const job: fc.Arbitrary<Job> = fc.record(
    {
      title: line,
      company: line,
      category: fc.constantFrom(...slugs(exampleConfig.categories)),
      job_types: fc.uniqueArray(fc.constantFrom(...slugs(exampleConfig.types)), { maxLength: 5 }),
      other_job_type: line,
      workplace: fc.constantFrom("onsite", "hybrid", "remote"),
      remote_from: fc.constantFrom<"worldwide" | string[]>("worldwide", ["DE", "US"]),
      remote_regions: fc.constantFrom<NonNullable<Job["remote_regions"]>>(
        ["EU"],
        ["Asia", "Europe"],
      ),
      city: line,
      region: line,
      country: fc.constantFrom("DE", "AQ"),
      places: fc.array(
        fc.record(
          {
            city: fc.oneof(line, fc.constant("Portland")),
            region: line,
            country: fc.constantFrom("DE", "US"),
          },
          { requiredKeys: [] },
        ),
        { minLength: 1, maxLength: 5 },
      ),
      posted_by_agency: fc.boolean(),
      salary: fc.record(
        {
          min: fc.double({ min: 1e-9, max: 1e10, noNaN: true }),
          max: fc.double({ min: 1e-9, max: 1e10, noNaN: true }),
          currency: fc.constantFrom("EUR", "JPY", "KWD", "ARS"),
          per: fc.constantFrom("hour", "day", "week", "month", "year"),
        },
        { requiredKeys: ["min", "currency", "per"] },
      ),
      contact: line,
      email: fc.constant("jobs@example.com"),
      apply_url: fc.webUrl({ validSchemes: ["https"] }),
      expires: day,
      submitted: day,
      submitted_by: fc.constant("octocat"),
      published: day,
      renewed: fc.uniqueArray(day, { minLength: 1, maxLength: 10 }),
      closed: fc.record({ on: day, reason: fc.constantFrom("expired", "filled", "removed") }),
      aliases: fc.constant(["/jobs/1/"]),
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

  it("makes no rule throw, and every finding has a message and a fix", () => {
    let read = 0;
    fc.assert(
      fc.property(job, fc.constantFrom("jobs/a.md", "jobs/archive/2026/a.md"), (some, file) => {
        const written = writeJobFile(file, some, exampleConfig);
        if (written.ok) read += Number(readJobFile(file, written.text, exampleConfig).ok);
        const subject = { file, slug: "a", archived: file.includes("archive"), job: some };
        const other = { file: "jobs/b.md", slug: "b", archived: false, job: some };
        const neighbors = new Neighbors([subject, other]);
        const context = { config: exampleConfig, today: exampleDay, neighbors };
        for (const { message, fix } of applyRules(subject, context)) {
          expect(message).not.toContain("failed on this file");
          expect(message).toMatch(/^\S.*[.?]$/);
          expect(fix).toMatch(/^\p{Lu}.*\.$/u);
        }
      }),
      { numRuns: 500 },
    );
    expect(read).toBeGreaterThan(50); // Not only jobs that cannot be written to a file.
  });

  it("can be shown on a board, at an address that a file system allows", () => {
    fc.assert(
      fc.property(job, (some) => {
        const source = { file: "jobs/a.md", slug: "a", job: some };
        const demo = { ...exampleConfig, demo: exampleDay };
        for (const config of [exampleConfig, demo]) {
          const post = new Post(
            { ...source, published: some.published ?? some.submitted },
            config,
            exampleNow,
          );
          expect(post.placeName).toEqual(expect.any(String));
          expect(post.descriptionHtml + post.requirementsHtml + post.excerpt).not.toBe("");
          const board = new Board([post], config, exampleNow);
          for (const { address } of board.groups)
            expect(address).toMatch(/^\/jobs\/[a-z0-9/-]{1,100}\/$/);
        }
      }),
      { numRuns: 300 },
    );
  });
});
