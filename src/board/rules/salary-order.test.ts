import { expect, it } from "vitest";
import { findingsOf } from "./fixtures.ts";
import { salaryOrder } from "./salary-order.ts";

it.each([
  [{ min: 50, max: 60 }, 0],
  [{ min: 50, max: 50 }, 0],
  [{ min: 50 }, 0],
  [{ min: 60, max: 50 }, 1],
])("pay of %o has %d problems with its order", (amounts, faults) => {
  const salary = { ...amounts, currency: "EUR", per: "hour" } as const;
  expect(findingsOf(salaryOrder, { salary })).toHaveLength(faults);
});

it("a post without pay has none", () => {
  expect(findingsOf(salaryOrder, { salary: undefined })).toEqual([]);
});
