import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { reservedSlugs } from "../addresses.ts";
import { maxSlugLength, refuseSlug, slugFor, transliterate } from "./slug.ts";

const submitted = "2026-11-22";

describe("the slug of a post", () => {
  it("consists of date, company and title", () => {
    expect(
      slugFor({ submitted, company: "Example Analytics GmbH", title: "Senior Django Developer" }),
    ).toBe("2026-11-22-example-analytics-gmbh-senior-django-developer");
  });

  it.each([
    ["Bäckerei Groß & Söhne", "baeckerei-gross-and-soehne"],
    ["O’Neill's", "oneills"],
    ["C++ / C# / .NET", "cpp-csharp-dotnet"],
    ["Łódź São Paulo Çeşme", "lodz-sao-paulo-cesme"],
    ["iOS DevOps", "ios-devops"],
  ])("writes “%s” in Latin letters", (text, slug) => {
    expect(transliterate(text)).toBe(slug);
  });

  it("is cut at a word", () => {
    const slug = slugFor({
      submitted,
      company: "Verwaltungsgesellschaft",
      title: "developer ".repeat(20),
    });
    expect(slug.length).toBeLessThanOrEqual(maxSlugLength);
    expect(slug).toMatch(/-developer$/);
  });

  it("has a hash of the text if no Latin letters are left", () => {
    expect(transliterate("北京")).toMatch(/^[a-z0-9]{7}$/);
    expect(transliterate("北京")).not.toBe(transliterate("上海"));
    expect(slugFor({ submitted, company: "!!!", title: "😀" })).toMatch(/^2026-11-22-[a-z0-9]{7}$/);
  });

  it("is valid for any company and title", () => {
    const text = fc.string({ unit: "grapheme", minLength: 1, maxLength: 100 });
    fc.assert(
      fc.property(text, text, (company, title) => {
        const slug = slugFor({ submitted, company, title });
        expect(refuseSlug(slug)).toBeUndefined();
        expect(slugFor({ submitted, company, title })).toBe(slug);
      }),
    );
  });
});

describe("a name for a post’s file", () => {
  it.each(["Good", "a b", "a--b", "-a", "a-", "a_b", "ä", "", "--help", "a'b", "x".repeat(81)])(
    "cannot be “%s”",
    (slug) => expect(refuseSlug(slug)).toBeTypeOf("string"),
  );

  it("cannot be a number, which is reserved for old addresses", () => {
    expect(refuseSlug("1234")).toMatch(/digits/);
  });

  it("cannot be that of a device on Windows, but may begin with it", () => {
    for (const slug of ["con", "prn", "aux", "nul", "com1", "lpt9"]) {
      expect(refuseSlug(slug), slug).toMatch(/Windows/);
    }
    for (const slug of ["con-artist", "auxiliary", "com10"]) {
      expect(refuseSlug(slug), slug).toBeUndefined();
    }
  });

  it("cannot be that of one of the board’s own pages", () => {
    expect([...reservedSlugs]).toEqual(
      expect.arrayContaining(["review", "feed", "types", "page", "type"]),
    );
    for (const slug of reservedSlugs) expect(refuseSlug(slug), slug).toMatch(/own pages/);
  });
});
