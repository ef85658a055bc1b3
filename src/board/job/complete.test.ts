import { describe, expect, it } from "vitest";
import { soundJob, testConfig } from "../fixtures.ts";
import { checkJob } from "./check.ts";
import { completeJob } from "./complete.ts";

const complete = (fields: Record<string, unknown>) => completeJob(fields, testConfig, "2026-11-22");

describe("a valid post", () => {
  it("stays the same job", () => {
    expect(complete(soundJob)).toEqual({ job: soundJob, findings: [], standIns: new Set() });
  });
});

describe("an invalid post", () => {
  it("keeps valid fields, and loses wrong or unknown ones", () => {
    const faulty = { ...soundJob, email: "jobs@", layout: "x" };
    const { job, findings, standIns } = complete(faulty);
    expect(job).toEqual(soundJob);
    expect(findings.map(({ field }) => field).toSorted()).toEqual(["email", "layout"]);
    expect(standIns).toEqual(new Set(["email", "layout"]));
  });

  it("is a valid job even if nothing is given", () => {
    const { job, standIns } = complete({});
    expect(checkJob(job, testConfig).findings).toEqual([]);
    expect([...standIns].toSorted()).toEqual(Object.keys(job).toSorted());
  });
});
