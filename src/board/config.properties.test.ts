import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { cmsConfig } from "../../admin/cms-config.ts";
import { placesControl } from "../../admin/job-format.ts";
import type { BoardConfig, Choice } from "./config.ts";
import { evidenceKinds, hosts } from "./config.ts";
import { checkConfig } from "./config-check.ts";
import { at, jobWith } from "./fixtures.ts";
import { formFields } from "./form/fields.ts";
import { formGroups } from "./form/groups.ts";
import { checkJob } from "./job/check.ts";
import { readJobFile, writeJobFile } from "./job/file.ts";
import { Board } from "./listing/board.ts";
import { listPages, postLists } from "./listing/list-pages.ts";
import { Post } from "./post/post.ts";

const text = fc
  .string({ unit: "grapheme", minLength: 1, maxLength: 40 })
  .filter((all) => /\S/.test(all));
const slug = fc.stringMatching(/^[a-z0-9]{1,8}(?:-[a-z0-9]{1,8}){0,2}$/);
const language = fc.constantFrom("en", "es", "de", "fr", "pt", "zh");
const email = fc.constantFrom("jobs@example.org", "team+jobs@mail.example.net");

const retired = fc.constantFrom({}, { retired: true as const });
const choice = fc
  .tuple(fc.record({ slug, name: text }), retired)
  .map(([given, isRetired]): Choice => ({ ...given, ...isRetired }));
const bySlug = { selector: (one: { slug: string }) => one.slug, minLength: 1, maxLength: 8 };
const choices = fc.uniqueArray(choice, bySlug).filter((all) => all.some((one) => !one.retired));

const optional = <Name extends string, Value>(name: Name, value: fc.Arbitrary<Value>) =>
  fc.option(value, { nil: undefined }).map((one) => (one === undefined ? {} : { [name]: one }));

/** Settings that a community may choose. */
const settings = fc
  .record({
    name: text,
    description: text,
    url: fc.constantFrom("https://jobs.example.org/", "https://example.github.io/python/jobs/"),
    host: fc.constantFrom(...hosts, null),
    repository: fc.record({ owner: slug, name: slug, branch: fc.constantFrom("main", "trunk") }),
    contact: email,
    topic: fc.record({ name: text, terms: fc.array(text, { minLength: 1, maxLength: 5 }) }),
    requirementsHeadings: fc.array(text, { maxLength: 5 }),
    categories: choices,
    types: choices,
    postLanguages: fc.uniqueArray(language, { minLength: 1 }),
    lifetimes: fc.record({
      listedDays: fc.integer({ min: 1, max: 400 }),
      newDays: fc.nat(60),
      closingSoonDays: fc.nat(30),
      renewals: fc.nat(10),
      renewalDays: fc.integer({ min: 1, max: 400 }),
    }),
    pageSize: fc.integer({ min: 1, max: 100 }),
    recentPosts: fc.integer({ min: 1, max: 100 }),
    closedPageYears: fc.option(fc.integer({ min: 1, max: 10 })),
    feedSize: fc.integer({ min: 1, max: 100 }),
    criteria: fc.array(
      fc
        .tuple(
          fc.record({ title: text, text }),
          optional("evidence", fc.constantFrom(...evidenceKinds)),
        )
        .map(([criterion, evidence]) => ({ ...criterion, ...evidence })),
    ),
    review: fc.record({
      reviewers: fc.array(
        fc.record({ login: slug, colleagues: fc.array(slug), domains: fc.array(slug) }),
      ),
      claimDays: fc.integer({ min: 1, max: 30 }),
      rota: fc.boolean(),
      reasons: fc.uniqueArray(fc.record({ slug, title: text, text }), bySlug),
    }),
    demo: fc.constantFrom(null, "2026-11-22"),
  })
  .chain((config) =>
    fc
      .tuple(
        optional("signInUrl", fc.constant("https://sign-in.example.org/auth")),
        optional(
          "mail",
          fc.record({ list: email, from: fc.record({ name: text, address: email }) }),
        ),
      )
      .map(([signIn, mail]): BoardConfig => ({ ...config, ...signIn, ...mail })),
  );

