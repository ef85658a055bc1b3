import { describe, expect, it } from "vitest";
import type { SearchState } from "../../../board/search/search-state.ts";
import { emptyState } from "../../../board/search/search-state.ts";
import { chosenParts, droppablePart } from "./search-parts.ts";

const choices = {
  facets: {
    type: [{ value: "web", label: "Web", isChosen: true, count: 3 }],
    from: [{ value: "ES", label: "Spain", isChosen: true, count: 2 }],
  },
};

const state: SearchState = {
  text: "django",
  chosen: { type: ["web"], from: ["ES"], visa: ["yes"], city: ["atlantis-xx"] },
  pay: { amount: 60_000, currency: "EUR", orUnstated: false },
  sort: "pay",
  page: 3,
};

describe("the chosen filters", () => {
  it("have names that can stand alone, also if no post has them any more", () => {
    const names = chosenParts(state, choices).map(({ name }) => name);
    expect(names).toStrictEqual([
      ...["Web", "atlantis-xx", "Open to: Spain", "Visa sponsored", "€60,000 or more"],
    ]);
  });

  it("are taken off one by one, which leads to the first page and keeps everything else", () => {
    const [web] = chosenParts(state, choices);
    const { type: _, ...others } = state.chosen;
    expect(web?.without).toStrictEqual({ ...state, chosen: others, page: 1 });
    const pay = chosenParts(state, choices).at(-1);
    expect(pay?.without).toStrictEqual({ ...state, pay: undefined, page: 1 });
  });

  it("are none in an empty search, nor are its words", () => {
    expect(chosenParts({ ...emptyState, text: "django" }, choices)).toStrictEqual([]);
  });
});

describe("a part to drop", () => {
  it("is a filter with all of its choices, the pay, or the words", () => {
    const two = { ...state, chosen: { type: ["web", "cloud"] } };
    expect(droppablePart(two, "type", choices)).toStrictEqual({
      name: "Web, cloud",
      without: { ...two, chosen: {}, page: 1 },
    });
    expect(droppablePart(state, "pay", choices).name).toBe("€60,000 or more");
    expect(droppablePart(state, "text", choices)).toStrictEqual({
      name: "“django”",
      without: { ...state, text: "", page: 1 },
    });
  });
});
