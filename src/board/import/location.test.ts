import { describe, expect, it } from "vitest";
import { cityNames } from "../../services/city-names.ts";
import type { WrittenLocation } from "./location.ts";
import { readCountry, readLocation } from "./location.ts";

function read(
  city: string,
  country: string,
  remote: WrittenLocation["remote"] = "default-no",
  text = "",
) {
  return readLocation({ places: [{ city, country }], remote, texts: [text] }, cityNames);
}

describe("countries", () => {
  it.each([
    ["UK", "GB"],
    ["U.K.", "GB"],
    ["England", "GB"],
    ["U.S.A.", "US"],
    ["United States of America", "US"],
    ["The Netherlands", "NL"],
    ["Holland", "NL"],
    ["Schweiz", "CH"],
    ["Polska", "PL"],
    ["Sverige", "SE"],
    ["Česko", "CZ"],
    ["日本", "JP"],
    ["Germany ", "DE"],
    ["Somewhere", undefined],
    ["", undefined],
  ])("“%s” is %s", (text, code) => expect(readCountry(text)).toBe(code));
});

describe("remote work", () => {
  it.each([
    [["Remote", "Worldwide"], { workplace: "remote", remote_from: ["worldwide"] }],
    [["Remote", "USA"], { workplace: "remote", remote_from: ["US"] }],
    [["Remote, CA", "USA"], { workplace: "remote", remote_from: ["US"] }],
    [["Anywhere", "US / Canada"], { workplace: "remote", remote_from: ["US", "CA"] }],
    [["Remote", "EU"], { workplace: "remote", remote_regions: ["EU"] }],
    [["", "Remote"], { workplace: "remote" }],
    [["London or remote", "UK"], { workplace: "hybrid", city: "London", country: "GB" }],
    [["n/a", ""], { workplace: "onsite" }],
  ] as const)("%j is %j", ([city, country], form) => {
    expect(read(city, country).form).toEqual(form);
  });

  it("is what the text says, and possible beside an office if only a box was ticked", () => {
    const told = read("Berlin", "Germany", "allowed", "This job is 100% remote.");
    expect(told.form).toEqual({ workplace: "remote", remote_from: ["DE"], country: "DE" });
    expect(told.notes.map(({ field }) => field)).toEqual(["workplace", "city", "remote_from"]);
    const ticked = read("Berlin", "Germany", "allowed");
    expect(ticked.form.workplace).toBe("hybrid");
    expect(ticked.notes[0]).toMatchObject({ kind: "decide", write: "workplace: onsite" });
    expect(read("Berlin", "Germany", "no", "fully remote").form.workplace).toBe("onsite");
  });
});

describe("an office", () => {
  it("has the country that its city names, but two letters may be a state", () => {
    expect(read("Porto, Portugal", "").form).toMatchObject({ city: "Porto", country: "PT" });
    const { form, notes } = read("Austin, TX", "");
    expect(form).toEqual({ workplace: "onsite", city: "Austin, TX" });
    expect(notes[0]).toMatchObject({ kind: "decide", write: "country: US" });
  });

  it("has one of several countries, which is reported", () => {
    const { form, notes } = read("Basel", "Germany/Switzerland");
    expect(form.country).toBe("DE");
    expect(notes[0]).toMatchObject({ kind: "decide", write: "country: CH" });
  });
});
