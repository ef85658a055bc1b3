/** Where the filters are: beside the list if there is room, else on a sheet above the page. */
import * as words from "#words/search.ts";
import { make, named } from "../page.ts";

/** As in `list.css`: from this width on there is a column beside the list. */
const wide = matchMedia("(width >= 62rem)");

export class FilterPlace {
  readonly #panel: HTMLElement;
  readonly #show = make("button", { className: "button", type: "button" });
  readonly #sheet: HTMLDialogElement;
  readonly #side = document.querySelector(".side");

  /** @param clear drops all filters */
  constructor(panel: HTMLElement, clear: () => void) {
    this.#panel = panel;
    const close = make("button", { type: "button", className: "button plain" }, words.close);
    const clearAll = make("button", { type: "button", className: "button plain" }, words.clearAll);
    this.#sheet = make(
      "dialog",
      { className: "sheet" },
      make("div", { className: "ends" }, make("h2", {}, words.filters), close),
      make("div", { className: "ends" }, clearAll, this.#show),
    );
    document.body.append(named(words.filters, this.#sheet));
    clearAll.addEventListener("click", clear);
    for (const button of [close, this.#show]) {
      button.addEventListener("click", () => this.#sheet.close());
    }
    // Outside of it, on what is behind.
    this.#sheet.addEventListener("click", ({ target }) => {
      if (target === this.#sheet) this.#sheet.close();
    });
    wide.addEventListener("change", () => this.#settle());
    this.#settle();
  }

  /** Opens the sheet, or goes to the first filter beside the list. */
  open(): void {
    if (this.#isBeside) this.#panel.querySelector("select")?.focus();
    else if (!this.#sheet.open) this.#sheet.showModal();
  }

  update(total: number): void {
    this.#show.textContent = words.show(total);
  }

  get #isBeside(): boolean {
    return wide.matches && this.#side !== null;
  }

  #settle(): void {
    if (this.#isBeside) {
      this.#sheet.close();
      this.#side?.prepend(this.#panel);
    } else this.#sheet.firstElementChild?.after(this.#panel);
  }
}
