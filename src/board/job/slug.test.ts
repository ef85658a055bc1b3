import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { reservedSlugs } from "../addresses.ts";
import { maxSlugLength, refuseSlug, slugApart, slugFor, transliterate } from "./slug.ts";

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

  it("has the city of an on-site or hybrid job, the first of several, and none of a remote one", () => {
    const job = { submitted, company: "Example GmbH", title: "Developer" };
    const name = "2026-11-22-example-gmbh-developer";
    expect(slugFor({ ...job, workplace: "hybrid", city: "Zürich" })).toBe(`${name}-zuerich`);
    const places = [{ city: "Köln" }, { city: "Bonn" }];
    expect(slugFor({ ...job, workplace: "onsite", places })).toBe(`${name}-koeln`);
    expect(slugFor({ ...job, workplace: "remote", city: "Berlin" })).toBe(name);
  });

  it("is cut at words, the company first, and has a hash of what was cut", () => {
    const company = "Deutsche Gesellschaft für Internationale Zusammenarbeit (GIZ) GmbH";
    const job = { submitted, company, workplace: "onsite", city: "Eschborn" } as const;
    const slugs = ["Data Engineer", "Data Engineer (Python, Water and Energy, all of Africa)"].map(
      (title) => slugFor({ ...job, title }),
    );
    expect(slugs).toEqual([
      expect.stringMatching(
        /^2026-11-22-deutsche-gesellschaft-fuer-data-engineer-eschborn-[a-z0-9]{7}$/,
      ),
      expect.stringMatching(
        /^2026-11-22-deutsche-data-engineer-python-water-and-energy-all-eschborn-[a-z0-9]{7}$/,
      ),
    ]);
    for (const slug of slugs) expect(slug.length).toBeLessThanOrEqual(maxSlugLength);
  });

  it("has a hash of the text for another job with the same company, title and city", () => {
    const job = { submitted, company: "Example", title: "Developer", description: "One." };
    expect(slugApart(job)).toMatch(/^2026-11-22-example-developer-[a-z0-9]{7}$/);
    expect(slugApart(job)).not.toBe(slugApart({ ...job, description: "Another." }));
    const long = { ...job, title: "developer ".repeat(20) };
    expect(refuseSlug(slugApart(long))).toBeUndefined();
  });

  it("differs for two jobs of a company whose long names begin alike", () => {
    const company = "Example Association for the Advancement of Agricultural Research";
    const jobs = ["in Soil Science", "in Plant Science"].map((where) =>
      slugFor({ submitted, company, title: `Senior Research Software Engineer ${where}` }),
    );
    expect(new Set(jobs).size).toBe(2);
  });

  it("has a hash of the text if no Latin letters are left", () => {
    expect(transliterate("北京")).toMatch(/^[a-z0-9]{7}$/);
    expect(transliterate("北京")).not.toBe(transliterate("上海"));
    expect(slugFor({ submitted, company: "!!!", title: "😀" })).toMatch(/^2026-11-22-[a-z0-9]{7}$/);
  });

  it("is valid for any company, title and city, and the same apart from the day", () => {
    const text = fc.string({ unit: "grapheme", minLength: 1, maxLength: 100 });
    fc.assert(
      fc.property(text, text, text, (company, title, city) => {
        const job = { company, title, workplace: "onsite", city } as const;
        const slug = slugFor({ ...job, submitted });
        expect(refuseSlug(slug)).toBeUndefined();
        const another = slugFor({ ...job, submitted: "2027-01-01" });
        expect(another.slice(submitted.length)).toBe(slug.slice(submitted.length));
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
