import { describe, expect, it } from "vitest";
import { agencyWording } from "./agency-wording.ts";
import { findingsOf } from "./fixtures.ts";

describe("a post that reads as an agency’s", () => {
  it.each([
    { description: "Our client, a bank in Leeds, needs a Python developer." },
    { description: "Our client is looking for a Python developer." },
    { description: "On behalf of our client we seek a Python developer." },
    { description: "We hire for one of our clients in Vienna." },
    { company_description: "Fairweather is a small recruitment firm in Hoboken." },
    { company_description: "We place developers with companies in Belgium." },
    { company: "Harbour Recruitment Ltd" },
  ])("gets advice: %o", (changes) => {
    expect(findingsOf(agencyWording, changes)).toMatchObject([{ field: "posted_by_agency" }]);
    expect(findingsOf(agencyWording, { ...changes, posted_by_agency: true })).toEqual([]);
  });
});

describe("an employer that speaks of clients or agencies", () => {
  it.each([
    "We are a digital agency of nine. Our clients' visitors use screen readers.",
    "You talk with our clients about their models.",
    "We are not a recruitment agency.",
    "No recruitment agencies, please.",
    "You maintain our client library and our client SDK.",
    "You build software for recruitment agencies.",
    "Our client-side code is TypeScript.",
  ])("gets no advice: %s", (description) => {
    expect(findingsOf(agencyWording, { description })).toEqual([]);
  });
});
