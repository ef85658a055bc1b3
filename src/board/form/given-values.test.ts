import { describe, expect, it } from "vitest";
import { exampleConfig, exampleDay, exampleJob } from "../../../test/example-job.ts";
import { formFromJob } from "./form-data.ts";
import { formFromFile, formFromQuery, formToPostAgain } from "./given-values.ts";
import { lastPlace } from "./places.ts";

const fromQuery = (query: string) => formFromQuery(new URLSearchParams(query), exampleConfig);

describe("the values of a link", () => {
  it("are those of fields, by name", () => {
    expect(fromQuery("title=A+job&company=Example&salary_min=65000&workplace=remote")).toEqual({
      ...{ title: "A job", company: "Example", salary_min: "65000", workplace: "remote" },
    });
  });

  it("can be several for a list", () => {
    const values = { job_types: ["web", "database"], remote_from: ["DE", "AT"] };
    expect(fromQuery("job_types=web&job_types=database&remote_from=DE,AT")).toEqual(values);
  });

  it("are choices once, and dates as a date field takes them", () => {
    expect(fromQuery("job_types=web,web&expires=31.01.2027")).toEqual({
      job_types: ["web"],
      expires: "2027-01-31",
    });
    expect(fromQuery("expires=01/02/2027")).toEqual({});
  });

  it("exclude unknown fields and choices", () => {
    const query = "utm_source=x&submitted_by=sam&featured=true&closed=x&workplace=moon&country=de";
    expect(fromQuery(`${query}&title=+&job_types=web,nothing`)).toEqual({ job_types: ["web"] });
  });
});

describe("an earlier post", () => {
  it("prefills what its submitter had filled in", () => {
    const earlier = {
      ...{ ...exampleJob, expires: "2026-11-01", published: "2026-08-01", featured: true },
      closed: { on: "2026-11-01", reason: "filled" as const },
      aliases: ["/jobs/12/"],
      renewed: ["2026-09-01"],
    };
    const { submitted, submitted_by, ...typed } = formFromJob(exampleJob);
    expect(submitted && submitted_by).toBeTruthy();
    expect(formToPostAgain(earlier, exampleConfig)).toEqual(typed);
  });

  it("prefills each of several places, as a link can", () => {
    const { city: _city, country: _country, ...job } = exampleJob;
    const places = [
      { city: "Berlin", country: "DE" },
      { city: "Graz", country: "AT" },
    ];
    const further = { "places.2.city": "Graz", "places.2.country": "AT" };
    const form = formToPostAgain({ ...job, places }, exampleConfig);
    expect(form).toMatchObject({ ...places[0], ...further });
    expect(fromQuery("places.2.city=Graz&places.2.country=AT")).toEqual(further);
  });
});

describe("a file with several places of which one is wrong", () => {
  const { city: _city, country: _country, ...job } = exampleJob;
  const formWith = (places: unknown) => {
    const fields = { ...job, places };
    const read = { ok: false as const, problems: [], fields };
    return formFromFile(read, exampleConfig, exampleDay);
  };
  const berlin = { city: "Berlin", country: "DE" };

  it("keeps each place as it was written", () => {
    expect(formWith([berlin, { city: "x".repeat(101), country: "UK" }])).toMatchObject({
      ...berlin,
      "places.2.city": "x".repeat(101),
      "places.2.country": "UK",
    });
  });

  it("keeps more places than a post may have", () => {
    const form = formWith(Array.from({ length: 7 }, () => berlin)) ?? {};
    expect(lastPlace(form)).toBe(7);
  });

  it("has entries that are only a text as cities", () => {
    expect(formWith(["Berlin", "Munich", null])).toMatchObject({
      city: "Berlin",
      "places.2.city": "Munich",
    });
  });
});
