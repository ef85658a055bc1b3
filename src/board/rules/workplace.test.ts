import { describe, expect, it } from "vitest";
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

  it("has no city and no region", () => {
    const place = { city: "Austin", region: "Texas", country: "US" };
    expect(fields({ workplace: "remote", remote_from: ["US"], ...place })).toEqual([
      "city",
      "region",
    ]);
  });
});
