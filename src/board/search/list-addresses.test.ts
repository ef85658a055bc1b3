import { describe, expect, it } from "vitest";
import { nearestList, stateAt } from "./list-addresses.ts";
import { readState, writeState } from "./search-state.ts";

describe("the list whose feed is nearest to a search", () => {
  it.each([
    ["", "/jobs/", true],
    ["sort=pay&page=3", "/jobs/", true],
    ["type=web", "/jobs/type/web/", true],
    ["category=other", "/jobs/category/other/", true],
    ["country=DE", "/jobs/location/de/", true],
    ["workplace=remote", "/jobs/location/telecommute/", true],
    ["workplace=hybrid", "/jobs/", false],
    ["q=django", "/jobs/", false],
    ["q=django&type=web", "/jobs/type/web/", false],
    ["city=vienna-at", "/jobs/location/at/", false],
    ["country=FR", "/jobs/", false],
    ["city=paris-fr&type=web", "/jobs/type/web/", false],
    ["type=web&type=cloud", "/jobs/", false],
    ["type=web&type=cloud&country=DE", "/jobs/location/de/", false],
    ["type=web&country=DE", "/jobs/type/web/", false],
    ["type=web&pay=50000&currency=EUR", "/jobs/type/web/", false],
  ])("of %j is %s", (query, address, isSame) => {
    expect(nearestList(readState(query), new Set(["DE", "AT"]))).toEqual({ address, isSame });
  });
});

describe("what an address of the board asks for", () => {
  const root = "https://owner.example.org/repo/";

  it.each([
    ["jobs/", ""],
    ["jobs/?q=django&country=DE", "q=django&country=DE"],
    ["jobs/type/web/", "type=web"],
    ["jobs/type/web/page/2/", "type=web"],
    ["jobs/category/other/", "category=other"],
    ["jobs/location/de/", "country=DE"],
    ["jobs/location/berlin-de/", "city=berlin-de"],
    ["jobs/location/telecommute/", "workplace=remote"],
  ])("is read from %s", (address, query) => {
    const state = stateAt(root + address, root);
    expect(state && writeState(state)).toBe(query);
  });

  it.each([
    "",
    "jobs",
    "https://example.com/jobs/",
    "javascript:alert(1)",
    "jobs/2026-11-20-a/",
    "https://[",
  ])("is nothing for %j", (url) => expect(stateAt(url, root)).toBeUndefined());
});
