/** Pastes text from other programs into the long texts of the form as Markdown. */
import { pastedMarkdown, readClipboard } from "../../../html-to-markdown/clipboard.ts";
import type * as Converter from "../../../html-to-markdown/in-browser.ts";
import { typeOver } from "./typing.ts";

/**
 * Listens for pastes into the form's text areas.
 *
 * @param converter address of the script that converts HTML; it is loaded with the first paste that needs it
 */
export function convertPastes(form: HTMLFormElement, converter: string): void {
  const load = (): Promise<typeof Converter> => import(converter);
  form.addEventListener("paste", (event) => {
    const { target, clipboardData } = event;
    if (!(target instanceof HTMLTextAreaElement) || !clipboardData) return;
    const pasted = readClipboard({ getData: (type) => clipboardData.getData(type) });
    // The browser does it best.
    if (pasted.html === undefined && pasted.text === pasted.original) return;
    event.preventDefault();
    void pastedMarkdown(pasted, load).then((markdown) => insert(target, markdown));
  });
}

/** Inserts a text in one step for undo. */
function insert(area: HTMLTextAreaElement, markdown: string): void {
  const { value, selectionStart, selectionEnd } = area;
  const text = apart(value.slice(0, selectionStart), markdown, value.slice(selectionEnd));
  typeOver(area, selectionStart, selectionEnd, text);
}

/** Several lines stay apart from the words around them. */
function apart(before: string, markdown: string, after: string): string {
  if (!markdown.includes("\n")) return markdown;
  const start = before === "" || before.endsWith("\n") ? "" : "\n\n";
  const end = after === "" || after.startsWith("\n") ? "" : "\n\n";
  return `${start}${markdown}${end}`;
}
