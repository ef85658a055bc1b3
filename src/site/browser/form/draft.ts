/** The draft of a post, kept in this browser alone. That it cannot be kept never hinders writing it. */
import type { FormData } from "../../../board/form/form-data.ts";
import { isEmpty } from "../../../board/form/form-data.ts";

const key = "post-form.draft";

/** What was written before; `undefined` where there is nothing of it. */
export function keptDraft(): FormData | undefined {
  try {
    const kept: unknown = JSON.parse(localStorage.getItem(key) ?? "null");
    if (typeof kept !== "object" || kept === null || Array.isArray(kept)) return undefined;
    return Object.fromEntries(Object.entries(kept).filter(([, value]) => isValue(value)));
  } catch {
    return undefined; // The browser keeps nothing for this site, or something else has been written there.
  }
}

/** Keeps what has been written; forgets the draft where that is nothing. */
export function keepDraft(form: FormData): void {
  const written = Object.entries(form).filter(([, value]) => !isEmpty(value));
  try {
    if (written.length === 0) localStorage.removeItem(key);
    else localStorage.setItem(key, JSON.stringify(Object.fromEntries(written)));
  } catch {
    // As above: the post can still be written and sent.
  }
}

/** What a field can hold: another version of the form may have kept something else. */
function isValue(value: unknown): boolean {
  return [value].flat().every((one) => typeof one === "string");
}
