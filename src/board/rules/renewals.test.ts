import { expect, it } from "vitest";
import { testConfig } from "../fixtures.ts";
import { findingsOf } from "./fixtures.ts";
import { errorRules } from "./index.ts";
import { renewals } from "./renewals.ts";

const config = { ...testConfig, lifetimes: { ...testConfig.lifetimes, renewals: 1 } };

it("a post can be renewed as often as the board allows", () => {
  expect(findingsOf(renewals, {}, { config })).toEqual([]);
  expect(findingsOf(renewals, { renewed: ["2026-12-01"] }, { config })).toEqual([]);
  const [finding] = findingsOf(renewals, { renewed: ["2026-12-01", "2027-02-01"] }, { config });
  expect(finding).toMatchObject({ field: "renewed", message: expect.stringContaining("allows 1") });
});

it("a lower limit does not remove listed posts", () => {
  expect(errorRules).not.toContain(renewals);
});
