import { describe, expect, it } from "vitest";
import { jobWith } from "../fixtures.ts";
import { restrictions } from "./restrictions.ts";

const remote = { workplace: "remote", city: undefined, country: undefined } as const;

describe("the restrictions of a job", () => {
  it("are empty if the post states none", () => expect(restrictions(jobWith({}))).toEqual([]));

  it("say where applicants for a remote job may live", () => {
    expect(restrictions(jobWith({ ...remote, remote_from: ["DE", "AT"] }))).toEqual([
      expect.stringMatching(/^Fully remote, .*Germany.*Austria.*\.$/),
    ]);
    expect(restrictions(jobWith({ ...remote, remote_from: "worldwide" }))).toEqual([
      "Fully remote, from anywhere in the world.",
    ]);
  });

  it("say whether agencies may contact the employer, if the post does", () => {
    expect(restrictions(jobWith({ agencies_welcome: false }))).toEqual([
      "No recruitment agencies, please.",
    ]);
    expect(restrictions(jobWith({ agencies_welcome: true }))).toEqual([
      "Recruitment agencies may contact the company.",
    ]);
  });

  it("do not include what the company offers, such as a visa", () =>
    expect(restrictions(jobWith({ visa_sponsorship: true }))).toEqual([]));
});
