import { describe, expect, it } from "vitest";
import { pages } from "../addresses.ts";
import type { JobChanges } from "../fixtures.ts";
import { boardOf, indexOf, searchIn, testNow } from "./fixtures.ts";
import type { SearchState } from "./search-state.ts";
import { emptyState } from "./search-state.ts";

const description = "You write Python.";
const requirements = "You like tests.";

/** The first is the newest. */
function searchOf(...jobs: JobChanges[]) {
  const board = boardOf(jobs.map((job) => ({ description, requirements, ...job })));
  const search = searchIn({ files: indexOf(board) });
  return (text: string, more: Partial<SearchState> = {}) =>
    search({ ...emptyState, text, ...more }, testNow.toSeconds());
}

async function titles(search: ReturnType<typeof searchOf>, text: string): Promise<string[]> {
  const { rows } = await search(text);
  return rows.map(({ title }) => title);
}

describe("words", () => {
  const search = searchOf(
    { title: "Django Developer", company: "Alder Labs" },
    { title: "Analyst", company: "Django Guild" },
    { title: "Tester", company: "Beech", description: "We use Django and Kubernetes." },
    { title: "Engineer", company: "Cedar", requirements: "C++, Node.js and scikit-learn." },
  );

  it("are found in titles before companies before texts", async () => {
    expect(await titles(search, "django")).toStrictEqual(["Django Developer", "Analyst", "Tester"]);
  });

  it("must all be there, in any order and part", async () => {
    expect(await titles(search, "kubernetes beech django")).toStrictEqual(["Tester"]);
    expect(await titles(search, "kubernetes alder")).toStrictEqual([]);
  });

  it("are found while they are typed", async () => {
    for (const text of ["d", "dj", "dja", "djang"]) {
      expect((await titles(search, text)).slice(0, 2)).toStrictEqual([
        "Django Developer",
        "Analyst",
      ]);
    }
    // Whole words, in titles and companies alike, are before those that only begin so.
    expect(await titles(search, "kuber")).toStrictEqual(["Tester"]);
  });

  it("may have signs and hyphens", async () => {
    expect(await titles(search, "c++")).toStrictEqual(["Engineer"]);
    expect(await titles(search, "scikit-learn node.js")).toStrictEqual(["Engineer"]);
  });

  it("are found by their singular and plural", async () => {
    expect(await titles(search, "lab alder")).toStrictEqual(["Django Developer"]);
    expect(await titles(search, "testers beech")).toStrictEqual(["Tester"]);
  });

  it("may be excluded", async () => {
    expect(await titles(search, "django -kubernetes -guild")).toStrictEqual(["Django Developer"]);
    expect(await titles(search, "-django")).toStrictEqual(["Engineer"]);
    expect(await titles(search, '-"django guild" django')).toStrictEqual([
      "Django Developer",
      "Tester",
    ]);
  });

  it("change nothing if there are only signs", async () => {
    for (const text of ["", "  ", "!?", '""', "-"]) expect((await search(text)).total).toBe(4);
  });

  it("name what to mark", async () => {
    expect((await search("developers dj")).marks).toStrictEqual([
      ...["developers", "developer"],
      ...["dj", "dj*"],
    ]);
  });
});

describe("phrases", () => {
  const search = searchOf(
    { title: "Machine Learning Engineer", company: "Alder" },
    { title: "Learning Machine", company: "Engineer Works" },
    { title: "Analyst", company: "Machine", description: "Learning with Python." },
    {
      title: "Editor",
      company: "Oak",
      description: "Of **machine**-learning [posts](https://a.example/x).",
    },
  );

  it("are words that follow one another", async () => {
    expect(await titles(search, '"machine learning"')).toStrictEqual([
      "Machine Learning Engineer",
      "Editor",
    ]);
  });

  it("do not go from one part of a post to the next", async () => {
    expect(await titles(search, '"machine engineer"')).toStrictEqual([]);
    expect(await titles(search, '"learning machine engineer"')).toStrictEqual([]);
  });

  it("may not be typed to their end", async () => {
    for (const text of ['"machine l', '"machine le', '"machine lear']) {
      expect((await titles(search, text)).slice(0, 1)).toStrictEqual(["Machine Learning Engineer"]);
    }
    expect(await titles(search, '"machine lear')).toHaveLength(2);
    expect(await titles(search, '"machine lear"')).toHaveLength(0);
  });

  it("pass by the addresses of links", async () => {
    expect(await titles(search, '"learning posts"')).toStrictEqual(["Editor"]);
    expect(await titles(search, "example")).toStrictEqual([]);
  });
});

describe("places", () => {
  const search = searchOf(
    { title: "One", places: [{ city: "München", country: "DE" }] },
    {
      title: "Two",
      city: undefined,
      country: undefined,
      places: [{ city: "Zürich", country: "CH" }],
    },
    { title: "Three", city: "Łódź", country: "PL" },
    { title: "Four", city: "Cologne", country: "DE" },
  );

  it.each([
    ["Muenchen", "One"],
    ["munchen", "One"],
    ["MÜNCHEN", "One"],
    ["Munich", "One"],
    ["Zurich", "Two"],
    ["zuerich switz", "Two"],
    ["lodz", "Three"],
    ["Köln", "Four"],
  ])("are found by %s", async (text, title) => {
    expect(await titles(search, text)).toStrictEqual([title]);
  });
});

