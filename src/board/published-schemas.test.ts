import { Ajv2020 } from "ajv/dist/2020.js";
import { load } from "js-yaml";
import { describe, expect, it } from "vitest";
import { exampleConfig, exampleJob, exampleNow, examplePost } from "../../test/example-job.ts";
import { writeJobFile } from "./job/file.ts";
import { Board } from "./listing/board.ts";
import { jobsApi } from "./listing/jobs-api.ts";
import { publishedApiSchema, publishedJobFileSchema } from "./published-schemas.ts";

/** As other programs do it: unknown keywords and formats are errors. */
function validator(schema: object) {
  return new Ajv2020({ allowUnionTypes: true, formats: { date: true, "date-time": true } }).compile(
    schema,
  );
}

describe("the schema of the API", () => {
  const schema = publishedApiSchema(exampleConfig);
  const matches = validator(schema);
  const api = jobsApi(new Board([examplePost()], exampleConfig, exampleNow));

  it("is known by its own address", () => {
    expect(schema.$id).toBe("https://jobs.example.org/api/jobs.schema.json");
  });

  it("accepts what the board publishes, and keys that a later version adds", () => {
    expect(matches(api), JSON.stringify(matches.errors)).toBe(true);
    const [job] = api.jobs;
    expect(matches({ ...api, added: 1, jobs: [{ ...job, added: 1 }] })).toBe(true);
  });

  it("rejects a post without a key", () => {
    expect(matches({ ...api, jobs: [{ title: "Developer" }] })).toBe(false);
  });
});

describe("the schema of a job file", () => {
  const schema = publishedJobFileSchema(exampleConfig);
  const matches = validator(schema);

  function frontMatter(changes: object = {}): object {
    const written = writeJobFile("jobs/2026-11-20-a.md", exampleJob, exampleConfig);
    if (!written.ok) throw new Error(written.problems[0]?.message);
    const fields = load(written.text.split("---")[1] ?? "");
    return { ...(fields as object), ...changes };
  }

  it("accepts the front matter of a post", () => {
    expect(matches(frontMatter()), JSON.stringify(matches.errors)).toBe(true);
  });

  it.each([
    { category: "astronaut" },
    { country: "Germany" },
    { description: "A text belongs in the body." },
    { salary: { min: 1 } },
    { title: undefined },
  ])("rejects %j", (changes) => {
    expect(matches(JSON.parse(JSON.stringify(frontMatter(changes))))).toBe(false);
  });

  it("says of every field what it is", () => {
    const fields = Object.values(schema.properties as Record<string, { description?: string }>);
    expect(fields.length).toBeGreaterThan(20);
    expect(fields.filter(({ description }) => !description)).toEqual([]);
  });
});
