import { expect, it } from "vitest";
import { testConfig } from "../fixtures.ts";
import { findingsOf } from "./fixtures.ts";
import { retiredChoices } from "./retired-choices.ts";

const config = {
  ...testConfig,
  categories: [{ slug: "other", name: "Other", retired: true as const }],
  types: [
    { slug: "web", name: "Web" },
    { slug: "cloud", name: "Cloud", retired: true as const },
  ],
};
const job = { category: "other", job_types: ["web", "cloud"] };

it("a new post gets advice about retired choices", () => {
  const findings = findingsOf(retiredChoices, job, { config });
  expect(findings.map(({ field }) => field)).toEqual(["category", "job_types"]);
  expect(findings[1]?.message).toContain("“Cloud”");
});

it("a listed post keeps them", () => {
  expect(findingsOf(retiredChoices, { ...job, published: "2026-11-01" }, { config })).toEqual([]);
});
