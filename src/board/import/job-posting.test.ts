import { describe, expect, it } from "vitest";
import { importContext } from "./fixtures.ts";
import { makePost } from "./imported-post.ts";
import { dayIn, findPostings, formFromPosting, readPosting } from "./job-posting.ts";

/** Properties of a posting that all makers write. */
const common = {
  "@context": "https://schema.org/",
  "@type": "JobPosting",
  title: "Python Engineer",
  datePosted: "2026-11-20",
  hiringOrganization: { "@type": "Organization", name: "Kiln & Co" },
  jobLocation: {
    "@type": "Place",
    address: { addressLocality: "Delft", addressRegion: "Zuid-Holland", addressCountry: "NL" },
  },
  description:
    "<p>Fire <strong>kilns</strong> with Python.</p><h3>You have</h3><ul><li>Python</li></ul>",
  url: "https://kiln.example.com/jobs/1",
};

function page(...blocks: readonly unknown[]): string {
  const scripts = blocks.map((block) => {
    const text = typeof block === "string" ? block : JSON.stringify(block);
    return `<script data-x="1" type="application/ld+json">${text}</script>`;
  });
  return `<!doctype html><html><head><link rel="canonical" href="https://kiln.example.com/careers/1">${scripts.join("")}</head><body><h1>Jobs</h1></body></html>`;
}

function only(source: string) {
  const [found, ...more] = findPostings(source);
  if (!found || more.length > 0) throw new Error("Not one posting.");
  return found;
}

function read(
  changes: Readonly<Record<string, unknown>> = {},
  source = page({ ...common, ...changes }),
) {
  return makePost(
    readPosting(only(source), "page.html", importContext, () => undefined),
    {},
    importContext,
  );
}

function notes(changes: Readonly<Record<string, unknown>>) {
  return read(changes)
    .notes.filter(({ kind }) => kind === "decide")
    .map(({ field }) => field);
}

describe("a posting in a page", () => {
  it("becomes a post", () => {
    expect(read().job).toEqual({
      title: "Python Engineer",
      company: "Kiln & Co",
      category: "developer-engineer",
      workplace: "onsite",
      city: "Delft",
      region: "Zuid-Holland",
      country: "NL",
      apply_url: "https://kiln.example.com/jobs/1",
      submitted: "2026-11-20",
      submitted_by: "example-org",
      published: "2026-11-20",
      description: "Fire **kilns** with Python.",
      requirements: "- Python",
    });
  });

  it.each([
    ["among other blocks, one of which is broken", page("{oops", { "@type": "WebPage" }, common)],
    [
      "in a graph",
      page({ "@context": "https://schema.org", "@graph": [{ "@type": "Thing" }, common] }),
    ],
    ["in a list of lists", page([[common]])],
    ["with a list of types", page({ ...common, "@type": ["JobPosting", "Thing"] })],
    ["with the address of its type", page({ ...common, "@type": "http://schema.org/JobPosting" })],
    ["in a comment", page(`<!-- ${JSON.stringify(common)} -->`)],
    ["with line ends in its texts", page(JSON.stringify(common).replace("Fire ", "Fire\n"))],
    ["as JSON", JSON.stringify(common)],
    ["as JSON without types", JSON.stringify({ ...common, "@type": undefined })],
  ])("is found %s", (_, source) => {
    expect(read({}, source).job?.description).toBe("Fire **kilns** with Python.");
  });

  it.each([
    ["no JSON", "<p>x</p>"],
    ["other data", page({ "@type": "Recipe" })],
    ["nothing", ""],
  ])("is not found in %s", (_, source) => expect(findPostings(source)).toEqual([]));
});

