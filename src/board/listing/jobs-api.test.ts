import { Ajv } from "ajv";
import { describe, expect, it } from "vitest";
import type { JobChanges } from "../../../test/example-job.ts";
import { exampleConfig, exampleNow, examplePost } from "../../../test/example-job.ts";
import { Board } from "./board.ts";
import { jobsApi, jobsApiSchema } from "./jobs-api.ts";

function apiOf(...jobs: JobChanges[]) {
  const posts = jobs.map((job, index) => examplePost(job, { slug: `2026-11-20-post-${index}` }));
  return jobsApi(new Board(posts, exampleConfig, exampleNow));
}

const matches = new Ajv({ allowUnionTypes: true }).compile(jobsApiSchema);

describe("the jobs for programs", () => {
  it("match their documented schema, whatever a post contains", () => {
    const full: JobChanges = {
      region: "Brandenburg",
      seniority: "senior",
      other_job_type: "Typesetting",
      visa_sponsorship: false,
      agencies_welcome: true,
      posted_by_agency: true,
      languages: ["en", "de"],
      featured: true,
    };
    const bare: JobChanges = {
      job_types: undefined,
      employment: undefined,
      salary: undefined,
      apply_url: undefined,
      email: "jobs@example.com",
    };
    const remote: JobChanges = { workplace: "remote", city: undefined, remote_from: "worldwide" };
    const region: JobChanges = { ...remote, remote_from: undefined, remote_regions: ["EU"] };
    const api = apiOf(full, bare, remote, { ...remote, remote_from: ["DE"] }, region);
    expect(matches(api), JSON.stringify(matches.errors)).toBe(true);
    expect(api.jobs).toHaveLength(5);
    expect(api.jobs[4]).toMatchObject({ remote_from: null, remote_regions: ["EU"] });
  });

  it("have a post’s address and last day", () => {
    expect(apiOf({}).jobs[0]).toMatchObject({
      id: "2026-11-20-post-0",
      url: "https://jobs.example.org/jobs/2026-11-20-post-0/",
      published: "2026-11-20",
      published_at: "2026-11-20T00:00:00Z",
      listed_until: "2027-02-18T00:00:00Z",
    });
    const at = { published: "2026-11-20", published_at: "2026-11-20T08:00:05Z" };
    expect(apiOf(at).jobs[0]).toMatchObject(at);
  });

  it("have every key in every post, null if it is not given", () => {
    const keys = Object.keys(jobsApiSchema.properties.jobs.items.properties).sort();
    const [job] = apiOf({
      salary: undefined,
      employment: undefined,
      apply_url: undefined,
      email: "a@example.com",
    }).jobs;
    expect(Object.keys(job ?? {}).sort()).toEqual(keys);
    expect(job).toMatchObject({ salary: null, employment: null, apply_url: null, region: null });
  });

  it("have the first of several places where programs expect one", () => {
    const berlin = { city: "Berlin", country: "DE" };
    const portland = { city: "Portland", region: "Oregon", country: "US" };
    const none = { city: undefined, country: undefined };
    const remote: JobChanges = { ...none, workplace: "remote", country: "DE", remote_from: ["DE"] };
    const api = apiOf({ ...none, places: [portland, berlin] }, {}, remote);
    expect(matches(api), JSON.stringify(matches.errors)).toBe(true);
    expect(api.jobs).toMatchObject([
      {
        ...portland,
        place: "Portland, Oregon, United States",
        places: [portland, { ...berlin, region: null }],
      },
      { ...berlin, place: "Berlin, Germany", places: [{ ...berlin, region: null }] },
      { city: null, country: "DE", place: "Remote: Germany", places: [] },
    ]);
  });

  it("leave out closed and removed posts", () => {
    const closed = (reason: "filled" | "removed" | "expired") =>
      ({ closed: { on: "2026-11-21", reason } }) satisfies JobChanges;
    expect(apiOf({}, closed("filled"), closed("removed"), closed("expired")).jobs).toHaveLength(1);
  });

  it("leave out people: their names, addresses and logins", () => {
    const people: JobChanges = {
      contact: "Ada Example",
      email: "ada@example.com",
      managers: ["hubot"],
    };
    expect(JSON.stringify(apiOf(people))).not.toMatch(/Ada|ada@|octocat|hubot/);
  });

  it("say when they were generated", () => {
    expect(apiOf().as_of).toBe("2026-11-22T12:00:00Z");
  });
});
