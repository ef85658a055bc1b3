import { glob, readFile } from "node:fs/promises";
import { Ajv } from "ajv";
import RssParser from "rss-parser";
import { SaxesParser } from "saxes";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { jobsApiSchema } from "../src/board/listing/jobs-api.ts";
import {
  addressOf,
  examplePosts,
  exampleSettings,
  hostileTitle,
  livePosts,
  settingsBelowPath,
} from "./example-posts.ts";
import { buildExample, type ExampleSite } from "./example-site.ts";
import { type SiteServer, serveSite } from "./site-server.ts";

const config = settingsBelowPath;
const root = config.url.slice(0, -1);
const liveUrls = Object.keys(livePosts).map((file) => `${root}${addressOf(file)}`);

let site: ExampleSite;
let server: SiteServer;

beforeAll(async () => {
  site = await buildExample(examplePosts, { config });
  server = await serveSite(site.folder);
});

afterAll(async () => {
  await server.close();
});

async function filesLike(pattern: string): Promise<string[]> {
  const files: string[] = [];
  for await (const file of glob(pattern, { cwd: site.folder })) files.push(file);
  return files.sort();
}

/** The first reason why a text is not well-formed XML, if any. */
function faultOf(xml: string): string | undefined {
  const parser = new SaxesParser({ xmlns: true });
  let fault: string | undefined;
  parser.on("error", ({ message }) => {
    fault ??= message;
  });
  parser.write(xml).close();
  return fault;
}

function parse(xml: string) {
  return new RssParser<object, { id?: string; updated?: string; published?: string }>({
    customFields: { item: ["id", "updated", "published"] },
  }).parseString(xml);
}

/** The lists that must have feeds, by their addresses. */
const lists = [
  "jobs",
  "jobs/companies/example-analytics",
  "jobs/category/developer-engineer",
  "jobs/category/other",
  ...["web", "database", "systems"].map((type) => `jobs/type/${type}`),
  ...["at", "ba", "br", "de", "us", "telecommute"].map((place) => `jobs/location/${place}`),
];

/** Lists that have feeds even without a post, for subscribers. */
const quietLists = [
  ...config.categories.map(({ slug }) => `jobs/category/${slug}`),
  ...config.types.map(({ slug }) => `jobs/type/${slug}`),
].filter((list) => !lists.includes(list));

describe("the feeds of a site", () => {
  it("exist in three formats for every list with feeds, and for no others", async () => {
    expect(await filesLike("**/feed/**/*.*")).toEqual(
      [...lists, ...quietLists]
        .flatMap((list) => [
          `${list}/feed/atom/index.xml`,
          `${list}/feed/feed.json`,
          `${list}/feed/rss/index.xml`,
        ])
        .sort(),
    );
  });

  it("are well-formed XML 1.0, like all XML of the site", async () => {
    expect(faultOf("<a>\f</a>"), "what the check refuses").toContain("disallowed character");
    const files = await filesLike("**/*.xml");
    expect(files.length).toBeGreaterThan(lists.length * 2);
    for (const file of files) expect(faultOf(await site.read(file)), file).toBeUndefined();
  });

  it("are linked from the head of their list’s page", async () => {
    for (const list of lists) {
      const html = await site.read(`${list}/index.html`);
      const links = [...html.matchAll(/<link rel="alternate" type="([^"]+)"[^>]* href="([^"]+)"/g)];
      expect(links.map(([, type, address]) => [type, address])).toEqual([
        ["application/rss+xml", `/repo/${list}/feed/rss/`],
        ["application/atom+xml", `/repo/${list}/feed/atom/`],
        ["application/feed+json", `/repo/${list}/feed/feed.json`],
      ]);
    }
  });

  it("have no closed posts", async () => {
    for (const file of [...(await filesLike("**/feed/**/*.*")), "api/jobs.json", "sitemap.xml"]) {
      expect(await site.read(file)).not.toMatch(/-filled|-removed|-expired|Vanished/);
    }
  });
});

describe("the RSS feed", () => {
  it("is served as XML from python.org’s path", async () => {
    const response = await fetch(`${server.origin}/jobs/feed/rss/`);
    expect(response.status).toBe(200);
    expect(response.headers.get("content-type")).toBe("application/xml");
    expect((await parse(await response.text())).items).toHaveLength(liveUrls.length);
  });

  it("has the live posts in the order of the list, with dates and permanent ids", async () => {
    const { items } = await parse(await site.read("jobs/feed/rss/index.xml"));
    expect(items.map(({ guid }) => guid)).toEqual(liveUrls);
    expect(items.map(({ link }) => link)).toEqual(liveUrls);
    expect(items.map(({ isoDate }) => isoDate)).toEqual(
      ["2026-11-22", "2026-11-21", "2026-11-20", "2026-11-19", "2026-07-02"].map(
        (day) => `${day}T00:00:00.000Z`,
      ),
    );
  });

  it("keeps the characters of a hostile title", async () => {
    const [item] = (await parse(await site.read("jobs/feed/rss/index.xml"))).items;
    expect(item?.title).toBe(
      `${hostileTitle} · Müller & Söhne <GmbH> · Berlin, Germany · €65,000–€85,000 per year`,
    );
    expect(item?.creator).toBe("Müller & Söhne <GmbH>");
    expect(item?.content).toContain("&lt;script&gt;alert(2)&lt;/script&gt;");
    expect(item?.content).toContain("<code>]]&gt;</code>");
    expect(item?.content).not.toContain("<script");
  });

  it("has its own address, and that of its page", async () => {
    for (const list of lists) {
      const feed = await parse(await site.read(`${list}/feed/rss/index.xml`));
      expect(feed.feedUrl).toBe(`${root}/${list}/feed/rss/`);
      expect(feed.link).toBe(`${root}/${list}/`);
    }
  });

  it("of a type, a country or remote work has only its posts", async () => {
    const numberOf = async (list: string) =>
      (await parse(await site.read(`${list}/feed/rss/index.xml`))).items.length;
    expect(await numberOf("jobs/type/systems")).toBe(1);
    expect(await numberOf("jobs/location/de")).toBe(4);
    expect(await numberOf("jobs/location/telecommute")).toBe(2);
  });

  it("has category and types, each with its list", async () => {
    const xml = await site.read("jobs/type/systems/feed/rss/index.xml");
    expect(xml).toContain(`<category domain="${root}/jobs/categories/">Other</category>`);
    expect(xml).toContain(`<category domain="${root}/jobs/types/">Systems</category>`);
  });
});

