/** The draft of a post, saved in this browser only. The form also works if it cannot be saved. */
import type { FormData } from "../../../board/form/form-data.ts";
import { isEmpty } from "../../../board/form/form-data.ts";

const key = "post-form.draft";

/** The saved draft, if there is one. */
export function keptDraft(): FormData | undefined {
  try {
    const kept: unknown = JSON.parse(localStorage.getItem(key) ?? "null");
    if (typeof kept !== "object" || kept === null || Array.isArray(kept)) return undefined;
    return Object.fromEntries(Object.entries(kept).filter(([, value]) => isValue(value)));
  } catch {
    return undefined; // The browser allows no storage, or it has something else.
  }
}

/** Saves the draft, or deletes it if the form is empty. */
export function keepDraft(form: FormData): void {
  const written = Object.entries(form).filter(([, value]) => !isEmpty(value));
  try {
    if (written.length === 0) localStorage.removeItem(key);
    else localStorage.setItem(key, JSON.stringify(Object.fromEntries(written)));
  } catch {
    // The post can still be written and sent.
  }
}

/** Whether it is the value of a field: another version of the form may have saved something else. */
function isValue(value: unknown): boolean {
  return [value].flat().every((one) => typeof one === "string");
}
