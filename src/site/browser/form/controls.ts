/** The controls of the form, which `_includes/field.njk` renders, and their values. */

import { charactersLeft } from "#words/form.ts";
import type { FormField } from "../../../board/form/fields.ts";
import type { FormData as FormValues } from "../../../board/form/form-data.ts";
import { elementById, make } from "../page.ts";

/** Fills in the long lists, which the page leaves to its script. */
export function fillLists(fields: readonly FormField[]): void {
  for (const { name, control } of fields) {
    const list = document.getElementById(`field-${name}`);
    if (!("options" in control && list instanceof HTMLSelectElement)) continue;
    // Only the one for no choice.
    if (list.length > 1) continue;
    list.append(...control.options.map(({ label, value }) => make("option", { value }, label)));
  }
}

/** The values of all fields. */
export function readControls(form: HTMLFormElement, fields: readonly FormField[]): FormValues {
  const data = new FormData(form);
  return Object.fromEntries(
    fields.map(({ name, control }) => [
      name,
      control.kind === "choices"
        ? [...new Set(data.getAll(name).map(String).filter(Boolean))]
        : String(data.get(name) ?? ""),
    ]),
  );
}

/** Sets all fields, and clears those without a value. The GitHub username is not one of them. */
export function fillControls(
  form: HTMLFormElement,
  fields: readonly FormField[],
  values: FormValues,
): void {
  for (const { name } of fields) fillField(form, name, values[name]);
}

/** Sets a field, whatever its control. */
export function fillField(form: HTMLFormElement, name: string, value: unknown): void {
  const values = (Array.isArray(value) ? value : [value ?? ""]).map(String);
  const chosen = document.getElementById(`chosen-${name}`);
  chosen?.replaceChildren();
  for (const control of controlsOf(form, name)) {
    const isTick = control instanceof HTMLInputElement && /radio|checkbox/.test(control.type);
    if (isTick) control.checked = values.includes(control.value);
    else control.value = chosen ? "" : (values[0] ?? "");
  }
  if (chosen) for (const one of values) addChoice(name, one);
}

/** The controls of a field. */
export function controlsOf(form: HTMLFormElement, name: string): Control[] {
  return [...form.elements].filter(
    (element): element is Control => isControl(element) && element.name === name,
  );
}

type Control = HTMLInputElement | HTMLSelectElement | HTMLTextAreaElement;

function isControl(element: Element): element is Control {
  return (
    element instanceof HTMLInputElement ||
    element instanceof HTMLSelectElement ||
    element instanceof HTMLTextAreaElement
  );
}

/**
 * Several choices from a long list: the selected one already counts, and moves above the list as a checkbox
 * to make room for another. An unchecked checkbox stays, so that nothing moves.
 */
export function addChosen(name: string): void {
  const list = selectOf(name);
  if (list.value) addChoice(name, list.value);
  list.value = "";
  list.focus();
}

function addChoice(name: string, value: string): void {
  const chosen = elementById(`chosen-${name}`);
  const known = [...chosen.querySelectorAll("input")].find((one) => one.value === value);
  const option = [...selectOf(name).options].find((one) => one.value === value);
  if (known) known.checked = true;
  if (known || !option?.value) return;
  const tick = make("input", { type: "checkbox", name, value, checked: true });
  chosen.append(make("li", {}, make("label", {}, tick, ` ${option.text}`)));
}

function selectOf(name: string): HTMLSelectElement {
  return elementById(`field-${name}`) as HTMLSelectElement;
}

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
