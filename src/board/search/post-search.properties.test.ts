/** Compares the search with the plainest way to find posts: looking at each of them. */
import fc from "fast-check";
import { expect, it } from "vitest";
import { startOf } from "../days.ts";
import type { Post } from "../post/post.ts";
import { indexOf, inventedBoard, searchIn, testDay, testNow, testRates } from "./fixtures.ts";
import { periodsPerYear } from "./pay-per-year.ts";
import type { SearchResults } from "./results.ts";
import type { Facet, SearchState } from "./search-state.ts";
import { emptyState, facets, facetValues, sortOrders } from "./search-state.ts";
import { partsOf } from "./searchable-post.ts";

const board = inventedBoard(100);
const search = searchIn({ files: indexOf(board) });

/** A week later some posts have ended. */
const moments = [testNow, testNow.plus({ days: 7 })];

const dayLength = 86_400_000;

type Choices = Record<Facet, readonly (string | undefined)[]>;

const known = new Map<string, Choices>();

/** The choices of a post that count for a filter. */
function choicesOf(post: Post, facet: Facet, now: number): readonly string[] {
  const key = `${now} ${post.slug}`;
  const all = known.get(key) ?? allChoices(post, now);
  known.set(key, all);
  return all[facet].filter((value) => value !== undefined);
}

function allChoices(post: Post, now: number): Choices {
  const { job, life } = post;
  const age = Math.floor(now / dayLength) - startOf(post.published).toMillis() / dayLength;
  const open = job.remote_from === "worldwide" ? ["worldwide"] : post.countries;
  const daysLeft = life.state === "live" ? life.until.toMillis() / dayLength - now / dayLength : 0;
  return {
    category: [job.category],
    type: job.job_types ?? [],
    workplace: [job.workplace],
    country: post.countries,
    city: post.cities.map(({ slug }) => slug),
    from: post.isRemote ? open : [],
    employment: [job.employment],
    seniority: [job.seniority],
    agency: [job.posted_by_agency ? "yes" : "no"],
    visa: job.visa_sponsorship === undefined ? [] : [job.visa_sponsorship ? "yes" : "no"],
    posted: facetValues.posted.filter((days) => age <= Number(days)),
    closing: daysLeft <= board.config.lifetimes.closingSoonDays ? ["soon"] : [],
  };
}

function hasChoice(post: Post, facet: Facet, values: readonly string[], now: number): boolean {
  const own = choicesOf(post, facet, now);
  return values.some(
    (value) => own.includes(value) || (facet === "from" && own.includes("worldwide")),
  );
}

function euros(post: Post): number | undefined {
  const { salary } = post.job;
  const rate = salary && testRates.unitsPerEuro[salary.currency];
  return rate && ((salary.max ?? salary.min) * periodsPerYear[salary.per]) / rate;
}

function paysEnough(post: Post, { pay }: SearchState): boolean {
  if (!pay) return true;
  if (!post.job.salary) return pay.orUnstated;
  const yearly = euros(post);
  const least = pay.amount / (testRates.unitsPerEuro[pay.currency] ?? Number.POSITIVE_INFINITY);
  return yearly === undefined || Math.round(yearly * 100) >= Math.round(least * 100);
}

/** The numbers of the parts of a post that match: the title is 0, the company 1. */
function partsWith(post: Post, word: RegExp): number[] {
  return partsOf(post).flatMap((part, number) => (word.test(part.toLowerCase()) ? [number] : []));
}

function beginning(text: string): RegExp {
  return new RegExp(`(?<![a-z0-9])${text.toLowerCase()}`);
}

function hasText(post: Post, { text }: SearchState): boolean {
  return text === "" || partsWith(post, beginning(text)).length > 0;
}

/** Titles before companies before texts, and in each of them the whole word before those that only begin so. */
function textKey(post: Post, text: string): number {
  const whole = new RegExp(`${beginning(text).source}(?![a-z0-9])`);
  const keys = [
    ...partsWith(post, whole).map((number) => 2 * Math.min(number, 2)),
    ...partsWith(post, beginning(text)).map((number) => 2 * Math.min(number, 2) + 1),
  ];
  return Math.min(...keys);
}

/** Live posts that fit, but for one part of the search. */
function fitting(state: SearchState, now: number, apartFrom?: Facet | "pay" | "text"): Post[] {
  return board.live.filter(
    (post) =>
      post.life.state === "live" &&
      now < post.life.until.toMillis() &&
      (apartFrom === "text" || hasText(post, state)) &&
      (apartFrom === "pay" || paysEnough(post, state)) &&
      facets.every((facet) => {
        const { [facet]: values } = state.chosen;
        return facet === apartFrom || !values || hasChoice(post, facet, values, now);
      }),
  );
}

/** The order of results, by what decides first. */
function orderKey(post: Post, { sort, text }: SearchState): number {
  if (sort === "pay") return post.job.salary ? -(euros(post) ?? 0.001) : 1;
  if (sort === "closing") return post.life.state === "live" ? post.life.until.toMillis() : 0;
  return sort === "relevance" && text ? textKey(post, text) : 0;
}

