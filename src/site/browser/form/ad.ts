/**
 * Starts a post from an ad that its author has: reads what they paste, choose or drop, and marks the fields that it fills in.
 * Loaded when somebody opens that part of the page. Nothing of the ad is shown as HTML or leaves the browser.
 */
import { ad as words } from "#words/form.ts";
import type { CityNames } from "../../../board/cities/city-names.ts";
import type { BoardConfig } from "../../../board/config.ts";
import type { FormData as FormValues } from "../../../board/form/form-data.ts";
import { formFromAd, largestAd, onlyEmpty } from "../../../board/import/ad.ts";
import type * as Converter from "../../../html-to-markdown/in-browser.ts";
import { elementById, make } from "../page.ts";

export type AdOptions = {
  form: HTMLFormElement;
  config: BoardConfig;
  /** The address of the script that converts HTML. */
  converter: string;
  cities(): Promise<CityNames>;
  /** What is in the form. */
  current(): FormValues;
  /** Fills in these fields only. */
  fill(values: FormValues): void;
};

/** Makes the parts of the page for this work. */
export function readAds(options: AdOptions): void {
  const box = elementById("ad");
  const text = elementById("ad-text") as HTMLTextAreaElement;
  const file = elementById("ad-file") as HTMLInputElement;
  // The source of a page stays as it is; other pastes become Markdown.
  text.addEventListener("paste", (event) => {
    const pasted = event.clipboardData?.getData("text/plain") ?? "";
    if (/^\s*[<{[]/.test(pasted)) event.stopPropagation();
  });
  elementById("ad-use").addEventListener("click", () => void read(text.value, options));
  file.addEventListener("change", () => {
    const [chosen] = file.files ?? [];
    if (chosen) void readFile(chosen, options);
    file.value = "";
  });
  box.addEventListener("dragover", (event) => {
    if (event.dataTransfer?.types.includes("Files")) event.preventDefault();
  });
  box.addEventListener("drop", (event) => {
    const [dropped] = event.dataTransfer?.files ?? [];
    if (!dropped) return;
    event.preventDefault();
    void readFile(dropped, options);
  });
  options.form.addEventListener("input", ({ target }) => {
    if (target instanceof Element) target.closest(".field")?.querySelector(".taken")?.remove();
  });
}

async function readFile(file: File, options: AdOptions): Promise<void> {
  if (!/\.(?:html?|md|markdown|txt)$/i.test(file.name)) say(words.otherFile);
  else if (file.size > largestAd) say(words.tooLarge);
  else await read(await file.text(), options);
}

async function read(source: string, options: AdOptions): Promise<void> {
  if (source.trim() === "") return say(words.empty);
  if (source.length > largestAd) return say(words.tooLarge);
  try {
    const load: Promise<typeof Converter> = import(options.converter);
    const [{ markdownFromHtml: convert }, cities] = await Promise.all([load, options.cities()]);
    const found = formFromAd(source, { config: options.config, cities, convert });
    const values = onlyEmpty(found, options.current());
    options.fill(values);
    const names = Object.keys(values);
    names.forEach(mark);
    say(words.filled(names.length, Object.keys(found).length - names.length));
  } catch {
    say(words.failed);
  }
}

/** Beside the label, so that it is read with it. Further parts of a place or of the pay have their own. */
function mark(name: string): void {
  const label = document.getElementById(`of-${name}`)?.querySelector("legend, label");
  label?.querySelector(".taken")?.remove();
  label?.append(" ", make("span", { className: "optional taken" }, words.taken));
}

function say(text: string): void {
  elementById("ad-status").textContent = text;
}