describe("misspelled words", () => {
  const search = searchOf(
    { title: "Kubernetes Engineer", company: "Alder" },
    { title: "Django Developer", company: "Beech" },
    { title: "PostgreSQL Administrator", company: "Cedar" },
  );
  const twins = searchOf(
    { title: "Tester", company: "Djago" },
    { title: "Django Developer", company: "Beech" },
  );

  it.each([
    ["kuberntes", "Kubernetes Engineer"],
    ["djagno", "Django Developer"],
    ["postgers", "PostgreSQL Administrator"],
    ["postgersql administator", "PostgreSQL Administrator"],
    ["kubbernetes enginer alder", "Kubernetes Engineer"],
  ])("such as %s are forgiven", async (text, title) => {
    expect(await titles(search, text)).toStrictEqual([title]);
  });

  it("say what was taken for them", async () => {
    expect((await search("kuberntes engineer")).corrections).toStrictEqual([
      { typed: "kuberntes", taken: ["kubernetes"] },
    ]);
  });

  it("are not looked for while there are posts with what was typed", async () => {
    expect(await titles(twins, "djago")).toStrictEqual(["Tester"]);
    expect((await twins("djago")).corrections).toStrictEqual([]);
  });

  it("are not looked for because a filter has no result", async () => {
    const results = await twins("djago", { chosen: { workplace: ["remote"] } });
    expect(results).toMatchObject({ total: 0, corrections: [] });
    expect(results.relaxations).toStrictEqual([{ drop: "workplace", total: 1 }]);
  });

  it("are looked for if the one post with what was typed has ended", async () => {
    const both = boardOf([
      { title: "Djago", company: "Alder", expires: "2027-02-01", description, requirements },
      { title: "Django", company: "Beech", description, requirements },
    ]);
    const inBoth = searchIn({ files: indexOf(both) });
    const at = (days: number) =>
      inBoth({ ...emptyState, text: "djago" }, testNow.plus({ days }).toSeconds());
    expect((await at(0)).rows.map(({ title }) => title)).toStrictEqual(["Djago"]);
    expect((await at(5)).rows.map(({ title }) => title)).toStrictEqual(["Django"]);
  });

  it("of three letters mean nothing else", async () => {
    expect(await titles(search, "djx")).toStrictEqual([]);
  });
});

describe("a row", () => {
  it("has what the list shows", async () => {
    const search = searchOf({
      title: "Developer",
      company: "Alder",
      job_types: ["web", "cloud"],
      workplace: "hybrid",
      city: "Vienna",
      country: "AT",
      employment: "full_time",
      seniority: "senior",
      posted_by_agency: true,
      featured: true,
      expires: "2027-02-03",
      salary: { min: 50_000, max: 60_000, currency: "EUR", per: "year" },
    });
    const { rows } = await search("");
    expect(rows).toStrictEqual([
      {
        slug: "2027-01-01-post-0",
        title: "Developer",
        company: "Alder",
        isAgency: true,
        isFeatured: true,
        isNew: false,
        closingSoon: true,
        category: { value: "developer-engineer", label: "Developer / Engineer" },
        types: [
          { value: "web", label: "Web" },
          { value: "cloud", label: "Cloud" },
        ],
        workplace: "hybrid",
        employment: "full_time",
        seniority: "senior",
        places: [{ text: "Vienna, Austria", address: "/jobs/location/vienna-at/" }],
        pay: "€50,000–€60,000 per year",
        published: "2027-01-01",
        until: Date.UTC(2027, 1, 4) / 1000,
        language: undefined,
      },
    ]);
  });
});

describe("an index that is replaced while somebody searches", () => {
  const job = { description, requirements };
  const before = indexOf(boardOf([{ ...job, title: "Django Developer" }]));
  const after = indexOf(boardOf([{ ...job, title: "Flask Developer" }]));
  const ask = { ...emptyState, text: "developer" };
  const now = testNow.toSeconds();

  it("is loaded once more, and nothing of both is mixed", async () => {
    const site = { files: before };
    const search = searchIn(site);
    // Loads no file with rows or terms.
    expect((await search({ ...emptyState, chosen: { workplace: ["remote"] } }, now)).total).toBe(0);
    site.files = after;
    const { rows } = await search(ask, now);
    expect(rows.map(({ title }) => title)).toStrictEqual(["Flask Developer"]);
  });

  it("fails if its files are missing, and works once they are there", async () => {
    const [index] = before.filter(({ address }) => address === pages.searchIndex);
    const site = { files: index ? [index] : [] };
    const search = searchIn(site);
    await expect(search(ask, now)).rejects.toThrow(/\/jobs\/search\//);
    site.files = before;
    expect((await search(ask, now)).total).toBe(1);
  });
});
