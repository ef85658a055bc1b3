import { describe, expect, it } from "vitest";
import { soundJob, testConfig } from "../fixtures.ts";
import { writeJobFile } from "../job/file.ts";
import type { Job } from "../job/schema.ts";
import { oldAddressesToCheck } from "./old-addresses.ts";

function source(file: string, fields: Partial<Job>) {
  const written = writeJobFile(file, { ...soundJob, ...fields }, testConfig);
  if (!written.ok) throw new Error(JSON.stringify(written.problems));
  return { file, content: new TextEncoder().encode(written.text) };
}

describe("the old addresses to check", () => {
  it("are a few of live posts and of another board’s lists", () => {
    const alias = (number: number) => ({ aliases: [`/jobs/${number}/`] });
    const sources = [
      source("jobs/2026-11-22-none.md", {}),
      { file: "jobs/2026-11-21-link.md", content: { refused: "is not an ordinary file" } },
      source("jobs/archive/2026/10/2026-10-01-archived.md", {
        ...{ ...alias(1), submitted: "2026-10-01", published: "2026-10-01" },
        closed: { on: "2026-11-01", reason: "filled" },
      }),
      source("jobs/2026-11-20-a.md", alias(2)),
      source("jobs/2026-11-19-b.md", { aliases: ["/jobs/3/", "/jobs/33/"] }),
      source("jobs/2026-11-18-c.md", alias(4)),
    ];
    const table = {
      "/jobs/type/django/": "/jobs/type/web/",
      "/jobs/type/flask/": "/jobs/type/web/",
      "/jobs/type/zope/": "/jobs/type/web/",
    };
    expect(oldAddressesToCheck(sources, table, testConfig)).toEqual([
      ...["/jobs/2/", "/jobs/3/"],
      ...["/jobs/type/django/", "/jobs/type/flask/"],
    ]);
  });
});
