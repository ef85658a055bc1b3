import { glob, readFile } from "node:fs/promises";
import { basename } from "node:path";
import { beforeAll, describe, expect, it } from "vitest";
import { publicGitHub, repositoryUrl } from "../src/board/config.ts";
import { startOf } from "../src/board/days.ts";
import type { RequestType } from "../src/board/requests/request-form.ts";
import { requestTypes } from "../src/board/requests/request-form.ts";
import { exampleJob } from "./example-job.ts";
import {
  addressOf,
  closedPosts,
  examplePosts,
  exampleSettings,
  expiredPost,
  filledPost,
  livePosts,
  removedPost,
} from "./example-posts.ts";
import { buildExample, type ExampleSite } from "./example-site.ts";
import { elementsOf } from "./hostile/job-text.ts";

const config = exampleSettings;

let site: ExampleSite;

beforeAll(async () => {
  site = await buildExample(examplePosts, { config });
});

/** The lists that stay even without a post. */
const permanentLists = [
  ...config.categories.map(({ slug }) => `/jobs/category/${slug}/`),
  ...config.types.map(({ slug }) => `/jobs/type/${slug}/`),
  "/jobs/location/telecommute/",
];

async function addressesOf({ folder }: ExampleSite): Promise<string[]> {
  const addresses: string[] = [];
  for await (const file of glob("**/*.html", { cwd: folder })) {
    addresses.push(`/${file.replace(/index\.html$/, "")}`);
  }
  return addresses.sort();
}

async function page(address: string) {
  const html = await site.read(`${address}index.html`);
  const elements = elementsOf(html);
  return {
    html,
    elements,
    text: html.replace(/<[^>]+>/g, " ").replace(/\s+/g, " "),
    heading: elements.find(({ name }) => name === "h1")?.text,
    links: elements.flatMap(({ attributes: { href } }) => href ?? []),
    robots: elements.find(({ attributes }) => attributes.name === "robots")?.attributes.content,
  };
}

/** The slugs of the posts in a list. */
async function listed(address: string): Promise<string[]> {
  const { elements } = await page(address);
  const rows = elements.filter(({ name, attributes }) => attributes["data-until"] && name !== "h1");
  expect(new Set(rows.map(({ name }) => name)).difference(new Set(["li"]))).toEqual(new Set());
  return [...(await site.read(`${address}index.html`)).matchAll(/<h2><a href="([^"]+)"/g)].map(
    ([, href = ""]) => href.replace(/^\/jobs\/\d{4}-\d\d-\d\d-|\/$/g, ""),
  );
}

describe("a built site", () => {
  it("has these pages and no others", async () => {
    const paged = (list: string, pages: number) =>
      Array.from({ length: pages }, (_, index) => (index ? `${list}page/${index + 1}/` : list));
    const posts = Object.keys({ ...livePosts, ...closedPosts }).map(addressOf);
    const aliases = ["/jobs/1000/", "/jobs/1001/", "/jobs/1234/"];
    const filled = /\/(?:developer-engineer|other|web|database|systems|telecommute)\/$/;
    expect(await addressesOf(site)).toEqual(
      [
        ...[
          "/",
          "/404.html",
          "/about/",
          "/about/embed/",
          "/admin/",
          "/embed/",
          "/stats/",
          "/status/",
        ],
        ...["create", "mine", "saved", "review", "moderate", "preview", "thanks"].map(
          (name) => `/jobs/${name}/`,
        ),
        "/jobs/create/form/",
        ...["how-to-submit", "how-we-review"].map((name) => `/jobs/${name}/`),
        ...["types", "categories", "locations", "companies"].map((name) => `/jobs/${name}/`),
        ...paged("/jobs/", 3),
        ...paged("/jobs/category/developer-engineer/", 2),
        ...paged("/jobs/category/other/", 1),
        ...paged("/jobs/type/web/", 2),
        ...paged("/jobs/type/database/", 2),
        ...paged("/jobs/type/systems/", 1),
        ...paged("/jobs/location/berlin-de/", 2),
        ...paged("/jobs/location/de/", 2),
        ...["at", "ba", "br", "us", "telecommute"].map((place) => `/jobs/location/${place}/`),
        ...["portland-oregon-us", "portland-us", "sao-paulo-br"].map(
          (place) => `/jobs/location/${place}/`,
        ),
        ...paged("/jobs/companies/example-analytics/", 2),
        "/jobs/companies/mueller-and-soehne/",
        ...permanentLists.filter((list) => !filled.test(list)),
        ...["", "2026/", "2026/08/", "2026/11/"].map((part) => `/jobs/archive/${part}`),
        ...posts,
        ...aliases,
      ].sort(),
    );
  });

  it("leads to the statistics and the status of the board from the foot of every page", async () => {
    const foot = (await site.read("about/index.html")).split("<footer")[1];
    expect(foot).toContain('<a href="/stats/">Statistics</a>');
    expect(foot).toContain('<a href="/status/">Board status</a>');
  });

  it("redirects from its root to the list", async () => {
    const { elements } = await page("/");
    const refresh = elements.find((one) => one.attributes["http-equiv"] === "refresh");
    expect(refresh?.attributes.content).toBe("0; url=/jobs/");
  });
});

