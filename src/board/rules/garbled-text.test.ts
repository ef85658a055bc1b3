import { describe, expect, it } from "vitest";
import { findingsOf } from "./fixtures.ts";
import { garbledText } from "./garbled-text.ts";

/** The fields that the rule corrects. */
function corrected(changes: Parameters<typeof findingsOf>[1]) {
  return Object.assign({}, ...findingsOf(garbledText, changes).map(({ repair }) => repair?.values));
}

describe("a line with HTML entities or text that was encoded twice", () => {
  it.each([
    ["R&amp;D Engineer", "R&D Engineer"],
    ["R&amp;amp;D Engineer", "R&D Engineer"],
    ["Developer &#8211; Berlin", "Developer – Berlin"],
    ["Caf&eacute;&nbsp;Nero", "Café Nero"],
    ["DÃ©veloppeur", "Développeur"],
    ["DÃ‰VELOPPEUR", "DÉVELOPPEUR"],
    ["CONSTRUCCIÃ“N", "CONSTRUCCIÓN"],
    ["Childrenâ€™s", "Children’s"],
    ["the â€œbestâ€ job", "the “best” job"],
    ["2019â€“2021", "2019–2021"],
    ["WiÅ‚a", "Wiła"],
    ["Ð¿Ñ€Ð¸Ð²ÐµÑ‚", "привет"],
    ["5Â years", "5 years"],
    ["DÃ©jÃ  vu", "Déjà vu"],
    ["Ã  la carte, voilÃ .", "à la carte, voilà."],
    ["ðŸ˜€ jobs", "😀 jobs"],
  ])("“%s” is corrected", (title, meant) => {
    expect(corrected({ title })).toEqual({ title: meant });
  });

  it.each([
    "R&D; Engineer",
    "AT&T",
    "C&A &foo; more",
    "„Spaß“ am MENÜ“ und „CAFÉ»…",
    "IRMÃ”",
    "IRMÃ DULCE",
    "olé”… déjà «»",
    "Ångström, Óscar, naïve façade, Ñandú, Świętokrzyskie",
    "a &#x202e; b",
  ])("“%s” stays as it is", (title) => {
    expect(corrected({ title })).toEqual({});
  });

  it("is reported where a character was lost, which nobody can correct", () => {
    const [finding, ...others] = findingsOf(garbledText, { title: "D\ufffdveloppeur" });
    expect(finding).toMatchObject({ field: "title", message: expect.stringContaining("was lost") });
    expect(finding?.repair).toBeUndefined();
    expect(others).toEqual([]);
    const description = "One.\nR\ufffdsum\ufffd";
    expect(findingsOf(garbledText, { description })).toMatchObject([{ line: 2 }]);
  });

  it("in an address stays one if it is a parameter", () => {
    const apply_url = "https://example.com/?id=1&amp;src=board";
    expect(corrected({ apply_url })).toEqual({
      apply_url: "https://example.com/?id=1&src=board",
    });
    expect(corrected({ apply_url: "https://example.com/?id=1&lang;=en" })).toEqual({});
  });
});

describe("a text with what readers would see as entities", () => {
  it.each([
    ["C&amp;A, &eacute; and &nbsp; are shown as meant.", undefined],
    ["C&amp;amp;A\n\nFish &amp;ndash; chips", "C&A\n\nFish – chips"],
    ["Fish \\&amp; chips", "Fish & chips"],
    ["`&amp;nbsp;` and &amp;nbsp; x", "`&amp;nbsp;` and   x"],
    ["```\n&amp;nbsp;\n```", undefined],
  ])("%j", (description, meant) => {
    expect(corrected({ description })).toEqual(meant ? { description: meant } : {});
  });

  it("names the line, and shows only the lines that change", () => {
    const description = "One.\n\nThe childrenâ€™s museum.\nTwo.\n\nThree.";
    expect(findingsOf(garbledText, { description })).toMatchObject([
      { field: "description", line: 3, repair: { shown: "The children’s museum." } },
    ]);
  });
});
