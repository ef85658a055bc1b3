import { describe, expect, it } from "vitest";
import { addDays, startOf } from "../days.ts";
import { at, testConfig } from "../fixtures.ts";
import { hasPage, listedUntil, mayRenew, stateAt } from "./life-cycle.ts";

const { lifetimes } = testConfig;
const published = "2026-11-22";
const lastMoment = (day: string) => startOf(day).minus({ milliseconds: 1 });

describe("a post in its term", () => {
  it("is listed until just before its 90th day begins", () => {
    expect(stateAt({ published }, lastMoment("2027-02-20"), lifetimes).state).toBe("live");
    expect(stateAt({ published }, startOf("2027-02-20"), lifetimes)).toEqual({
      state: "closed",
      on: "2027-02-20",
      reason: "expired",
    });
  });

  it.each([
    ["over a leap day", "2023-12-01", "2024-02-29"],
    ["over a February without one", "2025-12-01", "2026-03-01"],
    ["from the last day of a month", "2026-01-31", "2026-05-01"],
    ["over the change of the year", "2026-12-31", "2027-03-31"],
  ])("counts days, not months: %s", (_, from, until) => {
    expect(listedUntil({ published: from }, lifetimes).toISODate()).toBe(until);
  });

  it("is new for 30 days", () => {
    expect(stateAt({ published }, lastMoment("2026-12-22"), lifetimes)).toMatchObject({
      isNew: true,
    });
    expect(stateAt({ published }, startOf("2026-12-22"), lifetimes)).toMatchObject({
      isNew: false,
    });
  });

  it("is closing soon during its last 7 days", () => {
    const soon = (now: ReturnType<typeof at>) => stateAt({ published }, now, lifetimes);
    expect(soon(lastMoment("2027-02-13"))).toMatchObject({ closingSoon: false });
    expect(soon(startOf("2027-02-13"))).toMatchObject({ closingSoon: true });
  });

  it("may be renewed in its last 30 days, and in those in which its owner is reminded", () => {
    const may = (now: ReturnType<typeof at>, days = lifetimes) =>
      mayRenew(stateAt({ published }, now, days), now);
    expect(may(lastMoment("2027-01-21"))).toBe(false);
    expect(may(startOf("2027-01-21"))).toBe(true);
    expect(may(lastMoment("2027-02-20"))).toBe(true);
    expect(may(startOf("2027-02-20"))).toBe(false);
    const late = { ...lifetimes, renewalDays: 1 };
    expect(may(startOf("2027-02-13"), late)).toBe(true);
    expect(may(lastMoment("2027-02-13"), late)).toBe(false);
  });

  it("is listed from the beginning, even if the clock is behind", () => {
    expect(stateAt({ published }, at("2026-11-21T12:00:00Z"), lifetimes).state).toBe("live");
  });
});

describe("a post with its own last day", () => {
  it("is listed until the end of that day", () => {
    const term = { published, expires: "2026-12-31" };
    expect(stateAt(term, at("2026-12-31T23:59:59.999Z"), lifetimes).state).toBe("live");
    expect(stateAt(term, at("2027-01-01T00:00:00Z"), lifetimes)).toMatchObject({
      on: "2027-01-01",
    });
  });

  it("may be renewed shortly before that day", () => {
    const now = at("2026-12-02T00:00:00Z");
    expect(mayRenew(stateAt({ published, expires: "2026-12-31" }, now, lifetimes), now)).toBe(true);
    expect(mayRenew(stateAt({ published }, now, lifetimes), now)).toBe(false);
  });

  it("cannot extend its term", () => {
    expect(listedUntil({ published, expires: "2030-01-01" }, lifetimes)).toEqual(
      listedUntil({ published }, lifetimes),
    );
  });
});

describe("a renewed post", () => {
  const term = { published, renewed: ["2027-02-01", "2027-04-15"] };

  it("restarts its term on the last day it was renewed, in any order", () => {
    const until = addDays("2027-04-15", lifetimes.listedDays);
    expect(listedUntil(term, lifetimes).toISODate()).toBe(until);
    const reversed = { published, renewed: ["2027-04-15", "2027-02-01"] };
    expect(listedUntil(reversed, lifetimes).toISODate()).toBe(until);
  });

  it("may be renewed as often as the board allows", () => {
    const soon = at("2027-07-13T00:00:00Z");
    expect(mayRenew(stateAt(term, soon, lifetimes), soon)).toBe(false);
    expect(mayRenew(stateAt(term, soon, { ...lifetimes, renewals: 3 }), soon)).toBe(true);
  });

  it("does not become new again", () => {
    expect(stateAt(term, at("2027-04-16T00:00:00Z"), lifetimes)).toMatchObject({ isNew: false });
  });
});

describe("a closed post", () => {
  it("stays closed, with its reason, during and after its term", () => {
    const closed = { on: "2026-12-01", reason: "filled" } as const;
    expect(stateAt({ published, closed }, at("2026-12-02T00:00:00Z"), lifetimes)).toEqual({
      state: "closed",
      ...closed,
    });
    expect(stateAt({ published, closed }, at("2028-01-01T00:00:00Z"), lifetimes)).toMatchObject(
      closed,
    );
  });
});

describe("the page of a closed post", () => {
  const settings = { closedPageYears: 1 };
  const filled = { state: "closed", on: "2026-12-31", reason: "filled" } as const;

  it("stays for good if the settings name no years", () =>
    expect(hasPage(filled, at("2126-01-01"), { closedPageYears: null })).toBe(true));

  it("stays in the year of the closing, and as many years after it as the settings say", () => {
    expect(hasPage(filled, lastMoment("2028-01-01"), settings)).toBe(true);
    expect(hasPage(filled, startOf("2028-01-01"), settings)).toBe(false);
    const expired = stateAt({ published: "2026-12-01" }, at("2028-06-01"), lifetimes);
    expect(hasPage(expired, at("2028-06-01"), settings)).toBe(true);
    expect(hasPage(expired, at("2029-01-01"), settings)).toBe(false);
  });

  it("stays for good if the post was removed", () =>
    expect(hasPage({ ...filled, reason: "removed" }, at("2126-01-01"), settings)).toBe(true));
});
