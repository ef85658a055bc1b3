import { glob } from "node:fs/promises";
import { beforeAll, describe, expect, it } from "vitest";
import { publicGitHub } from "../src/board/config.ts";
import { contentSecurityPolicy } from "../src/board/content-security-policy.ts";
import { addressOf, examplePosts, settingsBelowPath } from "./example-posts.ts";
import { buildExample, type ExampleSite } from "./example-site.ts";

const config = settingsBelowPath;

let site: ExampleSite;
let addresses: string[];

beforeAll(async () => {
  site = await buildExample(examplePosts, { config });
  addresses = [];
  for await (const file of glob("**/*.*", { cwd: site.folder })) {
    addresses.push(`/repo/${file.replace(/index\.(?:html|xml)$/, "")}`);
  }
});

describe("every page", () => {
  it("has its policy before anything that could load or run", async () => {
    const policies = ["page", "redirect", "admin"] as const;
    const known = policies.map((kind) => contentSecurityPolicy(kind));
    const gitHubReader = contentSecurityPolicy("page", [publicGitHub.apiUrl]);
    const readers = [
      ...["review", "preview", "mine", "create/form"].map((name) => `jobs/${name}/index.html`),
      ...["status/index.html", "stats/index.html"],
    ];
    let pages = 0;
    for await (const file of glob("**/*.html", { cwd: site.folder })) {
      pages++;
      const html = await site.read(file);
      const [, before, policy = ""] =
        /^(.*?)<meta http-equiv="Content-Security-Policy" content="([^"]*)">/s.exec(html) ?? [];
      const allowed = readers.includes(file) ? [gitHubReader] : known;
      expect(allowed, file).toContain(policy.replaceAll("&#39;", "'"));
      expect(before, file).not.toMatch(/<(?:script|link|style|img)\b/);
    }
    expect(pages).toBeGreaterThan(30);
  });
});

type Rule = { pattern: RegExp; headers: Map<string, string> };

/** The rules of a `_headers` file as Netlify and Cloudflare read it. */
async function headerRules(): Promise<Rule[]> {
  const blocks = (await site.read("_headers")).trim().split("\n\n");
  return blocks.map((block) => {
    const [path = "", ...lines] = block.split("\n");
    const source = path.replace(/[.]/g, "\\.").replace(/\*/g, ".*").replace(/:\w+/g, "[^/]+");
    const headers = lines.map((line): [string, string] => {
      const [, name = "", value = ""] = /^ {2}([\w-]+): (.+)$/.exec(line) ?? [];
      return [name, value];
    });
    return { pattern: new RegExp(`^${source}$`), headers: new Map(headers) };
  });
}

async function headersOf(address: string): Promise<[string, string][]> {
  const rules = (await headerRules()).filter(({ pattern }) => pattern.test(address));
  return rules.flatMap(({ headers }) => [...headers]);
}

describe("the headers", () => {
  it("are set once for every address, because hosts join the values of several rules", async () => {
    const rules = await headerRules();
    for (const address of addresses) {
      const names = rules
        .filter(({ pattern }) => pattern.test(address))
        .flatMap(({ headers }) => [...headers.keys()]);
      expect(new Set(names).size, `${address}: ${names}`).toBe(names.length);
      expect(names).toContain("X-Content-Type-Options");
    }
  });

  // Both the header's policy and the page's own apply, so the stricter one wins.
  it("give each kind of page a policy that allows its own, and forbid framing", async () => {
    const of = async (address: string) => new Map(await headersOf(address));
    const page = await of("/repo/jobs/type/web/");
    expect(page.get("Content-Security-Policy")).toBe(
      `${contentSecurityPolicy("page", [publicGitHub.apiUrl])}; frame-ancestors 'none'`,
    );
    expect((await of("/repo/admin/")).get("Content-Security-Policy")).toContain("unsafe-eval");
    expect((await of("/repo/")).get("Content-Security-Policy")).not.toContain("script-src");
  });

  it("let other sites frame the list that is made for it, and nothing else", async () => {
    const framed: string[] = [];
    for (const address of addresses) {
      const policy = new Map(await headersOf(address)).get("Content-Security-Policy");
      const isPage = !/\.|\/feed\//.test(address) || address.endsWith(".html");
      if (isPage && !policy?.endsWith("; frame-ancestors 'none'")) framed.push(address);
    }
    expect(framed).toEqual(["/repo/embed/"]);
    expect(new Map(await headersOf("/repo/embed/")).get("Content-Security-Policy")).toBe(
      contentSecurityPolicy("page"),
    );
  });

  it("name every feed by its media type", async () => {
    const feeds = addresses.filter((address) => address.includes("/feed/"));
    expect(feeds.length).toBeGreaterThan(30);
    for (const address of feeds) {
      const [, format] = /\/feed\/(rss|atom|feed\.json)/.exec(address) ?? [];
      const type = format === "feed.json" ? "feed+json" : `${format}+xml`;
      expect(new Map(await headersOf(address)).get("Content-Type"), address).toBe(
        `application/${type}; charset=utf-8`,
      );
    }
  });
});

describe("the redirects", () => {
  it("lead from the home page and old addresses to current pages", async () => {
    const lines = (await site.read("_redirects")).trim().split("\n");
    expect(lines).toContain("/repo/ /repo/jobs/ 301");
    expect(lines).toContain("/repo/jobs/1234/ /repo/jobs/2026-11-19-hybrid/ 301");
    expect(lines).toContain("/repo/jobs/1000/ /repo/jobs/2026-11-10-filled/ 301");
    const targets = lines.map((line) => line.split(" ")[1] ?? "");
    const known = new Set([...addresses, "/repo/jobs/feed/rss/index.xml"]);
    for (const target of targets.filter((each) => !each.includes("/feed/"))) {
      expect(known).toContain(target);
    }
  });

  it("do not reveal where a removed post was", async () => {
    expect(await site.read("_redirects")).not.toMatch(/removed|1001/);
  });

  it("lead to the feeds that are files in folders", async () => {
    const lines = (await site.read("_redirects")).split("\n");
    expect(lines).toContain("/repo/jobs/feed/rss/ /repo/jobs/feed/rss/index.xml 200");
    expect(lines).toContain(
      "/repo/jobs/:kind/:slug/feed/atom/ /repo/jobs/:kind/:slug/feed/atom/index.xml 200",
    );
    expect(await site.read("jobs/type/web/feed/atom/index.xml")).toContain("<feed ");
  });

  it("also exist as pages, for hosts that do not read the file", async () => {
    for (const [from, to] of [
      ["", "/repo/jobs/"],
      ["jobs/1234/", `/repo${addressOf("jobs/2026-11-19-hybrid.md")}`],
    ]) {
      expect(await site.read(`${from}index.html`)).toContain(`content="0; url=${to}"`);
    }
  });
});
