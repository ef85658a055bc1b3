/** The filter for pay: an amount a year in a currency, and whether posts that name none count too. */
import * as words from "#words/search.ts";
import { dayText } from "../../../board/day-text.ts";
import { amountText } from "../../../board/post/pay.ts";
import rates from "../../../board/search/exchange-rates.json" with { type: "json" };
import { paySteps } from "../../../board/search/pay-per-year.ts";
import type { PayCounts } from "../../../board/search/results.ts";
import type { LeastPay } from "../../../board/search/search-state.ts";
import { make } from "../page.ts";

export class PayFilter {
  readonly element: HTMLElement;
  readonly #amount = make("select", {});
  readonly #currency = make(
    "select",
    {},
    ...Object.keys(rates.unitsPerEuro).map((code) => new Option(code)),
  );
  readonly #orUnstated = make("input", { type: "checkbox" });
  readonly #unstated = make("span", {});
  readonly #more: HTMLElement;
  readonly #note = make("p", { className: "small" });
  #last: LeastPay | undefined;

  constructor() {
    this.#more = make(
      "div",
      { hidden: true },
      make("label", {}, this.#orUnstated, this.#unstated),
      make("label", { className: "row" }, words.currency, " ", this.#currency),
      this.#note,
    );
    this.element = make(
      "div",
      { className: "pay-filter" },
      make("label", { className: "row" }, words.pay, this.#amount),
      this.#more,
    );
  }

  /** What is asked for. In another currency, the amount that is about as much. */
  read(): LeastPay | undefined {
    const amount = Number(this.#amount.value);
    if (!amount) return undefined;
    const currency = this.#currency.value;
    const orUnstated = this.#orUnstated.checked;
    if (!this.#last || currency === this.#last.currency) return { amount, currency, orUnstated };
    const step = paySteps(this.#last.currency, rates.unitsPerEuro).findLastIndex(
      (one) => one <= amount,
    );
    const steps = paySteps(currency, rates.unitsPerEuro);
    return { amount: steps[Math.max(step, 0)] ?? amount, currency, orUnstated };
  }

  update(pay: LeastPay | undefined, counts: PayCounts): void {
    this.#last = pay;
    const { currency, steps, unstated, incomparable, ratesOf } = counts;
    const offered = steps.filter(({ amount, count }) => count > 0 || amount === pay?.amount);
    const asked = pay && !offered.some(({ amount }) => amount === pay.amount);
    const options = offered.map(({ amount, count }) => {
      const text = `${words.payAtLeast(amountText(amount, currency))} (${count})`;
      return new Option(text, String(amount));
    });
    if (asked)
      options.unshift(
        new Option(words.payAtLeast(amountText(pay.amount, currency)), String(pay.amount)),
      );
    this.#amount.replaceChildren(new Option(words.anyPay, ""), ...options);
    this.#amount.value = pay ? String(pay.amount) : "";
    if (![...this.#currency.options].some(({ value }) => value === currency)) {
      this.#currency.append(new Option(currency));
    }
    this.#currency.value = currency;
    this.#orUnstated.checked = pay?.orUnstated ?? false;
    this.#unstated.textContent = words.orUnstated(unstated);
    this.#note.textContent = words.payNote(dayText(ratesOf), incomparable);
    this.#more.hidden = !pay;
  }
}