describe("the list", () => {
  it("has the newest first, on as many pages as needed", async () => {
    expect(await listed("/jobs/")).toEqual(["hostile", "worldwide"]);
    expect(await listed("/jobs/page/2/")).toEqual(["countries", "hybrid"]);
    expect(await listed("/jobs/page/3/")).toEqual(["renewed"]);
  });

  it("counts the live posts in the heading of its first page, and links from page to page", async () => {
    const first = await page("/jobs/");
    expect(first.heading).toBe("5 Python jobs");
    expect(first.links).toContain("/jobs/page/2/");
    const second = await page("/jobs/page/2/");
    expect(second.heading).toBe("Python jobs, page 2");
    expect(second.links).toEqual(expect.arrayContaining(["/jobs/", "/jobs/page/3/"]));
    expect((await page("/jobs/page/3/")).links).not.toContain("/jobs/page/4/");
  });

  it("shows date, title, company, place, pay and tags of each post", async () => {
    const { text, links } = await page("/jobs/page/2/");
    expect(text).toContain("Senior Django Developer Example Analytics GmbH");
    expect(text).toContain("CHF 80.50 per hour Hybrid · Berlin, Berlin (West), Germany");
    expect(text).toMatch(/Developer \/ Engineer\s+Web\s+Database\s+19 Nov New/);
    expect(links).toEqual(
      expect.arrayContaining([
        "/jobs/location/berlin-de/",
        "/jobs/type/web/",
        "/jobs/category/developer-engineer/",
      ]),
    );
  });

  it("marks posts as new for thirty days after they were first listed, renewed or not", async () => {
    expect((await page("/jobs/")).text.match(/\bNew\b/g)).toHaveLength(2);
    expect((await page("/jobs/page/3/")).text).not.toMatch(/\bNew\b/);
  });

  it("of a group has only its posts", async () => {
    expect(await listed("/jobs/category/other/")).toEqual(["renewed"]);
    expect(await listed("/jobs/location/at/")).toEqual(["countries"]);
    expect(await listed("/jobs/location/telecommute/")).toEqual(["worldwide", "countries"]);
  });

  it("has a post with several places in the list of each, by a row with the first", async () => {
    for (const place of ["portland-oregon-us", "sao-paulo-br", "br"]) {
      const address = `/jobs/location/${place}/`;
      expect(await listed(address)).toEqual(["renewed"]);
      expect((await page(address)).text).toMatch(/On site ·\s+Berlin, Germany\s+and 2 more/);
    }
    expect((await page("/jobs/location/portland-us/")).links).toContain("/jobs/location/us/");
  });
});

describe("the overview of locations", () => {
  it("has each country with its cities, and remote work", async () => {
    const { text, links } = await page("/jobs/locations/");
    expect(text).toMatch(/Remote\s+2\s.*Austria\s+1\s.*Germany\s+4\s+Berlin\s+3\s/);
    expect(links).toEqual(
      expect.arrayContaining(["/jobs/location/de/", "/jobs/location/berlin-de/"]),
    );
  });
});

