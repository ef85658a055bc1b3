/** Pastes text from other programs into the long texts of the editor: as rich text, or as Markdown in plain mode. */
import { pastedMarkdown, readClipboard } from "../src/html-to-markdown/clipboard.ts";
import { markdownToSlate } from "./decap-modules.ts";

/** Rich text that was copied within the editor, which pastes it better. */
const ownFormat = "application/x-slate-fragment";

/** Listens for pastes on the whole page, because Decap creates its text boxes again and again. */
export function convertPastes(): void {
  // Before Decap's own listeners.
  document.addEventListener("paste", onPaste, { capture: true });
}

function onPaste(event: ClipboardEvent): void {
  const { target, clipboardData } = event;
  if (!(target instanceof Element) || !clipboardData) return;
  const box = target.closest<HTMLElement>("[contenteditable=true]");
  const isRich = box?.closest(".cms-editor-visual");
  if (!box || !(isRich || box.closest(".cms-editor-raw"))) return;
  const get = (type: string) => clipboardData.getData(type);
  if (get(ownFormat) || get("text/html").includes("data-slate-fragment")) return;
  const pasted = readClipboard({ getData: get });
  if (pasted.html === undefined && pasted.text === pasted.original) return;
  event.preventDefault();
  event.stopPropagation();
  // Rich text has no lines of plain text, so those become paragraphs, whose typed lists the converter finds.
  const html = pasted.html ?? (isRich ? paragraphs(pasted.original) : undefined);
  const load = () => import("../src/html-to-markdown/in-browser.ts");
  void pastedMarkdown({ ...pasted, html }, load).then(async (markdown) => {
    // Takes over where the cursor is, and changes nothing. In one go with what is pasted, Slate would take that as a
    // part of the step before, so that one undo would remove both.
    box.dispatchEvent(input("insertCompositionText"));
    await Promise.resolve();
    if (isRich) insertRich(box, markdown);
    else insert(box, "text/plain", markdown);
  });
}

function paragraphs(text: string): string {
  const box = document.createElement("div");
  for (const line of text.split(/\r?\n/)) {
    const paragraph = document.createElement("p");
    paragraph.textContent = line;
    box.append(paragraph);
  }
  return box.innerHTML;
}

function insertRich(box: HTMLElement, markdown: string): void {
  const blocks = markdownToSlate(markdown, {});
  const place = getSelection()?.anchorNode?.parentElement;
  const block = place?.closest("[data-slate-node=element]");
  const isFilled = block?.textContent?.replaceAll("\ufeff", "").trim();
  // Otherwise the first block, such as a heading, would become part of the paragraph. Decap cannot split links.
  if (blocks.length > 1 && isFilled && !place?.closest("a")) {
    box.dispatchEvent(input("insertParagraph"));
  }
  const json = JSON.stringify(blocks);
  insert(box, ownFormat, btoa(encodeURIComponent(json)));
}

/** Tells Decap's text box that something was pasted. All of it is one step for undo. */
function insert(box: HTMLElement, type: string, data: string): void {
  const dataTransfer = new DataTransfer();
  dataTransfer.setData(type, data);
  box.dispatchEvent(input("insertFromPaste", { dataTransfer }));
}

function input(inputType: string, more: InputEventInit = {}): InputEvent {
  return new InputEvent("beforeinput", { inputType, bubbles: true, cancelable: true, ...more });
}
