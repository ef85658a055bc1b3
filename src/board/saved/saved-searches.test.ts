import { describe, expect, it } from "vitest";
import { readState } from "../search/search-state.ts";
import type { DatedPost } from "./saved-searches.ts";
import {
  countNew,
  newestFirst,
  queryOf,
  readSavedSearches,
  seenSearch,
  withSearch,
} from "./saved-searches.ts";

const now = 1_795_000_000;
const web = { query: "type=web", label: "Web" };

/** Posts by their days, the newest first. */
function posts(...days: string[]): DatedPost[] {
  return days.map((published, index) => ({
    published,
    slug: `${published}-${days.length - index}`,
  }));
}

describe("a saved search", () => {
  const seen = seenSearch(web, posts("2026-11-20", "2026-11-20", "2026-11-18"), now);

  it("comes back as it was kept", () => {
    expect(readSavedSearches(JSON.stringify([seen]))).toEqual([seen]);
  });

  it("has nothing new at first, and nothing when posts close", () => {
    expect(countNew(seen, posts("2026-11-20", "2026-11-20", "2026-11-18"))).toBe(0);
    expect(countNew(seen, posts("2026-11-18"))).toBe(0);
    expect(countNew(seen, [])).toBe(0);
  });

  it("has new posts of later days, and those of the same day that were not there", () => {
    const later = { slug: "later", published: "2026-11-21" };
    const sameDay = { slug: "same-day", published: "2026-11-20" };
    const old = posts("2026-11-20", "2026-11-20", "2026-11-18");
    expect(countNew(seen, [later, sameDay, ...old])).toBe(2);
  });

  it("counts each of its posts if it had none before", () => {
    expect(countNew(seenSearch(web, [], now), posts("2026-11-20", "2026-11-18"))).toBe(2);
  });

  it("is the same in any order and on any page", () => {
    expect(queryOf(readState("sort=pay&page=3&type=web"))).toBe("type=web");
    expect(newestFirst(web)).toEqual({ ...readState("type=web"), sort: "newest" });
  });

  it("takes the place of its earlier state, and others stay", () => {
    const other = seenSearch({ query: "q=data", label: "data" }, [], now);
    const again = seenSearch(web, [], now + 60);
    expect(withSearch([seen, other], again)).toEqual([again, other]);
    expect(withSearch([seen], other)).toEqual([seen, other]);
  });

  it.each([null, "{", "[7]", '[{"query":"nothing=1","on":1}]', '[{"query":"type=web"}]'])(
    "is not in %s",
    (text) => expect(readSavedSearches(text)).toEqual([]),
  );
});
