/**
 * Drafts, saved in this browser only: one of a new post, and one of the changes to each post that was sent. The form also
 * works if they cannot be saved.
 */
import type { FormData } from "../../../board/form/form-data.ts";
import { isEmpty } from "../../../board/form/form-data.ts";

const newPost = "post-form.draft";

/** The draft of the changes to a post that was sent. `hash`: of the file that was changed. */
export type ChangesDraft = { form: FormData; hash: string };

/** The saved draft of a new post, if there is one. */
export function keptDraft(): FormData | undefined {
  return formIn(read(newPost));
}

/** Saves the draft of a new post, or deletes it if the form is empty. */
export function keepDraft(form: FormData): void {
  const written = Object.entries(form).filter(([, value]) => !isEmpty(value));
  write(newPost, written.length === 0 ? undefined : Object.fromEntries(written));
}

/** The saved changes to a post that was sent, if there are any. `post`: its `id`. */
export function keptChanges(post: string): ChangesDraft | undefined {
  const kept = read(keyOf(post));
  if (typeof kept !== "object" || kept === null) return undefined;
  const form = formIn(Reflect.get(kept, "form"));
  const hash: unknown = Reflect.get(kept, "hash");
  return form && typeof hash === "string" ? { form, hash } : undefined;
}

/** Saves the changes to such a post; without any, deletes them. */
export function keepChanges(post: string, changes: ChangesDraft | undefined): void {
  write(keyOf(post), changes);
}

function keyOf(post: string): string {
  return `post-form.changes-${post}`;
}

function read(key: string): unknown {
  try {
    return JSON.parse(localStorage.getItem(key) ?? "null");
  } catch {
    return null; // The browser allows no storage, or it has something else.
  }
}

function write(key: string, value: object | undefined): void {
  try {
    if (value) localStorage.setItem(key, JSON.stringify(value));
    else localStorage.removeItem(key);
  } catch {
    // The post can still be written and sent.
  }
}

/** Without what are no values of fields: another version of the form may have saved something else. */
function formIn(kept: unknown): FormData | undefined {
  if (typeof kept !== "object" || kept === null || Array.isArray(kept)) return undefined;
  return Object.fromEntries(Object.entries(kept).filter(([, value]) => isValue(value)));
}

function isValue(value: unknown): boolean {
  return [value].flat().every((one) => typeof one === "string");
}
