import { describe, expect, it } from "vitest";
import { testConfig } from "../board/fixtures.ts";
import * as slugs from "../board/job/slug.ts";
import type * as Vocabulary from "../board/job/vocabulary.ts";
import { countryCodes, currencies, languageCodes, languageName } from "../board/job/vocabulary.ts";
import * as markdown from "../board/post/markdown.ts";
import { bundleCore } from "./core-bundle.ts";

/** A module of the core as scripts of pages have it. */
async function inPage<Module>(path: string): Promise<Module> {
  const [script] = await bundleCore({ "/module.js": path }, [], testConfig);
  return await import(`data:text/javascript,${encodeURIComponent(script?.content ?? "")}`);
}

describe("the core in a page", () => {
  it("transliterates as the core in Node does", async () => {
    const { transliterate } = await inPage<typeof slugs>("src/board/job/slug.ts");
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

  it("links to names of hosts as the core in Node does", async () => {
    const page = await inPage<typeof markdown>("src/board/post/markdown.ts");
    for (const host of ["jobs.exämple.com", "例え.jp", "EXAMPLE.com", "exa%mple.com", "ä..com"]) {
      const text = `[a](https://${host}/x) https://${host}/`;
      expect(page.renderMarkdown(text)).toBe(markdown.renderMarkdown(text));
    }
  });

  it("has the same code lists, and understands all codes of countries", async () => {
    const page = await inPage<typeof Vocabulary>("src/board/job/vocabulary.ts");
    expect(page).toMatchObject({ countryCodes, currencies, languageCodes });
    expect(page.languageCodes.map(page.languageName)).toEqual(languageCodes.map(languageName));
    expect(["de", "DEU", "Deutschland"].map(page.countryMeant)).toEqual(["DE", "DE", "DE"]);
  });
});
