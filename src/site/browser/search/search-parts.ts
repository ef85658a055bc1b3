/** What a search consists of: each part in words, and the search without it. */
import { choiceLabel, openTo, payAtLeast, typed } from "#words/search.ts";
import { amountText } from "../../../board/post/pay.ts";
import type { Relaxation, SearchResults } from "../../../board/search/results.ts";
import type { Facet, LeastPay, SearchState } from "../../../board/search/search-state.ts";
import { facets, toggleChoice } from "../../../board/search/search-state.ts";

type Choices = { facets: Partial<SearchResults["facets"]> };

/** A choice that was taken, the pay that was asked for, or the words. */
export type SearchPart = { name: string; without: SearchState };

/** Each chosen filter. The words are not among them: they are in the field. */
export function chosenParts(state: SearchState, choices: Choices): SearchPart[] {
  const parts = facets.flatMap((facet) =>
    (state.chosen[facet] ?? []).map((value) => ({
      name: choiceName(facet, value, choices),
      without: toggleChoice(state, facet, value),
    })),
  );
  if (!state.pay) return parts;
  return [...parts, { name: payName(state.pay), without: withoutPart(state, "pay") }];
}

/** What to drop of a search that has no results. */
export function droppablePart(
  state: SearchState,
  drop: Relaxation["drop"],
  choices: Choices,
): SearchPart {
  return { name: nameOf(state, drop, choices), without: withoutPart(state, drop) };
}

function nameOf(state: SearchState, drop: Relaxation["drop"], choices: Choices): string {
  if (drop === "text") return typed(state.text);
  if (drop === "pay") return state.pay ? payName(state.pay) : "";
  return (state.chosen[drop] ?? []).map((value) => choiceName(drop, value, choices)).join(", ");
}

/** A choice in words that can stand alone. */
export function choiceName(facet: Facet, value: string, { facets: all }: Choices): string {
  const label =
    choiceLabel(facet, value) ?? all[facet]?.find((one) => one.value === value)?.label ?? value;
  return facet === "from" ? openTo(label) : label;
}

function payName({ amount, currency }: LeastPay): string {
  return payAtLeast(amountText(amount, currency));
}

function withoutPart(state: SearchState, drop: Relaxation["drop"]): SearchState {
  const first = { ...state, page: 1 };
  if (drop === "text") return { ...first, text: "" };
  if (drop === "pay") return { ...first, pay: undefined };
  const { [drop]: _, ...others } = state.chosen;
  return { ...first, chosen: others };
}
