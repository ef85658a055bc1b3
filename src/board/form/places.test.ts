import { describe, expect, it } from "vitest";
import { jobWith, testConfig } from "../fixtures.ts";
import { draftFromForm, formFromJob } from "./form-data.ts";
import { lastPlace, withoutPlace } from "./places.ts";

const form = {
  title: "A job",
  ...{ city: "Berlin", country: "DE" },
  ...{ "places.2.city": "Portland", "places.2.region": "Oregon", "places.2.country": "US" },
  ...{ "places.3.city": "Graz", "places.3.country": "AT" },
};
const berlin = { city: "Berlin", country: "DE" };
const portland = { city: "Portland", region: "Oregon", country: "US" };
const graz = { city: "Graz", country: "AT" };

describe("a place that is removed from the form", () => {
  it.each([
    [1, [portland, graz]],
    [2, [berlin, graz]],
    [3, [berlin, portland]],
  ])("leaves the others in their order: %i", (number, places) => {
    const left = withoutPlace(form, number);
    expect(draftFromForm(left, testConfig)).toEqual({ title: "A job", places });
  });

  it("leaves more than a post may have", () => {
    const cities = ["A", "B", "C", "D", "E", "F", "G"];
    const places = cities.map((city) => ({ city }));
    const many = formFromJob(jobWith({ city: undefined, country: undefined, places }));
    expect(draftFromForm(withoutPlace(many, 2), testConfig).places).toEqual(places.toSpliced(1, 1));
  });

  it("leaves a single place in its own fields", () => {
    expect(draftFromForm(withoutPlace(withoutPlace(form, 1), 1), testConfig)).toEqual({
      title: "A job",
      ...graz,
    });
  });
});

describe("the last place of the form", () => {
  it("is the last one with something filled in", () => {
    expect(lastPlace({})).toBe(1);
    expect(lastPlace(form)).toBe(3);
    expect(lastPlace({ ...form, "places.5.region": "x", "places.4.city": "" })).toBe(5);
    expect(lastPlace({ ...form, "places.5.city": " " })).toBe(3);
  });
});
