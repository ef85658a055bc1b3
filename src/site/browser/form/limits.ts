/** How many characters are left, for fields that are nearly full. */
import { charactersLeft } from "../../../board/words/en/form.ts";

/** The part of its limit from which a field says how many characters are left. */
const nearlyFull = 0.8;

export function showLimits(form: HTMLFormElement): void {
  for (const place of form.querySelectorAll<HTMLElement>("[data-limit]")) {
    const limit = Number(place.dataset.limit);
    const control = place.parentElement?.querySelector<HTMLInputElement>("input, textarea");
    // As the schema counts: by code point.
    const length = [...(control?.value ?? "")].length;
    const text = length < limit * nearlyFull ? "" : charactersLeft(limit - length);
    if (place.textContent !== text) place.textContent = text;
  }
}
