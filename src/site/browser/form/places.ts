/** The groups of fields for the places of a job: one at first, and copies of it that people add. */

import * as words from "#words/form.ts";
import { placeControl } from "../../../board/form/places.ts";
import { mostPlaces, placeParts } from "../../../board/job/places.ts";
import { elementById } from "../page.ts";

export function placeCount(): number {
  return groups().length;
}

/** Adds groups of fields, or removes the last ones. */
export function setPlaceCount(count: number): void {
  for (const group of groups().slice(count)) group.remove();
  while (placeCount() < count)
    groups()
      .at(-1)
      ?.after(copy(placeCount() + 1));
  for (const part of elementById("place-1").querySelectorAll<HTMLElement>(
    "legend, [data-remove-place]",
  )) {
    part.hidden = count === 1;
  }
  elementById("add-place").hidden = count >= mostPlaces;
}

function groups(): Element[] {
  return [...document.querySelectorAll(".place")];
}

/** A copy of the first group without its values, hints, and problems. */
function copy(number: number): HTMLElement {
  const group = elementById("place-1").cloneNode(true) as HTMLElement;
  group.id = `place-${number}`;
  for (const hint of group.querySelectorAll(".hint")) hint.remove();
  for (const part of placeParts) renameField(group, part, placeControl(number, part));
  const [legend, remove] = group.querySelectorAll<HTMLElement>("legend, [data-remove-place]");
  if (legend) legend.textContent = words.place(number);
  if (remove) {
    remove.textContent = words.removePlace(number);
    remove.dataset.removePlace = String(number);
  }
  for (const part of [legend, remove]) part?.removeAttribute("hidden");
  return group;
}

function renameField(group: HTMLElement, from: string, to: string): void {
  const own = (prefix: string) => group.querySelector(`#${prefix}-${from}`);
  own("of")?.classList.remove("wrong");
  own("problems")?.replaceChildren();
  const control = own("field");
  if (control instanceof HTMLInputElement || control instanceof HTMLSelectElement) {
    control.value = "";
    control.name = to;
  }
  for (const name of ["aria-describedby", "aria-invalid", "autocomplete"]) {
    control?.removeAttribute(name);
  }
  group.querySelector(`[for=field-${from}]`)?.setAttribute("for", `field-${to}`);
  for (const prefix of ["of", "problems", "field", "left"]) {
    const element = own(prefix);
    if (element) element.id = `${prefix}-${to}`;
  }
}
