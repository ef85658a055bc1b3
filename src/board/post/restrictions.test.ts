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

  it("tell whether agencies may write, if the post says so", () => {
    expect(restrictions(jobWith({ agencies_welcome: false }))).toEqual([
      "No recruitment agencies, please.",
    ]);
    expect(restrictions(jobWith({ agencies_welcome: true }))).toEqual([
      "Recruitment agencies may contact the company.",
    ]);
  });

  it("are not what the company offers, such as a visa", () =>
    expect(restrictions(jobWith({ visa_sponsorship: true }))).toEqual([]));
});
