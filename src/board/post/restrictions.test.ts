import { describe, expect, it } from "vitest";
import { jobWith } from "../fixtures.ts";
import { restrictions } from "./restrictions.ts";

const remote = { workplace: "remote", city: undefined, country: undefined } as const;

describe("the restrictions of a job", () => {
  it("are none where the post says nothing of them", () =>
    expect(restrictions(jobWith({}))).toEqual([]));

  it("tell where a remote worker may live", () => {
    expect(restrictions(jobWith({ ...remote, remote_from: ["DE", "AT"] }))).toEqual([
      expect.stringMatching(/^Fully remote, .*Germany.*Austria.*\.$/),
    ]);
    expect(restrictions(jobWith({ ...remote, remote_from: "worldwide" }))).toEqual([
      "Fully remote, from anywhere in the world.",
    ]);
  });

  it("tell yes from no, and both from silence", () => {
    expect(restrictions(jobWith({ visa_sponsorship: true, agencies_welcome: false }))).toEqual([
      "The company sponsors a visa.",
      "No recruitment agencies, please.",
    ]);
    expect(restrictions(jobWith({ visa_sponsorship: false, agencies_welcome: true }))).toEqual([
      "The company does not sponsor visas.",
      "Recruitment agencies may contact the company.",
    ]);
  });
});
