import { glob } from "node:fs/promises";
import { Ajv } from "ajv";
import { beforeAll, describe, expect, it } from "vitest";
import { countryName } from "../src/board/job/vocabulary.ts";
import type { JobPosting } from "../src/board/post/job-posting.ts";
import {
  addressOf,
  closedPosts,
  examplePosts,
  expiredPost,
  filledPost,
  hostileTitle,
  livePosts,
  removedPost,
  settingsBelowPath,
} from "./example-posts.ts";
import { buildExample, type ExampleSite } from "./example-site.ts";

const config = settingsBelowPath;
const root = config.url.slice(0, -1);
const worldwide = "jobs/2026-11-21-worldwide.md";

let site: ExampleSite;

beforeAll(async () => {
  site = await buildExample(examplePosts, { config });
});

/** The addresses of all HTML pages, with their text. */
async function pagesOf({ folder, read }: ExampleSite): Promise<Map<string, string>> {
  const pages = new Map<string, string>();
  for await (const file of glob("**/*.html", { cwd: folder })) {
    pages.set(`/${file.replace(/index\.html$/, "")}`, await read(file));
  }
  return pages;
}

function pageOf(file: string): Promise<string> {
  return site.read(`${addressOf(file)}index.html`);
}

/** The contents of the JSON-LD blocks of a page. */
function blocksIn(html: string): string[] {
  const blocks = html.matchAll(/<script type="application\/ld\+json">(.*?)<\/script>/gs);
  return [...blocks].map(([, block = ""]) => block);
}

async function markupOf(file: string): Promise<JobPosting | undefined> {
  const [block, ...others] = blocksIn(await pageOf(file));
  expect(others).toEqual([]);
  return block === undefined ? undefined : JSON.parse(block);
}

/**
 * What https://developers.google.com/search/docs/appearance/structured-data/job-posting asks for, written
 * down from there and not from our own code.
 */
const googlesRules = {
  type: "object",
  additionalProperties: false,
  required: ["@context", "@type", "title", "description", "datePosted", "hiringOrganization"],
  properties: {
    "@context": { const: "https://schema.org" },
    "@type": { const: "JobPosting" },
    title: { type: "string", minLength: 1 },
    description: { type: "string", pattern: "<p>" },
    datePosted: { type: "string", pattern: "^\\d{4}-\\d{2}-\\d{2}$" },
    validThrough: { type: "string", pattern: "^\\d{4}-\\d{2}-\\d{2}T\\d{2}:\\d{2}:\\d{2}Z$" },
    hiringOrganization: { $ref: "#/$defs/organization" },
    identifier: {
      type: "object",
      required: ["@type", "name", "value"],
      properties: { "@type": { const: "PropertyValue" } },
    },
    directApply: { type: "boolean" },
    employmentType: {
      enum: [
        ...["FULL_TIME", "PART_TIME", "CONTRACTOR", "TEMPORARY", "INTERN"],
        ...["VOLUNTEER", "PER_DIEM", "OTHER"],
      ],
    },
    baseSalary: { $ref: "#/$defs/salary" },
    jobLocation: { type: "array", minItems: 1, items: { $ref: "#/$defs/place" } },
    jobLocationType: { const: "TELECOMMUTE" },
    applicantLocationRequirements: {
      type: "array",
      minItems: 1,
      items: {
        type: "object",
        required: ["@type", "name"],
        properties: { "@type": { enum: ["Country", "State"] }, name: { type: "string" } },
      },
    },
  },
  // "The jobLocation property isn't required if applicantLocationRequirements is present."
  anyOf: [{ required: ["jobLocation"] }, { required: ["applicantLocationRequirements"] }],
  dependencies: {
    jobLocationType: ["applicantLocationRequirements"],
    applicantLocationRequirements: ["jobLocationType"],
  },
  $defs: {
    organization: {
      type: "object",
      required: ["@type", "name"],
      properties: { "@type": { const: "Organization" }, name: { type: "string", minLength: 1 } },
    },
    place: {
      type: "object",
      required: ["@type", "address"],
      properties: {
        "@type": { const: "Place" },
        address: {
          type: "object",
          required: ["@type", "addressCountry"],
          properties: {
            "@type": { const: "PostalAddress" },
            addressCountry: { type: "string", pattern: "^[A-Z]{2}$" },
          },
        },
      },
    },
    salary: {
      type: "object",
      required: ["@type", "currency", "value"],
      properties: {
        "@type": { const: "MonetaryAmount" },
        currency: { type: "string", pattern: "^[A-Z]{3}$" },
        value: {
          type: "object",
          required: ["@type", "unitText"],
          oneOf: [{ required: ["value"] }, { required: ["minValue", "maxValue"] }],
          properties: {
            "@type": { const: "QuantitativeValue" },
            unitText: { enum: ["HOUR", "DAY", "WEEK", "MONTH", "YEAR"] },
          },
        },
      },
    },
  },
} as const;

