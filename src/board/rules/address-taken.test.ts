import { describe, expect, it } from "vitest";
import { addressTaken } from "./address-taken.ts";
import { findingsOf, subjectWith } from "./fixtures.ts";

const [live, archived] = ["jobs/same.md", "jobs/archive/2025/same.md"];

describe("an address", () => {
  it("belongs to the archived post if a live one has the same name", () => {
    const others = [subjectWith({}, live), subjectWith({}, archived)];
    const [finding] = findingsOf(addressTaken, {}, { file: live, others });
    expect(finding).toMatchObject({ field: null, message: expect.stringContaining(archived) });
    expect(findingsOf(addressTaken, {}, { file: archived, others })).toEqual([]);
  });

  it("belongs to the post of the earlier year if the archive has two with the same name", () => {
    const later = "jobs/archive/2026/same.md";
    const others = [subjectWith({}, archived), subjectWith({}, later)];
    expect(findingsOf(addressTaken, {}, { file: later, others })).toHaveLength(1);
    expect(findingsOf(addressTaken, {}, { file: archived, others })).toEqual([]);
  });

  it("takes precedence over another post’s former address, in any order", () => {
    const [victim, thief] = ["jobs/victim.md", "jobs/archive/2025/thief.md"];
    const aliases = ["/jobs/victim/"];
    const others = [subjectWith({}, victim), subjectWith({ aliases }, thief)];
    expect(findingsOf(addressTaken, {}, { file: victim, others })).toEqual([]);
    const [finding] = findingsOf(addressTaken, { aliases }, { file: thief, others });
    expect(finding).toMatchObject({ field: "aliases", message: expect.stringContaining(victim) });
  });

  it("is not taken by the post itself", () => {
    expect(findingsOf(addressTaken, {}, { file: live, others: [subjectWith({}, live)] })).toEqual(
      [],
    );
  });
});

describe("an old address", () => {
  it("cannot lead to two posts", () => {
    const aliases = ["/jobs/1234/"];
    const others = [subjectWith({ aliases }, "jobs/a.md"), subjectWith({ aliases }, "jobs/b.md")];
    const [finding] = findingsOf(addressTaken, { aliases }, { file: "jobs/b.md", others });
    expect(finding).toMatchObject({
      field: "aliases",
      message: expect.stringContaining("jobs/a.md"),
    });
    expect(findingsOf(addressTaken, { aliases }, { file: "jobs/a.md", others })).toEqual([]);
  });

  it.each(["/jobs/types/", "/jobs/page/", "/jobs/same/"])(
    "cannot be %s, which is the address of a page",
    (alias) => {
      const findings = findingsOf(
        addressTaken,
        { aliases: ["/jobs/1234/", alias] },
        { file: live },
      );
      expect(findings).toMatchObject([
        { field: "aliases", message: expect.stringContaining(alias) },
      ]);
    },
  );
});
