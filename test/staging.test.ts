import { beforeAll, describe, expect, it } from "vitest";
import { exampleConfig } from "./example-job.ts";
import { livePosts } from "./example-posts.ts";
import { buildExample, type ExampleSite } from "./example-site.ts";

let site: ExampleSite;

beforeAll(async () => {
  site = await buildExample(livePosts, { config: { ...exampleConfig, staging: true } });
});

describe("a staging site", () => {
  it.each(["jobs/index.html", "jobs/2026-11-19-hybrid/index.html", "about/index.html"])(
    "says so and keeps search engines away: %s",
    async (page) => {
      const html = await site.read(page);
      expect(html).toContain("This is a test site");
      expect(html).toContain('<meta name="robots" content="noindex">');
      expect(html).not.toMatch(/application\/ld\+json|rel="canonical"/);
    },
  );
});