const followsGooglesRules = new Ajv({ strictRequired: false }).compile(googlesRules);

describe("the page of a live post", () => {
  const marked = Object.keys(livePosts).filter((file) => file !== worldwide);

  it.each(marked)("has markup by Google’s rules: %s", async (file) => {
    const markup = await markupOf(file);
    expect(followsGooglesRules(markup), JSON.stringify(followsGooglesRules.errors)).toBe(true);
  });

  it("is checked with rules that can fail", () => {
    expect(followsGooglesRules({ "@type": "JobPosting" })).toBe(false);
  });

  it.each(marked)("shows readers every value of the markup: %s", async (file) => {
    const markup = await markupOf(file);
    const html = (await pageOf(file)).replace(/<script.*?<\/script>/gs, "");
    const body = html.slice(html.indexOf("<body"));
    const text = textOf(body);
    if (!markup) throw new Error("There is no markup.");
    const addresses = markup.jobLocation?.map(({ address }) => address) ?? [];
    const values = [
      markup.title,
      markup.hiringOrganization.name,
      ...addresses.flatMap(({ addressLocality, addressRegion, addressCountry = "" }) => [
        ...[addressLocality, addressRegion, countryName(addressCountry)],
      ]),
      ...(markup.applicantLocationRequirements ?? []).map(({ name }) => name),
      ...textOf(markup.description).split("\n"),
      markup.employmentType && "Full time",
    ];
    for (const value of values) if (value) expect(text).toContain(value.trim());
    expect(body).toContain(`datetime="${markup.datePosted}"`);
    expect(body).toContain(`datetime="${markup.validThrough.slice(0, 10)}"`);
    expect(html).toContain(
      `<link rel="canonical" href="${root}/jobs/${markup.identifier.value}/">`,
    );
  });

  it("names the place in its title, and the first one and how many more of several", async () => {
    const titles = async (file: string) =>
      (await pageOf(file)).match(/(?<=<title>|og:title" content=")[^<"]*/g);
    expect(await titles("jobs/2026-11-18-renewed.md")).toEqual([
      "C++ and Python Developer at Example Analytics GmbH · Berlin, Germany and 2 more · Example Job Board",
      "C++ and Python Developer at Example Analytics GmbH · Berlin, Germany and 2 more",
    ]);
  });

  it("shows the pay of the markup in words", async () => {
    const file = "jobs/2026-11-19-hybrid.md";
    expect((await markupOf(file))?.baseSalary?.value).toMatchObject({
      value: 80.5,
      unitText: "HOUR",
    });
    expect(textOf(await pageOf(file))).toContain("CHF 80.50 per hour");
  });

  it("does not mention remote work in the markup of a hybrid job", async () => {
    const markup = await markupOf("jobs/2026-11-19-hybrid.md");
    expect(markup).toHaveProperty("jobLocation");
    expect(markup).not.toHaveProperty("jobLocationType");
    expect(markup).not.toHaveProperty("applicantLocationRequirements");
  });

  it("has no markup if people can work from anywhere", async () => {
    expect(await markupOf(worldwide)).toBeUndefined();
  });

  it("contains a hostile title within the markup", async () => {
    const html = await pageOf("jobs/2026-11-22-hostile.md");
    expect(html).not.toContain("<script>alert");
    expect(blocksIn(html)[0]).not.toMatch(/[<>&]/);
    expect((await markupOf("jobs/2026-11-22-hostile.md"))?.title).toBe(hostileTitle);
  });
});

describe("a page without a live job", () => {
  it.each([filledPost, expiredPost, removedPost])("has no markup: %s", async (file) => {
    expect(blocksIn(await pageOf(file))).toEqual([]);
  });

  it.each([filledPost, expiredPost, removedPost])(
    "is hidden from search engines: %s",
    async (file) => {
      expect(await pageOf(file)).toContain('<meta name="robots" content="noindex">');
    },
  );

  it("has no markup even if it is a list", async () => {
    const marked = [...(await pagesOf(site))].filter(([, html]) => blocksIn(html).length > 0);
    expect(marked.map(([address]) => address).sort()).toEqual(
      Object.keys(livePosts)
        .filter((file) => file !== worldwide)
        .map(addressOf)
        .sort(),
    );
  });
});

describe("a board of samples", () => {
  it("has no markup at all", async () => {
    const samples = await buildExample(livePosts, {
      config: { ...config, demo: "2026-11-22" },
    });
    const pages = await pagesOf(samples);
    expect(pages.has(addressOf(worldwide))).toBe(true);
    expect([...pages.values()].filter((html) => html.includes("ld+json"))).toEqual([]);
  });
});

describe("every page that may be indexed", () => {
  it("has a title and a description of its own", async () => {
    const told = [...(await pagesOf(site))]
      .filter(([, html]) => !/<meta (?:name="robots"|http-equiv="refresh")/.test(html))
      .map(([address, html]) => ({
        address,
        title: /<title>([^<]+)/.exec(html)?.[1],
        description: /<meta name="description" content="([^"]+)/.exec(html)?.[1],
      }));
    for (const part of ["title", "description"] as const) {
      const alike = Map.groupBy(told, (page) => page[part]);
      expect([...alike.values()].filter((pages) => pages.length > 1)).toEqual([]);
    }
  });

  it.each([
    ["/jobs/location/berlin-de/", "Open Python jobs in Berlin, Germany, newest first."],
    ["/jobs/location/de/page/2/", "Open Python jobs in Germany, newest first. Page 2."],
    [
      "/jobs/companies/mueller-and-soehne/",
      "Python jobs at Müller & Söhne <GmbH> · Berlin, Germany",
    ],
    [
      addressOf("jobs/2026-11-19-hybrid.md"),
      "Analytics GmbH · Berlin, Berlin (West), Germany · CHF 80.50",
    ],
  ])("names the place: %s", async (address, text) => {
    const html = (await pagesOf(site)).get(address) ?? "";
    const [, description = ""] = /name="description" content="([^"]+)/.exec(html) ?? [];
    expect(textOf(description)).toContain(text);
  });
});