describe("the Atom feed", () => {
  it("has the same posts, and says when they changed", async () => {
    const { items, ...feed } = await parse(await site.read("jobs/feed/atom/index.xml"));
    expect(feed.feedUrl).toBe(`${root}/jobs/feed/atom/`);
    expect(items.map(({ id }) => id)).toEqual(liveUrls);
    expect(items.map(({ link }) => link)).toEqual(liveUrls);
    expect(items.at(-1)).toMatchObject({
      published: "2026-07-02T00:00:00Z",
      updated: "2026-09-15T00:00:00Z",
    });
    expect(items[0]?.title).toContain(hostileTitle);
  });
});

/** https://www.jsonfeed.org/version/1.1/, as far as this board uses it. */
const jsonFeedSchema = {
  type: "object",
  additionalProperties: false,
  required: ["version", "title", "items"],
  properties: {
    version: { const: "https://jsonfeed.org/version/1.1" },
    title: { type: "string" },
    home_page_url: { type: "string", pattern: "^https://" },
    feed_url: { type: "string", pattern: "^https://" },
    description: { type: "string" },
    language: { type: "string" },
    authors: { $ref: "#/$defs/authors" },
    items: {
      type: "array",
      items: {
        type: "object",
        additionalProperties: false,
        required: ["id", "url", "title", "content_html", "date_published", "date_modified"],
        properties: {
          id: { type: "string", minLength: 1 },
          url: { type: "string", pattern: "^https://" },
          title: { type: "string" },
          content_html: { type: "string" },
          summary: { type: "string" },
          date_published: { $ref: "#/$defs/moment" },
          date_modified: { $ref: "#/$defs/moment" },
          authors: { $ref: "#/$defs/authors" },
          tags: { type: "array", items: { type: "string" } },
        },
      },
    },
  },
  $defs: {
    authors: {
      type: "array",
      items: {
        type: "object",
        additionalProperties: false,
        minProperties: 1,
        properties: { name: { type: "string" }, url: { type: "string" } },
      },
    },
    moment: { type: "string", pattern: "^\\d{4}-\\d{2}-\\d{2}T\\d{2}:\\d{2}:\\d{2}Z$" },
  },
} as const;

const isJsonFeed = new Ajv().compile(jsonFeedSchema);

describe("the JSON Feed", () => {
  it("follows its specification, for every list", async () => {
    expect(isJsonFeed({ version: "https://jsonfeed.org/version/1.1", title: "x" })).toBe(false);
    for (const list of lists) {
      const feed: unknown = JSON.parse(await site.read(`${list}/feed/feed.json`));
      expect(isJsonFeed(feed), JSON.stringify(isJsonFeed.errors)).toBe(true);
      expect(feed).toMatchObject({ feed_url: `${root}/${list}/feed/feed.json` });
    }
  });

  it("has the same posts as the others", async () => {
    const { items } = JSON.parse(await site.read("jobs/feed/feed.json"));
    expect(items.map(({ id }: { id: string }) => id)).toEqual(liveUrls);
    expect(items[0].title).toContain(hostileTitle);
    expect(items[3].tags).toEqual(["Developer / Engineer", "Web", "Database"]);
  });
});

describe("the feeds of a board without jobs", () => {
  it("exist, valid and empty", async () => {
    const empty = await buildExample({}, { config: exampleSettings });
    const json: unknown = JSON.parse(await empty.read("jobs/feed/feed.json"));
    expect(isJsonFeed(json), JSON.stringify(isJsonFeed.errors)).toBe(true);
    for (const format of ["rss", "atom"]) {
      const xml = await empty.read(`jobs/feed/${format}/index.xml`);
      expect(faultOf(xml)).toBeUndefined();
      expect((await parse(xml)).items).toEqual([]);
    }
    expect(await empty.read("jobs/feed/atom/index.xml")).toContain(
      "<updated>1970-01-01T00:00:00Z</updated>",
    );
  });
});

describe("the API", () => {
  it("has the documented shape and the live posts in their order", async () => {
    const api = JSON.parse(await site.read("api/jobs.json"));
    const matches = new Ajv({ allowUnionTypes: true }).compile(jobsApiSchema);
    expect(matches(api), JSON.stringify(matches.errors)).toBe(true);
    expect(api.jobs.map(({ url }: { url: string }) => url)).toEqual(liveUrls);
  });

  it("is documented key by key", async () => {
    const documentation = await readFile("docs/feeds-and-api.md", "utf8");
    const { properties } = jobsApiSchema;
    const keys = [...Object.keys(properties), ...Object.keys(properties.jobs.items.properties)];
    expect(keys.filter((key) => !documentation.includes(`\`${key}\``))).toEqual([]);
  });
});
