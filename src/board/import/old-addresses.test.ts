import { describe, expect, it } from "vitest";
import { cityNames } from "../../services/city-names.ts";
import { oldListAddress, oldRedirects, placeEntry, readOldAddresses } from "./old-addresses.ts";

describe("an old address of a place", () => {
  it.each([
    [{ workplace: "onsite", city: "Cork", country: "IE" }, "/jobs/location/cork-ie/"],
    [{ workplace: "onsite", country: "IE" }, "/jobs/location/ie/"],
    [{ workplace: "remote", remote_from: "worldwide" }, "/jobs/location/telecommute/"],
    [
      { workplace: "hybrid", places: [{ city: "Ghent", country: "BE" }] },
      "/jobs/location/gent-be/",
    ],
  ] as const)("leads to the list of %j", (job, to) => {
    const given = "places" in job ? { ...job, places: [...job.places] } : job;
    expect(placeEntry("old-place", given, cityNames)).toEqual(["/jobs/location/old-place/", to]);
  });

  it("is left out if it is none, or the same here", () => {
    const job = { workplace: "onsite", city: "Cork", country: "IE" } as const;
    for (const slug of ["", "../x", "cork-ie", "telecommute"]) {
      expect(placeEntry(slug, job, cityNames)).toBeUndefined();
    }
    expect(oldListAddress("category", "webmaster")).toBe("/jobs/category/webmaster/");
  });
});

describe("redirects", () => {
  const pages = new Set(["/jobs/location/cork-ie/", "/jobs/location/fr/", "/jobs/location/be/"]);
  const redirect = (from: string, to: string) =>
    oldRedirects({ [from]: to }, (address) => pages.has(address));

  it("lead to the list, else to the country’s, else to all lists", () => {
    const from = "/jobs/location/x/";
    expect(redirect(from, "/jobs/location/cork-ie/")).toEqual([
      { from, to: "/jobs/location/cork-ie/" },
    ]);
    expect(redirect(from, "/jobs/location/lyon-fr/")).toEqual([{ from, to: "/jobs/location/fr/" }]);
    expect(redirect(from, "/jobs/location/oslo-no/")).toEqual([{ from, to: "/jobs/locations/" }]);
    expect(redirect("/jobs/type/x/", "/jobs/types/")).toEqual([
      { from: "/jobs/type/x/", to: "/jobs/types/" },
    ]);
  });

  it("never replace a page", () => {
    expect(redirect("/jobs/location/be/", "/jobs/location/fr/")).toEqual([]);
  });
});

it("reads only addresses from a table", () => {
  expect(
    readOldAddresses({
      "/jobs/type/a/": "/jobs/type/web/",
      "/jobs/type/b/": "https://example.com/",
      "/about/": "/jobs/types/",
      "/jobs/../x/": "/jobs/types/",
      "/jobs/type/c/": 7,
    }),
  ).toEqual({ "/jobs/type/a/": "/jobs/type/web/" });
  expect(readOldAddresses([])).toEqual({});
});