describe("the sitemap", () => {
  it("has exactly the pages that may be indexed, and all of them exist", async () => {
    const urls = [...(await site.read("sitemap.xml")).matchAll(/<loc>([^<]+)<\/loc>/g)];
    const showable = [...(await pagesOf(site))]
      .filter(([, html]) => !/<meta (?:name="robots"|http-equiv="refresh")/.test(html))
      .map(([address]) => `${root}${address}`);
    expect(urls.map(([, url]) => url).sort()).toEqual(showable.sort());
  });

  it("has no closed posts", async () => {
    const xml = await site.read("sitemap.xml");
    for (const file of Object.keys(closedPosts)) expect(xml).not.toContain(addressOf(file));
  });

  it("has the day on which a post was last listed", async () => {
    expect(await site.read("sitemap.xml")).toContain(
      `<loc>${root}/jobs/2026-11-18-renewed/</loc>\n<lastmod>2026-09-15</lastmod>`,
    );
  });
});

describe("robots.txt", () => {
  it("keeps robots out of the editor and points them to the sitemap", async () => {
    expect(await site.read("robots.txt")).toBe(
      `User-agent: *\nDisallow: /repo/admin/\n\nSitemap: ${root}/sitemap.xml\n`,
    );
  });
});

/** The visible text of HTML, one block per line. */
function textOf(html: string): string {
  const characters: Readonly<Record<string, string>> = {
    ...{ lt: "<", gt: ">", amp: "&", quot: '"', "#39": "'" },
  };
  return html
    .replace(/<\/(?:p|li|h\d|dd|dt|pre|div)>/g, "\n")
    .replace(/<[^>]*>/g, "")
    .replace(/&(lt|gt|amp|quot|#39);/g, (_, name: string) => characters[name] ?? "")
    .replace(/[^\S\n]+/g, " ");
}
