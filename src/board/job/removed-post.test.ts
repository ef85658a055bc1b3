import { describe, expect, it } from "vitest";
import { at, changeJob, jobWith, testConfig } from "../fixtures.ts";
import { checkSources } from "../listing/read-board.ts";
import { readJobFile, writeJobFile } from "./file.ts";
import { isRedacted, redact } from "./removed-post.ts";
import { jobFields } from "./schema.ts";

const removed = { on: "2027-01-31", reason: "removed" } as const;
const personal = jobWith({
  contact: "Grace Hopper",
  email: "grace@example.com",
  managers: ["octocat"],
  aliases: ["/jobs/1234/"],
  renewed: ["2026-12-24"],
  published: "2026-11-22",
  approved: { on: "2026-11-22", pull: 12, by: "rita" },
  closed: removed,
});

describe("a post whose content is removed", () => {
  it("keeps its submitter, reviewer, dates, old addresses and choices", () => {
    const { category, workplace, submitted, submitted_by } = personal;
    const { published, approved, renewed } = personal;
    const days = { submitted, published, approved, renewed, closed: removed };
    expect(redact(personal)).toEqual({
      title: "Removed post",
      company: "Removed",
      description: "This post was removed.",
      requirements: "None.",
      ...{ category, workplace, submitted_by, ...days, aliases: ["/jobs/1234/"] },
    });
  });

  it("differs from one with any content left", () => {
    expect(isRedacted(redact(personal))).toBe(true);
    expect(redact(redact(personal))).toEqual(redact(personal));
    const lost = jobFields.filter((field) => personal[field] && !redact(personal)[field]);
    for (const field of ["title", "company", "description", ...lost] as const) {
      const partly = changeJob(redact(personal), { [field]: personal[field] });
      expect([field, isRedacted(partly)]).toEqual([field, false]);
    }
  });

  it.each(["jobs/a.md", "jobs/archive/2027/a.md"])("is a valid file as %s", (file) => {
    const written = writeJobFile(file, redact(personal), testConfig);
    const text = written.ok ? written.text : "";
    expect(readJobFile(file, text, testConfig)).toEqual({ ok: true, job: redact(personal) });
    const content = new TextEncoder().encode(text);
    const { problems } = checkSources([{ file, content }], testConfig, at("2027-02-01"));
    expect(problems.filter(({ severity }) => severity === "error")).toEqual([]);
  });
});