describe("the page of a live post", () => {
  it("links to the list of each of its places", async () => {
    const { text, links } = await page("/jobs/2026-11-18-renewed/");
    expect(text).toMatch(
      /Locations\s+Berlin, Germany\s+Portland, Oregon, United States\s+São Paulo, Brazil\s+Employment/,
    );
    expect(links).toEqual(
      expect.arrayContaining([
        "/jobs/location/berlin-de/",
        "/jobs/location/portland-oregon-us/",
        "/jobs/location/sao-paulo-br/",
      ]),
    );
  });

  it("shows everything in the post", async () => {
    const { text, links, robots } = await page("/jobs/2026-11-19-hybrid/");
    for (const words of [
      "Senior Django Developer Example Analytics GmbH",
      "CHF 80.50 per hour",
      "Workplace Hybrid",
      "Berlin, Berlin (West), Germany",
      "Full time",
      "Posted 19 November 2026",
      "Open until 16 February 2027",
      "Visa Sponsored",
      "Build reports in Python.",
      "Three years of Django",
      "We count things.",
    ]) {
      expect(text).toContain(words);
    }
    expect(links).toContain(exampleJob.apply_url);
    expect(robots).toBeUndefined();
  });

  it("links to its neighbors, to more of its category, and to the team", async () => {
    const { elements, links } = await page("/jobs/2026-11-19-hybrid/");
    const to = (rel: string) =>
      elements.find(({ name, attributes }) => name === "a" && attributes.rel === rel)?.attributes
        .href;
    expect(to("prev")).toBe("/jobs/2026-11-20-countries/");
    expect(to("next")).toBe("/jobs/2026-11-18-renewed/");
    expect(links).toContain("/jobs/2026-11-22-hostile/");
    expect(links).toEqual(
      expect.arrayContaining([
        expect.stringMatching(/^https:\/\/github\.com\/.*\/issues\/new\?template=report/),
        // Signing in is off on this board.
        "/jobs/create/form/?edit=2026-11-19-hybrid",
      ]),
    );
  });

  it("lets the text decide its direction", async () => {
    const { elements } = await page("/jobs/2026-11-21-worldwide/");
    expect(elements.find(({ name }) => name === "h1")?.attributes.dir).toBe("auto");
  });
});

describe.each([
  [filledPost, /Closed on 15 November 2026\s*: this post has been filled\./],
  ["jobs/2026-06-01-expired.md", /Closed on 30 August 2026\s*: this post has expired\./],
])("the page of a closed post (%s)", (file, banner) => {
  it("says so, keeps the text, and has no way to apply", async () => {
    const { text, links, elements } = await page(addressOf(file));
    expect(text).toMatch(banner);
    expect(text).toContain("Three years of Django");
    expect(text).not.toContain("How to apply");
    expect(links).not.toContain(exampleJob.apply_url);
    expect(elements.filter(({ name }) => name === "script")).toEqual([]);
  });

  it("leads to lists of open jobs, and is hidden from search engines", async () => {
    const { text, links, robots } = await page(addressOf(file));
    expect(text).toMatch(
      /Find open jobs\s+Developer \/ Engineer jobs\s+Web jobs\s+Database jobs\s+Python jobs/,
    );
    expect(links).toEqual(
      expect.arrayContaining(["/jobs/category/developer-engineer/", "/jobs/type/web/", "/jobs/"]),
    );
    expect(links).not.toContain("/jobs/2026-11-19-hybrid/");
    expect(robots).toBe("noindex");
  });

  it("is in the archive, and on no list", async () => {
    const month = file === filledPost ? "11" : "08";
    expect((await page(`/jobs/archive/2026/${month}/`)).links).toContain(addressOf(file));
    for (const address of ["/jobs/", "/jobs/page/2/", "/jobs/page/3/"]) {
      expect((await page(address)).links).not.toContain(addressOf(file));
    }
  });
});

describe("a post that closed before last year, if closed posts keep their pages one year more", () => {
  let later: ExampleSite;

  beforeAll(async () => {
    const settings = { ...config, closedPageYears: 1 };
    later = await buildExample(examplePosts, { config: settings, now: startOf("2028-01-01") });
  });

  it("has no page, at former addresses neither", async () => {
    const addresses = await addressesOf(later);
    for (const gone of [addressOf(filledPost), addressOf(expiredPost), "/jobs/1000/"]) {
      expect(addresses).not.toContain(gone);
    }
    expect(await later.read("_redirects")).not.toMatch(/filled|1000/);
    const [closedLastYear = ""] = Object.keys(livePosts);
    expect(addresses).toEqual(
      expect.arrayContaining([addressOf(closedLastYear), "/jobs/1234/", addressOf(removedPost)]),
    );
  });

  it("is still in the archive, without a link", async () => {
    const elements = elementsOf(await later.read("jobs/archive/2026/11/index.html"));
    expect(elements.map(({ attributes: { href } }) => href)).not.toContain(addressOf(filledPost));
    for (const shown of ["A filled job", exampleJob.company, "Filled", "15 Nov"]) {
      expect(elements.map(({ text }) => text)).toContain(shown);
    }
  });

  it("is found from the page for addresses that do not exist", async () => {
    const elements = elementsOf(await later.read("404.html"));
    expect(elements.map(({ attributes: { href } }) => href)).toContain("/jobs/archive/");
  });
});

