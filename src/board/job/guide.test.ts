import { readFile } from "node:fs/promises";
import { expect, it } from "vitest";
import { testConfig } from "../fixtures.ts";
import { jobFileGuide } from "./guide.ts";

it("docs/job-file.md matches the schema (if not, run: npm run docs)", async () => {
  expect(await readFile("docs/job-file.md", "utf8")).toBe(jobFileGuide(testConfig));
});
