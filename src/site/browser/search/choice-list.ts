/** A filter with choices: checkboxes with their counts, which stay the same elements while the counts change. */
import { choiceLabel, facetLabels, findChoice } from "#words/search.ts";
import type { FacetChoice } from "../../../board/search/results.ts";
import type { Facet } from "../../../board/search/search-state.ts";
import { make, named } from "../page.ts";
import { fold, matches } from "./narrow-choices.ts";

/** From this number on, a field narrows the choices. */
const manyChoices = 12;

type Row = { item: HTMLElement; box: HTMLInputElement; count: HTMLElement; folded: string };

export class ChoiceList {
  readonly element = make("details", {});
  readonly #facet: Facet;
  readonly #rows = new Map<string, Row>();
  readonly #list = make("ul", {});
  readonly #chosen = make("span", { className: "count" });
  readonly #find: HTMLInputElement;
  #choices: readonly FacetChoice[] = [];

  constructor(facet: Facet) {
    const label = facetLabels[facet];
    this.#facet = facet;
    this.#find = named(findChoice(label), make("input", { type: "search", hidden: true }));
    this.#find.addEventListener("input", () => this.#draw());
    named(label, this.#list);
    this.element.append(make("summary", {}, label, " ", this.#chosen), this.#find, this.#list);
    this.element.addEventListener("toggle", () => this.#draw());
  }

  update(choices: readonly FacetChoice[]): void {
    this.#choices = choices;
    const chosen = choices.filter(({ isChosen }) => isChosen).length;
    this.#chosen.textContent = chosen > 0 ? String(chosen) : "";
    this.element.hidden = !choices.some(isOffered);
    this.#draw();
  }

  /** Nothing is drawn while it is closed: there may be hundreds of choices. */
  #draw(): void {
    if (!this.element.open) return;
    this.#find.hidden = this.#choices.filter(isOffered).length < manyChoices;
    const typed = this.#find.hidden ? "" : fold(this.#find.value.trim());
    const rows = this.#choices.map((choice) => this.#rowFor(choice));
    for (const [index, row] of rows.entries()) {
      const choice = this.#choices[index];
      if (!choice) continue;
      row.box.checked = choice.isChosen;
      row.count.textContent = String(choice.count);
      row.item.hidden = !isOffered(choice) || !(choice.isChosen || matches(row.folded, typed));
    }
    // Taking an element out of the page, even to put it back, would take the focus from it.
    const isSame = rows.every(({ item }, index) => this.#list.children[index] === item);
    if (!isSame || rows.length !== this.#list.childElementCount) {
      this.#list.replaceChildren(...rows.map(({ item }) => item));
    }
  }

  #rowFor({ value, label }: FacetChoice): Row {
    const known = this.#rows.get(value);
    if (known) return known;
    const name = choiceLabel(this.#facet, value) ?? label;
    const box = make("input", { type: "checkbox", name: this.#facet, value });
    const count = make("span", { className: "count" });
    const text = make("span", { dir: "auto" }, name);
    const item = make("li", {}, make("label", {}, box, text, " ", count));
    const row = { item, box, count, folded: fold(name) };
    this.#rows.set(value, row);
    return row;
  }
}

function isOffered({ count, isChosen }: FacetChoice): boolean {
  return count > 0 || isChosen;
}
