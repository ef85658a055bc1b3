import { readdir, readFile } from "node:fs/promises";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { languages } from "./every-language.ts";

const folder = import.meta.dirname;
const translated = languages.filter((language) => language !== "en");

describe.each(translated)("the words in %s", (language) => {
  it("have every module, and the compiler compares each with the English one", async () => {
    const modules = await readdir(join(folder, language));
    expect(modules).toEqual(await readdir(join(folder, "en")));
    const compared = await readFile(join(folder, "translations.ts"), "utf8");
    for (const module of modules) expect(compared).toContain(`import("./${language}/${module}")`);
  });

  it("can be chosen", async () => {
    const { imports } = JSON.parse(await readFile("package.json", "utf8"));
    expect(imports["#words/*.ts"]).toHaveProperty(
      `words-${language}`,
      `./src/board/words/${language}/*.ts`,
    );
    const words: { language: string } = await import(`./${language}/language.ts`);
    expect(words.language).toBe(language);
  });

  it("have no English sentences left, apart from GitHub’s buttons and the file format", async () => {
    for (const module of await readdir(join(folder, language))) {
      const source = await readFile(join(folder, language, module), "utf8");
      const texts = source
        .replaceAll(/\/\*\*?[\s\S]*?\*\/|^\s*\/\/.*$|«[^»]*»/gm, "")
        .replaceAll(/## About the company|\*(?:Enable|Run) workflow\*/g, "");
      expect(
        texts.match(/.*(?<![-\w])(?:the|and|your|you|this|that|please)\b.*/gi),
        module,
      ).toBeNull();
      expect(texts.match(/.*[“”].*/g), `${module}: quotes`).toBeNull();
    }
  });
});
