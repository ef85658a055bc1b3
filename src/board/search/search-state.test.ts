import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { jobSchema } from "../job/schema.ts";
import type { Facet, SearchState } from "./search-state.ts";
import {
  emptyState,
  facets,
  facetValues,
  readState,
  sortOrders,
  toggleChoice,
  writeState,
} from "./search-state.ts";

const sample: Readonly<Record<Facet, readonly string[]>> = {
  category: ["developer-engineer", "other"],
  type: ["web", "big-data"],
  workplace: ["remote"],
  country: ["DE", "NZ"],
  city: ["vienna-at"],
  from: ["ES", "worldwide"],
  employment: ["full_time"],
  seniority: ["senior", "lead"],
  agency: ["no"],
  visa: ["yes"],
  posted: ["7"],
  closing: ["soon"],
};

const states: fc.Arbitrary<SearchState> = fc
  .record({
    text: fc.constantFrom("", "python", '"machine learning" -java', "C++ & C#", "a=b&q=c", "數據"),
    chosen: fc.record(
      Object.fromEntries(facets.map((facet) => [facet, fc.subarray([...sample[facet]])])),
    ),
    pay: fc.option(
      fc.record({
        amount: fc.integer({ min: 1, max: 1e6 }),
        currency: fc.constantFrom("EUR", "USD"),
        orUnstated: fc.boolean(),
      }),
      { nil: undefined },
    ),
    sort: fc.constantFrom(...sortOrders),
    page: fc.integer({ min: 1, max: 50 }),
  })
  .map(({ chosen, pay, ...others }) => ({
    ...others,
    chosen: Object.fromEntries(
      Object.entries(chosen).flatMap(([facet, values]) =>
        values?.length ? [[facet, values.toSorted()]] : [],
      ),
    ),
    ...(pay && { pay: { ...pay } }),
  }));

describe("the state of a search in an address", () => {
  it("comes back as it was written", () => {
    fc.assert(
      fc.property(states, (state) => {
        expect(readState(writeState(state))).toStrictEqual(state);
      }),
    );
  });

  it("is read from any text", () => {
    fc.assert(
      fc.property(fc.array(fc.nat(0xffff)), (units) => {
        const query = String.fromCharCode(...units);
        const state = readState(query);
        expect(readState(writeState(state))).toStrictEqual(state);
      }),
    );
  });

  it("leaves out what is not understood", () => {
    const query =
      "q=%00+dj%0Aango+&workplace=moon&workplace=remote&country=Germany&city=../x&type=web&type=web" +
      "&pay=-5&currency=EUR&sort=best&page=0&unknown=1&posted=8&__proto__=x";
    expect(readState(query)).toStrictEqual({
      text: "dj ango",
      chosen: { workplace: ["remote"], type: ["web"] },
      sort: "relevance",
      page: 1,
    });
  });

  it("is empty for the list as it is", () => {
    expect(writeState(emptyState)).toBe("");
    expect(readState("")).toStrictEqual(emptyState);
  });

  it("is cut if it is longer than a person's", () => {
    const long = `q=${"%F0%9F%90%8D".repeat(500)}`;
    expect(readState(long).text.length).toBeLessThanOrEqual(200);
    expect(encodeURIComponent(readState(`${long}`).text)).not.toBe("");
  });
});

describe("a choice", () => {
  it("is taken and dropped, and leads to the first page", () => {
    const once = toggleChoice({ ...emptyState, page: 3 }, "type", "web");
    expect(once).toStrictEqual({ ...emptyState, chosen: { type: ["web"] } });
    expect(toggleChoice(once, "type", "web")).toStrictEqual(emptyState);
  });
});

it("knows the values that the schema allows", () => {
  const { workplace, employment, seniority } = jobSchema.properties;
  expect(facetValues.workplace).toStrictEqual(workplace.enum);
  expect(facetValues.employment).toStrictEqual(employment.enum);
  expect(facetValues.seniority).toStrictEqual(seniority.enum);
});
