import { expect, it } from "vitest";
import { findingsOf } from "./fixtures.ts";
import { salaryOrder } from "./salary-order.ts";

it.each([
  [{ min: 50, max: 60 }, 0],
  [{ min: 50, max: 50 }, 0],
  [{ min: 50 }, 0],
  [{ min: 60, max: 50 }, 1],
])("pay of %o has %d faults in its order", (amounts, faults) => {
  const salary = { ...amounts, currency: "EUR", per: "hour" } as const;
  expect(findingsOf(salaryOrder, { salary })).toHaveLength(faults);
});

it("no pay has no order", () => {
  expect(findingsOf(salaryOrder, { salary: undefined })).toEqual([]);
});
