/**
 * Loads the search of a page when it is first wanted: when its field or button is used, or if the address asks for
 * something, or if the reader has saved searches. The key / goes to the field.
 */
import { unavailable } from "#words/search.ts";
import { readStored } from "../stored.ts";
import type * as Search from "./search-page.ts";

const form = document.querySelector<HTMLFormElement>("#search");
if (form) listen(form);

function listen(form: HTMLFormElement): void {
  const field = form.elements.namedItem("q") as HTMLInputElement;
  document.addEventListener("keydown", (event) => {
    if (event.key !== "/" || event.ctrlKey || event.metaKey || event.altKey) return;
    if (event.target instanceof Element && event.target.matches(typing)) return;
    event.preventDefault();
    field.focus();
    field.select();
  });
  const { script } = form.dataset;
  if (script) loadOnUse(form, script);
}

/** Where / is a character. */
const typing = "input:not([type=checkbox]), select, textarea";

function loadOnUse(form: HTMLFormElement, script: string): void {
  const button = form.querySelector<HTMLButtonElement>("#filters");
  const load = async (use?: (search: typeof Search) => void) => {
    try {
      const search: typeof Search = await import(script);
      use?.(search);
    } catch {
      // Sending the form loads the page again, and tries again.
      const status = document.querySelector("#search-status");
      if (status) status.textContent = unavailable;
    }
  };
  form.addEventListener("focusin", () => load(), { once: true });
  button?.addEventListener("click", () => load(({ openFilters }) => void openFilters()));
  button?.removeAttribute("hidden");
  if (location.search || readStored("saved-searches")) void load();
}
