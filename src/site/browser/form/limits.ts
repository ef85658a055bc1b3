/** How many characters are left, for fields that are nearly full. */

/** The part of its limit from which on a field says how many are left. */
const nearlyFull = 0.8;

export function showLimits(form: HTMLFormElement): void {
  for (const place of form.querySelectorAll<HTMLElement>("[data-limit]")) {
    const limit = Number(place.dataset.limit);
    const control = place.parentElement?.querySelector<HTMLInputElement>("input, textarea");
    // As the schema counts: letters beyond the first plane are one.
    const length = [...(control?.value ?? "")].length;
    const text = length < limit * nearlyFull ? "" : leftText(limit - length);
    if (place.textContent !== text) place.textContent = text;
  }
}

function leftText(left: number): string {
  const count = Math.abs(left);
  const characters = `${count} ${count === 1 ? "character" : "characters"}`;
  return left < 0 ? `${characters} too many` : `${characters} left`;
}
