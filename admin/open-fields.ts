/** The fields that are open in the editor, so that a control can fill in others. Decap only lets each change itself. */
import type { FormData } from "../src/board/form/form-data.ts";
import { entryFromForm, formFromEntry } from "./job-format.ts";

/** Shows a value that was not typed into a control, and tells Decap. */
type Fill = (value: unknown) => void;

export class OpenFields {
  readonly #fields = new Map<string, Fill>();

  add(name: string, fill: Fill): void {
    this.#fields.set(name, fill);
  }

  remove(name: string): void {
    this.#fields.delete(name);
  }

  /**
   * Changes some values of the form.
   *
   * @param data of the post, in the shape of Decap's fields
   * @returns what the changed fields had before, in the same shape: `fill` undoes it
   */
  correct(data: FormData, values: FormData): FormData {
    const names = Object.keys(entryFromForm(values));
    const only = (all: FormData) => Object.fromEntries(names.map((name) => [name, all[name]]));
    this.fill(only(entryFromForm({ ...formFromEntry(data), ...values })));
    return only(data);
  }

  fill(data: FormData): void {
    for (const [name, value] of Object.entries(data)) this.#fields.get(name)?.(value);
  }
}