describe("a removed post", () => {
  it("has a page at each of its addresses that says it was removed", async () => {
    for (const address of [addressOf(removedPost), "/jobs/1001/"]) {
      const { heading, robots } = await page(address);
      expect(heading).toBe("This post was removed");
      expect(robots).toBe("noindex");
    }
  });

  it("is not mentioned anywhere on the site", async () => {
    const told: string[] = [];
    for await (const file of glob("**/*.*", { cwd: site.folder })) {
      if (file.startsWith("admin/")) continue;
      if (/Vanished|A removed job|2026-11-09-removed/.test(await site.read(file))) told.push(file);
    }
    expect(told).toEqual([]);
  });
});

describe("an old address", () => {
  it.each([
    ["/jobs/1234/", "/jobs/2026-11-19-hybrid/"],
    ["/jobs/1000/", addressOf(filledPost)],
  ])("%s redirects to the post", async (from, to) => {
    const { elements } = await page(from);
    const refresh = elements.find((one) => one.attributes["http-equiv"] === "refresh");
    const canonical = elements.find((one) => one.attributes.rel === "canonical");
    expect(refresh?.attributes.content).toBe(`0; url=${to}`);
    expect(canonical?.attributes.href).toBe(`https://jobs.example.org${to}`);
  });
});

describe("the review of a post", () => {
  const pull = (number: number) => repositoryUrl(config, `/pull/${number}`, publicGitHub);
  const renewed = "/jobs/2026-11-18-renewed/";

  it("is shown at the end of its page, with a link to the discussion", async () => {
    const { text, links } = await page(renewed);
    expect(text).toMatch(/Approved by reviewing-rita on 2 July 2026 · #4711/);
    expect(links).toContain(pull(4711));
  });

  it("is shown as far as it is known, for closed posts too", async () => {
    const { text, links } = await page(addressOf(filledPost));
    expect(text).toMatch(/Approved on 10 November 2026 · #4712/);
    expect(links).toContain(pull(4712));
    expect((await page("/jobs/2026-11-19-hybrid/")).text).not.toContain("Approved");
  });

  it("is not shown anywhere else: in no list, feed or API", async () => {
    const told: string[] = [];
    for await (const file of glob("**/*.*", { cwd: site.folder })) {
      if (file.startsWith("admin/")) continue;
      if (/reviewing-rita|471[123]\b/.test(await site.read(file))) told.push(`/${file}`);
    }
    expect(told.sort()).toEqual(
      [`${addressOf(filledPost)}index.html`, `${renewed}index.html`].sort(),
    );
  });
});

describe("how to submit", () => {
  it("links people who know Git to the documents in the repository", async () => {
    const { links } = await page("/jobs/how-to-submit/");
    const files = links.flatMap((link) => /\/blob\/main\/(.*)/.exec(link)?.[1] ?? []);
    expect(files).toEqual(["CONTRIBUTING.md#sending-a-post-with-git", "docs/job-file.md"]);
    expect(await readFile("CONTRIBUTING.md", "utf8")).toContain("\n## Sending a post with Git\n");
    expect(await readFile("docs/job-file.md", "utf8")).not.toBe("");
  });
});

describe("the information for authors about their post", () => {
  it("on its page says where to edit, renew, close and remove it", async () => {
    const { text, links } = await page("/jobs/2026-11-18-renewed/");
    expect(text).toMatch(/Is this your post\?\s+Edit · Renew · Close · Remove/);
    const asked = links.flatMap((link) => {
      const { pathname, searchParams } = new URL(link, "https://jobs.example.org");
      return pathname.endsWith("/issues/new") ? [Object.fromEntries(searchParams)] : [];
    });
    const post = "https://jobs.example.org/jobs/2026-11-18-renewed/";
    expect(asked).toMatchObject([
      { template: "report-a-post.yml", post },
      ...["renew", "filled", "remove"].map((type) => ({
        ...{ template: "your-post.yml", post, wish: requestTypes[type as RequestType] },
      })),
    ]);
  });

  it("on its page offers no renewal long before its end", async () => {
    const { text } = await page("/jobs/2026-11-19-hybrid/");
    expect(text).toMatch(/Is this your post\?\s+Edit · Close · Remove/);
  });

  it.each([filledPost, expiredPost])(
    "after it closed says how to post it again (%s)",
    async (file) => {
      const { text, links } = await page(addressOf(file));
      expect(text).toContain("Post this job again");
      expect(links).toContain(`/jobs/create/form/?again=${basename(file, ".md")}`);
    },
  );

  it("before they send it says where to change, renew and close it, and that the team does so for emailed posts", async () => {
    const { text, links } = await page("/jobs/how-to-submit/");
    expect(text).toMatch(/lets you change, renew, close, or remove it/);
    expect(text).toMatch(/If you sent it by email, write to/);
    expect(links).toContain("/jobs/mine/");
    expect(links).toContain(`mailto:${config.contact}`);
  });
});

describe("the page for posting a job", () => {
  it("offers the form and email, but not the editor if nobody can sign in", async () => {
    const { text, links } = await page("/jobs/create/");
    expect(text).toContain("There are 2 ways");
    expect(links).toEqual(
      expect.arrayContaining(["/jobs/create/form/", `mailto:${config.contact}`]),
    );
    expect(links.filter((link) => link.startsWith("/admin/"))).toEqual([]);
  });

  it("offers the editor too if people can sign in", async () => {
    const signInUrl = "https://sign-in.example.org/auth";
    const open = await buildExample(livePosts, { config: { ...config, signInUrl } });
    const html = await open.read("jobs/create/index.html");
    const post = await open.read("jobs/2026-11-19-hybrid/index.html");
    expect(post).toContain("/admin/#/collections/jobs/entries/2026-11-19-hybrid");
    expect(html).toContain("There are 3 ways");
    expect(html).toContain('href="/admin/#/collections/jobs/new"');
  });
});

describe("how we review", () => {
  it("has every criterion", async () => {
    const { text } = await page("/jobs/how-we-review/");
    for (const { title } of config.criteria) expect(text).toContain(title);
  });
});

describe("a board without open posts", () => {
  it("says so, and keeps the lists that people may follow", async () => {
    const empty = await buildExample({}, { config });
    const follow = (await addressesOf(empty)).filter((address) =>
      /(?:category|location|type)\//.test(address),
    );
    expect(follow).toEqual(permanentLists.toSorted());
    for (const list of permanentLists) {
      const html = await empty.read(`${list}index.html`);
      expect(html).toContain("<p>There are no jobs here right now.");
      expect(html).toContain('<meta name="robots" content="noindex">');
      expect(html).toContain(`href="${list}feed/rss/"`);
      expect(await empty.read(`${list}feed/rss/index.xml`)).not.toContain("<item>");
    }
    const indexes = ["types", "categories", "locations"].map((name) => `jobs/${name}/index.html`);
    for (const file of [...indexes, "sitemap.xml"])
      expect(await empty.read(file)).not.toMatch(/\/jobs\/(?:category|type|location)\//);
    expect(await empty.read("jobs/index.html")).toContain("There are no open jobs right now.");
    expect(await empty.read("jobs/locations/index.html")).toContain("There are no open jobs");
    expect(await empty.read("jobs/archive/index.html")).toContain("No posts have closed yet.");
  });

  it("has the same page of a closed post as one with open posts", async () => {
    const quiet = await buildExample({ [filledPost]: closedPosts[filledPost] }, { config });
    const file = `${addressOf(filledPost)}index.html`;
    expect(await quiet.read(file)).toBe(await site.read(file));
  });
});

describe("the names of cities", () => {
  it("are attributed to GeoNames on the page about the board and in the license", async () => {
    const { links } = await page("/about/");
    const license = "https://creativecommons.org/licenses/by/4.0/";
    expect(links).toEqual(expect.arrayContaining(["https://www.geonames.org/", license]));
    const text = await readFile("LICENSE", "utf8");
    expect(text).toContain("GeoNames");
    expect(text).toContain(license);
  });
});
