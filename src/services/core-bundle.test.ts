import { describe, expect, it } from "vitest";
import { testConfig } from "../board/fixtures.ts";
import * as slugs from "../board/job/slug.ts";
import { bundleCore } from "./core-bundle.ts";

describe("the core in a page", () => {
  it("transliterates as the core in Node does", async () => {
    const [script] = await bundleCore({ "/slug.js": "src/board/job/slug.ts" }, [], testConfig);
    const address = `data:text/javascript,${encodeURIComponent(script?.content ?? "")}`;
    const { transliterate }: typeof slugs = await import(address);
    // The table has no letters of other planes.
    const letters = [0, 1].flatMap((plane) =>
      Array.from({ length: 0x10000 }, (_, code) => String.fromCodePoint(plane * 0x10000 + code)),
    );
    const texts = Map.groupBy(letters, (letter) => (letter.codePointAt(0) ?? 0) >> 8);
    for (const each of texts.values()) {
      const text = each.join(" ");
      expect(transliterate(text)).toBe(slugs.transliterate(text));
    }
  });
});
