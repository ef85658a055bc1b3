import { expect, it } from "vitest";
import type { Figure } from "./figures.ts";
import { figureTable, inSequence, missedBy, percentile, timeFigures } from "./figures.ts";

const fast = { first: 900, keys: [10, 20, 99], filters: [5, 30] };

it("names the limits that are exceeded", () => {
  expect(missedBy(new Map([[300, timeFigures(fast)]]))).toEqual([]);
  const slow = timeFigures({ first: 1001, keys: [10, 51, 101], filters: [31] });
  expect(missedBy(new Map([[300, slow]]))).toEqual([
    "300 posts, first key: 1001 ms; the limit is 1000.",
    "300 posts, further keys, half of them: 51 ms; the limit is 50.",
    "300 posts, further keys, 95 %: 101 ms; the limit is 100.",
    "300 posts, a filter: 31 ms; the limit is 30.",
  ]);
});

it("takes the value that 95 % are not above", () => {
  const values = Array.from({ length: 100 }, (_, index) => index + 1);
  expect(percentile(values, 0.95)).toBe(95);
  expect(percentile([7], 0.95)).toBe(7);
});

it("shows boards side by side", () => {
  const figure = (value: number, most?: number): Figure => ({
    name: "size",
    value,
    most,
    unit: "KB",
  });
  const text = figureTable(
    new Map([
      [300, [figure(1.234, 60)]],
      [9000, [figure(56.7)]],
    ]),
  );
  expect(text).toMatch(/size\s+\S*\s*1\.23 KB\s+\S*\s*60\s+\S*\s*57 KB/);
});

it("counts requests that wait for one another", () => {
  const at = (start: number, end: number) => ({ start, end });
  expect(inSequence([])).toBe(0);
  expect(inSequence([at(0, 10), at(1, 9), at(10, 20), at(12, 15), at(21, 22)])).toBe(3);
});
