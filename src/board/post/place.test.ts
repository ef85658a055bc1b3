import { describe, expect, it } from "vitest";
import { jobWith } from "../fixtures.ts";
import { cityOf, countriesOf, placeName, remoteTerms } from "./place.ts";

const remote = { workplace: "remote", city: undefined } as const;

describe("the place of a job", () => {
  it("is its city, with an address from city and country code only", () => {
    expect(cityOf(jobWith({ city: "Zürich", country: "CH" }))).toEqual({
      slug: "zuerich-ch",
      name: "Zürich, Switzerland",
      address: "/jobs/location/zuerich-ch/",
    });
  });

  it("is the same for a city however its name is typed", () => {
    const slugs = ["New York", "new york", " New  York "].map(
      (city) => cityOf(jobWith({ city, country: "US" }))?.slug,
    );
    expect(new Set(slugs)).toEqual(new Set(["new-york-us"]));
  });

  it("has a text", () => {
    expect(placeName(jobWith({ city: "Leeds", region: "West Yorkshire", country: "GB" }))).toBe(
      "Leeds, West Yorkshire, United Kingdom",
    );
  });
});

describe("a remote job", () => {
  it("has no city, even if its employer does", () => {
    expect(cityOf(jobWith({ ...remote, remote_from: ["DE"], country: "DE" }))).toBeUndefined();
  });

  it("has the countries it names, not its employer’s", () => {
    expect(countriesOf(jobWith({ ...remote, remote_from: ["AT", "CH"], country: "DE" }))).toEqual([
      "AT",
      "CH",
    ]);
    expect(countriesOf(jobWith({ ...remote, remote_from: "worldwide", country: "DE" }))).toEqual(
      [],
    );
  });

  it.each([
    ["worldwide", "Remote, worldwide"],
    [["DE", "AT", "CH"], "Remote: Germany, Austria, Switzerland"],
    [["DE", "AT", "CH", "FR"], "Remote: 4 countries"],
  ] as const)("of %j is written as %s", (from, words) => {
    const remote_from = from === "worldwide" ? from : [...from];
    expect(placeName(jobWith({ ...remote, remote_from }))).toBe(words);
  });

  it("has a text without countries while a form names none", () => {
    const job = jobWith({ ...remote, remote_from: undefined });
    expect(placeName(job)).toBe("Remote");
    expect(remoteTerms(job)).toBeUndefined();
  });
});
