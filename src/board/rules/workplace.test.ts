import { describe, expect, it } from "vitest";
import type { JobPlace } from "../job/schema.ts";
import { findingsOf } from "./fixtures.ts";
import { workplace } from "./workplace.ts";

const office = { city: "Berlin", country: "DE" };
const nowhere = { city: undefined, region: undefined, country: undefined };

function fields(changes: Parameters<typeof findingsOf>[1]) {
  return findingsOf(workplace, changes).map(({ field }) => field);
}

describe("a job at an office, wholly or in part", () => {
  it.each(["onsite", "hybrid"] as const)("needs a city and a country when %s", (kind) => {
    expect(fields({ workplace: kind, ...office })).toEqual([]);
    expect(fields({ workplace: kind, ...nowhere })).toEqual(["city", "country"]);
  });

  it("has no eligible countries", () => {
    expect(fields({ workplace: "hybrid", ...office, remote_from: ["DE"] })).toEqual([
      "remote_from",
    ]);
  });
});

describe("a job at several offices", () => {
  const berlin = { city: "Berlin", country: "DE" };
  const onsite = (...places: JobPlace[]) => ({ ...nowhere, workplace: "onsite", places }) as const;

  it("needs a city and a country for each", () => {
    expect(fields(onsite(berlin, { city: "Graz", region: "Styria", country: "AT" }))).toEqual([]);
    expect(fields(onsite(berlin, { city: "Graz" }, {}))).toEqual([
      "places.2.country",
      "places.3.city",
      "places.3.country",
    ]);
    const [problem] = findingsOf(workplace, onsite(berlin, { country: "AT" }));
    expect(problem?.message).toBe("“City of place 2” is missing. It is required for on-site jobs.");
  });

  it("has no other city, region or country beside the list", () => {
    expect(fields({ ...onsite(berlin), ...office, region: "Berlin" })).toEqual([
      "city",
      "region",
      "country",
    ]);
  });

  it("has each of them once", () => {
    const portland = { city: "Portland", region: "Oregon", country: "US" };
    const again = { ...portland, city: "portland " };
    const other = { ...portland, region: "Maine" };
    expect(findingsOf(workplace, onsite(portland, berlin, other, again))).toMatchObject([
      { field: "places.4.city", message: "Place 4 is the same as place 1." },
    ]);
  });

  it("is not remote", () => {
    const job = { ...onsite(berlin, {}), workplace: "remote", remote_from: ["DE"] } as const;
    expect(fields({ ...job, remote_from: ["DE"] })).toEqual(["places"]);
  });
});

describe("a removed post", () => {
  it("need not have a place", () => {
    const closed = { on: "2027-01-31", reason: "removed" } as const;
    expect(fields({ workplace: "hybrid", ...nowhere, closed })).toEqual([]);
    expect(fields({ workplace: "remote", ...nowhere, closed })).toEqual([]);
  });
});

describe("a remote job", () => {
  it("has eligible countries, and may have the employer’s country", () => {
    expect(fields({ workplace: "remote", ...nowhere, remote_from: "worldwide" })).toEqual([]);
    expect(fields({ workplace: "remote", ...nowhere, country: "DE", remote_from: ["DE"] })).toEqual(
      [],
    );
    expect(fields({ workplace: "remote", ...nowhere })).toEqual(["remote_from"]);
  });

  it("has eligible regions, countries, or both, unless it is open worldwide", () => {
    const remote = { workplace: "remote", ...nowhere } as const;
    const regions: Parameters<typeof fields>[0] = { ...remote, remote_regions: ["EU"] };
    expect(fields(regions)).toEqual([]);
    expect(fields({ ...regions, remote_from: ["CH"] })).toEqual([]);
    expect(fields({ ...regions, remote_from: "worldwide" })).toEqual(["remote_regions"]);
    expect(fields({ ...regions, ...office, workplace: "hybrid" })).toEqual(["remote_regions"]);
  });

  it("has no city and no region", () => {
    const place = { city: "Austin", region: "Texas", country: "US" };
    expect(fields({ workplace: "remote", remote_from: ["US"], ...place })).toEqual([
      "city",
      "region",
    ]);
  });
});
