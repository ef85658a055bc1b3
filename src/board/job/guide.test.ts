import { readFile } from "node:fs/promises";
import { describe, expect, it } from "vitest";
import { boardConfig } from "../../board.config.ts";
import { jobFileGuide } from "./guide.ts";
import { jobFields } from "./schema.ts";

describe("the guide to job files", () => {
  it("names every field", () => {
    const guide = jobFileGuide(boardConfig);
    for (const field of jobFields) expect(guide).toContain(`| \`${field}\``);
  });

  it("is committed as the schema says it (else: npm run docs)", async () => {
    expect(await readFile("docs/job-file.md", "utf8")).toBe(jobFileGuide(boardConfig));
  });
});
