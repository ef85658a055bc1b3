/** Puts corrected values into the fields of the form, and undoes that. */
import type { Repair } from "../../../board/problem.ts";
import { controlsOf, fillField } from "./controls.ts";
import { typeInstead } from "./typing.ts";

/** A repair that can be undone. */
export type Repaired = {
  /** The control at which the problem was. */
  control: string;
  /** What the fields had before. */
  before: Repair["values"];
  /** The number of places that the form had before. */
  places: number;
};

/** Sets fields of the form, and returns what they had before. The focus stays where it is. */
export function setFields(form: HTMLFormElement, values: Repair["values"]): Repair["values"] {
  const focused = document.activeElement;
  const data = new FormData(form);
  const names = Object.keys(values) as (keyof typeof values)[];
  const before = names.map((name) => {
    const all = data.getAll(name).map(String);
    return [name, all.length > 1 ? all : (all[0] ?? "")] as const;
  });
  for (const name of names) setField(form, name, values[name] ?? "");
  if (focused instanceof HTMLElement) focused.focus({ preventScroll: true });
  return Object.fromEntries(before);
}

function setField(form: HTMLFormElement, name: string, value: string | readonly string[]): void {
  const [control] = controlsOf(form, name);
  if (typeof value === "string" && (control instanceof HTMLTextAreaElement || isLine(control))) {
    typeInstead(control, value);
  } else {
    fillField(form, name, value);
    control?.dispatchEvent(new Event("input", { bubbles: true }));
  }
}

function isLine(control: Element | undefined): control is HTMLInputElement {
  return control instanceof HTMLInputElement && control.type === "text";
}