describe("what makers write in other ways", () => {
  it("is read: HTML encoded twice, as Greenhouse’s", () => {
    const description = common.description.replaceAll("<", "&lt;").replaceAll(">", "&gt;");
    expect(read({ description }).job?.requirements).toBe("- Python");
  });

  it("is read: text for objects, as Lever’s, and a name for a country, as Workable’s", () => {
    const { job } = read({
      hiringOrganization: "Kiln & Co",
      jobLocation: [
        { address: { addressLocality: "Delft", addressCountry: { name: "Netherlands" } } },
      ],
    });
    expect(job).toMatchObject({ company: "Kiln & Co", city: "Delft", country: "NL" });
  });

  it("is read: several places, and an address as one text", () => {
    const { job } = read({
      jobLocation: [
        { address: { addressLocality: "Delft", addressCountry: "NL" } },
        { address: { addressLocality: "Ghent", addressCountry: "BE" } },
      ],
    });
    expect(job?.places).toEqual([
      { city: "Delft", country: "NL" },
      { city: "Ghent", country: "BE" },
    ]);
    expect(read({ jobLocation: { address: "Delft, Netherlands" } }).job?.country).toBe("NL");
  });

  it("is read: remote work for countries, as Ashby’s", () => {
    const { job } = read({
      jobLocationType: "TELECOMMUTE",
      applicantLocationRequirements: [{ "@type": "Country", name: "Netherlands" }, { name: "BE" }],
    });
    expect(job).toMatchObject({ workplace: "remote", remote_from: ["NL", "BE"] });
    expect(job?.city).toBeUndefined();
  });

  it.each([
    ["FULL_TIME", "full_time"],
    ["Full-time", "full_time"],
    ["Vollzeit", undefined],
    [["CONTRACTOR"], "contractor"],
    [["FULL_TIME", "PART_TIME"], undefined],
    ["INTERN", "internship"],
    [null, undefined],
  ])("is read: the employment type %j", (employmentType, employment) => {
    expect(read({ employmentType }).job?.employment).toBe(employment);
    const isOpen = employment === undefined && employmentType !== null;
    expect(notes({ employmentType }).includes("employment")).toBe(isOpen);
  });

  it.each([
    [
      { currency: "EUR", value: { minValue: 50000, maxValue: 60000, unitText: "YEAR" } },
      { min: 50000, max: 60000, currency: "EUR", per: "year" },
    ],
    [
      { currency: "EUR", value: { value: "55,000", unitText: "Annual" } },
      { min: 55000, currency: "EUR", per: "year" },
    ],
    [
      { currency: "usd", minValue: "45.50", unitText: "per hour" },
      { min: 45.5, currency: "USD", per: "hour" },
    ],
    [{ currency: "EUR", value: { minValue: 0, maxValue: 0, unitText: "YEAR" } }, undefined],
    [{ currency: "EUR", value: 55000 }, undefined],
    ["a lot", undefined],
  ])("is read: the pay %j", (baseSalary, salary) => {
    expect(read({ baseSalary }).job?.salary).toEqual(salary);
  });

  it.each([
    ["2026-11-11", "2026-11-11"],
    ["2026-11-11T23:30:00-08:00", "2026-11-11"],
    ["Wed Nov 11 01:00:00 UTC 2026", "2026-11-11"],
    ["November 11, 2026", "2026-11-11"],
    ["soon", undefined],
    [{ "@value": "x" }, undefined],
  ])("is read: the day %j", (value, day) => expect(dayIn(value)).toBe(day));

  it("is read: requirements in a property of their own", () => {
    const { job } = read({ description: "Kilns.", qualifications: ["Python", "Clay"] });
    expect(job?.requirements).toBe("- Python\n- Clay");
  });
});

describe("the days of a posting", () => {
  it("end with what it says, at most with this board’s term", () => {
    expect(read({ validThrough: "2026-12-31T23:59" }).job).toMatchObject({ expires: "2026-12-31" });
    const { listing } = readPosting(
      only(page({ ...common, datePosted: "2026-01-01" })),
      "page.html",
      importContext,
      () => undefined,
    );
    expect(listing).toMatchObject({ state: "closed", days: { closed: { on: "2026-04-01" } } });
  });
});

it("fills in the form only with what is there", () => {
  const { form } = formFromPosting(
    only(JSON.stringify({ "@type": "JobPosting", title: "X" })),
    importContext,
  );
  expect(Object.entries(form).filter(([, value]) => value)).toEqual([
    ["title", "X"],
    ["category", "developer-engineer"],
    ["workplace", "onsite"],
  ]);
});
