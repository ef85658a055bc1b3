/** Changes texts as if somebody typed, so that the browser can undo each change. */
import { commonEnds } from "../../../board/common-ends.ts";

export type TextControl = HTMLInputElement | HTMLTextAreaElement;

/** Replaces a part of a text. The control gets the focus. */
export function typeOver(control: TextControl, start: number, end: number, text: string): void {
  control.focus({ preventScroll: true });
  control.setSelectionRange(start, end);
  // Deprecated, but all browsers have it, and nothing else keeps the history of changes.
  const isDone = text
    ? document.execCommand("insertText", false, text)
    : document.execCommand("delete");
  if (isDone) return;
  control.setRangeText(text, start, end, "end");
  control.dispatchEvent(new Event("input", { bubbles: true }));
}

/** Replaces a text, and leaves alone what stays the same at both ends. */
export function typeInstead(control: TextControl, text: string): void {
  const { value } = control;
  if (value === text) return;
  const { start, end } = commonEnds(value, text);
  typeOver(control, start, value.length - end, text.slice(start, text.length - end));
}