async function compare(state: SearchState, now: number): Promise<void> {
  const results = await search(state, now / 1000);
  const expected = fitting(state, now);
  expect(results.total).toBe(expected.length);
  for (const facet of facets) {
    const others = fitting(state, now, facet);
    const counts = results.facets[facet].map(({ value, count }) => `${facet} ${value}: ${count}`);
    expect(counts).toStrictEqual(
      results.facets[facet].map(({ value }) => {
        const found = others.filter((post) => hasChoice(post, facet, [value], now));
        return `${facet} ${value}: ${found.length}`;
      }),
    );
    const offered = new Set(results.facets[facet].map(({ value }) => value));
    const own = others.flatMap((post) => choicesOf(post, facet, now));
    expect(own.filter((value) => !offered.has(value))).toStrictEqual([]);
  }
  comparePay(results, state, fitting(state, now, "pay"));
  const order = expected.toSorted((a, b) => orderKey(a, state) - orderKey(b, state));
  const first = (results.page - 1) * board.config.pageSize;
  expect(results.rows.map(({ slug }) => slug)).toStrictEqual(
    order.slice(first, first + board.config.pageSize).map(({ slug }) => slug),
  );
  compareRelaxations(results, state, now);
}

function comparePay({ pay }: SearchResults, state: SearchState, posts: readonly Post[]): void {
  const stated = posts.filter((post) => post.job.salary);
  expect(pay.unstated).toBe(posts.length - stated.length);
  expect(pay.incomparable).toBe(stated.filter((post) => euros(post) === undefined).length);
  for (const { amount, count } of pay.steps) {
    const asked = {
      pay: { amount, currency: pay.currency, orUnstated: state.pay?.orUnstated ?? false },
    };
    const enough = posts.filter((post) => paysEnough(post, { ...state, ...asked }));
    expect(`${amount}: ${count}`).toBe(`${amount}: ${enough.length}`);
  }
}

function compareRelaxations(results: SearchResults, state: SearchState, now: number): void {
  const parts = [...(Object.keys(state.chosen) as Facet[]), "pay", "text"] as const;
  const helpful = parts
    .map((drop) => ({ drop, total: fitting(state, now, drop).length }))
    .filter(({ total }) => results.total === 0 && total > 0);
  const sorted = (all: readonly { drop: string; total: number }[]) =>
    all.toSorted((a, b) => b.total - a.total || (a.drop < b.drop ? -1 : 1));
  expect(sorted(results.relaxations)).toStrictEqual(sorted(helpful));
}

/** All choices that some post has, and one of each kind that none has. */
const offered = Object.fromEntries(
  facets.map((facet) => {
    const found = board.live.flatMap((post) => choicesOf(post, facet, testNow.toMillis()));
    return [facet, [...new Set(found), facet === "country" || facet === "from" ? "AQ" : "none"]];
  }),
) as Record<Facet, string[]>;

it.each(facets)("finds and counts by %s alone", async (facet) => {
  for (const now of moments) {
    for (const value of offered[facet].slice(-8)) {
      await compare({ ...emptyState, chosen: { [facet]: [value] } }, now.toMillis());
    }
  }
});

const pay = fc.option(
  fc.record({
    amount: fc.constantFrom(30_000, 60_000, 95_000, 150_000),
    currency: fc.constantFrom("EUR", "USD", "JPY"),
    orUnstated: fc.boolean(),
  }),
  { nil: undefined, freq: 3 },
);

it("finds and counts by 300 combinations", { timeout: 60_000 }, async () => {
  const chosen = Object.fromEntries(
    facets.map((facet) => [
      facet,
      fc.option(
        fc.subarray(offered[facet], {
          minLength: 1,
          maxLength: Math.min(3, offered[facet].length),
        }),
        {
          nil: undefined,
          freq: 4,
        },
      ),
    ]),
  );
  await fc.assert(
    fc.asyncProperty(
      fc.record({ few: fc.subarray(facets, { maxLength: 4 }), all: fc.record(chosen) }),
      pay,
      fc.constantFrom("", "", "python", "engineer", "kuber", "Data"),
      fc.constantFrom(...sortOrders),
      fc.integer({ min: 1, max: 2 }),
      fc.constantFrom(...moments),
      async ({ few, all }, asked, text, sort, page, now) => {
        const some = Object.fromEntries(
          few.flatMap((facet) => (all[facet] ? [[facet, all[facet]]] : [])),
        );
        const state = { text, chosen: some, pay: asked, sort, page };
        const last = Math.max(
          1,
          Math.ceil(fitting(state, now.toMillis()).length / board.config.pageSize),
        );
        await compare({ ...state, page: Math.min(page, last) }, now.toMillis());
      },
    ),
    { numRuns: 300, seed: 14 },
  );
});

it("has posts of every kind to compare", () => {
  expect(testDay).toBe("2027-01-31");
  const [now, later] = moments.map((moment) => fitting(emptyState, moment.toMillis()).length);
  expect(later).toBeLessThan(now ?? 0);
  for (const facet of facets) expect(offered[facet].length).toBeGreaterThan(1);
  expect(board.live.some((post) => post.job.salary && euros(post) === undefined)).toBe(true);
});
