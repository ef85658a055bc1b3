import { expect, it } from "vitest";
import { findingsOf } from "./fixtures.ts";
import { images } from "./images.ts";

it.each([
  ["![Our office](https://example.com/office.png)", 1],
  ["See ![][x].\n\n[x]: https://example.com/x.png", 1],
  ["`![alt](https://example.com/x.png)`", 0],
  ["Wow![1] said nobody.", 0],
  ["[Our office](https://example.com/office.png)", 0],
])("%j has %d kinds of images", (description, count) => {
  expect(findingsOf(images, { description })).toHaveLength(count);
});
