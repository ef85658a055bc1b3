import { describe, expect, it } from "vitest";
import { CityNames } from "../cities/city-names.ts";
import type { JobChanges } from "../fixtures.ts";
import { jobWith } from "../fixtures.ts";
import {
  allPlaces,
  citiesOf,
  cityAt,
  countriesOf,
  linkedPlaces,
  placeName,
  remoteTerms,
} from "./place.ts";

const remote = { workplace: "remote", city: undefined } as const;
const berlin = { city: "Berlin", country: "DE" };
const munich = { city: "Munich", region: "Bavaria", country: "DE" };
const vienna = { city: "Vienna", country: "AT" };
const several = jobWith({ city: undefined, country: undefined, places: [berlin, munich, vienna] });

describe("the page of a place", () => {
  it("has an address from city and country code only", () => {
    expect(cityAt({ city: "Zürich", region: "ZH", country: "CH" })).toEqual({
      slug: "zuerich-ch",
      shortName: "Zürich",
      localNames: [],
      name: "Zürich, Switzerland",
      address: "/jobs/location/zuerich-ch/",
      former: [],
    });
  });

  it("is the same for a city however its name is typed", () => {
    const slugs = ["New York", "new york", " New  York "].map(
      (city) => cityAt({ city, country: "US" })?.slug,
    );
    expect(new Set(slugs)).toEqual(new Set(["new-york-us"]));
  });

  it("has the region in its address if several cities have that name", () => {
    const maine = cityAt({ city: "Portland", region: "Maine", country: "US" });
    expect(maine).toEqual({
      slug: "portland-maine-us",
      shortName: "Portland, Maine",
      localNames: [],
      name: "Portland, Maine, United States",
      address: "/jobs/location/portland-maine-us/",
      former: [{ from: "/jobs/location/portland-us/", to: "/jobs/location/us/" }],
    });
    expect(cityAt({ city: "Portland", region: "ME", country: "US" })).toEqual(maine);
    expect(cityAt({ city: "Portland", region: "Oregon", country: "US" })?.slug).not.toBe(
      maine?.slug,
    );
    expect(cityAt({ city: "Portland", country: "US" })?.slug).toBe("portland-us");
    expect(cityAt({ city: "Portland", region: "Dorset", country: "GB" })?.slug).toBe("portland-gb");
  });

  it("is the same for all names of a city that the table knows", () => {
    const cities = new CityNames({
      CH: [["Zürich~Zurigo"]],
      DE: [["Köln=Cologne~Colonia"]],
      IN: [["Bengaluru=Bangalore"]],
    });
    const pages = (country: string, ...names: string[]) =>
      new Set(names.map((city) => cityAt({ city, country }, cities)?.address));
    expect(pages("DE", "Köln", "Koln", "Koeln", "KÖLN", "Cologne", "Colonia")).toEqual(
      new Set(["/jobs/location/koeln-de/"]),
    );
    expect(pages("CH", "Zürich", "Zurich", "Zuerich", "Zurigo").size).toBe(1);
    expect(pages("IN", "Bangalore", "Bengaluru").size).toBe(1);
    expect(cityAt({ city: "Cologne", country: "DE" }, cities)?.name).toBe("Köln, Germany");
    expect(cityAt({ city: "Cologne", country: "US" }, cities)?.slug).toBe("cologne-us");
  });

  it("leads there from the address that each spelling had, and from local names", () => {
    const cities = new CityNames({ DE: [["Köln=Cologne~Colonia"]] });
    const to = "/jobs/location/koeln-de/";
    expect(cityAt({ city: "Koln", country: "DE" }, cities)?.former).toEqual([
      { from: "/jobs/location/koln-de/", to },
      { from: "/jobs/location/cologne-de/", to },
    ]);
  });

  it("does not exist before city and country are filled in", () => {
    expect(cityAt({ city: "Berlin" })).toBeUndefined();
    expect(cityAt({ country: "DE" })).toBeUndefined();
  });
});

describe("a job with one place", () => {
  it("has a text", () => {
    expect(placeName(jobWith({ city: "Leeds", region: "West Yorkshire", country: "GB" }))).toBe(
      "Leeds, West Yorkshire, United Kingdom",
    );
  });
});

describe("a job with several places", () => {
  it("is on the page of each city once, and of each country", () => {
    const slugs = (job: Parameters<typeof citiesOf>[0]) => citiesOf(job).map(({ slug }) => slug);
    expect(slugs(several)).toEqual(["berlin-de", "munich-de", "vienna-at"]);
    expect(slugs({ ...several, places: [berlin, { ...berlin, region: "Berlin" }] })).toEqual([
      "berlin-de",
    ]);
    expect(countriesOf(several)).toEqual(["DE", "AT"]);
  });

  it("has a short text and a full one", () => {
    expect(placeName(several)).toBe("Berlin, Germany and 2 more");
    expect(allPlaces(several)).toBe("Berlin, Germany; Munich, Bavaria, Germany; Vienna, Austria");
  });

  it("leaves out places that a form has not filled in yet", () => {
    const job = { ...several, places: [berlin, {}, { city: "Graz" }] };
    expect(placeName(job)).toBe("Berlin, Germany and 1 more");
    expect(linkedPlaces(job)).toEqual([
      { text: "Berlin, Germany", address: "/jobs/location/berlin-de/" },
      { text: "Graz", address: undefined },
    ]);
  });
});

describe("a remote job", () => {
  it("has no city, even if its employer does", () => {
    expect(citiesOf(jobWith({ ...remote, remote_from: ["DE"], country: "DE" }))).toEqual([]);
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

  it("has the countries of its regions, each once", () => {
    const job = jobWith({ ...remote, remote_from: ["CH", "DE"], remote_regions: ["EU"] });
    const countries = countriesOf(job);
    expect(countries).toEqual([...new Set(countries)]);
    expect(countries).toHaveLength(28);
    expect(countries).toEqual(expect.arrayContaining(["CH", "DE", "MT"]));
  });

  it.each([
    [{ remote_regions: ["EU"] }, "Remote, from the European Union"],
    [{ remote_regions: ["Europe", "Africa"] }, "Remote, from Europe, Africa"],
    [{ remote_regions: ["EU"], remote_from: ["CH"] }, "Remote: the European Union, Switzerland"],
  ] satisfies [JobChanges, string][])("names its regions: %j", (areas, words) => {
    expect(placeName(jobWith({ ...remote, remote_from: undefined, ...areas }))).toBe(words);
  });

  it("says for whom it is in regions, too", () => {
    expect(remoteTerms(jobWith({ ...remote, remote_from: ["CH"], remote_regions: ["EU"] }))).toBe(
      "Fully remote, for people in: the European Union, Switzerland",
    );
  });

  it("has a text without countries while a form names none", () => {
    const job = jobWith({ ...remote, remote_from: undefined });
    expect(placeName(job)).toBe("Remote");
    expect(remoteTerms(job)).toBeUndefined();
  });
});
