import { glob, readdir, readFile } from "node:fs/promises";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import * as spanish from "../src/board/words/es/starting-settings.ts";
import { everyKindOfPost, everyKindSettings, kindsOfPages } from "./every-kind.ts";
import { buildExample } from "./example-site.ts";
import { expected, showSite } from "./site-in-browser.ts";

describe("a board in Spanish", () => {
  it("has no English words in its pages, scripts and feeds", async () => {
    const { topic, review, categories, types } = everyKindSettings;
    const site = await buildExample(everyKindOfPost, {
      config: {
        ...everyKindSettings,
        description: spanish.description(topic.name),
        requirementsHeadings: spanish.requirementsHeadings,
        categories: categories.map(({ slug }) => ({ slug, name: slug })),
        types: types.map(({ slug }) => ({ slug, name: slug })),
        criteria: spanish.criteria(topic.name),
        review: { ...review, reasons: spanish.reasons(topic.name) },
      },
      flags: ["--conditions=words-es"],
    });
    expect(await site.read("jobs/index.html")).toMatch(/^<!DOCTYPE html>\n<html lang="es">/);
    const spanishTexts = await textsIn("es");
    const known = [...spanishTexts].join("\n");
    const english = [...(await textsIn("en"))].filter((text) => !known.includes(text));
    expect(english.length).toBeGreaterThan(1000);

    const files = Object.values(kindsOfPages).map((address) =>
      address.replace(/\/$/, "/index.html"),
    );
    for await (const file of glob("{assets/*.js,jobs/feed.*,*.xml}", { cwd: site.folder })) {
      files.push(`/${file}`);
    }
    const found: string[] = [];
    for (const file of files) {
      const text = await site.read(file);
      for (const each of english) if (text.includes(each)) found.push(`${file}: ${each}`);
    }
    expect(found).toEqual([]);
    const all = (await Promise.all(files.map(site.read))).join();
    expect([...spanishTexts].filter((text) => all.includes(text)).length).toBeGreaterThan(300);
  });
});

describe("a board in a language from right to left", () => {
  it("mirrors its pages, which still fit a narrow phone", async () => {
    const words = ["--import", join(import.meta.dirname, "mirrored-words.ts")];
    await using site = await showSite(everyKindOfPost, everyKindSettings, words);
    const page = await site.open(kindsOfPages.list, {
      ...expected,
      viewport: { width: 320, height: 640 },
    });
    const tooWide: string[] = [];
    for (const address of Object.values(kindsOfPages)) {
      await page.goto(address);
      const { language, direction, width } = await page.evaluate(() => ({
        language: document.documentElement.lang,
        direction: getComputedStyle(document.querySelector("h1") ?? document.body).direction,
        width: document.documentElement.scrollWidth,
      }));
      expect({ address, language }).toEqual({ address, language: "he" });
      if (width > 320) tooWide.push(`${address}: ${width}`);
      if (address === kindsOfPages.list) expect(direction).toBe("rtl");
    }
    expect(tooWide).toEqual([]);
    await page.goto(kindsOfPages.list);
    // The name of the board starts at the right, where the content does.
    const brand = await page.locator(".brand").boundingBox();
    const main = await page.locator("main").boundingBox();
    const rightOf = (box: typeof brand) => (box ? box.x + box.width : 0);
    expect(rightOf(main) - rightOf(brand)).toBeLessThan(20);
    expect(brand?.x).toBeGreaterThan(60);
  });
});

/** Only for the settings and samples of a new board, which are the test’s own here. */
const notOnTheSite = ["sandbox-posts.ts", "starting-settings.ts"];

/** Texts of some length in the sources of a language’s words, without what is inserted into them. */
async function textsIn(language: string): Promise<Set<string>> {
  const folder = join("src/board/words", language);
  const texts = new Set<string>();
  for (const module of await readdir(folder)) {
    if (notOnTheSite.includes(module)) continue;
    const source = (await readFile(join(folder, module), "utf8")).replace(/\/\*[\s\S]*?\*\//g, "");
    for (const [, quoted, template] of source.matchAll(
      /"((?:[^"\\\n]|\\.)*)"|`((?:[^`\\]|\\.)*)`/g,
    )) {
      for (const part of (quoted ?? template ?? "").split(/\$\{[^}]*\}|\\.|\n/)) {
        if (part.trim().split(" ").length >= 3) texts.add(part.trim());
      }
    }
  }
  return texts;
}
