import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { exampleConfig, exampleJob } from "../../../test/example-job.ts";
import { readJobFile } from "../job/file.ts";
import type { Job } from "../job/schema.ts";
import { draftFromForm, formFromJob } from "./form-data.ts";

const posts = join(import.meta.dirname, "../../../jobs");

const samples: [string, Job][] = readdirSync(posts, { recursive: true, encoding: "utf8" })
  .filter((name) => name.endsWith(".md"))
  .flatMap((name): [string, Job][] => {
    const result = readJobFile(name, readFileSync(join(posts, name)), exampleConfig);
    return result.ok ? [[name, result.job]] : [];
  });

describe("a job in the form and back", () => {
  it.each(samples)("is the same job: %s", (_name, job) => {
    expect(draftFromForm(formFromJob(job), exampleConfig)).toEqual(job);
  });

  it("is the same job if every field is filled in", () => {
    const job: Job = {
      ...exampleJob,
      agencies_welcome: false,
      posted_by_agency: true,
      featured: false,
      managers: ["octocat", "hubot"],
      renewed: ["2026-11-21"],
      closed: { on: "2026-11-22", reason: "filled" },
      aliases: ["/jobs/1234/"],
    };
    expect(draftFromForm(formFromJob(job), exampleConfig)).toEqual(job);
  });

  it("is the same for remote jobs from some countries, and from everywhere", () => {
    const { city: _city, country: _country, ...job } = exampleJob;
    const some: Job = { ...job, workplace: "remote", remote_from: ["DE", "AT"] };
    expect(draftFromForm(formFromJob(some), exampleConfig)).toEqual(some);
    const everywhere: Job = { ...job, workplace: "remote", remote_from: "worldwide" };
    expect(formFromJob(everywhere)).toMatchObject({ remote_from: ["worldwide"] });
    expect(draftFromForm(formFromJob(everywhere), exampleConfig)).toEqual(everywhere);
  });
});

describe("a job with several places in the form", () => {
  const { city: _city, country: _country, ...placeless } = exampleJob;
  const places = [
    { city: "Berlin", country: "DE" },
    { city: "Portland", region: "Oregon", country: "US" },
  ];
  const form = formFromJob({ ...placeless, places });

  it("has the first place where a job has its only one", () => {
    expect(form).toMatchObject({
      ...places[0],
      "places.2.city": "Portland",
      "places.2.region": "Oregon",
      "places.2.country": "US",
    });
    expect(draftFromForm(form, exampleConfig)).toEqual({ ...placeless, places });
  });

  it("has one place if the others are empty", () => {
    const cleared = { "places.2.city": " ", "places.2.region": "", "places.2.country": "" };
    expect(draftFromForm({ ...form, ...cleared }, exampleConfig)).toEqual({
      ...placeless,
      ...places[0],
    });
  });

  it("keeps an empty place before one that is filled in, so that problems have its number", () => {
    const cleared = { city: "", country: "" };
    expect(draftFromForm({ ...form, ...cleared }, exampleConfig).places).toEqual([{}, places[1]]);
  });
});

describe("a form as it is filled in", () => {
  it("leaves out what is empty", () => {
    const form = { title: "", city: null, job_types: [], salary_min: "", country: undefined };
    expect(draftFromForm(form, exampleConfig)).toEqual({});
  });

  it("leaves out what is not a field of a job", () => {
    expect(draftFromForm({ _slug: "x", _notice: "y", layout: "base.njk" }, exampleConfig)).toEqual(
      {},
    );
  });

  it("keeps an amount of zero, which is wrong but not empty", () => {
    expect(draftFromForm({ salary_min: "0" }, exampleConfig)).toEqual({ salary: { min: 0 } });
  });

  it("gathers the parts of the pay", () => {
    const form = {
      salary_min: "10",
      salary_max: "12.5",
      salary_currency: "EUR",
      salary_per: "hour",
    };
    expect(draftFromForm(form, exampleConfig)).toEqual({
      salary: { min: 10, max: 12.5, currency: "EUR", per: "hour" },
    });
  });

  it("trims spaces around lines, and empty lines around texts", () => {
    const form = { title: "  Developer \n", description: "\n\n    code\n\ntext  \n\n" };
    expect(draftFromForm(form, exampleConfig)).toEqual({
      title: "Developer",
      description: "    code\n\ntext",
    });
  });

  it("finds the requirements in a whole post that was pasted as its description", () => {
    const description = "Build it.\n\n### Your profile\n\n- Python\n\n## About the company\n\nWe.";
    expect(draftFromForm({ description }, exampleConfig)).toEqual({
      description: "Build it.",
      requirements: "## Your profile\n\n- Python",
      company_description: "We.",
    });
    expect(draftFromForm({ description: "It.\n\n## Requirements\n\nX" }, exampleConfig)).toEqual({
      description: "It.",
      requirements: "X",
    });
  });

  it("leaves the description whole if the requirements are filled in, or the company is twice", () => {
    const description = "Build it.\n\n## Skills\n\n- Python";
    const filled = { description, requirements: "- Django" };
    expect(draftFromForm(filled, exampleConfig)).toEqual(filled);
    const twice = {
      description: `${description}\n\n## About the company\n\nWe.`,
      company_description: "Us.",
    };
    expect(draftFromForm(twice, exampleConfig)).toEqual(twice);
  });

  it("accepts usernames with any separator", () => {
    expect(draftFromForm({ managers: "@octocat, hubot [x]" }, exampleConfig)).toEqual({
      managers: ["octocat", "hubot", "x"],
    });
  });

  it("removes invisible characters of word processors from lines and texts", () => {
    const form = { company: "Müller\u00a0&\u00a0Söhne", description: "One\n\n\n\u00a0\nTwo" };
    expect(draftFromForm(form, exampleConfig)).toEqual({
      company: "Müller & Söhne",
      description: "One\n\nTwo",
    });
  });

  it("has each choice once", () => {
    const form = { job_types: ["web", "web"], languages: ["en"], managers: "Ann, @ann, bob" };
    expect(draftFromForm({ ...form, remote_from: ["DE", "DE"] }, exampleConfig)).toEqual({
      job_types: ["web"],
      languages: ["en"],
      managers: ["Ann", "bob"],
      remote_from: ["DE"],
    });
  });

  it("reads dates as people write them", () => {
    expect(draftFromForm({ expires: "31. January 2027" }, exampleConfig)).toEqual({
      expires: "2027-01-31",
    });
  });

  it("reads amounts as people write them", () => {
    const form = { salary_min: "60.000", salary_max: "70k" };
    expect(draftFromForm(form, exampleConfig)).toEqual({ salary: { min: 60000, max: 70000 } });
  });
});