const now = at("2026-11-22T12:00");
const offered = (all: readonly Choice[]) =>
  all.filter(({ retired }) => !retired).map(({ slug }) => slug);

function holds(property: (config: BoardConfig) => void): void {
  fc.assert(fc.property(settings, property), { numRuns: 40 });
}

describe("settings that a community may choose", () => {
  it("pass their check", () => {
    holds((config) => {
      expect(checkConfig(config)).toEqual([]);
    });
  });

  it("offer at least one category and give each its own slug, or they are refused", () => {
    const few = choice.map((one) => ({ ...one, slug: one.slug.slice(0, 1) }));
    const any = fc.record({ config: settings, categories: fc.array(few, { minLength: 1 }) });
    fc.assert(
      fc.property(any, ({ config, categories }) => {
        const isUnique = new Set(categories.map((one) => one.slug)).size === categories.length;
        const isSound = isUnique && offered(categories).length > 0;
        expect(checkConfig({ ...config, categories }).length === 0).toBe(isSound);
      }),
      { numRuns: 40 },
    );
  });

  it("make a form that offers their choices, each field in one group", () => {
    holds((config) => {
      const fields = formFields(config);
      const valuesOf = (name: string) => {
        const control = fields.find((field) => field.name === name)?.control;
        return control && "options" in control ? control.options.map(({ value }) => value) : [];
      };
      expect(valuesOf("category")).toEqual(offered(config.categories));
      expect(valuesOf("job_types")).toEqual(offered(config.types));
      const grouped = formGroups(config).flatMap((group) => group.fields.map(({ name }) => name));
      expect(grouped.toSorted()).toEqual(fields.map(({ name }) => name).toSorted());
    });
  });

  it("make an editor with the same fields in the same order", () => {
    const siteUrl = "https://jobs.example.org/";
    const signInUrl = "https://sign-in.example.org/auth";
    const apiUrl = "https://api.github.com";
    holds((config) => {
      const backend = { kind: "github", signInUrl, apiUrl } as const;
      const [live] = cmsConfig(config, backend, siteUrl).collections;
      const shown = live?.fields.filter(({ widget }) => widget !== "hidden" && widget !== "notice");
      const names = shown?.map(({ name }) => name).filter((name) => name !== placesControl);
      expect(names).toEqual(
        formGroups(config).flatMap(({ fields }) => fields.map(({ name }) => name)),
      );
    });
  });

  it("accept every post with their choices, and no other", () => {
    holds((config) => {
      const job_types = config.types.slice(0, 5).map(({ slug }) => slug);
      for (const { slug: category } of config.categories) {
        const job = jobWith({ category, job_types });
        const written = writeJobFile("jobs/2026-11-22-example.md", job, config);
        expect(written).toMatchObject({ ok: true });
        const read = written.ok && readJobFile("jobs/2026-11-22-example.md", written.text, config);
        expect(read).toEqual({ ok: true, job });
      }
      const job = jobWith({ category: "Not a slug", job_types });
      expect(checkJob(job, config).findings.map(({ field }) => field)).toEqual(["category"]);
    });
  });

  it("list each live post once under its category and each of its types", () => {
    holds((config) => {
      const job_types = config.types.slice(0, 5).map(({ slug }) => slug);
      const posts = config.categories.map(
        ({ slug: category }, index) =>
          new Post(
            {
              file: `jobs/2026-11-22-${index}.md`,
              slug: `2026-11-22-${index}`,
              job: jobWith({ category, job_types }),
              published: "2026-11-22",
            },
            config,
            now,
          ),
      );
      const board = new Board(posts, config, now);
      const lists = postLists(board);
      expect(new Set(lists.map(({ address }) => address)).size).toBe(lists.length);
      for (const post of posts) {
        const kinds = lists.filter((list) => list.posts.includes(post)).map(({ kind }) => kind);
        const types = job_types.map(() => "type");
        expect(kinds.toSorted()).toEqual(["all", "category", "city", "country", ...types]);
      }
      for (const page of listPages(board)) {
        expect(page.posts.length).toBeLessThanOrEqual(config.pageSize);
      }
    });
  });
});
