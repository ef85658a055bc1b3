import { describe, expect, it } from "vitest";
import type { JobChanges } from "../../../test/example-job.ts";
import { exampleConfig, exampleNow, examplePost } from "../../../test/example-job.ts";
import { jobPosting, jobPostingScript } from "./job-posting.ts";

function markupOf(changes: JobChanges = {}) {
  return jobPosting(examplePost(changes), exampleConfig);
}

describe("the JobPosting of a post", () => {
  it("has the page’s content", () => {
    expect(markupOf({ region: "Brandenburg" })).toEqual({
      "@context": "https://schema.org",
      "@type": "JobPosting",
      title: "Senior Django Developer",
      description: [
        "<p>Build <strong>reports</strong> in Python.</p>\n",
        "<p>Requirements</p>\n<ul>\n<li>Three years of Django</li>\n</ul>\n",
        "<p>About the company</p>\n<p>We count things.</p>\n",
      ].join(""),
      datePosted: "2026-11-20",
      validThrough: "2027-02-17T23:59:59Z",
      hiringOrganization: { "@type": "Organization", name: "Example Analytics GmbH" },
      identifier: {
        "@type": "PropertyValue",
        name: "Example Job Board",
        value: "2026-11-20-example",
      },
      directApply: false,
      employmentType: "FULL_TIME",
      baseSalary: {
        "@type": "MonetaryAmount",
        currency: "EUR",
        value: {
          "@type": "QuantitativeValue",
          minValue: 65000,
          maxValue: 85000,
          unitText: "YEAR",
        },
      },
      jobLocation: [
        {
          "@type": "Place",
          address: {
            "@type": "PostalAddress",
            addressLocality: "Berlin",
            addressRegion: "Brandenburg",
            addressCountry: "DE",
          },
        },
      ],
    });
  });

  it("has each of several places", () => {
    const places = [
      { city: "Berlin", country: "DE" },
      { city: "Portland", region: "Oregon", country: "US" },
    ];
    const markup = markupOf({ city: undefined, country: undefined, places });
    expect(markup?.jobLocation?.map(({ address }) => address)).toEqual([
      { "@type": "PostalAddress", addressLocality: "Berlin", addressCountry: "DE" },
      {
        "@type": "PostalAddress",
        addressLocality: "Portland",
        addressRegion: "Oregon",
        addressCountry: "US",
      },
    ]);
    expect(markup?.description).toContain(
      "<p>Locations</p>\n<ul>\n<li>Berlin, Germany</li>\n<li>Portland, Oregon, United States</li>\n</ul>",
    );
  });

  it("has restrictions after the description", () => {
    expect(markupOf({ agencies_welcome: false })?.description).toMatch(
      /Python\.<\/p>\n<p>Restrictions<\/p>\n<ul>\n<li>No recruitment agencies, please\.<\/li>/,
    );
  });

  it("leaves out what the post does not state", () => {
    const markup = markupOf({
      employment: undefined,
      salary: undefined,
      company_description: undefined,
    });
    expect(markup).not.toHaveProperty("employmentType");
    expect(markup).not.toHaveProperty("baseSalary");
    expect(markup?.description).not.toContain("About the company");
  });

  it("uses Google’s name for internships", () => {
    expect(markupOf({ employment: "internship" })?.employmentType).toBe("INTERN");
  });

  it("has one value instead of a range if the pay is a single amount", () => {
    const salary = { min: 80, currency: "CHF", per: "hour" } as const;
    const value = { "@type": "QuantitativeValue", value: 80, unitText: "HOUR" };
    expect(markupOf({ salary })?.baseSalary?.value).toEqual(value);
    expect(markupOf({ salary: { ...salary, max: 80 } })?.baseSalary?.value).toEqual(value);
  });

  it("keeps its first day and gets a new last day when it is renewed", () => {
    const markup = markupOf({ renewed: ["2026-11-21"] });
    expect(markup?.datePosted).toBe("2026-11-20");
    expect(markup?.validThrough).toBe("2027-02-18T23:59:59Z");
  });

  it("ends on the post's own last day", () => {
    expect(markupOf({ expires: "2026-12-24" })?.validThrough).toBe("2026-12-24T23:59:59Z");
  });
});

describe("the JobPosting of a remote job", () => {
  const remote = { workplace: "remote", city: undefined, country: "DE" } as const;

  it("has the applicants' countries, and no office", () => {
    const markup = markupOf({ ...remote, remote_from: ["AT", "US"] });
    expect(markup?.jobLocationType).toBe("TELECOMMUTE");
    expect(markup?.applicantLocationRequirements).toEqual([
      { "@type": "Country", name: "Austria" },
      { "@type": "Country", name: "United States" },
    ]);
    expect(markup).not.toHaveProperty("jobLocation");
  });

  it("has all countries of its regions", () => {
    const requirements = markupOf({
      ...remote,
      remote_regions: ["EEA"],
    })?.applicantLocationRequirements;
    expect(requirements).toHaveLength(30);
    expect(requirements).toContainEqual({ "@type": "Country", name: "Norway" });
  });

  it("says in the description that the job is remote", () => {
    expect(markupOf({ ...remote, remote_from: ["BA", "US"] })?.description).toContain(
      "<li>Fully remote, for people in: Bosnia &amp; Herzegovina, United States.</li>",
    );
  });

  it("does not exist if applicants may live anywhere", () => {
    expect(markupOf({ ...remote, remote_from: "worldwide" })).toBeUndefined();
  });
});

describe("the JobPosting of a hybrid job", () => {
  it("has the office and does not mention remote work", () => {
    const markup = markupOf({ workplace: "hybrid" });
    expect(markup).toHaveProperty("jobLocation");
    expect(markup).not.toHaveProperty("jobLocationType");
    expect(markup).not.toHaveProperty("applicantLocationRequirements");
    expect(markup?.description).not.toContain("remote");
  });
});

describe("a missing JobPosting", () => {
  it("is right for a post that has expired", () => {
    const before = examplePost({}, { now: exampleNow.set({ year: 2027, month: 2, day: 17 }) });
    const after = examplePost({}, { now: exampleNow.set({ year: 2027, month: 2, day: 18 }) });
    expect(jobPosting(before, exampleConfig)).toBeDefined();
    expect(jobPosting(after, exampleConfig)).toBeUndefined();
  });

  it.each(["filled", "removed", "expired"] as const)("is right for a post that is %s", (reason) => {
    expect(markupOf({ closed: { on: "2026-11-21", reason } })).toBeUndefined();
  });

  it("is right on a board with samples", () => {
    const config = { ...exampleConfig, demo: "2026-11-22" };
    expect(jobPosting(examplePost({}, { config }), config)).toBeUndefined();
    expect(jobPostingScript(examplePost({}, { config }), config)).toBeUndefined();
  });
});

describe("a hostile title", () => {
  it("cannot end the script element", () => {
    const title = "</script><!--<script>alert(1)</script> ]]> & Co";
    const script = jobPostingScript(examplePost({ title, company: title }), exampleConfig) ?? "";
    expect(script).not.toMatch(/[<>&]/);
    expect(JSON.parse(script)).toMatchObject({ title, hiringOrganization: { name: title } });
  });
});
