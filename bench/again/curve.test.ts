import { expect, it } from "vitest";
import { drawCurves } from "./curve.ts";

it("draws a cost that grows with the posts as a line from corner to corner", () => {
  const picture = drawCurves("Cost", [
    {
      name: "clean build",
      points: [
        [100, 0.1],
        [1000, 1],
        [10_000, 10],
      ],
    },
    {
      name: "after one change",
      points: [
        [100, 0.1],
        [10_000, 0.1],
      ],
    },
  ]);

  expect(picture).toContain('<polyline points="56,312 273,164 490,16"');
  expect(picture).toContain('<polyline points="56,312 490,312"');
  expect(picture).toContain(">clean build</text>");
  expect(picture).toContain(">10,000</text>");
});
